import {halfBits, halfValue} from "./half.js";

/** What the blocks of all formats have in common. */

/** How the blocks of a format are read. */
export interface BlockReader {
  /** Weights in a block, and its bytes; formats of one weight read and write any number of them. */
  weights: number;
  bytes: number;
  /** Reads a block: the weights as the model will use them. */
  read(block: Uint8Array): Float32Array;
}

/** One format whose blocks can be written and read. */
export interface Quantizer extends BlockReader {
  /** Writes one block. `weights` holds as many as a block does. */
  write(weights: ArrayLike<number>): Uint8Array;
}

export function writeHalf(block: Uint8Array, at: number, bits: number): void {
  block[at] = bits & 255;
  block[at + 1] = bits >> 8;
}

export function readHalf(block: Uint8Array, at: number): number {
  return halfValue(block[at]! | (block[at + 1]! << 8));
}

/** Writes a number as the half nearest to it, and says what that is. */
export function storeHalf(block: Uint8Array, at: number, value: number): number {
  const bits = halfBits(value);
  writeHalf(block, at, bits);
  return halfValue(bits);
}

/**
 * The nearest whole number, of two equally near ones the even: what a 32-bit float rounds to where
 * its steps are 1, from 2^23 on. For |value| < 2^22.
 */
export function nearest(value: number): number {
  return Math.fround(value + steps) - steps;
}

const steps = 1.5 * 2 ** 23;

export function clamp(value: number, least: number, greatest: number): number {
  return value < least ? least : value > greatest ? greatest : value;
}
