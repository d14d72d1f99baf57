// Prefill: a packed matrix of 4- or 8-bit weights times many tokens.
//
// Each weight serves all tokens of the chunk, so this waits for arithmetic. Eight rows at a time
// are unpacked into a panel that fits the first cache, and the panel is multiplied by four tokens
// at a time. Such a tile of 8 × 4 sums lives in eight registers; each weight that is loaded serves
// four tokens, each activation eight rows.
//
//   panel, one block: 8 words (wide: 16) of 2 groups × 4 rows × 4 columns (wide: 2) of weights,
//                     then the scales of 2 groups × 4 rows (f32)

import {activationBytes} from "./activations";
import {
  InLanes16, InLanes32, isInLanes16, isInLanes32, isOfBuild, isQ4, multiplyAdd, Q4_0, Q8_0, step,
  Wide,
} from "./dot";
import {finish} from "./finish";
import {widenHalves} from "./scales";
import {Q4_BYTES, Q8_BYTES} from "./pack";
import {highHalves} from "./vector";

/**
 * Rows of groups `from` to `to` (a group is four rows): out[token][row] = Σ weights[row] · x[token].
 *
 * @param x activations of `tokens` tokens, in blocks of lanes = 4
 * @param outStride numbers between two tokens in `out`
 * @param scratch 128 bytes for sums, then the panel
 */
export function matrixQ8InLanes32(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  multiply<Q8_0, InLanes32>(
    matrix, blocks, rows, from, to, x, tokens, out, outStride, add, scratch,
  );
}

export function matrixQ8Wide(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  multiply<Q8_0, Wide>(matrix, blocks, rows, from, to, x, tokens, out, outStride, add, scratch);
}

export function matrixQ4InLanes32(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  multiply<Q4_0, InLanes32>(
    matrix, blocks, rows, from, to, x, tokens, out, outStride, add, scratch,
  );
}

export function matrixQ4InLanes16(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  multiply<Q4_0, InLanes16>(
    matrix, blocks, rows, from, to, x, tokens, out, outStride, add, scratch,
  );
}

export function matrixQ4Wide(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  multiply<Q4_0, Wide>(matrix, blocks, rows, from, to, x, tokens, out, outStride, add, scratch);
}

@inline
function isWide<Way>(): bool {
  return !isInLanes32<Way>() && !isInLanes16<Way>();
}

@inline
function multiply<Format, Way>(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32,
  x: usize, tokens: i32, out: usize, outStride: i32, add: bool, scratch: usize,
): void {
  if (!isOfBuild<Way>()) return;
  const groupBytes = (isQ4<Format>() ? Q4_BYTES : Q8_BYTES) * <usize>blocks;
  const tokenGroupBytes = activationBytes(4, isWide<Way>() ? 2 : 1) * <usize>blocks;
  const panel = scratch + 128;
  for (let group = from; group < to; group += 2) {
    // A last group that stands alone is multiplied twice, and kept once.
    const other = min(group + 1, to - 1);
    unpack<Format, Way>(matrix + <usize>group * groupBytes, blocks, panel, 0);
    unpack<Format, Way>(matrix + <usize>other * groupBytes, blocks, panel, 1);
    const isWhole = other > group && rows - 4 * group >= 8;
    let at = x;
    for (let token = 0; token < tokens; token += 4, at += tokenGroupBytes) {
      // A whole tile is added up where its sums belong; another in scratch, and what exists is kept.
      const isInPlace = isWhole && tokens - token >= 4;
      const place = out + 4 * (<usize>token * <usize>outStride + 4 * <usize>group);
      const sums = isInPlace ? place : scratch;
      const stride = isInPlace ? 4 * <usize>outStride : 32;
      if (!isInPlace || !add) clear(sums, stride);
      tile<Format, Way>(panel, blocks, at, sums, stride);
      if (isInPlace) continue;
      for (let lane = 0; lane < min(4, tokens - token); lane++) {
        const row = place + 4 * <usize>lane * <usize>outStride;
        const eight = scratch + 32 * <usize>lane;
        finish(row, v128.load(eight), rows - 4 * group, add);
        if (other > group) finish(row + 16, v128.load(eight, 16), rows - 4 * other, add);
      }
    }
  }
}

/** Zeros for the sums of four tokens, 8 rows each. */
@inline
function clear(sums: usize, stride: usize): void {
  for (let token: usize = 0; token < 4; token++) {
    v128.store(sums + token * stride, f32x4.splat(0));
    v128.store(sums + token * stride, f32x4.splat(0), 16);
  }
}

/** Unpacks four rows into the panel, as its first or its second group. */
@inline
function unpack<Format, Way>(packed: usize, blocks: i32, panel: usize, half: usize): void {
  let to = panel + 16 * half;
  for (let block = 0; block < blocks; block++) {
    const scales = widenHalves(packed);
    if (isQ4<Format>()) {
      for (let word: usize = 0; word < 4; word++) {
        const bytes = v128.load(packed + 16 * word, 8);
        place<Format, Way>(to, word, v128.and(bytes, i8x16.splat(15)));
        place<Format, Way>(to, word + 4, highHalves(bytes));
      }
      packed += Q4_BYTES;
    } else {
      for (let word: usize = 0; word < 8; word++) {
        place<Format, Way>(to, word, v128.load(packed + 16 * word, 8));
      }
      packed += Q8_BYTES;
    }
    to += isWide<Way>() ? 512 : 256;
    v128.store(to, scales);
    to += 32;
  }
}

/** Puts 4 rows × 4 columns in their place; in the wide way they become two words. */
@inline
function place<Format, Way>(to: usize, word: usize, bytes: v128): void {
  if (isWide<Way>()) {
    const low = isQ4<Format>()
      ? i16x8.extend_low_i8x16_u(bytes)
      : i16x8.extend_low_i8x16_s(bytes);
    const high = isQ4<Format>()
      ? i16x8.extend_high_i8x16_u(bytes)
      : i16x8.extend_high_i8x16_s(bytes);
    v128.store(to + 64 * word, v128.shuffle<i32>(low, high, 0, 2, 4, 6));
    v128.store(to + 64 * word, v128.shuffle<i32>(low, high, 1, 3, 5, 7), 32);
  } else {
    v128.store(to + 32 * word, bytes);
  }
}

/** Adds a panel times four tokens to sums[token][8 rows], `stride` bytes from token to token. */
@inline
function tile<Format, Way>(
  panel: usize, blocks: i32, x: usize, sums: usize, stride: usize,
): void {
  const words: usize = isWide<Way>() ? 16 : 8;
  for (let block = 0; block < blocks; block++) {
    const starts = x + 16 * words + (isQ4<Format>() ? 16 : 32);
    const zero = i32x4.splat(0);
    let a0 = isInLanes16<Way>() ? zero : v128.load32_splat(starts);
    let a1 = a0;
    let b0 = isInLanes16<Way>() ? zero : v128.load32_splat(starts, 4);
    let b1 = b0;
    let c0 = isInLanes16<Way>() ? zero : v128.load32_splat(starts, 8);
    let c1 = c0;
    let d0 = isInLanes16<Way>() ? zero : v128.load32_splat(starts, 12);
    let d1 = d0;
    for (const end = x + 16 * words; x < end; x += 16, panel += 32) {
      const first = v128.load(panel);
      const second = v128.load(panel, 16);
      const a = v128.load32_splat(x);
      a0 = step<Way>(a0, first, a);
      a1 = step<Way>(a1, second, a);
      const b = v128.load32_splat(x, 4);
      b0 = step<Way>(b0, first, b);
      b1 = step<Way>(b1, second, b);
      const c = v128.load32_splat(x, 8);
      c0 = step<Way>(c0, first, c);
      c1 = step<Way>(c1, second, c);
      const d = v128.load32_splat(x, 12);
      d0 = step<Way>(d0, first, d);
      d1 = step<Way>(d1, second, d);
    }
    const first = v128.load(panel);
    const second = v128.load(panel, 16);
    addToken<Way>(sums, 0, a0, a1, first, second, x);
    addToken<Way>(sums + stride, 1, b0, b1, first, second, x);
    addToken<Way>(sums + 2 * stride, 2, c0, c1, first, second, x);
    addToken<Way>(sums + 3 * stride, 3, d0, d1, first, second, x);
    panel += 32;
    x += 48;
  }
}

/** One token's block sums, times the scales of 2 × 4 rows and of the token's block, added up. */
@inline
function addToken<Way>(
  at: usize, token: usize, whole0: v128, whole1: v128, scales0: v128, scales1: v128, x: usize,
): void {
  if (isInLanes16<Way>()) {
    const start = v128.load32_splat(x + 4 * token, 16);
    whole0 = i32x4.add(i32x4.extadd_pairwise_i16x8_s(whole0), start);
    whole1 = i32x4.add(i32x4.extadd_pairwise_i16x8_s(whole1), start);
  }
  const scale = v128.load32_splat(x + 4 * token);
  v128.store(
    at,
    multiplyAdd(f32x4.convert_i32x4_s(whole0), f32x4.mul(scales0, scale), v128.load(at)),
  );
  v128.store(
    at,
    multiplyAdd(f32x4.convert_i32x4_s(whole1), f32x4.mul(scales1, scale), v128.load(at, 16)),
    16,
  );
}
