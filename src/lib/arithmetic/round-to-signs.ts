import {halfBits, halfValue} from "./half.js";

const blockWeights = 32;

/**
 * Weights as one bit each, yes or no: in blocks of 32 that share a scale of 16 bits, a weight keeps
 * its sign and takes the mean size of its block, which is the nearest that two values can come.
 * No program writes such files.
 */
export function roundToSigns(weights: ArrayLike<number>): Float32Array {
  const rounded = new Float32Array(weights.length);
  for (let from = 0; from < weights.length; from += blockWeights) {
    const to = Math.min(weights.length, from + blockWeights);
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.abs(weights[i]!);
    const scale = halfValue(halfBits(sum / (to - from)));
    for (let i = from; i < to; i++) rounded[i] = weights[i]! < 0 ? -scale : scale;
  }
  return rounded;
}
