import {quantizers, roundTrip} from "../../../src/lib/arithmetic/quantize.js";
import {dequantize, quantize, writers} from "../../../src/lib/arithmetic/weight-formats.js";

/**
 * What native llama.cpp makes of a vector before it multiplies it with a matrix of some format: it
 * rounds it to the precision that its integer products take. Source: llama.cpp,
 * ggml/src/ggml-cpu/ggml-cpu.c (type_traits_cpu, vec_dot_type).
 */
export function roundedLikeNative(vector: Float64Array, format: string): Float64Array {
  if (format === "F32" || format === "F16") return vector; // x86 widens the weights instead
  const floats = Float32Array.from(vector);
  if (format === "BF16") {
    return Float64Array.from(dequantize(quantize(floats, writers.BF16), writers.BF16));
  }
  if (format.endsWith("_K")) return Float64Array.from(inBytes(floats));
  return Float64Array.from(roundTrip(floats, quantizers.Q8_0));
}

/** Q8_K: 256 numbers as bytes with one 32-bit scale; the largest becomes −127. */
function inBytes(vector: Float32Array): Float32Array {
  const rounded = new Float32Array(vector.length);
  for (let from = 0; from < vector.length; from += 256) {
    const block = vector.subarray(from, from + 256);
    const largest = block.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
    const inverse = Math.fround(-127 / largest);
    if (largest === 0) continue;
    block.forEach((x, i) => (rounded[from + i] = Math.min(127, Math.round(inverse * x)) / inverse));
  }
  return rounded;
}
