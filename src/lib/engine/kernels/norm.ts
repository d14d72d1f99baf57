// RMS norm: a vector divided by the root of its mean square, each number times a learned one.
//
//     out[i] = weight[i] · x[i] / √(Σ x² / n + ε)

import {multiplyAdd} from "./dot";

/** `count` vectors of `size` numbers (a multiple of 4) that follow each other; in place allowed. */
export function rmsNorm(
  x: usize, weight: usize, size: i32, count: i32, epsilon: f32, out: usize,
): void {
  const bytes: usize = 4 * <usize>size;
  for (; count > 0; count--) {
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const four = v128.load(x + i);
      squares = multiplyAdd(four, four, squares);
    }
    const factor = f32x4.splat(1 / sqrt<f32>(sumOfLanes(squares) / <f32>size + epsilon));
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(out + i, f32x4.mul(f32x4.mul(v128.load(x + i), factor), v128.load(weight + i)));
    }
    x += bytes;
    out += bytes;
  }
}

@inline
function sumOfLanes(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1)
    + f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3);
}

/** x[token][i] += bias[i] for i from 0 to `size`; `stride` numbers lie between two tokens. */
export function addBias(x: usize, bias: usize, size: i32, tokens: i32, stride: i32): void {
  for (; tokens > 0; tokens--) {
    for (let i: usize = 0; i < 4 * <usize>size; i += 4) {
      store<f32>(x + i, load<f32>(x + i) + load<f32>(bias + i));
    }
    x += 4 * <usize>stride;
  }
}
