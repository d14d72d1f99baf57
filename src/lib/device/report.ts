import type {Hardware} from "../arithmetic/hardware.js";
import type {Simd} from "../engine/api.js";
import type {Spread} from "./statistics.js";

/**
 * What was measured on the reader's machine, once: plain JSON, so that it can be kept, exported
 * and read again (parse-report.ts). SI units: bytes, seconds, bytes/s, FLOP/s.
 */
export interface DeviceReport {
  /** Of this form of the report. */
  version: 1;
  /** The day, e.g. "2026-11-23". */
  measuredOn: string;
  mode: "quick" | "thorough";
  /** Seconds that the measurement took, waiting included. */
  seconds: number;
  /** As it names itself, e.g. "Chromium 156". */
  browser: string;
  simd: Simd;
  /** Logical processors, as the browser tells. */
  cores: number;
  /** What "all workers" means below. */
  workers: number;
  /** Whether the page is cross-origin isolated: it may share memory, and its clock is finer. */
  isolated: boolean;
  /** Seconds between two readings of the clock that differ. */
  timerResolution: number;
  /** Read bandwidth against working set, with one worker and with all. */
  ladder: readonly Ladder[];
  /** What the engine's inner loops calculate on weights that fit the first cache. */
  rates: readonly KernelRate[];
  /** Whole models of random weights. That of 15 million calibrates, that of 110 million checks. */
  runs: readonly ModelRun[];
  gpu?: GpuReport;
  warnings: readonly Warning[];
  /** Asked of the reader, never guessed. */
  memoryBytes?: number;
}

export interface Ladder {
  workers: number;
  /** By working set, the smallest first. */
  points: readonly LadderPoint[];
}

export interface LadderPoint {
  /** Working set of all workers together. */
  bytes: number;
  /** bytes/s of all workers together */
  bandwidth: Spread;
}

/** Formats whose inner loops are measured, as GGUF files name them. */
export const measuredFormats = ["F32", "Q8_0", "Q4_0"] as const;
export type MeasuredFormat = (typeof measuredFormats)[number];

/** Prefill reads a prompt, many tokens at once; decode writes one token after the other. */
export const phases = ["prefill", "decode"] as const;
export type Phase = (typeof phases)[number];

/** An inner loop of the engine: a matrix times one token (decode) or times many (prefill). */
export interface KernelRate {
  format: MeasuredFormat;
  phase: Phase;
  workers: number;
  /** FLOP/s of all workers together */
  flopRate: Spread;
}

/** Models whose weights are random, since only their shape takes time. */
export const syntheticSizes = ["15M", "110M"] as const;
export type SyntheticSize = (typeof syntheticSizes)[number];

/** How long a whole model took. */
export interface ModelRun {
  model: SyntheticSize;
  format: MeasuredFormat;
  phase: Phase;
  threads: number;
  /** Tokens of the prompt, or tokens that were written one by one. */
  tokens: number;
  /** Tokens that are in the cache while it runs, on average. */
  context: number;
  /** Of the whole prompt, or of one token. */
  seconds: Spread;
}

/** The graphics processor, through WebGPU. */
export interface GpuReport {
  /** As far as the browser tells, e.g. "intel gen-12lp". */
  adapter: string;
  /** A program that does as if it were one. */
  software: boolean;
  /** Working set of the bandwidth below. */
  bytes: number;
  /** bytes/s, reading */
  bandwidth: Spread;
  /** FLOP/s of multiply-adds */
  fp32: Spread;
  /** Where the adapter offers halves. */
  fp16?: Spread;
}

/** What the reader should know before believing a number. */
export type Warning =
  | {kind: "noisy"; of: WarnedPart; /** e.g. 0.2: a fifth of the median */ spread: number}
  | {kind: "hidden"} // the page was in the background for a while
  | {kind: "fewer workers"; wanted: number}; // the browser did not start as many

export type WarnedPart = "bandwidth" | "arithmetic" | "models" | "gpu";

/** How much one WebAssembly memory of a page can hold: 4 GiB. */
export const addressableBytes = 2 ** 32;

/**
 * The reader's machine as one more row in the table of machines: its class is "own", which nothing
 * is fitted to. The bandwidth is that of the largest working set with all workers, the rates are
 * those of reading a prompt. Memory is what the reader said; until then, what a page can address.
 *
 * @param name as the page calls it, e.g. "This device"
 */
export function hardwareOf(report: DeviceReport, name: string): Hardware {
  const rate = (format: MeasuredFormat): number =>
    rateOf(report, {format, phase: "prefill", workers: report.workers}).median;
  return {
    name,
    class: "own",
    memoryBytes: report.memoryBytes ?? addressableBytes,
    bandwidth: ladderOf(report, report.workers).points.at(-1)!.bandwidth.median,
    flops: {fp32: rate("F32"), int8: rate("Q8_0"), int4: rate("Q4_0")},
    ...(report.memoryBytes === undefined && {unverified: ["memoryBytes"]}),
  };
}

/** The ladder of so many workers, or of the nearest number of them that was measured. */
export function ladderOf({ladder}: Pick<DeviceReport, "ladder">, workers: number): Ladder {
  return nearest(ladder, ({workers: measured}) => Math.abs(measured - workers));
}

/** An inner loop's rate, with so many workers or with the nearest number that was measured. */
export function rateOf(
  {rates}: Pick<DeviceReport, "rates">,
  {format, phase, workers}: {format: MeasuredFormat; phase: Phase; workers: number},
): Spread {
  const loops = rates.filter((rate) => rate.format === format && rate.phase === phase);
  return nearest(loops, ({workers: measured}) => Math.abs(measured - workers)).flopRate;
}

function nearest<Row>(rows: readonly Row[], distance: (row: Row) => number): Row {
  return rows.reduce((best, row) => (distance(row) < distance(best) ? row : best));
}
