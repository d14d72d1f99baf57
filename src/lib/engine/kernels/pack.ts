// Weights repacked at load, so that a vector of 16 bytes holds four rows.
//
// A row's sum then stays in its lane: no horizontal additions, one multiply-add with the scales
// serves four rows, and four activations come in by one load that repeats them in all lanes.
//
//   F32    column after column: 4 numbers, one of each row
//   Q8_0   block after block:   4 scales (halves), then 8 vectors: 4 rows × 4 columns, bytes
//   Q4_0   block after block:   4 scales (halves), then 4 vectors: 4 rows × 4 bytes, whose low
//          halves are columns 4k … 4k + 3 and whose high halves the same + 16
//
// Four packed rows take as many bytes as they do in the file, only in another order.

import {loadHalf} from "./half";

/** Numbers in a block of Q8_0 and Q4_0. */
export const BLOCK: i32 = 32;

/** Bytes of a block of four rows. */
export const Q8_BYTES: usize = 136;
export const Q4_BYTES: usize = 72;

/** Rows in a vector. */
export const GROUP: i32 = 4;

/**
 * Puts `count` rows of a file, from number `row` on, in their places.
 *
 * @param target the packed matrix
 * @param raw whole rows as they stand in the file
 * @param rowWords words of four bytes that a block (F32: a number) has in its row after the scale
 * @param scaleBytes 2, or 0 for F32
 * @param blocks blocks (F32: numbers) in a row
 * @param flip XORed with each word: 0x80808080 turns signed bytes into bytes from 0 to 255
 */
export function pack(
  target: usize,
  raw: usize,
  row: i32,
  count: i32,
  blocks: i32,
  rowWords: i32,
  scaleBytes: i32,
  flip: u32,
): void {
  const blockBytes = <usize>(4 * (4 * rowWords + scaleBytes));
  const groupBytes = blockBytes * <usize>blocks;
  for (const end = row + count; row < end; row++) {
    const lane = <usize>(row & 3);
    let to = target + <usize>(row >> 2) * groupBytes;
    for (let block = 0; block < blocks; block++) {
      if (scaleBytes) store<u16>(to + 2 * lane, load<u16>(raw));
      raw += scaleBytes;
      for (let word = 0; word < rowWords; word++) {
        const at = to + 4 * <usize>scaleBytes + 16 * <usize>word + 4 * lane;
        store<u32>(at, load<u32>(raw) ^ flip);
        raw += 4;
      }
      to += blockBytes;
    }
  }
}

/** One row of a packed F32 matrix. */
export function unpackF32(packed: usize, columns: i32, row: i32, out: usize): void {
  let from = packed + 16 * <usize>(row >> 2) * <usize>columns + 4 * <usize>(row & 3);
  for (const end = out + 4 * <usize>columns; out < end; out += 4, from += 16) {
    store<f32>(out, load<f32>(from));
  }
}

/** One row of a packed matrix of 8-bit weights. @param flip as it was packed, one byte of it */
export function unpackQ8(packed: usize, blocks: i32, row: i32, flip: i32, out: usize): void {
  const lane = <usize>(row & 3);
  let from = packed + <usize>(row >> 2) * <usize>blocks * Q8_BYTES;
  for (; blocks > 0; blocks--, from += Q8_BYTES) {
    const scale = loadHalf(from + 2 * lane);
    for (let i: usize = 0; i < 32; i++, out += 4) {
      const level = <i8>(<i32>load<u8>(from + 16 * (i >> 2) + 4 * lane + (i & 3), 8) ^ flip);
      store<f32>(out, scale * <f32>level);
    }
  }
}

/** One row of a packed matrix of 4-bit weights. */
export function unpackQ4(packed: usize, blocks: i32, row: i32, out: usize): void {
  const lane = <usize>(row & 3);
  let from = packed + <usize>(row >> 2) * <usize>blocks * Q4_BYTES;
  for (; blocks > 0; blocks--, from += Q4_BYTES, out += 128) {
    const scale = loadHalf(from + 2 * lane);
    for (let i: usize = 0; i < 16; i++) {
      const levels = <i32>load<u8>(from + 16 * (i >> 2) + 4 * lane + (i & 3), 8);
      store<f32>(out + 4 * i, scale * <f32>((levels & 15) - 8));
      store<f32>(out + 4 * i, scale * <f32>((levels >> 4) - 8), 64);
    }
  }
}

/** Bytes from one place to another: what is not packed. */
export function copy(to: usize, from: usize, bytes: usize): void {
  memory.copy(to, from, bytes);
}
