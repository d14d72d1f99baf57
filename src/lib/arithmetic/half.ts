/**
 * Half precision (IEEE 754 binary16): one bit of sign, five of exponent, ten of fraction. GGML keeps
 * the scale of a block in it.
 */

/**
 * The 16 bits of the half-precision number nearest to a value; of two equally near ones, the even.
 *
 *     halfBits(1) === 0x3c00
 */
export function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00; // rounds to infinity
  const exponent = Math.max(-14, Math.floor(Math.log2(size))); // below 2^-14 steps stay equal
  const step = 2 ** (exponent - 10);
  const steps = roundToEven(size / step); // 1024 … 2048, fewer for subnormal numbers
  // A fraction that rounds up to 2048 carries into the exponent by itself.
  return sign | (steps < 1024 ? steps : ((exponent + 14) << 10) + steps);
}

/** The value of 16 bits, e.g. halfValue(0x3c00) === 1. */
export function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
