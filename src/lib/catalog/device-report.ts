/** Several samples of one thing in three numbers, in the unit of the samples. */
export interface Spread {
  median: number;
  lowest: number;
  highest: number;
}

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
  simd: "relaxed" | "plain";
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
  /** Why there is none. */
  gpuProblem?: GpuProblem;
  warnings: readonly Warning[];
  /** Asked of the reader, never guessed. */
  memoryBytes?: number;
}

/** Bandwidth by working set, for so many workers. */
export interface Ladder {
  workers: number;
  /** By working set, the smallest first. */
  points: readonly LadderPoint[];
}

/** The bandwidth at one working set. */
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

/** Why a graphics processor was not measured. */
export const gpuProblems = [
  "not offered", // a browser or a page without WebGPU
  "no adapter", // WebGPU without a processor behind it
  "no device",
  "out of memory",
  "lost", // in the middle, e.g. by a driver that started anew
  "wrong result", // it did not do what it was asked to, so its time says nothing
  "failed",
] as const;
export type GpuProblem = (typeof gpuProblems)[number];

/** What the reader should know before believing a number. */
export type Warning =
  | {kind: "noisy"; of: WarnedPart; /** e.g. 0.2: a fifth of the median */ spread: number}
  | {kind: "hidden"} // the page was in the background for a while
  | {kind: "fewer workers"; wanted: number}; // the browser did not start as many

export type WarnedPart = "bandwidth" | "arithmetic" | "models" | "gpu";
