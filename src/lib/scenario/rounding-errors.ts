import {quantizers, relativeError, roundToLevels, roundTrip} from "../arithmetic/quantize.js";
import {fableRows} from "./fable-rows.js";

/** How far a layer's output is off, on average, when its weights are stored in so many bits. */
export interface RoundingError {
  /** Bits per weight, scales counted in. */
  bits: number;
  /** ‖(W − Ŵ)x‖ / ‖Wx‖ */
  error: number;
  /** The block format that does so; without one it is the same rule for another number of bits. */
  format?: "Q4_0" | "Q5_0" | "Q8_0" | "Q4_K";
}

const scaleBits = 16 / 32; // of a weight's part of the scale

let counted: readonly RoundingError[] | undefined;

/** Counted on rows of a real matrix, from two bits to eight. */
export function roundingErrors(): readonly RoundingError[] {
  counted ??= [
    ...[2, 3, 4, 5, 6, 7].map((bits) => ({
      bits: bits + scaleBits,
      error: relativeError(fableRows, roundToLevels(fableRows, bits)),
      ...(bits === 4 && {format: "Q4_0" as const}),
      ...(bits === 5 && {format: "Q5_0" as const}),
    })),
    {bits: 8 + scaleBits, error: errorOf("Q8_0"), format: "Q8_0"},
  ];
  return counted;
}

/** The same for one format, e.g. 0.089 for Q4_0. */
export function errorOf(format: keyof typeof quantizers): number {
  return relativeError(fableRows, roundTrip(fableRows, quantizers[format]));
}

/**
 * By which angle the output turns, on average, in degrees: an error at right angles to it.
 * tan φ = relative error
 */
export function angleOf(error: number): number {
  return (Math.atan(error) * 180) / Math.PI;
}
