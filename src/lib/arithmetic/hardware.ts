import type {ArithmeticPrecision, Format} from "./format.js";

/**
 * The class of a machine that others have measured. Machines of one class run the same kernels, and
 * share the fitted numbers of the forecast (forecast.ts).
 */
export type FittedClass =
  | "apple" // Apple silicon, Metal
  | "geforce" // NVIDIA consumer and workstation cards, CUDA
  | "radeon" // AMD and Intel cards, ROCm or Vulkan
  | "datacenter" // A100, H100 and their like
  | "legacy" // old cards for which nobody tunes the kernels any more
  | "unified" // other chips with one memory for all, e.g. DGX Spark
  | "cpu" // desktop and server processors
  | "board"; // single-board computers and phones

/**
 * The reader's own machine is a class by itself: its rates are what a browser was measured to reach,
 * not what a data sheet promises, so there is nothing to fit, and nothing is ever fitted to it.
 */
export type MachineClass = FittedClass | "own";

/** What was measured of passes through a model: of one token alone, and of many together. */
export interface MeasuredPasses {
  /** FLOP/s: a single token has no other that shares its weights, and is calculated slower. */
  oneToken: MeasuredPass;
  manyTokens: MeasuredPass;
}

/** A pass as seconds: its FLOP over the rate, and the fixed time of each number on its way. */
export interface MeasuredPass {
  /** FLOP/s */
  flopRate: number;
  /** Seconds beside reading and multiplying, for each number of each token in each layer. */
  secondsPerNumber: number;
}

/** A machine as its data sheet describes it, or as it was measured: two rates, and room. */
export interface Hardware {
  /** e.g. "Apple M1" */
  name: string;
  class: MachineClass;
  /**
   * bytes of memory that weights and KV cache can lie in. No page can ask a device for it: of one's
   * own it is missing where the reader has not told.
   */
  memoryBytes?: number;
  /** bytes/s between memory and chip, the peak of the data sheet; of one's own, as measured */
  bandwidth: number;
  /** FLOP/s by precision, dense peaks */
  flops: Partial<Record<ArithmeticPrecision, number>>;
  /** bytes of the last-level cache */
  onChipBytes?: number;
  /** Of one's own machine: what its passes take, by the precision of the weights. */
  passes?: Partial<Record<ArithmeticPrecision, MeasuredPasses>>;
  /** Fields that stand on no linkable source, e.g. ["memoryBytes"]. */
  unverified?: readonly string[];
}

const fallbacks: Record<ArithmeticPrecision, readonly ArithmeticPrecision[]> = {
  fp32: ["fp32"],
  fp16: ["fp16", "bf16", "fp32"],
  bf16: ["bf16", "fp16", "fp32"],
  fp8: ["fp8", "fp16", "bf16", "fp32"],
  int8: ["int8", "fp16", "bf16", "fp32"],
  int4: ["int4", "int8", "fp16", "bf16", "fp32"],
};

/**
 * The rate at which a machine calculates in a precision, or in the next wider one that it has:
 * an M1 has no FP8 units, so FP8 weights are calculated in FP16. FLOP/s.
 *
 * @throws where the machine has no rate that would do.
 */
export function computeRate(
  hardware: Hardware,
  wanted: ArithmeticPrecision,
): {precision: ArithmeticPrecision; flopRate: number} {
  for (const precision of fallbacks[wanted]) {
    const flopRate = hardware.flops[precision];
    if (flopRate !== undefined) return {precision, flopRate};
  }
  throw new Error(
    `flops of ${hardware.name} has ${Object.keys(hardware.flops).join(", ") || "no rate"}; ` +
      `it should have ${fallbacks[wanted].join(" or ")}`,
  );
}

/**
 * The rate at which a machine calculates with weights of a format. FLOP/s.
 *
 * A data sheet does not tell what blocks of small integers are calculated in; programs take them
 * to FP16 (Format.arithmetic). One's own machine was measured with such blocks, so their own rate
 * is known: that of Q4_0 for weights of up to six bits, that of Q8_0 up to sixteen, and beyond
 * that of F32, which is also what FP16 weights become in a browser.
 *
 * @throws where the machine has no rate that would do.
 */
export function formatRate(
  hardware: Hardware,
  {arithmetic, bitsPerWeight}: Pick<Format, "arithmetic" | "bitsPerWeight">,
): {precision: ArithmeticPrecision; flopRate: number} {
  if (hardware.class !== "own" || bitsPerWeight >= 16) return computeRate(hardware, arithmetic);
  return computeRate(hardware, bitsPerWeight <= 6 ? "int4" : "int8");
}
