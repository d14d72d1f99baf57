// The step from which all matrix kernels are made: products of weights and activations, added up
// inside 32-bit lanes of which each belongs to one row.
//
// There are three ways to take it, because browsers differ:
//
//   InLanes32   relaxed SIMD, one instruction for 16 multiply-adds where the processor has one for
//               it (VNNI on x86, dot products on ARM). Four bytes a lane, sums of 32 bits.
//   InLanes16   relaxed SIMD without such an instruction: sums of 16 bits, which a block of 4-bit
//               weights cannot overflow: 8 steps · 2 products · 15 · 127 = 30,480 < 32,768.
//   Wide        plain SIMD: weights and activations widened to 16 bits, two a lane.
//
// "Relaxed" means that the machine may choose how it reads a second operand above 127.
// `relaxedDot` asks it.

/** Tags that choose a way at compile time; only their sizes matter. */
export type InLanes32 = i32;
export type InLanes16 = i16;
export type Wide = i64;

/** Tags that choose a format of weights. */
export type Q4_0 = u8;
export type Q8_0 = u16;

@inline
export function isInLanes32<Way>(): bool {
  return sizeof<Way>() == 4;
}

@inline
export function isInLanes16<Way>(): bool {
  return sizeof<Way>() == 2;
}

@inline
export function isQ4<Format>(): bool {
  return sizeof<Format>() == 1;
}

/** Whether this build has the instructions of a way: what it lacks stays empty. */
@inline
export function isOfBuild<Way>(): bool {
  return ASC_FEATURE_RELAXED_SIMD || !(isInLanes32<Way>() || isInLanes16<Way>());
}

/** sums + weights · activations; the sums are lanes of 32 bits, or of 16 for InLanes16. */
@inline
export function step<Way>(sums: v128, weights: v128, activations: v128): v128 {
  if (!isOfBuild<Way>()) {
    return sums;
  } else if (isInLanes32<Way>()) {
    return i32x4.relaxed_dot_i8x16_i7x16_add_s(activations, weights, sums);
  } else if (isInLanes16<Way>()) {
    return i16x8.add(sums, i16x8.relaxed_dot_i8x16_i7x16_s(activations, weights));
  } else {
    return i32x4.add(sums, i32x4.dot_i16x8_s(activations, weights));
  }
}

/** a · b + c, in one step and with one rounding where the machine can. */
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * One relaxed dot product of a byte repeated 16 times with another: what the first lane holds.
 * 4 · first · second, if the second byte is read as the caller thinks and nothing saturates.
 */
export function relaxedDot(first: i32, second: i32): i32 {
  if (!ASC_FEATURE_RELAXED_SIMD) return 0;
  const sums = step<InLanes32>(i32x4.splat(0), i8x16.splat(<i8>second), i8x16.splat(<i8>first));
  return i32x4.extract_lane(sums, 0);
}
