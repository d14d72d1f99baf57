import type {Architecture} from "./architecture.js";
import type {Format} from "./format.js";
import {formatRate, type FittedClass, type Hardware, type MeasuredPasses} from "./hardware.js";
import {forecastSeconds} from "./simple-law.js";
import type {Work} from "./work.js";

/** What turns a roof into a forecast: fitted to measurements (src/lib/catalog/fit.ts). */
export interface ForecastTable {
  classes: Readonly<Record<FittedClass, ClassNumbers>>;
  shared: SharedNumbers;
}

/** The table, and the bands that the held-out measurements kept to. */
export interface FittedForecast extends ForecastTable {
  bands: Readonly<Record<"decode" | "prefill", Readonly<Record<FittedClass, Band>>>>;
}

/** Factors on a forecast's seconds between which four of five held-out measurements lie. */
export interface Band {
  low: number;
  high: number;
}

/** Machines of one class run the same kernels, and share these numbers. */
export interface ClassNumbers {
  /** η: the share of the data sheet's bandwidth that a program gets. */
  bandwidthEfficiency: number;
  /** ε: the share of the reachable rate of arithmetic that a program gets with narrow weights. */
  computeEfficiency: number;
  /** How much of ε is left where a mixture of experts has many small matrices for a large one. */
  expertShare: number;
  /** Seconds in which the kernels of one layer are launched and waited for, without their work. */
  secondsPerLayer: number;
}

/** What holds in every class. */
export interface SharedNumbers {
  /** ε with weights of 16 bits or more over ε with narrower ones, which must be unpacked first. */
  wideGain: number;
  /** Seconds of choosing experts and sorting tokens, in each layer that has experts. */
  secondsPerExpertLayer: number;
}

/**
 * The numbers of a machine. The rates of one's own are what its browser reaches, not what a data
 * sheet promises: all of them is left, and what a pass takes beside them was measured as well.
 */
export function classNumbers(hardware: Hardware, table: ForecastTable): ClassNumbers {
  if (hardware.class !== "own") return table.classes[hardware.class];
  return {
    bandwidthEfficiency: 1,
    computeEfficiency: 1,
    expertShare: 1,
    secondsPerLayer: 0,
  };
}

/**
 * How far one's own machine may be off: what the forecast of a model of 110 million weights from
 * one of 15 million must keep to (src/lib/device).
 */
const ownBands: Readonly<Record<"decode" | "prefill", Band>> = {
  decode: {low: 0.85, high: 1.15},
  prefill: {low: 0.75, high: 1.25},
};

/** The band of a machine's forecasts. */
export function bandOf(
  phase: "decode" | "prefill",
  hardware: Hardware,
  {bands}: FittedForecast,
): Band {
  return hardware.class === "own" ? ownBands[phase] : bands[phase][hardware.class];
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
 * For one reader who waits for memory this is D/(ηW) + t₀. No forecast is faster than the roof: η is
 * at most 1, and the last line keeps the operations to it.
 */
export function stepSeconds(step: Step, table: ForecastTable): number {
  const {work, tokens, hardware, flopRate} = step;
  if (work.passes === 0) return 0;
  if (hardware.class === "own") return ownStepSeconds(step);
  const efficiency = classNumbers(hardware, table).bandwidthEfficiency;
  const arithmetic = arithmeticSeconds(step, table);
  const oneToken = (arithmetic * work.passes) / tokens;
  const overhead = arithmetic - oneToken + work.passes * passOverhead(step, table);
  const {bandwidth} = hardware;
  return Math.max(
    forecastSeconds({bytes: work.bytes, efficiency, bandwidth, overhead}),
    oneToken + overhead,
    work.flops / flopRate,
  );
}

/**
 * Seconds of a step on one's own machine, by what was measured on it: the slower of both clocks, and
 * what takes time beside them. t = max(D/W, f/F) + t₀. No pass is shorter than that of one token.
 */
function ownStepSeconds(step: Step): number {
  const {work, tokens, architecture, hardware} = step;
  const {oneToken, manyTokens} = measuredPasses(step);
  const reading = work.bytes / hardware.bandwidth;
  const alone = (work.passes * work.flops) / tokens / oneToken.flopRate;
  const together = work.flops / manyTokens.flopRate;
  const numbers = architecture.numLayers * architecture.hiddenSize; // of one token
  const beside =
    numbers *
    Math.max(work.passes * oneToken.secondsPerNumber, tokens * manyTokens.secondsPerNumber);
  return Math.max(reading, alone, together) + beside;
}

/** Of a machine whose passes nobody measured its rate is known, and no overhead. */
function measuredPasses({hardware, format}: Pick<Step, "hardware" | "format">): MeasuredPasses {
  const {precision, flopRate} = formatRate(hardware, format);
  const plain = {flopRate, secondsPerNumber: 0};
  return hardware.passes?.[precision] ?? {oneToken: plain, manyTokens: plain};
}

/** t₀: seconds in which all layers are launched once, whatever they do. */
export function passOverhead(
  {architecture, hardware, format}: Pick<Step, "architecture" | "hardware" | "format">,
  table: ForecastTable,
): number {
  if (hardware.class === "own") {
    const {secondsPerNumber} = measuredPasses({hardware, format}).oneToken;
    return architecture.numLayers * architecture.hiddenSize * secondsPerNumber;
  }
  const {numLayers, experts} = architecture;
  const sparseLayers = experts === undefined ? 0 : numLayers - experts.denseLayers;
  return (
    numLayers * classNumbers(hardware, table).secondsPerLayer +
    sparseLayers * table.shared.secondsPerExpertLayer
  );
}

/** a: seconds of all operations at the rate that the class reaches. */
function arithmeticSeconds(step: Step, table: ForecastTable): number {
  const {work, architecture, hardware} = step;
  const {expertShare} = classNumbers(hardware, table);
  let flops = 0;
  for (const operation of work.operations) {
    const sparse = architecture.experts !== undefined && operation.name === "feed-forward";
    flops += operation.flops / (sparse ? expertShare : 1);
  }
  return flops / (reachableRate(step) * computeEfficiency(step, table));
}

/** ε for the width of the weights. */
export function computeEfficiency(
  {format, hardware}: Pick<Step, "format" | "hardware">,
  table: ForecastTable,
): number {
  if (hardware.class === "own") return 1; // measured with each width of weights
  const {computeEfficiency: narrow} = table.classes[hardware.class];
  return format.bitsPerWeight < 16 ? narrow : narrow * table.shared.wideGain;
}

/**
 * FLOP/s against which ε is measured: of the listed rate, what the kernels of a class are written
 * for. The matrix units of a GeForce card do four times its ordinary FP32 rate; the data sheet
 * lists half of that, for sums in FP32, and only a workstation card's lists all of it. An A100
 * lists sixteen times, old cards of AMD eight times, and were not measured to be so much faster.
 */
export function reachableRate({hardware, flopRate}: Pick<Step, "hardware" | "flopRate">): number {
  const ordinary = hardware.flops.fp32;
  if (ordinary === undefined) return flopRate;
  switch (hardware.class) {
    case "geforce":
      return 4 * ordinary;
    case "datacenter":
      return Math.min(4 * ordinary, flopRate);
    case "legacy":
      return Math.min(2 * ordinary, flopRate);
    default:
      return flopRate;
  }
}
