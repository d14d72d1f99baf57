import type {Spread} from "../catalog/device-report.js";
import {quantile} from "../catalog/quantile.js";

export type {Spread};

/** The median of some samples, and between what they lie. At least one sample. */
export function spreadOf(samples: readonly number[]): Spread {
  if (samples.length === 0) throw new Error("There are no samples to take a median of.");
  return {
    median: quantile(samples, 0.5),
    lowest: Math.min(...samples),
    highest: Math.max(...samples),
  };
}

/** From here on samples are called noisy. */
export const noisyFrom = 0.15;

/**
 * How far apart the middle half of some samples lies, as a share of their median: a measure of
 * noise that one interruption among many samples does not move. (Q₃ − Q₁) / median.
 */
export function noiseOf(samples: readonly number[]): number {
  return (quantile(samples, 0.75) - quantile(samples, 0.25)) / quantile(samples, 0.5);
}
