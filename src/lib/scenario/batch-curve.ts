import {computeSeconds, latency, memorySeconds} from "../arithmetic/simple-law.js";
import type {View} from "./view.js";

/** Both clocks, and the slower one, for a number of readers. Seconds. */
export interface BatchStep {
  batch: number;
  compute: number;
  memory: number;
  slower: number;
}

/** The simple law for one reader up to `most`, `perOctave` steps to each doubling. */
export function batchCurve({simple}: View, most: number, perOctave = 4): BatchStep[] {
  const steps = Math.round(Math.log2(most) * perOctave);
  return Array.from({length: steps + 1}, (_, i) => batchStep({simple}, 2 ** (i / perOctave)));
}

/** The simple law for so many readers. */
export function batchStep({simple}: Pick<View, "simple">, batch: number): BatchStep {
  const inputs = {...simple, batch};
  return {
    batch,
    compute: computeSeconds(inputs),
    memory: memorySeconds(inputs),
    slower: latency(inputs),
  };
}
