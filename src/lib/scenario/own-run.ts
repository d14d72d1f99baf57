import type {Format} from "../arithmetic/format.js";
import type {Catalog, DeviceRun, Model} from "../catalog/catalog.js";
import type {
  DeviceReport,
  MeasuredFormat,
  ModelRun,
  Phase,
  SyntheticSize,
} from "../catalog/device-report.js";
import {predictSpeed, type Prediction} from "../device/predict.js";
import type {Workers} from "./scenario.js";

/** The device that the pages show: the reader's own where he has measured it, else a recorded one. */
export function shownRun({deviceRuns}: Pick<Catalog, "deviceRuns">): DeviceRun {
  return deviceRuns.find(({own}) => own) ?? deviceRuns[0]!;
}

/** The formats of the page, by the names that GGUF files give them. */
export const formatsInPage: Readonly<Record<MeasuredFormat, string>> = {
  F32: "FP32",
  Q8_0: "Q8_0",
  Q4_0: "Q4_0",
};

/** Which loops a format of the notebook runs in; the 4-bit ones where the page has none of its own. */
export function measuredFormatOf({name, bitsPerWeight}: Format): MeasuredFormat {
  const known = (Object.keys(formatsInPage) as MeasuredFormat[]).find(
    (format) => formatsInPage[format] === name,
  );
  if (known !== undefined) return known;
  return bitsPerWeight > 12 ? "F32" : bitsPerWeight > 6 ? "Q8_0" : "Q4_0";
}

/** How many workers "all" are. */
export function workerCount(report: DeviceReport, workers: Workers): number {
  return workers === "one" ? 1 : report.workers;
}

/** A pass through a model: what, how wide its weights, with how many workers, how many tokens. */
export interface Pass {
  model: Model;
  format: Format;
  workers: Workers;
  /** Tokens that go through together: 1 when the model writes. */
  tokens: number;
}

/** What the law says of one pass on a device that was measured: see src/lib/device/predict.ts. */
export function foretell(report: DeviceReport, {model, format, workers, tokens}: Pass): Prediction {
  return predictSpeed(report, {
    architecture: model.architecture,
    format: measuredFormatOf(format),
    phase: phaseOf(tokens),
    threads: workerCount(report, workers),
    promptTokens: tokens,
  });
}

function phaseOf(tokens: number): Phase {
  return tokens === 1 ? "decode" : "prefill";
}

/** The two synthetic models, as the catalog calls them. */
export const syntheticModels: Readonly<Record<SyntheticSize, string>> = {
  "15M": "stories15M",
  "110M": "stories110M",
};

/** How long a synthetic model took, if it ran with so many workers. */
export function runOf(
  report: DeviceReport,
  {size, format, workers, tokens}: Omit<Pass, "model"> & {size: SyntheticSize},
): ModelRun | undefined {
  const wanted = measuredFormatOf(format);
  const threads = workerCount(report, workers);
  return report.runs.find(
    (run) =>
      run.model === size &&
      run.format === wanted &&
      run.phase === phaseOf(tokens) &&
      run.threads === threads,
  );
}
