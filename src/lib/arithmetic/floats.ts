import type {Quantizer} from "./block-bytes.js";
import {halfBits, halfValue} from "./half.js";

/** Formats in which each number stands alone: any count of them is read and written at once. */

/** Single precision (IEEE 754 binary32). */
export const f32: Quantizer = {
  weights: 1,
  bytes: 4,
  write: (weights) => new Uint8Array(Float32Array.from(weights).buffer),
  read: (block) => new Float32Array(block.slice().buffer),
};

/** Half precision (IEEE 754 binary16). */
export const f16: Quantizer = {
  weights: 1,
  bytes: 2,
  write: (weights) => sixteenBits(weights, halfBits),
  read(block) {
    const numbers = new Float32Array(block.length / 2);
    for (let i = 0; i < numbers.length; i++) {
      numbers[i] = halfValue(block[2 * i]! | (block[2 * i + 1]! << 8));
    }
    return numbers;
  },
};

/** The upper half of a single-precision number; of two equally near ones, the even. */
export const bf16: Quantizer = {
  weights: 1,
  bytes: 2,
  write: (weights) => sixteenBits(weights, upperBits),
  read(block) {
    const bits = new Uint32Array(block.length / 2);
    for (let i = 0; i < bits.length; i++) {
      bits[i] = (block[2 * i]! << 16) | (block[2 * i + 1]! << 24);
    }
    return new Float32Array(bits.buffer);
  },
};

function sixteenBits(weights: ArrayLike<number>, bitsOf: (value: number) => number): Uint8Array {
  const block = new Uint8Array(2 * weights.length);
  for (let i = 0; i < weights.length; i++) {
    const bits = bitsOf(weights[i]!);
    block[2 * i] = bits & 255;
    block[2 * i + 1] = bits >> 8;
  }
  return block;
}

function upperBits(value: number): number {
  single[0] = value;
  const bits = bitsOfSingle[0]!;
  const isNaN = (bits & 0x7fffffff) > 0x7f800000;
  return isNaN ? (bits >>> 16) | 64 : (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
}

const single = new Float32Array(1); // one number, and its bits
const bitsOfSingle = new Uint32Array(single.buffer);
