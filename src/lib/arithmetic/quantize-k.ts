import {
  type BlockReader,
  clamp,
  nearest,
  type Quantizer,
  readHalf,
  storeHalf,
} from "./block-bytes.js";
import {scaleAndMinimum, scaleAround} from "./best-scale.js";
import {sixBitsOf} from "./quantize.js";

/**
 * K-quants: 256 weights a block, in groups of 16 or 32 with a small scale of their own, which share
 * a half as scale of scales. Q4_K stands in quantize.ts. Written as GGML's reference does it.
 * Source: llama.cpp, ggml/src/ggml-quants.c (quantize_row_q2_K_ref, dequantize_row_q2_K and those
 * that follow them).
 */

const {fround} = Math;

/**
 * Q2_K: 16 bytes with a group's scale (low half) and minimum (high half), 64 bytes of levels, scale
 * of scales, scale of minima. w = scale · s · level − minimum · m, level 0 … 3
 */
export const q2K: Quantizer = {weights: 256, bytes: 84, write: writeQ2K, read: readQ2K};

function writeQ2K(weights: ArrayLike<number>): Uint8Array {
  const block = new Uint8Array(84);
  const all = Float32Array.from(weights);
  const sizes = all.map(Math.abs); // the error of a large weight counts more
  const scales = new Float32Array(16);
  const minima = new Float32Array(16);
  const levels = new Uint8Array(256);
  const search = {levels: 3, from: -0.5, step: 0.1, trials: 15};
  for (let group = 0; group < 16; group++) {
    const [from, to] = [16 * group, 16 * group + 16];
    const best = levels.subarray(from, to); // stays where the group's scale becomes zero
    const found = scaleAndMinimum(all.subarray(from, to), sizes.subarray(from, to), search, best);
    [scales[group], minima[group]] = [found.scale, found.minimum];
  }
  const scale = shareFourBits(scales, block, 80, 0);
  const minimum = shareFourBits(minima, block, 82, 4);
  for (let i = 0; i < 256; i++) {
    const both = block[i >> 4]!;
    const step = fround(scale * (both & 15));
    const shift = fround(minimum * (both >> 4));
    if (step !== 0) levels[i] = clamp(nearest(fround(fround(all[i]! + shift) / step)), 0, 3);
  }
  writeTwoBits(levels, block.subarray(16, 80));
  return block;
}

/** Each value as 0 … 15 times a half that all share, in four bits from bit `shift` on. */
function shareFourBits(values: Float32Array, block: Uint8Array, at: number, shift: number): number {
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  if (largest === 0) return 0;
  const inverse = fround(15 / largest);
  values.forEach((value, group) => {
    block[group] = block[group]! | (nearest(fround(inverse * value)) << shift);
  });
  return storeHalf(block, at, fround(largest / 15));
}

function readQ2K(block: Uint8Array): Float32Array {
  const [scale, minimum] = [readHalf(block, 80), readHalf(block, 82)];
  const weights = new Float32Array(256);
  for (let i = 0; i < 256; i++) {
    const both = block[i >> 4]!;
    weights[i] = scale * (both & 15) * twoBits(block, 16, i) - minimum * (both >> 4);
  }
  return weights;
}

/**
 * Q3_K: 32 bytes of high bits, 64 bytes of low bits, 12 bytes with sixteen 6-bit scales, scale of
 * scales. w = scale · (s − 32) · level, level −4 … 3
 */
export const q3K: Quantizer = {weights: 256, bytes: 110, write: writeQ3K, read: readQ3K};

function writeQ3K(weights: ArrayLike<number>): Uint8Array {
  const block = new Uint8Array(110);
  const all = Float32Array.from(weights);
  const scales = new Float32Array(16);
  const levels = new Uint8Array(256);
  let largest = 0; // with its sign
  for (let group = 0; group < 16; group++) {
    const [from, to] = [16 * group, 16 * group + 16];
    const own = scaleAround(all.subarray(from, to), 4, levels.subarray(from, to));
    scales[group] = own;
    if (Math.abs(own) > Math.abs(largest)) largest = own;
  }
  if (largest !== 0) {
    const inverse = fround(-32 / largest);
    const packed = block.subarray(96, 108);
    scales.forEach((scale, group) => {
      packScale(packed, group, clamp(nearest(fround(inverse * scale)), -32, 31) + 32);
    });
    storeHalf(block, 108, fround(1 / inverse));
  }

  const scale = readHalf(block, 108);
  for (let i = 0; i < 256; i++) {
    const step = fround(scale * (scaleOf(block, i >> 4) - 32));
    if (step !== 0) levels[i] = clamp(nearest(fround(all[i]! / step)), -4, 3) + 4;
  }
  for (let i = 0; i < 256; i++) {
    block[i & 31] = block[i & 31]! | ((levels[i]! >> 2) << (i >> 5));
  }
  writeTwoBits(levels, block.subarray(32, 96));
  return block;
}

function readQ3K(block: Uint8Array): Float32Array {
  const scale = readHalf(block, 108);
  const weights = new Float32Array(256);
  for (let i = 0; i < 256; i++) {
    const high = (block[i & 31]! >> (i >> 5)) & 1;
    const level = (twoBits(block, 32, i) | (high << 2)) - 4;
    weights[i] = scale * (scaleOf(block, i >> 4) - 32) * level;
  }
  return weights;
}

/** Low four bits in the halves of eight bytes, high two bits in the four bytes behind these. */
function packScale(packed: Uint8Array, group: number, scale: number): void {
  const [low, high] = [group & 7, 8 + (group & 3)];
  packed[low] = packed[low]! | ((scale & 15) << (4 * (group >> 3)));
  packed[high] = packed[high]! | ((scale >> 4) << (2 * (group >> 2)));
}

function scaleOf(block: Uint8Array, group: number): number {
  const low = (block[96 + (group & 7)]! >> (4 * (group >> 3))) & 15;
  const high = (block[104 + (group & 3)]! >> (2 * (group >> 2))) & 3;
  return low | (high << 4);
}

/**
 * Two bits of each of 256 weights: 32 bytes hold 128 weights, in their lowest two bits the first 32
 * of these, in the next two bits the next 32, and so on.
 */
function writeTwoBits(levels: Uint8Array, target: Uint8Array): void {
  for (let i = 0; i < 256; i++) {
    const at = 32 * (i >> 7) + (i & 31);
    target[at] = target[at]! | ((levels[i]! & 3) << (2 * ((i >> 5) & 3)));
  }
}

function twoBits(block: Uint8Array, at: number, i: number): number {
  return (block[at + 32 * (i >> 7) + (i & 31)]! >> (2 * ((i >> 5) & 3))) & 3;
}

/**
 * Q5_K: as Q4_K, with 32 bytes before the levels in which bit g is the fifth bit of group g.
 * w = scale · s · level − minimum · m, level 0 … 31
 */
export const q5K: BlockReader = {
  weights: 256,
  bytes: 176,
  read(block) {
    const [scale, minimum] = [readHalf(block, 0), readHalf(block, 2)];
    return Float32Array.from({length: 256}, (_, i) => {
      const group = i >> 5;
      const [scales, minima] = sixBitsOf(block, group);
      const low = (block[48 + 32 * (group >> 1) + (i & 31)]! >> (4 * (group & 1))) & 15;
      const fifth = (block[16 + (i & 31)]! >> group) & 1;
      return scale * scales * (low | (fifth << 4)) - minimum * minima;
    });
  },
};

/**
 * Q6_K: 128 bytes of low bits, 64 bytes of high bits, 16 signed scales, scale of scales. 128 weights
 * share 64 bytes of low bits, the first 64 in the low halves. w = scale · s · (level − 32)
 */
export const q6K: BlockReader = {
  weights: 256,
  bytes: 210,
  read(block) {
    const scale = readHalf(block, 208);
    return Float32Array.from({length: 256}, (_, i) => {
      const low = (block[64 * (i >> 7) + (i & 63)]! >> (4 * ((i >> 6) & 1))) & 15;
      const own = (block[192 + (i >> 4)]! << 24) >> 24;
      return scale * own * ((low | (twoBits(block, 128, i) << 4)) - 32);
    });
  },
};
