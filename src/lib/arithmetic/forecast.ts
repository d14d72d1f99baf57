import type {Architecture} from "./architecture.js";
import {fitted} from "./forecast-fit.js";
import {
  bandOf,
  classNumbers,
  computeEfficiency,
  passOverhead,
  reachableRate,
  stepSeconds,
  type Band,
  type Step,
} from "./forecast-law.js";
import type {Format} from "./format.js";
import {formatRate, type Hardware} from "./hardware.js";

/** What to expect of a real program, and the band in which four of five measurements lie. */
export interface Forecast {
  seconds: number;
  low: number;
  high: number;
}

/** The fitted numbers of one scenario. */
export interface ForecastNumbers {
  /** η: the share of the data sheet's bandwidth that a program gets. */
  bandwidthEfficiency: number;
  /** ε: the share of the data sheet's rate of arithmetic that a program gets. */
  computeEfficiency: number;
  /** t₀: seconds of each pass through the layers that are neither bytes nor operations. */
  overheadSeconds: number;
  band: Band;
}

/** Seconds of one step, by the fitted numbers of the machine's class: see forecast-law.ts. */
export function forecastStep({phase, ...step}: Step & {phase: "decode" | "prefill"}): Forecast {
  const seconds = stepSeconds(step, fitted);
  const band = bandOf(phase, step.hardware, fitted);
  const roof = Math.max(step.work.bytes / step.hardware.bandwidth, step.work.flops / step.flopRate);
  return {seconds, low: Math.max(band.low * seconds, roof), high: band.high * seconds};
}

/**
 * The numbers behind a forecast. For one reader who waits for memory, forecastSeconds() of these
 * and of the step's bytes is the forecast.
 */
export function forecastNumbers({
  phase,
  architecture,
  format,
  hardware,
}: {
  phase: "decode" | "prefill";
  architecture: Architecture;
  format: Format;
  hardware: Hardware;
}): ForecastNumbers {
  const {flopRate} = formatRate(hardware, format);
  const reachable = reachableRate({hardware, flopRate}) / flopRate;
  return {
    bandwidthEfficiency: classNumbers(hardware, fitted).bandwidthEfficiency,
    computeEfficiency: Math.min(1, reachable * computeEfficiency({format, hardware}, fitted)),
    overheadSeconds: passOverhead({architecture, hardware, format}, fitted),
    band: bandOf(phase, hardware, fitted),
  };
}
