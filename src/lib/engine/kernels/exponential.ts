// e^x for four numbers at once.
//
// e^x = 2^n · e^r with n = round(x / ln 2) and |r| ≤ ln 2 / 2. 2^n is written straight into the
// exponent bits; e^r is a polynomial of sixth degree. Relative error below 2e−7.
//
// ln 2 is subtracted in two parts, of which the first has zeros at its end, so that n · LN2_HIGH is
// exact and r keeps all of its digits. Source of the split and the coefficients: Cephes, expf.c.

const LOG2_E: f32 = 1.44269504088896341;
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/** Below it e^x is no normal number any more, and above it no finite one: x is kept between them. */
const LOWEST: f32 = -87.3;
const HIGHEST: f32 = 88.3;

@inline
export function exp4(value: v128): v128 {
  const x = f32x4.min(f32x4.max(value, f32x4.splat(LOWEST)), f32x4.splat(HIGHEST));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(LOG2_E)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(LN2_LOW)));

  let sum = f32x4.splat(1.9875691500e-4);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.3981999507e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(8.3334519073e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(4.1665795894e-2));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.6666665459e-1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(5.0000001201e-1));
  sum = f32x4.add(f32x4.mul(sum, f32x4.mul(r, r)), f32x4.add(r, f32x4.splat(1)));

  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}
