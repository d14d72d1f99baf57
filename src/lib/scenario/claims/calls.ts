import {
  bytesOfWeights,
  contextBytes,
  criticalBatchAsPublished,
} from "../../arithmetic/article-laws.js";
import type {Architecture} from "../../arithmetic/architecture.js";
import {kvBytesPerToken} from "../../arithmetic/kv-cache.js";
import {parameterEstimate} from "../../arithmetic/parameters.js";
import {
  computeSeconds,
  criticalBatch,
  flopsPerToken,
  memorySeconds,
  memorySecondsAsPublished,
  ridgePoint,
} from "../../arithmetic/simple-law.js";

/** The laws by which claims are recomputed, under the names that formulas know. */
const laws = {
  bytesOfWeights,
  computeSeconds,
  contextBytes,
  criticalBatch,
  criticalBatchAsPublished,
  flopsPerToken,
  memorySeconds,
  memorySecondsAsPublished,
  parameterEstimate: ({layers, width, words}: {layers: number; width: number; words: number}) =>
    parameterEstimate(layers, width, words),
  ridgePoint,
  kvBytesPerToken: ({bytesPerElement, ...shape}: KeptShape & {bytesPerElement: number}) =>
    kvBytesPerToken(shape as Architecture, bytesPerElement),
};

// All that the law reads of a model whose heads keep keys and values of their own.
type KeptShape = Pick<Architecture, "numLayers" | "numKvHeads" | "headDim">;

type LawName = keyof typeof laws;
type InputsOf<Name extends LawName> = Parameters<(typeof laws)[Name]>[0];

/** One use of a law: what is put in, what comes out, and how a claim counts it. */
export interface LawCall {
  /** Name of the law, e.g. "memorySeconds"; none where a figure stands on a data sheet. */
  law?: LawName;
  /** The law's arguments, SI. */
  inputs: Readonly<Record<string, number>>;
  /** What the law gives, SI. */
  result: number;
  /** The same in a claim's unit, e.g. 3.62 where the claim counts milliseconds. */
  value: number;
  /** The unit in which it comes out, e.g. "s/token": the claim's own, unless something went wrong. */
  unit: string;
}

/** SI units in one of a claim's, e.g. seconds in a millisecond. */
const sizes: Readonly<Record<string, number>> = {
  ms: 1e-3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  "GB/s": 1e9,
  "GFLOP/s": 1e9,
  "TFLOP/s": 1e12,
  "TOP/s": 1e12,
};

/** What a law gives, counted in a unit. */
export function call<Name extends LawName>(
  law: Name,
  inputs: InputsOf<Name>,
  unit: string,
): LawCall {
  const result = (laws[law] as (inputs: InputsOf<Name>) => number)(inputs);
  return {law, inputs: {...inputs}, result, value: inUnit(result, unit), unit};
}

/** A figure that is looked up and not computed. SI. */
export function figure(result: number, unit: string): LawCall {
  return {inputs: {}, result, value: inUnit(result, unit), unit};
}

function inUnit(result: number, unit: string): number {
  if (unit === "tokens/s") return 1 / result; // the laws give seconds for a token
  if (unit === "powers of ten") return Math.log10(result);
  return result / (sizes[unit] ?? 1);
}
