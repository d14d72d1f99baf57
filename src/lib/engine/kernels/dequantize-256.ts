/**
 * K-quants: 256 weights a block, in groups of 16 or 32 with small scales of their own, which share
 * a half as scale of scales. Bits of one weight may stand apart: the comment at each function says
 * where. Source: llama.cpp, ggml/src/ggml-quants.c (dequantize_row_q2_K and those that follow it).
 */

import {loadHalf} from "./half";
import {storeScaled, storeShifted} from "./levels";

const outBytes: usize = 256 * 4;

/**
 * Q2_K, 84 bytes: 16 bytes with a group's scale (low half) and minimum (high half), 64 bytes of
 * levels, scale of scales, scale of minima. 32 bytes hold 128 weights: their lowest two bits the
 * first 32 of these, the next two bits the next 32, and so on.
 */
export function dequantizeQ2K(out: usize, blocks: usize, count: i32): void {
  for (let i = 0; i < count; i++, out += outBytes, blocks += 84) {
    const scaleOfScales = loadHalf(blocks + 80);
    const scaleOfMinima = loadHalf(blocks + 82);
    for (let group = 0; group < 16; group++) {
      const both = <i32>load<u8>(blocks + group);
      storeShifted(
        out + 64 * group,
        twoBits(blocks + 16, group),
        f32x4.splat(scaleOfScales * <f32>(both & 15)),
        f32x4.splat(-(scaleOfMinima * <f32>(both >> 4))),
      );
    }
  }
}

/**
 * Q3_K, 110 bytes: 32 bytes of high bits, 64 bytes of low bits laid out as in Q2_K, 12 bytes with
 * sixteen 6-bit scales (32 stands for none), scale of scales. Bit b of byte i in the first 32 is
 * the high bit of weight 32 b + i; where it is missing, the level is 4 less.
 */
export function dequantizeQ3K(out: usize, blocks: usize, count: i32): void {
  const four = i8x16.splat(4);
  for (let i = 0; i < count; i++, out += outBytes, blocks += 110) {
    const scaleOfScales = loadHalf(blocks + 108);
    for (let group = 0; group < 16; group++) {
      const high = v128.load(blocks + 16 * (group & 1));
      const bit: i32 = 1 << (group >> 1);
      const missing = i8x16.eq(v128.and(high, i8x16.splat(<i8>bit)), i8x16.splat(0));
      const levels = i8x16.sub(twoBits(blocks + 32, group), v128.and(missing, four));
      const scale = scaleOfScales * <f32>(scaleQ3K(blocks + 96, group) - 32);
      storeScaled(out + 64 * group, levels, f32x4.splat(scale));
    }
  }
}

/** Low four bits in the halves of eight bytes, high two bits in the four bytes behind these. */
function scaleQ3K(packed: usize, group: i32): i32 {
  const low = ((<i32>load<u8>(packed + (group & 7))) >> (4 * (group >> 3))) & 15;
  const high = ((<i32>load<u8>(packed + 8 + (group & 3))) >> (2 * (group >> 2))) & 3;
  return low | (high << 4);
}

/** The two bits of each of a group's 16 weights. 128 weights share 32 bytes. */
function twoBits(levels: usize, group: i32): v128 {
  const bytes = v128.load(levels + 32 * (group >> 3) + 16 * (group & 1));
  return v128.and(i8x16.shr_u(bytes, 2 * ((group >> 1) & 3)), i8x16.splat(3));
}

/**
 * Q4_K, 144 bytes: scale of scales, scale of minima, 12 bytes with eight 6-bit scales and eight
 * 6-bit minima, 128 bytes of levels, of which each 32 hold one group of 32 weights in their low
 * halves and the next group in their high ones.
 */
export function dequantizeQ4K(out: usize, blocks: usize, count: i32): void {
  for (let i = 0; i < count; i++, out += outBytes, blocks += 144) {
    for (let group = 0; group < 8; group++) {
      const scale = scaleQ4K(blocks, group);
      const shift = shiftQ4K(blocks, group);
      const levels = blocks + 16 + 32 * (group >> 1);
      const target = out + 128 * group;
      storeShifted(target, fourBits(levels, group & 1), scale, shift);
      storeShifted(target + 64, fourBits(levels + 16, group & 1), scale, shift);
    }
  }
}

/** Q5_K, 176 bytes: as Q4_K, with 32 bytes before the levels whose bit g is group g's fifth bit. */
export function dequantizeQ5K(out: usize, blocks: usize, count: i32): void {
  for (let i = 0; i < count; i++, out += outBytes, blocks += 176) {
    for (let group = 0; group < 8; group++) {
      const scale = scaleQ4K(blocks, group);
      const shift = shiftQ4K(blocks, group);
      const levels = blocks + 48 + 32 * (group >> 1);
      const target = out + 128 * group;
      const first = v128.or(fourBits(levels, group & 1), fifthBit(blocks + 16, group));
      const second = v128.or(fourBits(levels + 16, group & 1), fifthBit(blocks + 32, group));
      storeShifted(target, first, scale, shift);
      storeShifted(target + 64, second, scale, shift);
    }
  }
}

/** Of 16 bytes the low halves (0) or the high ones (1). */
function fourBits(levels: usize, half: i32): v128 {
  return v128.and(i8x16.shr_u(v128.load(levels), 4 * half), i8x16.splat(15));
}

function fifthBit(bits: usize, group: i32): v128 {
  const lowest = v128.and(i8x16.shr_u(v128.load(bits), group), i8x16.splat(1));
  return i8x16.shl(lowest, 4);
}

/**
 * Scales and minima of Q4_K and Q5_K: the first four groups have a byte for each, of which they use
 * six bits; the last four find their low halves in four more bytes, their high bits in the two
 * that the first four left over.
 */
function scaleQ4K(block: usize, group: i32): v128 {
  const own = block + 4 + (group & 3); // scale; 4 further the minimum; 8 further the low halves
  const scale =
    group < 4
      ? (<i32>load<u8>(own)) & 63
      : ((<i32>load<u8>(own, 8)) & 15) | (((<i32>load<u8>(own)) >> 6) << 4);
  return f32x4.splat(loadHalf(block) * <f32>scale);
}

function shiftQ4K(block: usize, group: i32): v128 {
  const own = block + 4 + (group & 3);
  const minimum =
    group < 4
      ? (<i32>load<u8>(own, 4)) & 63
      : ((<i32>load<u8>(own, 8)) >> 4) | (((<i32>load<u8>(own, 4)) >> 6) << 4);
  return f32x4.splat(-(loadHalf(block + 2) * <f32>minimum));
}

/**
 * Q6_K, 210 bytes: 128 bytes of low halves, 64 bytes of high bits, 16 signed bytes of scales, scale
 * of scales. 128 weights share 64 bytes of low halves (the first 64 weights in their low halves)
 * and 32 of high bits (the first 32 weights in the lowest two bits). Levels go from −32 to 31.
 */
export function dequantizeQ6K(out: usize, blocks: usize, count: i32): void {
  const middle = i8x16.splat(32);
  for (let i = 0; i < count; i++, out += outBytes, blocks += 210) {
    const scaleOfScales = loadHalf(blocks + 208);
    for (let group = 0; group < 16; group++) {
      const low = blocks + 64 * (group >> 3) + 16 * (group & 3);
      const high = twoBits(blocks + 128, group);
      const levels = v128.or(fourBits(low, (group >> 2) & 1), i8x16.shl(high, 4));
      const scale = scaleOfScales * <f32>load<i8>(blocks + 192 + group);
      storeScaled(out + 64 * group, i8x16.sub(levels, middle), f32x4.splat(scale));
    }
  }
}
