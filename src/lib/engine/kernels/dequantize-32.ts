/**
 * Formats of 32 weights a block: Q4_0, Q4_1, Q5_0, Q5_1, Q8_0. A half as scale, in the _1 formats
 * another as minimum, then the levels. Where they have four bits, byte i holds weight i in its low
 * half and weight i + 16 in its high half; a fifth bit stands in four bytes of its own.
 * Source: llama.cpp, ggml/src/ggml-quants.c (dequantize_row_q4_0 and those that follow it).
 */

import {loadHalf} from "./half";
import {storeScaled, storeShifted} from "./levels";

const outBytes: usize = 32 * 4;

export function dequantizeQ40(out: usize, blocks: usize, count: i32): void {
  const eight = i8x16.splat(8);
  for (let i = 0; i < count; i++, out += outBytes, blocks += 18) {
    const scale = f32x4.splat(loadHalf(blocks));
    const levels = v128.load(blocks, 2);
    storeScaled(out, i8x16.sub(lowHalves(levels), eight), scale);
    storeScaled(out + 64, i8x16.sub(highHalves(levels), eight), scale);
  }
}

export function dequantizeQ41(out: usize, blocks: usize, count: i32): void {
  for (let i = 0; i < count; i++, out += outBytes, blocks += 20) {
    const scale = f32x4.splat(loadHalf(blocks));
    const minimum = f32x4.splat(loadHalf(blocks + 2));
    const levels = v128.load(blocks, 4);
    storeShifted(out, lowHalves(levels), scale, minimum);
    storeShifted(out + 64, highHalves(levels), scale, minimum);
  }
}

export function dequantizeQ50(out: usize, blocks: usize, count: i32): void {
  const sixteen = i8x16.splat(16);
  for (let i = 0; i < count; i++, out += outBytes, blocks += 22) {
    const scale = f32x4.splat(loadHalf(blocks));
    const bits = v128.load32_splat(blocks, 2);
    const levels = v128.load(blocks, 6);
    storeScaled(out, i8x16.sub(v128.or(lowHalves(levels), fifthBits(bits)), sixteen), scale);
    storeScaled(
      out + 64,
      i8x16.sub(v128.or(highHalves(levels), fifthBits(i32x4.shr_u(bits, 16))), sixteen),
      scale,
    );
  }
}

export function dequantizeQ51(out: usize, blocks: usize, count: i32): void {
  for (let i = 0; i < count; i++, out += outBytes, blocks += 24) {
    const scale = f32x4.splat(loadHalf(blocks));
    const minimum = f32x4.splat(loadHalf(blocks + 2));
    const bits = v128.load32_splat(blocks, 4);
    const levels = v128.load(blocks, 8);
    storeShifted(out, v128.or(lowHalves(levels), fifthBits(bits)), scale, minimum);
    storeShifted(
      out + 64,
      v128.or(highHalves(levels), fifthBits(i32x4.shr_u(bits, 16))),
      scale,
      minimum,
    );
  }
}

export function dequantizeQ80(out: usize, blocks: usize, count: i32): void {
  for (let i = 0; i < count; i++, out += outBytes, blocks += 34) {
    const scale = f32x4.splat(loadHalf(blocks));
    storeScaled(out, v128.load(blocks, 2), scale);
    storeScaled(out + 64, v128.load(blocks, 18), scale);
  }
}

function lowHalves(levels: v128): v128 {
  return v128.and(levels, i8x16.splat(15));
}

function highHalves(levels: v128): v128 {
  return i8x16.shr_u(levels, 4);
}

/** Bit i of the first two bytes as the fifth bit of byte i: 16 where it is set. */
function fifthBits(bits: v128): v128 {
  const spread = i8x16.shuffle(bits, bits, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
  const own = i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
  return v128.and(i8x16.eq(v128.and(spread, own), own), i8x16.splat(16));
}
