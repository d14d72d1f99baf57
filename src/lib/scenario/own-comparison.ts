import {formatNamed} from "../arithmetic/precision.js";
import type {Catalog} from "../catalog/catalog.js";
import {
  measuredFormats,
  type MeasuredFormat,
  type Phase,
  type Spread,
} from "../catalog/device-report.js";
import {findMachine, findModel} from "../catalog/find.js";
import {foretell, formatsInPage, runOf, shownRun, syntheticModels} from "./own-run.js";
import type {Workers} from "./scenario.js";
import {viewOf, type View} from "./view.js";

/** What the law foretold for one precision and phase of the model of 110 million, and what came. */
export interface Comparison {
  format: MeasuredFormat;
  phase: Phase;
  /** Tokens that went through together. */
  tokens: number;
  /** Tokens per second: the law's, and between what they lie by the samples that it rests on. */
  foretold: Spread;
  /** Tokens per second of the model when it ran; absent until it has. */
  measured?: number;
  /** How much faster the model was than the law: 0.05 is five percent. */
  error?: number;
}

const promptTokens = 256; // where no run says how many

/** Every precision, written and read, on the device that is shown. */
export function comparisons(catalog: Catalog, workers: Workers): Comparison[] {
  return (["decode", "prefill"] as const).flatMap((phase) =>
    measuredFormats.map((format) => comparison(catalog, {format, phase, workers})),
  );
}

/** One of them. */
export function comparison(
  catalog: Catalog,
  {format, phase, workers}: {format: MeasuredFormat; phase: Phase; workers: Workers},
): Comparison {
  const {report} = shownRun(catalog);
  const model = findModel(catalog, syntheticModels["110M"]);
  const asked = {format: formatNamed(formatsInPage[format]), workers};
  const run = runOf(report, {
    ...asked,
    size: "110M",
    tokens: phase === "decode" ? 1 : promptTokens,
  });
  const tokens = phase === "decode" ? 1 : (run?.tokens ?? promptTokens);
  const {tokensPerSecond: foretold} = foretell(report, {...asked, model, tokens});
  const measured = run && tokens / run.seconds.median;
  return {
    format,
    phase,
    tokens,
    foretold,
    ...(measured !== undefined && {measured, error: measured / foretold.median - 1}),
  };
}

/** What a model of seven billion weights should do on the device: data for no file but this one. */
export interface Extrapolation {
  /** Tokens per second, in 4 bits. */
  speed: Spread;
  bound: "memory" | "compute" | "overhead";
  /** The largest of the two reasons for doubt, as a share: the samples, and the law's own error. */
  doubt: number;
  /** Bytes that it needs. */
  bytes: number;
}

const sevenBillion = {model: "LLaMA-7B", format: "Q4_0"} as const;
const leastDoubt = 0.15; // what the law is asked to keep to where it was tried

/**
 * LLaMA-7B in 4 bits on the device that is shown, with all of its workers or one. The range is the
 * largest of three: the samples that the law rests on, the law's error for the model that ran, and
 * 15 percent.
 */
export function extrapolation(catalog: Catalog, workers: Workers): Extrapolation {
  const {report} = shownRun(catalog);
  const model = findModel(catalog, sevenBillion.model);
  const format = formatNamed(sevenBillion.format);
  const {
    inputs,
    computeSeconds,
    memorySeconds,
    tokensPerSecond: speed,
  } = foretell(report, {model, format, workers, tokens: 1});
  const {error = 0} = comparison(catalog, {format: "Q4_0", phase: "decode", workers});
  const samples = Math.max(1 - speed.lowest / speed.median, speed.highest / speed.median - 1);
  const doubt = Math.max(samples, Math.abs(error), leastDoubt);
  const longest = Math.max(computeSeconds, memorySeconds, inputs.overhead);
  return {
    speed: {
      median: speed.median,
      lowest: Math.min(speed.lowest, speed.median / (1 + doubt)),
      highest: Math.max(speed.highest, speed.median * (1 + doubt)),
    },
    bound:
      longest === memorySeconds ? "memory" : longest === computeSeconds ? "compute" : "overhead",
    doubt,
    bytes: inputs.parameters * inputs.bytesPerWeight,
  };
}

/** A machine of the tables with the same model: what to expect of it, and what people measured. */
export interface Neighbour {
  machine: string;
  /** Tokens per second: the forecast, and its band. */
  forecast: Spread;
}

/** The forecast of the same model for machines of the tables. */
export function neighbours(view: View, catalog: Catalog, names: readonly string[]): Neighbour[] {
  return names.map((name) => {
    const machine = findMachine(catalog, name).name;
    const {estimate} = viewOf(
      {...view.scenario, model: sevenBillion.model, format: "Q4_0 file", machine, batch: 1},
      catalog,
    );
    const {tokensPerSecond, low, high} = estimate.decode.forecast;
    return {
      machine,
      forecast: {median: tokensPerSecond, lowest: 1 / high, highest: 1 / low},
    };
  });
}
