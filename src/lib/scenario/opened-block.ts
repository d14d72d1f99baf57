import {bitsPerWeight} from "../arithmetic/file-size.js";
import type {BlockFormat} from "../arithmetic/format.js";
import {halfValue} from "../arithmetic/half.js";
import {formatNamed} from "../arithmetic/precision.js";
import {quantizers, relativeError, sixBitsOf} from "../arithmetic/quantize.js";
import {fableRows} from "./fable-rows.js";
import type {View} from "./view.js";

/** Block formats that can be opened. */
export type OpenedFormat = keyof typeof quantizers;

/** Weights that are drawn one by one: a block, or the first group of a larger one. */
export const drawnWeights = 32;

/** One weight of the block: as it was, as it is stored, and as it comes back. */
export interface OpenedWeight {
  value: number;
  /** The number that is stored for it, e.g. 0 … 15. */
  level: number;
  rounded: number;
  /** Its own bits, the highest first. */
  bits: readonly boolean[];
  /** Whether other bits are stored for it than before a weight was pulled. */
  moved: boolean;
}

/** What the weights of a block share, bit by bit. */
export interface SharedField {
  name: "scale" | "minimum" | "groupScale" | "groupMinimum";
  /** What the field says, as the format reads it. */
  value: number;
  bits: readonly boolean[];
  moved: boolean;
  /** Group of 32 weights that it belongs to, where not to all. */
  group?: number;
}

export interface OpenedBlock {
  name: OpenedFormat;
  format: BlockFormat;
  bytes: number;
  weights: readonly OpenedWeight[];
  shared: readonly SharedField[];
  /** Every level that a weight drawn here may have, as it comes back. */
  grid: readonly number[];
  /** The pulled weight: which it is, counted from 0. */
  pulled: number;
  /** Of the other weights: how many have new bits, and their relative error now and before. */
  othersMoved: number;
  othersError: number;
  othersErrorBefore: number;
  /** Bits of a block that are one weight's own, and those that are shared. */
  weightBits: number;
  sharedBits: number;
}

/**
 * The block format that a file of this format mostly consists of: a Q4_K_M file of Q4_K, a Q4_0 file
 * of Q4_0. Q4_0 where it is none that can be opened.
 */
export function openedFormat(name: string): OpenedFormat {
  if (name.startsWith("Q4_K")) return "Q4_K";
  return name === "Q8_0" ? "Q8_0" : "Q4_0";
}

/** The weights with one of them pulled, as multiples of the largest. */
function pulledWeights({scenario}: View, count: number): Float32Array {
  const weights = fableRows.slice(0, count);
  const largest = Math.max(...weights.subarray(0, drawnWeights).map(Math.abs));
  weights[scenario.weight - 1]! += scenario.pull * largest;
  return weights;
}

/** Opens a block of real weights, in which one is pulled. */
export function openedBlock(view: View): OpenedBlock {
  const name = openedFormat(view.format.name);
  const format = formatNamed(name) as BlockFormat;
  const quantizer = quantizers[name];
  const original = fableRows.slice(0, quantizer.weights);
  const weights = pulledWeights(view, quantizer.weights);
  const before = quantizer.write(original);
  const block = quantizer.write(weights);
  const rounded = quantizer.read(block);

  const levelsBefore = levelsIn(before, name);
  const levels = levelsIn(block, name);
  const own = format.fields.find((field) => field.name === "weights")!.bits;
  const opened = Array.from({length: drawnWeights}, (_, i) => ({
    value: weights[i]!,
    level: levels[i]!,
    rounded: rounded[i]!,
    bits: bitsOf(levels[i]!, own),
    moved: levels[i] !== levelsBefore[i],
  }));
  const pulled = view.scenario.weight - 1;
  const others = (all: ArrayLike<number>) =>
    Array.from({length: drawnWeights}, (_, i) => all[i]!).filter((_, i) => i !== pulled);
  return {
    name,
    format,
    bytes: quantizer.bytes,
    weights: opened,
    shared: sharedIn(block, before, name),
    grid: gridOf(block, name),
    pulled,
    othersMoved: opened.filter(({moved}, i) => moved && i !== pulled).length,
    othersError: relativeError(others(weights), others(rounded)),
    othersErrorBefore: relativeError(others(original), others(quantizer.read(before))),
    weightBits: own,
    sharedBits: 8 * quantizer.bytes - own * quantizer.weights,
  };
}

/** Bits of the other groups of a Q4_K block, to be drawn small: [group][weight][bit]. */
export function otherGroups(view: View): readonly (readonly (readonly boolean[])[])[] {
  const name = openedFormat(view.format.name);
  const {weights, write} = quantizers[name];
  const levels = levelsIn(write(pulledWeights(view, weights)), name);
  return Array.from({length: weights / drawnWeights - 1}, (_, group) =>
    Array.from({length: drawnWeights}, (_, i) =>
      bitsOf(levels[drawnWeights * (group + 1) + i]!, 4),
    ),
  );
}

/** Bits per weight of the block, by the law: 4.5 for Q4_0 and Q4_K, 8.5 for Q8_0. */
export function openedBits({weightBits, sharedBits, format}: OpenedBlock): number {
  return bitsPerWeight({weightBits, sharedBits, blockWeights: format.weights});
}

/** The numbers that are stored for the weights; a signed one of Q8_0 as its byte, 0 … 255. */
function levelsIn(block: Uint8Array, name: OpenedFormat): number[] {
  if (name === "Q8_0") return [...block.subarray(2)];
  if (name === "Q4_0") {
    const halves = block.subarray(2);
    return Array.from({length: 32}, (_, i) => (halves[i & 15]! >> (i < 16 ? 0 : 4)) & 15);
  }
  return Array.from(
    {length: 256},
    (_, i) => (block[16 + 32 * (i >> 6) + (i & 31)]! >> (4 * ((i >> 5) & 1))) & 15,
  );
}

/** All values that a weight of the first 32 can come back as, in the order of their levels. */
function gridOf(block: Uint8Array, name: OpenedFormat): number[] {
  const levels = name === "Q8_0" ? 256 : 16;
  return Array.from({length: levels}, (_, level) => {
    const probe = block.slice();
    if (name === "Q8_0") probe[2] = level;
    else probe[name === "Q4_0" ? 2 : 16] = level;
    return quantizers[name].read(probe)[0]!;
  }).sort((a, b) => a - b);
}

/** Scales and minima, in the order in which they stand in the block. */
function sharedIn(block: Uint8Array, before: Uint8Array, name: OpenedFormat): SharedField[] {
  const half = (label: "scale" | "minimum", at: number): SharedField => {
    const bits = block[at]! | (block[at + 1]! << 8);
    const old = before[at]! | (before[at + 1]! << 8);
    return {name: label, value: halfValue(bits), bits: bitsOf(bits, 16), moved: bits !== old};
  };
  if (name !== "Q4_K") return [half("scale", 0)];
  const groups = Array.from({length: 8}, (_, group) => {
    const now = sixBitsOf(block, group);
    const old = sixBitsOf(before, group);
    return (["groupScale", "groupMinimum"] as const).map((label, i) => ({
      name: label,
      value: now[i]!,
      bits: bitsOf(now[i]!, 6),
      moved: now[i] !== old[i],
      group,
    }));
  });
  return [half("scale", 0), half("minimum", 2), ...groups.flat()];
}

/** The lowest `count` bits of a number, the highest first. */
function bitsOf(value: number, count: number): boolean[] {
  return Array.from({length: count}, (_, i) => ((value >> (count - 1 - i)) & 1) === 1);
}
