// Activations made ready for a product: in blocks of 32 columns, `lanes` tokens side by side.
//
//   one block: 32 columns × lanes numbers of 1 byte (or 2, for the wide way), in words of 4 bytes:
//              word 0 of each token, word 1 of each token, …
//              a scale for each token (f32)
//              where a sum with 4-bit weights begins, for each token (i32)
//              where a sum with 8-bit weights begins, for each token (i32)
//
// A tile of four tokens thus reads one stream, at constant offsets. A single token has lanes = 1.
//
// The offset leaves the loop: 4-bit weights are stored as q from 0 to 15 and mean q − 8, so
// Σ (q − 8) x = Σ q x − 8 Σ x, and Σ x is one number a block, the same for all rows. A sum that
// begins at −8 Σ x needs no correction at its end.

import {BLOCK} from "./pack";

/** Bytes of a block. @param width of a number: 1 or 2 */
@inline
export function activationBytes(lanes: usize, width: usize): usize {
  return lanes * (32 * width + 12);
}

/**
 * Tokens `from` to `to` (of which `from` is a multiple of `lanes`), rounded to 8 bits: in each
 * block x ≈ scale · q with scale = max |x| / 127. Columns are a multiple of 32.
 *
 * @param byteOffset what 8-bit weights are stored above their values: 128 or 0
 */
export function quantizeBytes(
  x: usize, columns: i32, from: i32, to: i32, lanes: i32, out: usize, byteOffset: i32,
): void {
  quantize<i8>(x, columns, from, to, lanes, out, byteOffset);
}

/** The same values in 16 bits each. */
export function quantizeWide(
  x: usize, columns: i32, from: i32, to: i32, lanes: i32, out: usize, byteOffset: i32,
): void {
  quantize<i16>(x, columns, from, to, lanes, out, byteOffset);
}

@inline
function quantize<Number>(
  x: usize, columns: i32, from: i32, to: i32, lanes: i32, out: usize, byteOffset: i32,
): void {
  const blocks = columns / BLOCK;
  const wordStride: usize = 4 * <usize>lanes;
  const blockBytes = activationBytes(lanes, sizeof<Number>());
  for (let token = from; token < to; token++) {
    const lane = token % lanes;
    let row = x + <usize>token * <usize>columns * 4;
    let at = out + <usize>(token / lanes) * <usize>blocks * blockBytes + 4 * <usize>lane;
    for (let block = 0; block < blocks; block++) {
      let largest = f32x4.abs(v128.load(row));
      for (let i: usize = 16; i < 128; i += 16) {
        largest = f32x4.max(largest, f32x4.abs(v128.load(row + i)));
      }
      const most = largestLane(largest);
      const inverse = f32x4.splat(most > 0 ? 127 / most : 0);
      let sum = i32x4.splat(0);
      let word = at;
      for (let i: usize = 0; i < 128; i += 32) {
        const low = rounded(f32x4.mul(v128.load(row + i), inverse));
        const high = rounded(f32x4.mul(v128.load(row + i, 16), inverse));
        sum = i32x4.add(sum, i32x4.add(low, high));
        const wide = i16x8.narrow_i32x4_s(low, high);
        if (sizeof<Number>() == 1) {
          const bytes = i8x16.narrow_i16x8_s(wide, wide);
          store<u32>(word, i32x4.extract_lane(bytes, 0));
          store<u32>(word + wordStride, i32x4.extract_lane(bytes, 1));
          word += 2 * wordStride;
        } else {
          store<u32>(word, i32x4.extract_lane(wide, 0));
          store<u32>(word + wordStride, i32x4.extract_lane(wide, 1));
          store<u32>(word + 2 * wordStride, i32x4.extract_lane(wide, 2));
          store<u32>(word + 3 * wordStride, i32x4.extract_lane(wide, 3));
          word += 4 * wordStride;
        }
      }
      const all = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1)
        + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
      store<f32>(word, most / 127);
      store<i32>(word + wordStride, -8 * all);
      store<i32>(word + 2 * wordStride, -byteOffset * all);
      row += 128;
      at += blockBytes;
    }
  }
}

/**
 * The whole numbers nearest to four small ones (|x| < 2^22), ties to even. The last bit of a float
 * near 1.5 · 2^23 counts ones, so that the sum is rounded to them; its bits less those of
 * 1.5 · 2^23 are the number. A conversion would take several instructions more.
 */
@inline
function rounded(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

@inline
function largestLane(x: v128): f32 {
  const two = f32x4.max(x, v128.shuffle<i32>(x, x, 2, 3, 0, 1));
  const one = f32x4.max(two, v128.shuffle<i32>(two, two, 1, 0, 3, 2));
  return f32x4.extract_lane(one, 0);
}

/**
 * Tokens `from` to `to` (of which `from` is a multiple of 4) as they are, four side by side: column
 * after column, 4 numbers. Columns are a multiple of 4.
 */
export function interleave(x: usize, columns: i32, from: i32, to: i32, out: usize): void {
  const rowBytes: usize = 4 * <usize>columns;
  for (let token = from; token < to; token++) {
    let row = x + <usize>token * rowBytes;
    let at = out + <usize>(token >> 2) * 4 * rowBytes + 4 * <usize>(token & 3);
    for (const end = row + rowBytes; row < end; row += 16, at += 64) {
      const four = v128.load(row);
      v128.store_lane<f32>(at, four, 0);
      v128.store_lane<f32>(at, four, 1, 16);
      v128.store_lane<f32>(at, four, 2, 32);
      v128.store_lane<f32>(at, four, 3, 48);
    }
  }
}
