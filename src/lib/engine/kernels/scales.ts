// Half-precision numbers (binary16) widened by integer shifts, four at a time: WebAssembly has no
// instruction for it. The scales of blocks stay halves in memory, because decode waits for bytes,
// not for arithmetic.

/** 2^112: what a half's exponent, moved to where a float's exponent stands, is too small by. */
const EXPONENT_GAP: f32 = 5.192296858534828e33;

/** Four halves from `pointer`, as four floats. Infinities and NaNs do not occur as scales. */
@inline
export function widenHalves(pointer: usize): v128 {
  return widenHalfLanes(v128.load64_zero(pointer));
}

/** The same for the four halves in the low half of a vector. */
@inline
export function widenHalfLanes(halves: v128): v128 {
  // The sign comes along as the top four bits, of which the upper one stays.
  const bits = i32x4.shl(i32x4.extend_low_i16x8_s(halves), 13);
  return f32x4.mul(v128.and(bits, i32x4.splat(0x8fffffff)), f32x4.splat(EXPONENT_GAP));
}
