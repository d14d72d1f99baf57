/**
 * Weights of every format into 32-bit floats. Each equals the plain reference bit for bit
 * (readers in src/lib/arithmetic/weight-formats.ts): all products are exact in 32 bits, and there is at most one sum.
 */

import {
  dequantizeQ2K,
  dequantizeQ3K,
  dequantizeQ4K,
  dequantizeQ5K,
  dequantizeQ6K,
} from "./dequantize-256";
import {
  dequantizeQ40,
  dequantizeQ41,
  dequantizeQ50,
  dequantizeQ51,
  dequantizeQ80,
} from "./dequantize-32";
import {loadFourHalves, loadHalf} from "./half";

/**
 * Reads `count` weights, whole blocks of them, at `blocks` and writes them as f32 at `out`.
 * `format` is the number by which GGUF files call the format; 0 comes back where it is none of
 * those below, 1 otherwise. Neither pointer needs to be aligned.
 */
export function dequantize(format: i32, out: usize, blocks: usize, count: i32): i32 {
  switch (format) {
    case 0: // F32
      memory.copy(out, blocks, 4 * <usize>count);
      return 1;
    case 1: // F16
      dequantizeF16(out, blocks, count);
      return 1;
    case 30: // BF16
      dequantizeBF16(out, blocks, count);
      return 1;
    case 2:
      dequantizeQ40(out, blocks, count >> 5);
      return 1;
    case 3:
      dequantizeQ41(out, blocks, count >> 5);
      return 1;
    case 6:
      dequantizeQ50(out, blocks, count >> 5);
      return 1;
    case 7:
      dequantizeQ51(out, blocks, count >> 5);
      return 1;
    case 8:
      dequantizeQ80(out, blocks, count >> 5);
      return 1;
    case 10:
      dequantizeQ2K(out, blocks, count >> 8);
      return 1;
    case 11:
      dequantizeQ3K(out, blocks, count >> 8);
      return 1;
    case 12:
      dequantizeQ4K(out, blocks, count >> 8);
      return 1;
    case 13:
      dequantizeQ5K(out, blocks, count >> 8);
      return 1;
    case 14:
      dequantizeQ6K(out, blocks, count >> 8);
      return 1;
    default:
      return 0;
  }
}

function dequantizeF16(out: usize, halves: usize, count: i32): void {
  let i = 0;
  for (; i <= count - 4; i += 4) v128.store(out + 4 * i, loadFourHalves(halves + 2 * i));
  for (; i < count; i++) store<f32>(out + 4 * i, loadHalf(halves + 2 * i));
}

/** BF16 is the upper half of an f32. */
function dequantizeBF16(out: usize, halves: usize, count: i32): void {
  let i = 0;
  for (; i <= count - 4; i += 4) {
    v128.store(out + 4 * i, i32x4.shl(v128.load_ext<u16>(halves + 2 * i), 16));
  }
  for (; i < count; i++) store<u32>(out + 4 * i, (<u32>load<u16>(halves + 2 * i)) << 16);
}
