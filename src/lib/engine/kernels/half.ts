/** Half precision into single precision: exact, for every one of the 65,536 numbers. */

/**
 * Moves exponent and fraction to their places in 32 bits; what lacks then is the difference of the
 * two exponents' offsets, 2^(127 − 15). A multiplication supplies it, and subnormal halves become
 * right by the same multiplication. Infinities and NaN need their exponent filled up.
 */
const offset: f32 = 5192296858534827628530496329220096.0; // 2^112
const filled: u32 = 0x7f800000;

/** The value of the half at `pointer`. */
export function loadHalf(pointer: usize): f32 {
  const bits = <u32>load<u16>(pointer);
  const size = reinterpret<f32>((bits & 0x7fff) << 13) * offset;
  const full: u32 = (bits & 0x7c00) === 0x7c00 ? filled : 0;
  return reinterpret<f32>(reinterpret<u32>(size) | full | ((bits & 0x8000) << 16));
}

/** The values of the four halves at `pointer`. */
export function loadFourHalves(pointer: usize): v128 {
  const bits = v128.load_ext<u16>(pointer); // 4 × u32
  const size = f32x4.mul(i32x4.shl(v128.and(bits, i32x4.splat(0x7fff)), 13), f32x4.splat(offset));
  const exponent = v128.and(bits, i32x4.splat(0x7c00));
  const isFull = i32x4.eq(exponent, i32x4.splat(0x7c00));
  const full = v128.and(isFull, i32x4.splat(filled));
  const sign = i32x4.shl(v128.and(bits, i32x4.splat(0x8000)), 16);
  return v128.or(size, v128.or(full, sign));
}
