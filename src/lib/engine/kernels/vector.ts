// Decode: a packed matrix of 4- or 8-bit weights times one token.
//
// Each weight is read once and used once, so this waits for memory, and all that counts is that
// bytes keep coming. The scales stay halves on the way, and the matrix is read in twelve places at
// once: a processor fetches ahead where it sees a stream, but no further than the page's end (4 KiB),
// and a single stream would wait there each time for its next page. Twelve of them wait by turns.
// On the machine where this was measured, twelve streams are read twice as fast as two.

import {activationBytes} from "./activations";
import {
  InLanes16, InLanes32, isInLanes16, isInLanes32, isOfBuild, isQ4, multiplyAdd, Q4_0, Q8_0, step,
  Wide,
} from "./dot";
import {finish} from "./finish";
import {widenHalves} from "./scales";
import {Q4_BYTES, Q8_BYTES} from "./pack";

/** Places at which a matrix is read at once. */
const STREAMS: i32 = 12;

/**
 * Rows of groups `from` to `to` (a group is four rows): out[row] = Σ weights[row] · x.
 *
 * @param rows of the whole matrix
 * @param x one token's activations, in blocks of lanes = 1
 */
export function vectorQ8InLanes32(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32, x: usize, out: usize, add: bool,
): void {
  multiply<Q8_0, InLanes32>(matrix, blocks, rows, from, to, x, out, add);
}

export function vectorQ8Wide(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32, x: usize, out: usize, add: bool,
): void {
  multiply<Q8_0, Wide>(matrix, blocks, rows, from, to, x, out, add);
}

export function vectorQ4InLanes32(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32, x: usize, out: usize, add: bool,
): void {
  multiply<Q4_0, InLanes32>(matrix, blocks, rows, from, to, x, out, add);
}

export function vectorQ4InLanes16(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32, x: usize, out: usize, add: bool,
): void {
  multiply<Q4_0, InLanes16>(matrix, blocks, rows, from, to, x, out, add);
}

export function vectorQ4Wide(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32, x: usize, out: usize, add: bool,
): void {
  multiply<Q4_0, Wide>(matrix, blocks, rows, from, to, x, out, add);
}

@inline
function multiply<Format, Way>(
  matrix: usize, blocks: i32, rows: i32, from: i32, to: i32, x: usize, out: usize, add: bool,
): void {
  if (!isOfBuild<Way>()) return;
  const blockBytes = isQ4<Format>() ? Q4_BYTES : Q8_BYTES;
  const groupBytes = blockBytes * <usize>blocks;
  const width: usize = isInLanes32<Way>() || isInLanes16<Way>() ? 1 : 2;
  const length = (to - from) / STREAMS;
  const apart = <usize>length * groupBytes;
  let weights = matrix + <usize>from * groupBytes;
  for (let group = from; group < from + length; group++) {
    let sums0 = f32x4.splat(0);
    let sums1 = sums0;
    let sums2 = sums0;
    let sums3 = sums0;
    let sums4 = sums0;
    let sums5 = sums0;
    let sums6 = sums0;
    let sums7 = sums0;
    let sums8 = sums0;
    let sums9 = sums0;
    let sums10 = sums0;
    let sums11 = sums0;
    let at = x;
    for (let block = 0; block < blocks; block++) {
      const scale = v128.load32_splat(at + 32 * width);
      sums0 = addBlock<Format, Way>(sums0, weights, at, scale);
      sums1 = addBlock<Format, Way>(sums1, weights + apart, at, scale);
      sums2 = addBlock<Format, Way>(sums2, weights + 2 * apart, at, scale);
      sums3 = addBlock<Format, Way>(sums3, weights + 3 * apart, at, scale);
      sums4 = addBlock<Format, Way>(sums4, weights + 4 * apart, at, scale);
      sums5 = addBlock<Format, Way>(sums5, weights + 5 * apart, at, scale);
      sums6 = addBlock<Format, Way>(sums6, weights + 6 * apart, at, scale);
      sums7 = addBlock<Format, Way>(sums7, weights + 7 * apart, at, scale);
      sums8 = addBlock<Format, Way>(sums8, weights + 8 * apart, at, scale);
      sums9 = addBlock<Format, Way>(sums9, weights + 9 * apart, at, scale);
      sums10 = addBlock<Format, Way>(sums10, weights + 10 * apart, at, scale);
      sums11 = addBlock<Format, Way>(sums11, weights + 11 * apart, at, scale);
      weights += blockBytes;
      at += activationBytes(1, width);
    }
    let place = out + 16 * <usize>group;
    const next = 16 * <usize>length;
    finish(place, sums0, 4, add);
    finish((place += next), sums1, 4, add);
    finish((place += next), sums2, 4, add);
    finish((place += next), sums3, 4, add);
    finish((place += next), sums4, 4, add);
    finish((place += next), sums5, 4, add);
    finish((place += next), sums6, 4, add);
    finish((place += next), sums7, 4, add);
    finish((place += next), sums8, 4, add);
    finish((place += next), sums9, 4, add);
    finish((place += next), sums10, 4, add);
    // Only the matrix's last group may lack rows, and the last stream ends with it.
    finish((place += next), sums11, rows - 4 * (group + 11 * length), add);
  }

  // The groups that are left over, of which the last may lack rows.
  for (let group = from + STREAMS * length; group < to; group++) {
    weights = matrix + <usize>group * groupBytes;
    let sums = f32x4.splat(0);
    let at = x;
    for (let block = 0; block < blocks; block++) {
      sums = addBlock<Format, Way>(sums, weights, at, v128.load32_splat(at + 32 * width));
      weights += blockBytes;
      at += activationBytes(1, width);
    }
    finish(out + 16 * <usize>group, sums, rows - 4 * group, add);
  }
}

/** One block of four rows: sums + weights · activations. */
@inline
function addBlock<Format, Way>(sums: v128, weights: usize, x: usize, scale: v128): v128 {
  const scales = f32x4.mul(widenHalves(weights), scale);
  const whole = isQ4<Format>() ? sumQ4<Way>(weights, x) : sumQ8<Way>(weights, x);
  return multiplyAdd(f32x4.convert_i32x4_s(whole), scales, sums);
}

/** The whole-numbered sums of four rows over a block of 8-bit weights. */
@inline
function sumQ8<Way>(weights: usize, x: usize): v128 {
  if (isInLanes32<Way>()) {
    let sums = v128.load32_splat(x, 40);
    sums = step<Way>(sums, v128.load(weights, 8), v128.load32_splat(x, 0));
    sums = step<Way>(sums, v128.load(weights, 24), v128.load32_splat(x, 4));
    sums = step<Way>(sums, v128.load(weights, 40), v128.load32_splat(x, 8));
    sums = step<Way>(sums, v128.load(weights, 56), v128.load32_splat(x, 12));
    sums = step<Way>(sums, v128.load(weights, 72), v128.load32_splat(x, 16));
    sums = step<Way>(sums, v128.load(weights, 88), v128.load32_splat(x, 20));
    sums = step<Way>(sums, v128.load(weights, 104), v128.load32_splat(x, 24));
    return step<Way>(sums, v128.load(weights, 120), v128.load32_splat(x, 28));
  } else {
    return sumQ8Wide(weights, x);
  }
}

/** The same for 4-bit weights. */
@inline
function sumQ4<Way>(weights: usize, x: usize): v128 {
  const fifteen = i8x16.splat(15);
  if (isInLanes32<Way>() || isInLanes16<Way>()) {
    const start = v128.load32_splat(x, 36);
    let sums = isInLanes32<Way>() ? start : i16x8.splat(0);
    const a = v128.load(weights, 8);
    sums = step<Way>(sums, v128.and(a, fifteen), v128.load32_splat(x, 0));
    sums = step<Way>(sums, highHalves(a), v128.load32_splat(x, 16));
    const b = v128.load(weights, 24);
    sums = step<Way>(sums, v128.and(b, fifteen), v128.load32_splat(x, 4));
    sums = step<Way>(sums, highHalves(b), v128.load32_splat(x, 20));
    const c = v128.load(weights, 40);
    sums = step<Way>(sums, v128.and(c, fifteen), v128.load32_splat(x, 8));
    sums = step<Way>(sums, highHalves(c), v128.load32_splat(x, 24));
    const d = v128.load(weights, 56);
    sums = step<Way>(sums, v128.and(d, fifteen), v128.load32_splat(x, 12));
    sums = step<Way>(sums, highHalves(d), v128.load32_splat(x, 28));
    if (isInLanes32<Way>()) return sums;
    return i32x4.add(i32x4.extadd_pairwise_i16x8_s(sums), start);
  } else {
    return sumQ4Wide(weights, x);
  }
}

/** Called, not unfolded in each of the streams: it is long, and the call is a small part of it. */
function sumQ8Wide(weights: usize, x: usize): v128 {
  let low = i32x4.splat(0);
  let high = i32x4.splat(0);
  for (let i: usize = 0; i < 8; i++) {
    const bytes = v128.load(weights + 16 * i, 8);
    const four = v128.load64_splat(x + 8 * i);
    low = step<Wide>(low, i16x8.extend_low_i8x16_s(bytes), four);
    high = step<Wide>(high, i16x8.extend_high_i8x16_s(bytes), four);
  }
  return i32x4.add(addPairs(low, high), v128.load32_splat(x, 72));
}

/** The same for 4-bit weights. */
function sumQ4Wide(weights: usize, x: usize): v128 {
  const fifteen = i8x16.splat(15);
  let low = i32x4.splat(0);
  let high = i32x4.splat(0);
  for (let i: usize = 0; i < 4; i++) {
    const bytes = v128.load(weights + 16 * i, 8);
    const near = v128.and(bytes, fifteen);
    const far = highHalves(bytes);
    const four = v128.load64_splat(x + 8 * i);
    low = step<Wide>(low, i16x8.extend_low_i8x16_u(near), four);
    high = step<Wide>(high, i16x8.extend_high_i8x16_u(near), four);
    const fourMore = v128.load64_splat(x + 8 * i, 32);
    low = step<Wide>(low, i16x8.extend_low_i8x16_u(far), fourMore);
    high = step<Wide>(high, i16x8.extend_high_i8x16_u(far), fourMore);
  }
  return i32x4.add(addPairs(low, high), v128.load32_splat(x, 68));
}

/** The upper four bits of each byte. x86 shifts no bytes, only pairs of them. */
@inline
export function highHalves(bytes: v128): v128 {
  return v128.and(i16x8.shr_u(bytes, 4), i8x16.splat(15));
}

/** Two half sums each of rows 0 and 1, and of rows 2 and 3: four whole ones. */
@inline
function addPairs(low: v128, high: v128): v128 {
  return i32x4.add(
    v128.shuffle<i32>(low, high, 0, 2, 4, 6),
    v128.shuffle<i32>(low, high, 1, 3, 5, 7),
  );
}
