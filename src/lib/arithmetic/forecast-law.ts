import type {Architecture} from "./architecture.js";
import type {Format} from "./format.js";
import type {Hardware, MachineClass} from "./hardware.js";
import {forecastSeconds} from "./simple-law.js";
import type {Work} from "./work.js";

/** What turns a roof into a forecast: fitted to measurements (src/lib/catalog/fit.ts). */
export interface ForecastTable {
  classes: Readonly<Record<MachineClass, ClassNumbers>>;
  experts: ExpertNumbers;
}

/** Machines of one class run the same kernels, and share these numbers. */
export interface ClassNumbers {
  /** η: the share of the data sheet's bandwidth that a program gets. */
  bandwidthEfficiency: number;
  /**
   * ε: the share of the reachable rate of arithmetic that a program gets, with weights of 16 bits
   * or more, and with narrower ones, which have to be widened or rounded first.
   */
  computeEfficiency: {wide: number; narrow: number};
  /** Seconds in which the kernels of one layer are launched and waited for, without their work. */
  secondsPerLayer: number;
}

/** What a mixture of experts costs beyond its bytes and operations, in every class. */
export interface ExpertNumbers {
  /** Seconds of choosing experts and sorting tokens, in each layer that has experts. */
  secondsPerLayer: number;
  /** Share of a dense matrix's efficiency that many small ones reach. */
  computeShare: number;
}

/** One decode step, or one prompt, on one machine. */
export interface Step {
  work: Work;
  /** Tokens that the step makes or reads, over all readers. */
  tokens: number;
  architecture: Architecture;
  format: Format;
  hardware: Hardware;
  /** FLOP/s, of the precision that the format is calculated in. */
  flopRate: number;
}

/**
 * Seconds of a step.
 *
 * A single token's operations hide behind the bytes that arrive meanwhile, or the bytes behind
 * them; those of the other tokens of a pass come on top, because a kernel for many tokens loads
 * first and calculates then. And every layer has to be launched. With n tokens in a pass,
 * t = max(D/(ηW), a/n) + a (1 − 1/n) + t₀, where a = f/(εF).
 * For one reader who waits for memory this is D/(ηW) + t₀. No forecast is faster than the roof.
 */
export function stepSeconds(step: Step, table: ForecastTable): number {
  const {work, tokens, hardware, flopRate} = step;
  if (work.passes === 0) return 0;
  const efficiency = table.classes[hardware.class].bandwidthEfficiency;
  const arithmetic = arithmeticSeconds(step, table);
  const oneToken = (arithmetic * work.passes) / tokens;
  const overhead = arithmetic - oneToken + work.passes * passOverhead(step, table);
  const {bandwidth} = hardware;
  return Math.max(
    forecastSeconds({bytes: work.bytes, efficiency, bandwidth, overhead}),
    oneToken + overhead,
    work.bytes / bandwidth,
    work.flops / flopRate,
  );
}

/** t₀: seconds in which all layers are launched once, whatever they do. */
export function passOverhead(
  {architecture, hardware}: Pick<Step, "architecture" | "hardware">,
  table: ForecastTable,
): number {
  const {numLayers, experts} = architecture;
  const sparseLayers = experts === undefined ? 0 : numLayers - experts.denseLayers;
  return (
    numLayers * table.classes[hardware.class].secondsPerLayer +
    sparseLayers * table.experts.secondsPerLayer
  );
}

/** a: seconds of all operations at the rate that the class reaches. */
function arithmeticSeconds(step: Step, table: ForecastTable): number {
  const rate = reachableRate(step) * computeEfficiency(step, table);
  let flops = 0;
  for (const operation of step.work.operations) {
    const sparse = step.architecture.experts !== undefined && operation.name === "feed-forward";
    flops += operation.flops / (sparse ? table.experts.computeShare : 1);
  }
  return flops / rate;
}

/** ε for the width of the weights. */
export function computeEfficiency(
  {format, hardware}: Pick<Step, "format" | "hardware">,
  table: ForecastTable,
): number {
  const {wide, narrow} = table.classes[hardware.class].computeEfficiency;
  return format.bitsPerWeight < 16 ? narrow : wide;
}

/**
 * The most that the kernels of a class are written for, in multiples of a card's ordinary FP32
 * rate. GeForce cards list twice that rate for their matrix units; a workstation card with the same
 * chip lists four times, an A100 sixteen times, and neither was measured to be so much faster.
 */
const widestMatrixUnits: Partial<Record<MachineClass, number>> = {
  geforce: 2,
  datacenter: 4,
  legacy: 2,
};

/** FLOP/s against which ε is measured: the listed rate, or the most that the kernels can use. */
export function reachableRate({hardware, flopRate}: Pick<Step, "hardware" | "flopRate">): number {
  const widest = widestMatrixUnits[hardware.class];
  const ordinary = hardware.flops.fp32;
  if (widest === undefined || ordinary === undefined) return flopRate;
  return Math.min(flopRate, widest * ordinary);
}
