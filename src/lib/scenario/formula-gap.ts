import type {Architecture} from "../arithmetic/architecture.js";
import {parameterCount, parameterEstimate} from "../arithmetic/parameters.js";

/** One reason why 12 · L · d² + V · d is not what a model has. */
export interface GapStep {
  part: "tables" | "feedForward" | "attention" | "norms";
  /** Weights that the formula puts there. */
  assumed: number;
  /** Weights that are there. */
  counted: number;
  /** counted − assumed */
  difference: number;
  /** The sum before this step and after it, from the formula's total to the count. */
  from: number;
  to: number;
}

/**
 * The way from the article's formula to the exact count, part by part. The formula takes one table
 * of words, 4 d² for attention, 8 d² for the feed-forward block, and no norms.
 */
export function formulaGap(architecture: Architecture): GapStep[] {
  const {numLayers, hiddenSize, vocabSize} = architecture;
  const {embedding, output, feedForward, attention, norms} = parameterCount(architecture);
  const square = hiddenSize ** 2;
  const parts = [
    {part: "tables", assumed: vocabSize * hiddenSize, counted: embedding + output},
    {part: "feedForward", assumed: numLayers * 8 * square, counted: feedForward},
    {part: "attention", assumed: numLayers * 4 * square, counted: attention},
    {part: "norms", assumed: 0, counted: norms},
  ] as const;
  let sum = parameterEstimate(numLayers, hiddenSize, vocabSize);
  return parts.map(({part, assumed, counted}) => {
    const from = sum;
    sum += counted - assumed;
    return {part, assumed, counted, difference: counted - assumed, from, to: sum};
  });
}
