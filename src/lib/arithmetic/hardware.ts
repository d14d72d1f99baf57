/**
 * The class of a machine. Machines of one class run the same kernels, and share the fitted numbers
 * of the forecast (forecast.ts).
 */
export type MachineClass =
  | "apple" // Apple silicon, Metal
  | "geforce" // NVIDIA consumer and workstation cards, CUDA
  | "radeon" // AMD and Intel cards, ROCm or Vulkan
  | "datacenter" // A100, H100 and their like
  | "legacy" // old cards for which nobody tunes the kernels any more
  | "unified" // other chips with one memory for all, e.g. DGX Spark
  | "cpu" // desktop and server processors
  | "board"; // single-board computers and phones

/** A number format in which a machine calculates. */
export type ArithmeticPrecision = "fp32" | "fp16" | "bf16" | "fp8" | "int8" | "int4";

/** A machine as its data sheet describes it: two rates, and room. */
export interface Hardware {
  /** e.g. "Apple M1" */
  name: string;
  class: MachineClass;
  /** bytes of memory that weights and KV cache can lie in */
  memoryBytes: number;
  /** bytes/s between memory and chip, the peak of the data sheet */
  bandwidth: number;
  /** FLOP/s by precision, dense peaks */
  flops: Partial<Record<ArithmeticPrecision, number>>;
  /** bytes of the last-level cache */
  onChipBytes?: number;
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
