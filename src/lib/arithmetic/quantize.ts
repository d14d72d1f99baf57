import {type Quantizer, readHalf, writeHalf} from "./block-bytes.js";
import {halfBits, halfValue} from "./half.js";

/**
 * Weights into blocks and back, byte by byte as GGML writes them. Source: llama.cpp,
 * ggml/src/ggml-quants.c (quantize_row_q4_0_ref, quantize_row_q8_0_ref, dequantize_row_q4_K). GGML
 * calculates in 32 bits, so Math.fround stands wherever that decides a rounding.
 */

/** Formats that the notebook opens, by the name of their block format; weight-formats.ts has all. */
export const quantizers: Readonly<Record<"Q4_0" | "Q8_0" | "Q4_K", Quantizer>> = {
  Q4_0: {weights: 32, bytes: 18, write: writeQ40, read: readQ40},
  Q8_0: {weights: 32, bytes: 34, write: writeQ80, read: readQ80},
  Q4_K: {weights: 256, bytes: 144, write: writeQ4K, read: readQ4K},
};

/** Rows of weights through a quantizer and back, block by block. */
export function roundTrip(weights: ArrayLike<number>, quantizer: Quantizer): Float32Array {
  const rounded = new Float32Array(weights.length);
  for (let from = 0; from < weights.length; from += quantizer.weights) {
    const block = Array.from({length: quantizer.weights}, (_, i) => weights[from + i]!);
    rounded.set(quantizer.read(quantizer.write(block)), from);
  }
  return rounded;
}

/**
 * Relative error of a matrix: √(Σ(w − ŵ)² / Σw²). It is also the expected relative error of the
 * layer's output, ‖(W − Ŵ)x‖ / ‖Wx‖, for an input x whose entries are independent and alike: each
 * square of an entry then counts every weight of its column once, above and below the bar.
 */
export function relativeError(weights: ArrayLike<number>, rounded: ArrayLike<number>): number {
  let error = 0;
  let all = 0;
  for (let i = 0; i < weights.length; i++) {
    error += (weights[i]! - rounded[i]!) ** 2;
    all += weights[i]! ** 2;
  }
  return Math.sqrt(error / all);
}

/**
 * 32 weights rounded to 2^bits levels that share one 16-bit scale: the rule of Q4_0 (4 bits) and
 * Q5_0 (5 bits), for any number of bits. The largest weight gets the lowest level, exactly but for
 * the rounding of the scale.
 */
export function roundToLevels(weights: ArrayLike<number>, bits: number): Float32Array {
  const rounded = new Float32Array(weights.length);
  for (let from = 0; from < weights.length; from += 32) {
    const block = Array.from({length: 32}, (_, i) => weights[from + i]!);
    const {scale, levels} = levelsOf(block, bits);
    rounded.set(
      levels.map((level) => scale * (level - 2 ** (bits - 1))),
      from,
    );
  }
  return rounded;
}

/** The scale of a block as it is stored, and the level of each weight, 0 … 2^bits − 1. */
function levelsOf(block: ArrayLike<number>, bits: number) {
  const middle = 2 ** (bits - 1);
  let largest = 0;
  for (let i = 0; i < block.length; i++) {
    if (Math.abs(block[i]!) > Math.abs(largest)) largest = block[i]!;
  }
  const scale = Math.fround(largest / -middle);
  const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
  const levels = Array.from({length: block.length}, (_, i) => {
    const place = Math.fround(Math.fround(block[i]! * inverse) + middle + 0.5);
    return Math.min(2 * middle - 1, Math.trunc(place));
  });
  return {scaleBits: halfBits(scale), scale: halfValue(halfBits(scale)), levels};
}

/** Q4_0: scale (2 bytes), then 16 bytes; byte i holds weight i in its low half, i + 16 in its high. */
function writeQ40(weights: ArrayLike<number>): Uint8Array {
  const {scaleBits, levels} = levelsOf(weights, 4);
  const block = new Uint8Array(18);
  writeHalf(block, 0, scaleBits);
  for (let i = 0; i < 16; i++) block[2 + i] = levels[i]! | (levels[i + 16]! << 4);
  return block;
}

/** w = scale · (level − 8) */
function readQ40(block: Uint8Array): Float32Array {
  const scale = readHalf(block, 0);
  return Float32Array.from({length: 32}, (_, i) => {
    const level = i < 16 ? block[2 + i]! & 15 : block[2 + i - 16]! >> 4;
    return scale * (level - 8);
  });
}

/** Q8_0: scale (2 bytes), then a signed byte for each weight. */
function writeQ80(weights: ArrayLike<number>): Uint8Array {
  let largest = 0;
  for (let i = 0; i < 32; i++) largest = Math.max(largest, Math.abs(weights[i]!));
  const scale = Math.fround(largest / 127);
  const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
  const block = new Uint8Array(34);
  writeHalf(block, 0, halfBits(scale));
  for (let i = 0; i < 32; i++) {
    const place = Math.fround(weights[i]! * inverse);
    block[2 + i] = Math.sign(place) * Math.round(Math.abs(place)); // halves away from zero
  }
  return block;
}

/** w = scale · level, with levels from −127 to 127 */
function readQ80(block: Uint8Array): Float32Array {
  const scale = readHalf(block, 0);
  return Float32Array.from({length: 32}, (_, i) => scale * ((block[2 + i]! << 24) >> 24));
}

/**
 * Q4_K: scale of scales (2 bytes), scale of minima (2), eight 6-bit scales and eight 6-bit minima
 * (12), then 128 bytes of levels; each 32 of those hold one group of 32 weights in their low
 * halves, the next group in their high ones.
 *
 * Each group is laid between its smallest and its largest weight. llama.cpp goes on from there and
 * searches for a scale with a smaller error, so its bytes differ; the layout is the same.
 */
function writeQ4K(weights: ArrayLike<number>): Uint8Array {
  const groups = Array.from({length: 8}, (_, group) => {
    const own = Array.from({length: 32}, (_, i) => weights[32 * group + i]!);
    const least = Math.min(0, ...own);
    return {own, least: -least, step: (Math.max(0, ...own) - least) / 15};
  });
  const scale = halfBits(Math.max(...groups.map(({step}) => step)) / 63);
  const minimum = halfBits(Math.max(...groups.map(({least}) => least)) / 63);
  const sixBits = (value: number, unit: number): number =>
    unit === 0 ? 0 : Math.min(63, Math.round(value / unit));

  const block = new Uint8Array(144);
  writeHalf(block, 0, scale);
  writeHalf(block, 2, minimum);
  groups.forEach(({own, step, least}, group) => {
    const scales = sixBits(step, halfValue(scale));
    const minima = sixBits(least, halfValue(minimum));
    packSixBits(block, group, scales, minima);
    const ownStep = halfValue(scale) * scales;
    const ownLeast = halfValue(minimum) * minima;
    own.forEach((weight, i) => {
      const level = ownStep === 0 ? 0 : Math.round((weight + ownLeast) / ownStep);
      const at = 16 + 32 * (group >> 1) + i;
      block[at] = block[at]! | (Math.min(15, Math.max(0, level)) << (4 * (group & 1)));
    });
  });
  return block;
}

/** w = scale · s · level − minimum · m, with the 6-bit s and m of the weight's group */
function readQ4K(block: Uint8Array): Float32Array {
  const [scale, minimum] = [readHalf(block, 0), readHalf(block, 2)];
  return Float32Array.from({length: 256}, (_, i) => {
    const group = i >> 5;
    const [scales, minima] = sixBitsOf(block, group);
    const level = (block[16 + 32 * (group >> 1) + (i & 31)]! >> (4 * (group & 1))) & 15;
    return scale * scales * level - minimum * minima;
  });
}

/**
 * Scale and minimum of one group. The first four groups have a byte for each, of which they use six
 * bits; the last four find their low halves in four more bytes and their high bits in those two
 * that the first four left over.
 */
export function sixBitsOf(block: Uint8Array, group: number): [scale: number, minimum: number] {
  const packed = block.subarray(4, 16);
  if (group < 4) return [packed[group]! & 63, packed[group + 4]! & 63];
  return [
    (packed[group + 4]! & 15) | ((packed[group - 4]! >> 6) << 4),
    (packed[group + 4]! >> 4) | ((packed[group]! >> 6) << 4),
  ];
}

function packSixBits(block: Uint8Array, group: number, scale: number, minimum: number): void {
  const packed = block.subarray(4, 16);
  if (group < 4) {
    packed[group] = packed[group]! | scale;
    packed[group + 4] = packed[group + 4]! | minimum;
    return;
  }
  packed[group + 4] = (scale & 15) | ((minimum & 15) << 4);
  packed[group - 4] = packed[group - 4]! | ((scale >> 4) << 6);
  packed[group] = packed[group]! | ((minimum >> 4) << 6);
}
