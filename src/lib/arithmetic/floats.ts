import {type Quantizer, readHalf, writeHalf} from "./block-bytes.js";
import {halfBits} from "./half.js";

/** Formats in which each number stands alone. */

/** Single precision (IEEE 754 binary32). */
export const f32: Quantizer = {
  weights: 1,
  bytes: 4,
  write: (weights) => new Uint8Array(Float32Array.of(weights[0]!).buffer),
  read: (block) => new Float32Array(block.slice(0, 4).buffer),
};

/** Half precision. */
export const f16: Quantizer = {
  weights: 1,
  bytes: 2,
  write(weights) {
    const block = new Uint8Array(2);
    writeHalf(block, 0, halfBits(weights[0]!));
    return block;
  },
  read: (block) => Float32Array.of(readHalf(block, 0)),
};

/** The upper half of a single-precision number; of two equally near ones, the even. */
export const bf16: Quantizer = {
  weights: 1,
  bytes: 2,
  write(weights) {
    const block = new Uint8Array(2);
    const bits = new Uint32Array(Float32Array.of(weights[0]!).buffer)[0]!;
    const isNaN = (bits & 0x7fffffff) > 0x7f800000;
    const upper = isNaN ? (bits >>> 16) | 64 : (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
    writeHalf(block, 0, upper);
    return block;
  },
  read: (block) => new Float32Array(Uint8Array.of(0, 0, block[0]!, block[1]!).buffer),
};
