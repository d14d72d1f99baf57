// Attention of one key-value head: how much each earlier token matters to each query, and the mix of
// their values.
//
//     scores = q · keys / √headDim,   weights = softmax(scores),   out = Σ weights · values
//
// Queries are the heads that share these keys and values, of all tokens: query i belongs to token
// i / heads. Four queries at a time are multiplied with all keys, then with all values, by the same
// tiles as any matrix; a query alone (decode without shared heads) takes the way of one column.
//
// Scratch: 128 bytes for sums, the queries (headDim × 4 numbers), then the scores, position after
// position, 4 queries side by side.

import {exp4} from "./exponential";
import {columnFloats, tileFloats} from "./floats";

/**
 * Queries `from` to `to`.
 *
 * @param query the first head that shares these keys, of the first token; out likewise
 * @param stride numbers between two tokens in `query` and `out`
 * @param heads heads that share these keys and values
 * @param position of the first token: it sees itself and all before
 */
export function attend(
  query: usize, out: usize, stride: i32, heads: i32, headDim: i32, from: i32, to: i32,
  position: i32, keys: usize, values: usize, scratch: usize,
): void {
  for (; from + 1 < to; from += 4) {
    attendFour(
      query, out, stride, heads, headDim, from, min(4, to - from), position, keys, values, scratch,
    );
  }
  if (from < to) {
    const at = offsetOf(from, stride, heads, headDim);
    const positions = position + from / heads + 1;
    attendOne(query + at, out + at, headDim, positions, keys, values, scratch);
  }
}

/** Where a query's head begins, in bytes. */
@inline
function offsetOf(query: i32, stride: i32, heads: i32, headDim: i32): usize {
  return 4 * (<usize>(query / heads) * <usize>stride + <usize>(query % heads) * <usize>headDim);
}

function attendOne(
  query: usize, out: usize, headDim: i32, positions: i32, keys: usize, values: usize,
  scratch: usize,
): void {
  const scaled = scratch + 128;
  const scores = scaled + 16 * <usize>headDim;
  const factor = f32x4.splat(1 / sqrt<f32>(<f32>headDim));
  for (let i: usize = 0; i < 4 * <usize>headDim; i += 16) {
    v128.store(scaled + i, f32x4.mul(v128.load(query + i), factor));
  }
  const groupBytes: usize = 16 * <usize>headDim;
  const groups = (positions + 3) >> 2;
  for (let group = 0; group < groups; group += 4) {
    const from = keys + <usize>group * groupBytes;
    // Scores come out in the order in which they are kept: the tile's sums are the scores.
    const to = scores + 16 * <usize>group;
    columnFloats(from, groupBytes, min(4, groups - group), 16, headDim, scaled, to);
  }
  // Positions that do not exist yet must not matter.
  for (let i = positions; i < 4 * groups; i++) store<f32>(scores + 4 * <usize>i, -Infinity);

  const end = scores + 16 * <usize>groups;
  let largest = v128.load(scores);
  for (let at = scores; at < end; at += 16) largest = f32x4.max(largest, v128.load(at));
  const most = f32x4.splat(
    max(
      max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)),
      max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)),
    ),
  );
  let sums = f32x4.splat(0);
  for (let at = scores; at < end; at += 16) {
    const weight = exp4(f32x4.sub(v128.load(at), most));
    v128.store(at, weight);
    sums = f32x4.add(sums, weight);
  }
  const sum = f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1)
    + f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3);
  const share = f32x4.splat(1 / sum);

  const numberGroups = headDim >> 2;
  for (let group = 0; group < numberGroups; group += 4) {
    const count = min(4, numberGroups - group);
    const from = values + 16 * <usize>group;
    columnFloats(from, 16, count, 4 * <usize>headDim, positions, scores, scratch);
    for (let i = 0; i < count; i++) {
      const mix = f32x4.mul(v128.load(scratch + 16 * <usize>i), share);
      v128.store(out + 16 * <usize>(group + i), mix);
    }
  }
}

function attendFour(
  query: usize, out: usize, stride: i32, heads: i32, headDim: i32, first: i32, count: i32,
  position: i32, keys: usize, values: usize, scratch: usize,
): void {
  const scaled = scratch + 128;
  const scores = scaled + 16 * <usize>headDim;
  const last = first + count - 1;
  // A tile that lacks queries repeats its last one.
  const second = min(first + 1, last);
  const third = min(first + 2, last);
  const fourth = min(first + 3, last);
  const at0 = offsetOf(first, stride, heads, headDim);
  const at1 = offsetOf(second, stride, heads, headDim);
  const at2 = offsetOf(third, stride, heads, headDim);
  const at3 = offsetOf(fourth, stride, heads, headDim);

  const factor = f32x4.splat(1 / sqrt<f32>(<f32>headDim));
  for (let i: usize = 0; i < 4 * <usize>headDim; i += 16) {
    storeTransposed(
      scaled + 4 * i,
      f32x4.mul(v128.load(query + at0 + i), factor),
      f32x4.mul(v128.load(query + at1 + i), factor),
      f32x4.mul(v128.load(query + at2 + i), factor),
      f32x4.mul(v128.load(query + at3 + i), factor),
    );
  }

  const positions = position + last / heads + 1;
  const groups = (positions + 3) >> 2;
  const groupBytes: usize = 16 * <usize>headDim;
  for (let group = 0; group < groups; group += 2) {
    const from = keys + <usize>group * groupBytes;
    const other = group + 1 < groups ? from + groupBytes : from;
    tileFloats(from, other, 16, headDim, scaled, scratch);
    const to = scores + 64 * <usize>group;
    storeTransposed(
      to,
      v128.load(scratch), v128.load(scratch, 32), v128.load(scratch, 64), v128.load(scratch, 96),
    );
    if (group + 1 == groups) break;
    storeTransposed(
      to + 64,
      v128.load(scratch, 16), v128.load(scratch, 48),
      v128.load(scratch, 80), v128.load(scratch, 112),
    );
  }

  hide(scores, 0, position + first / heads + 1, positions);
  hide(scores, 1, position + second / heads + 1, positions);
  hide(scores, 2, position + third / heads + 1, positions);
  hide(scores, 3, position + fourth / heads + 1, positions);

  const end = scores + 16 * <usize>positions;
  let largest = v128.load(scores);
  for (let at = scores; at < end; at += 16) largest = f32x4.max(largest, v128.load(at));
  let sums = f32x4.splat(0);
  for (let at = scores; at < end; at += 16) {
    const weight = exp4(f32x4.sub(v128.load(at), largest));
    v128.store(at, weight);
    sums = f32x4.add(sums, weight);
  }
  const shares = f32x4.div(f32x4.splat(1), sums);

  const numberGroups = headDim >> 2;
  for (let group = 0; group < numberGroups; group += 2) {
    const from = values + 16 * <usize>group;
    const other = group + 1 < numberGroups ? from + 16 : from;
    tileFloats(from, other, 4 * <usize>headDim, positions, scores, scratch);
    const to = out + 16 * <usize>group;
    const both = group + 1 < numberGroups;
    storeMix(to + at0, 0, v128.shuffle<i32>(shares, shares, 0, 0, 0, 0), both, scratch);
    storeMix(to + at1, 32, v128.shuffle<i32>(shares, shares, 1, 1, 1, 1), both, scratch);
    storeMix(to + at2, 64, v128.shuffle<i32>(shares, shares, 2, 2, 2, 2), both, scratch);
    storeMix(to + at3, 96, v128.shuffle<i32>(shares, shares, 3, 3, 3, 3), both, scratch);
  }
}

/** A query does not see what comes after its own token. */
@inline
function hide(scores: usize, lane: usize, from: i32, to: i32): void {
  for (let i = from; i < to; i++) store<f32>(scores + 16 * <usize>i + 4 * lane, -Infinity);
}

@inline
function storeMix(to: usize, at: usize, share: v128, both: bool, sums: usize): void {
  v128.store(to, f32x4.mul(v128.load(sums + at), share));
  if (both) v128.store(to, f32x4.mul(v128.load(sums + at, 16), share), 16);
}

/** Four vectors a, b, c, d as four vectors of their first, second, third and fourth numbers. */
@inline
function storeTransposed(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
  v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 16);
  v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 0, 2), 32);
  v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 1, 3), 48);
}
