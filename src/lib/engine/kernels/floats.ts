// Products of 32-bit floats: F32 matrices, rows that were dequantized, and attention, whose keys and
// values are matrices too.
//
// A vector of weights holds four rows of one column. Groups of four rows stand `groupStride` bytes
// apart, columns `columnStride` bytes.

import {multiplyAdd} from "./dot";
import {finish} from "./finish";

/**
 * Two groups of rows times four tokens: sums[token][group] of four rows each, 8 vectors.
 *
 * @param x four tokens side by side: column after column, 4 numbers
 */
export function tileFloats(
  first: usize, second: usize, columnStride: usize, columns: i32, x: usize, sums: usize,
): void {
  const zero = f32x4.splat(0);
  let a0 = zero;
  let a1 = zero;
  let b0 = zero;
  let b1 = zero;
  let c0 = zero;
  let c1 = zero;
  let d0 = zero;
  let d1 = zero;
  for (const end = x + 16 * <usize>columns; x < end; x += 16) {
    const weights0 = v128.load(first);
    const weights1 = v128.load(second);
    const a = v128.load32_splat(x);
    a0 = multiplyAdd(weights0, a, a0);
    a1 = multiplyAdd(weights1, a, a1);
    const b = v128.load32_splat(x, 4);
    b0 = multiplyAdd(weights0, b, b0);
    b1 = multiplyAdd(weights1, b, b1);
    const c = v128.load32_splat(x, 8);
    c0 = multiplyAdd(weights0, c, c0);
    c1 = multiplyAdd(weights1, c, c1);
    const d = v128.load32_splat(x, 12);
    d0 = multiplyAdd(weights0, d, d0);
    d1 = multiplyAdd(weights1, d, d1);
    first += columnStride;
    second += columnStride;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, b0, 32);
  v128.store(sums, b1, 48);
  v128.store(sums, c0, 64);
  v128.store(sums, c1, 80);
  v128.store(sums, d0, 96);
  v128.store(sums, d1, 112);
}

/**
 * Up to four groups of rows times one token: sums[group] of four rows each, 4 vectors. Four streams
 * of weights are read side by side, and each sum waits for its own last step only.
 */
export function columnFloats(
  weights: usize, groupStride: usize, groups: i32, columnStride: usize, columns: i32,
  x: usize, sums: usize,
): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  // Groups that do not exist repeat the last one that does.
  const last = <usize>(groups - 1);
  let second = weights + min<usize>(1, last) * groupStride;
  let third = weights + min<usize>(2, last) * groupStride;
  let fourth = weights + min<usize>(3, last) * groupStride;
  for (const end = x + 4 * <usize>columns; x < end; x += 4) {
    const one = v128.load32_splat(x);
    a = multiplyAdd(v128.load(weights), one, a);
    b = multiplyAdd(v128.load(second), one, b);
    c = multiplyAdd(v128.load(third), one, c);
    d = multiplyAdd(v128.load(fourth), one, d);
    weights += columnStride;
    second += columnStride;
    third += columnStride;
    fourth += columnStride;
  }
  v128.store(sums, a);
  v128.store(sums, b, 16);
  v128.store(sums, c, 32);
  v128.store(sums, d, 48);
}

/** A packed F32 matrix times one token; groups `from` to `to` of four rows. */
export function vectorF32(
  matrix: usize, columns: i32, rows: i32, from: i32, to: i32,
  x: usize, out: usize, add: bool, scratch: usize,
): void {
  const groupBytes: usize = 16 * <usize>columns;
  for (let group = from; group < to; group += 4) {
    const groups = min(4, to - group);
    columnFloats(matrix + <usize>group * groupBytes, groupBytes, groups, 16, columns, x, scratch);
    for (let i = 0; i < groups; i++) {
      const sums = v128.load(scratch + 16 * <usize>i);
      finish(out + 16 * <usize>(group + i), sums, rows - 4 * (group + i), add);
    }
  }
}

/** A packed F32 matrix times many tokens, which lie four side by side. */
export function matrixF32(
  matrix: usize, columns: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  const groupBytes: usize = 16 * <usize>columns;
  for (let group = from; group < to; group += 2) {
    const other = min(group + 1, to - 1);
    const first = matrix + <usize>group * groupBytes;
    const second = matrix + <usize>other * groupBytes;
    let at = x;
    for (let token = 0; token < tokens; token += 4) {
      tileFloats(first, second, 16, columns, at, scratch);
      at += groupBytes;
      for (let lane = 0; lane < min(4, tokens - token); lane++) {
        const row = out + 4 * (<usize>(token + lane) * <usize>outStride + 4 * <usize>group);
        const sums = scratch + 32 * <usize>lane;
        finish(row, v128.load(sums), rows - 4 * group, add);
        if (other > group) finish(row + 16, v128.load(sums, 16), rows - 4 * other, add);
      }
    }
  }
}
