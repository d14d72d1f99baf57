import {type Quantizer, readHalf, storeHalf} from "./block-bytes.js";

/**
 * Blocks of 32 weights with four or five bits each, beside those in quantize.ts: Q4_1, Q5_0, Q5_1.
 * Byte for byte as GGML's reference writes them, which calculates in 32 bits; hence Math.fround.
 * Source: llama.cpp, ggml/src/ggml-quants.c (quantize_row_q4_1_ref and those that follow it).
 */

const {fround} = Math;

/** Scale, minimum (2 bytes each), then 16 bytes of levels as in Q4_0. w = scale · level + minimum */
export const q41: Quantizer = {
  weights: 32,
  bytes: 20,
  write(weights) {
    const block = new Uint8Array(20);
    const levels = levelsAboveLeast(weights, block, 15);
    writeLowBits(levels, block.subarray(4));
    return block;
  },
  read(block) {
    const scale = readHalf(block, 0);
    const minimum = readHalf(block, 2);
    return readBlock(block.subarray(4), undefined, (level) => fround(scale * level) + minimum);
  },
};

/** Scale (2 bytes), four bytes of fifth bits, 16 bytes of low bits. w = scale · (level − 16) */
export const q50: Quantizer = {
  weights: 32,
  bytes: 22,
  write(weights) {
    const block = new Uint8Array(22);
    const levels = levelsAroundZero(weights, block);
    writeFifthBits(levels, block.subarray(2, 6));
    writeLowBits(levels, block.subarray(6));
    return block;
  },
  read(block) {
    const scale = readHalf(block, 0);
    return readBlock(block.subarray(6), block.subarray(2, 6), (level) => scale * (level - 16));
  },
};

/** Scale, minimum, four bytes of fifth bits, 16 bytes of low bits. w = scale · level + minimum */
export const q51: Quantizer = {
  weights: 32,
  bytes: 24,
  write(weights) {
    const block = new Uint8Array(24);
    const levels = levelsAboveLeast(weights, block, 31);
    writeFifthBits(levels, block.subarray(4, 8));
    writeLowBits(levels, block.subarray(8));
    return block;
  },
  read(block) {
    const scale = readHalf(block, 0);
    const minimum = readHalf(block, 2);
    const weightOf = (level: number): number => fround(scale * level) + minimum;
    return readBlock(block.subarray(8), block.subarray(4, 8), weightOf);
  },
};

/** Levels 0 … greatest from the least weight to the largest. Writes scale and minimum. */
function levelsAboveLeast(
  weights: ArrayLike<number>,
  block: Uint8Array,
  greatest: number,
): Uint8Array {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < 32; i++) {
    const weight = weights[i]!;
    if (weight < least) least = weight;
    if (weight > most) most = weight;
  }
  const scale = fround(fround(most - least) / greatest);
  const inverse = scale === 0 ? 0 : fround(1 / scale);
  storeHalf(block, 0, scale);
  storeHalf(block, 2, least);
  const levels = new Uint8Array(32);
  for (let i = 0; i < 32; i++) {
    const place = fround(fround(fround(weights[i]! - least) * inverse) + 0.5);
    levels[i] = Math.min(greatest, Math.trunc(place));
  }
  return levels;
}

/** Levels 0 … 31 around 16, which is zero; the largest weight gets level 0. Writes the scale. */
function levelsAroundZero(weights: ArrayLike<number>, block: Uint8Array): Uint8Array {
  let largest = 0;
  for (let i = 0; i < 32; i++) {
    if (Math.abs(weights[i]!) > Math.abs(largest)) largest = weights[i]!;
  }
  const scale = fround(largest / -16);
  const inverse = scale === 0 ? 0 : fround(1 / scale);
  storeHalf(block, 0, scale);
  const levels = new Uint8Array(32);
  for (let i = 0; i < 32; i++) {
    levels[i] = Math.min(31, Math.trunc(fround(fround(weights[i]! * inverse) + 16.5)));
  }
  return levels;
}

/** Byte i holds the low bits of weight i in its low half, those of weight i + 16 in its high half. */
function writeLowBits(levels: Uint8Array, target: Uint8Array): void {
  for (let i = 0; i < 16; i++) target[i] = (levels[i]! & 15) | ((levels[i + 16]! & 15) << 4);
}

/** Bit i of the four bytes is weight i's. */
function writeFifthBits(levels: Uint8Array, target: Uint8Array): void {
  for (let i = 0; i < 32; i++) target[i >> 3] = target[i >> 3]! | ((levels[i]! >> 4) << (i & 7));
}

function readBlock(
  lowBits: Uint8Array,
  fifthBits: Uint8Array | undefined,
  weightOf: (level: number) => number,
): Float32Array {
  const weights = new Float32Array(32);
  for (let i = 0; i < 32; i++) {
    const low = (lowBits[i & 15]! >> (4 * (i >> 4))) & 15;
    const fifth = fifthBits === undefined ? 0 : (fifthBits[i >> 3]! >> (i & 7)) & 1;
    weights[i] = weightOf(low | (fifth << 4));
  }
  return weights;
}
