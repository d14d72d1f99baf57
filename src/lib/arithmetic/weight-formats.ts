import type {BlockReader, Quantizer} from "./block-bytes.js";
import {bf16, f16, f32} from "./floats.js";
import {q41, q50, q51} from "./quantize-32.js";
import {q2K, q3K, q5K, q6K} from "./quantize-k.js";
import {quantizers} from "./quantize.js";

/** Formats of weights that can be written, by GGML's names. */
export const writers = {
  F32: f32,
  F16: f16,
  BF16: bf16,
  Q8_0: quantizers.Q8_0,
  Q4_0: quantizers.Q4_0,
  Q4_1: q41,
  Q5_0: q50,
  Q5_1: q51,
  Q2_K: q2K,
  Q3_K: q3K,
  Q4_K: quantizers.Q4_K,
} as const satisfies Readonly<Record<string, Quantizer>>;

/** Formats of weights that can be read, by GGML's names. */
export const readers = {
  ...writers,
  Q5_K: q5K,
  Q6_K: q6K,
} as const satisfies Readonly<Record<string, BlockReader>>;

/** Weights into blocks, one behind the other. A whole number of blocks. */
export function quantize(weights: Float32Array, quantizer: Quantizer): Uint8Array {
  const {weights: count, bytes, write} = quantizer;
  if (count === 1) return write(weights);
  const blocks = new Uint8Array((weights.length / count) * bytes);
  for (let i = 0; i * count < weights.length; i++) {
    blocks.set(write(weights.subarray(i * count, (i + 1) * count)), i * bytes);
  }
  return blocks;
}

/** Blocks into weights: what a model calculates with. */
export function dequantize(blocks: Uint8Array, reader: BlockReader): Float32Array {
  const {weights: count, bytes, read} = reader;
  if (count === 1) return read(blocks);
  const weights = new Float32Array((blocks.length / bytes) * count);
  for (let i = 0; i * bytes < blocks.length; i++) {
    weights.set(read(blocks.subarray(i * bytes, (i + 1) * bytes)), i * count);
  }
  return weights;
}
