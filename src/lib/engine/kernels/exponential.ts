// e^x for four numbers at once.
//
// e^x = 2^n · e^r with n = round(x / ln 2) and |r| ≤ ln 2 / 2. 2^n is written straight into the
// exponent bits; e^r is a polynomial of sixth degree. Relative error below 2e−7.
//
// ln 2 is subtracted in two parts, of which the first has zeros at its end, so that n · LN2_HIGH is
// exact and r keeps all of its digits. Source of the split and the coefficients: Cephes, expf.c.

import {multiplyAdd} from "./dot";

/** 1.5 · 2^23: the last bit of a float of this size counts ones, so that a sum with it is rounded. */
const COUNTS_ONES: f32 = 12582912;

const LOG2_E: f32 = 1.44269504088896341;
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/** Below it e^x is no normal number any more, and above it no finite one: x is kept between them. */
const LOWEST: f32 = -87.3;
const HIGHEST: f32 = 88.3;

@inline
export function exp4(value: v128): v128 {
  const x = f32x4.min(f32x4.max(value, f32x4.splat(LOWEST)), f32x4.splat(HIGHEST));
  const counted = multiplyAdd(x, f32x4.splat(LOG2_E), f32x4.splat(COUNTS_ONES));
  const n = f32x4.sub(counted, f32x4.splat(COUNTS_ONES));
  let r = multiplyAdd(n, f32x4.splat(-LN2_HIGH), x);
  r = multiplyAdd(n, f32x4.splat(-LN2_LOW), r);

  let sum = f32x4.splat(1.9875691500e-4);
  sum = multiplyAdd(sum, r, f32x4.splat(1.3981999507e-3));
  sum = multiplyAdd(sum, r, f32x4.splat(8.3334519073e-3));
  sum = multiplyAdd(sum, r, f32x4.splat(4.1665795894e-2));
  sum = multiplyAdd(sum, r, f32x4.splat(1.6666665459e-1));
  sum = multiplyAdd(sum, r, f32x4.splat(5.0000001201e-1));
  sum = multiplyAdd(sum, f32x4.mul(r, r), f32x4.add(r, f32x4.splat(1)));

  // The lowest bits of `counted` are n; what stands above them is shifted out.
  const power = i32x4.shl(i32x4.add(counted, i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}
