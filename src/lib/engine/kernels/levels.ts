/** What all block formats end in: small whole numbers, times a scale, perhaps less a minimum. */

/** scale × level for 16 levels (i8x16, signed), as 16 f32 at `out`. `scale` fills a vector. */
export function storeScaled(out: usize, levels: v128, scale: v128): void {
  const low = i16x8.extend_low_i8x16_s(levels);
  const high = i16x8.extend_high_i8x16_s(levels);
  v128.store(out, f32x4.mul(lowFloats(low), scale));
  v128.store(out, f32x4.mul(highFloats(low), scale), 16);
  v128.store(out, f32x4.mul(lowFloats(high), scale), 32);
  v128.store(out, f32x4.mul(highFloats(high), scale), 48);
}

/** scale × level + shift; the product is rounded before the sum, as everywhere in ggml. */
export function storeShifted(out: usize, levels: v128, scale: v128, shift: v128): void {
  const low = i16x8.extend_low_i8x16_s(levels);
  const high = i16x8.extend_high_i8x16_s(levels);
  v128.store(out, f32x4.add(f32x4.mul(lowFloats(low), scale), shift));
  v128.store(out, f32x4.add(f32x4.mul(highFloats(low), scale), shift), 16);
  v128.store(out, f32x4.add(f32x4.mul(lowFloats(high), scale), shift), 32);
  v128.store(out, f32x4.add(f32x4.mul(highFloats(high), scale), shift), 48);
}

function lowFloats(levels: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(levels));
}

function highFloats(levels: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(levels));
}
