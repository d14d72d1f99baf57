// SwiGLU: the gate decides how much of each number passes.
//
//     gate[i] ← gate[i] · σ(gate[i]) · up[i],   σ(x) = 1 / (1 + e^−x)

import {exp4} from "./exponential";

/** Works in place, on `count` numbers from `gate`; `count` is a multiple of 4. */
export function swiglu(gate: usize, up: usize, count: i32): void {
  const end = gate + (<usize>count << 2);
  for (; gate < end; gate += 16, up += 16) {
    const x = v128.load(gate);
    const passed = f32x4.div(x, f32x4.add(f32x4.splat(1), exp4(f32x4.neg(x))));
    v128.store(gate, f32x4.mul(passed, v128.load(up)));
  }
}
