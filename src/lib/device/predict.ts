import type {Architecture} from "../arithmetic/architecture.js";
import {ownSeconds} from "../arithmetic/own-law.js";
import {computeSeconds, memorySeconds} from "../arithmetic/simple-law.js";
import type {
  DeviceReport,
  MeasuredFormat,
  ModelRun,
  Phase,
  Spread,
} from "../catalog/device-report.js";
import {bandwidthAt} from "./bandwidth-at.js";
import {passWork, type Pass} from "./pass.js";
import {ladderOf, rateOf} from "./report.js";
import {syntheticArchitectures} from "./synthetic-architectures.js";

/** What is to be foretold: prompts and answers from an empty cache, unless context says more. */
export interface PredictedPass {
  architecture: Architecture;
  format: MeasuredFormat;
  phase: Phase;
  threads: number;
  /** Tokens of the prompt, in prefill. */
  promptTokens?: number;
  /** Tokens that are in the cache on average; of a prompt half of its own unless told. */
  context?: number;
}

/** How long a pass through a model should take on a machine that was measured. */
export interface Prediction {
  /** What stands in the law: weights, tokens, FLOP/s, bytes, bytes/s, seconds. */
  inputs: Parameters<typeof ownSeconds>[0];
  /** The two clocks, of which the slower one decides. */
  computeSeconds: number;
  memorySeconds: number;
  bound: "compute" | "memory";
  /** Of one token that is written, or of a whole prompt: with all samples' medians and extremes. */
  seconds: Spread;
  /** Tokens that are written or read a second. */
  tokensPerSecond: Spread;
}

/**
 * t = max(f/F, D/W) + t₀, with what was measured on the machine: F is the rate of the engine's own
 * loop on weights in the first cache, W the bandwidth of the ladder at as many bytes as the pass
 * reads, and t₀ what a model of 15 million weights took beyond its own two clocks.
 *
 * What is t₀ made of? Norms, rotations, rounding of activations, waiting for other threads: all of
 * it is done in each layer, for each number that goes through it. So it grows with tokens × layers ×
 * hiddenSize, not with the weights.
 */
export function predictSpeed(report: DeviceReport, wanted: PredictedPass): Prediction {
  const pass = passOf(wanted);
  const {numbers} = passWork(pass);
  const overhead = overheadPerNumber(report, wanted) * numbers;
  const secondsWith = (sample: keyof Spread) =>
    ownSeconds(inputsOf(report, pass, wanted.threads, sample, overhead));
  const inputs = inputsOf(report, pass, wanted.threads, "median", overhead);
  const compute = computeSeconds({...inputs, batch: pass.tokens});
  const memory = memorySeconds(inputs);
  const seconds = {
    median: secondsWith("median"),
    lowest: secondsWith("highest"),
    highest: secondsWith("lowest"),
  };
  return {
    inputs,
    computeSeconds: compute,
    memorySeconds: memory,
    bound: compute > memory ? "compute" : "memory",
    seconds,
    tokensPerSecond: {
      median: pass.tokens / seconds.median,
      lowest: pass.tokens / seconds.highest,
      highest: pass.tokens / seconds.lowest,
    },
  };
}

function passOf({architecture, format, phase, promptTokens = 1, context}: PredictedPass): Pass {
  const tokens = phase === "prefill" ? promptTokens : 1;
  return {architecture, format, phase, tokens, context: context ?? tokens / 2};
}

/**
 * What the law asks for. Its P T is half of the operations and its P b the bytes that are read, so
 * P is the weights that a token meets on average, attention's share included.
 */
function inputsOf(
  report: DeviceReport,
  pass: Pass,
  threads: number,
  sample: keyof Spread,
  overhead: number,
): Prediction["inputs"] {
  const {flops, bytes} = passWork(pass);
  const {format, phase, tokens} = pass;
  const parameters = flops / (2 * tokens);
  return {
    parameters,
    promptTokens: tokens,
    flops: rateOf(report, {format, phase, workers: threads})[sample],
    bytesPerWeight: bytes / parameters,
    bandwidth: bandwidthAt(ladderOf(report, threads).points, bytes)[sample],
    overhead,
  };
}

/** Seconds that the small model took beyond its two clocks, for each number. Never less than none. */
export function overheadPerNumber(
  report: DeviceReport,
  {format, phase, threads}: Pick<PredictedPass, "format" | "phase" | "threads">,
): number {
  const run = calibratingRun(report, {format, phase, threads});
  const pass = passOf({
    architecture: syntheticArchitectures["15M"],
    format,
    phase,
    threads,
    promptTokens: run.tokens,
    context: run.context,
  });
  const clocks = ownSeconds(inputsOf(report, pass, threads, "median", 0));
  return Math.max(0, run.seconds.median - clocks) / passWork(pass).numbers;
}

/** The run of the small model that is nearest to what is asked. Every report has one. */
function calibratingRun(
  {runs}: DeviceReport,
  {format, phase, threads}: Pick<PredictedPass, "format" | "phase" | "threads">,
): ModelRun {
  const candidates = runs.filter(
    (run) => run.model === "15M" && run.format === format && run.phase === phase,
  );
  return candidates.reduce((best, run) =>
    Math.abs(run.threads - threads) < Math.abs(best.threads - threads) ? run : best,
  );
}
