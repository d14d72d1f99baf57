import {
  measuredFormats,
  phases,
  syntheticSizes,
  type DeviceReport,
  gpuProblems,
  type GpuReport,
  type KernelRate,
  type Ladder,
  type LadderPoint,
  type ModelRun,
  type WarnedPart,
  type Warning,
} from "./report.js";
import type {Spread} from "./statistics.js";

/** Why a text is no report, in a sentence for whoever kept or wrote it. */
export class ReportError extends Error {
  override readonly name = "ReportError";
}

/**
 * Reads a report that was kept or imported. Anyone may have written it, so each field is looked at:
 * its kind, its range, and what the rest of the notebook relies on, such as that a ladder has a
 * step. Unknown fields are left out.
 *
 * @throws ReportError with a sentence that names the field, its value, and what would be right.
 */
export function parseReport(json: string): DeviceReport {
  if (json.length > longestText) {
    throw new ReportError(`The report has ${json.length} characters; at most ${longestText} fit.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ReportError("The report is not JSON.");
  }
  return reportFrom(value);
}

const longestText = 200_000; // characters; a thorough report has less than a tenth
const mostWorkers = 1024;

/** Between what a number must lie, both ends included. */
interface Range {
  from: number;
  to: number;
}
const seconds: Range = {from: 1e-9, to: 1e6};
const rates: Range = {from: 1e3, to: 1e17}; // bytes/s or FLOP/s

function reportFrom(value: unknown): DeviceReport {
  const fields = record("The report", value);
  const version = fields["version"];
  if (version !== 1) {
    throw wrong("version", version, "1, the only form of a report that this page knows");
  }
  const workers = count("workers", fields["workers"], mostWorkers);
  const report: DeviceReport = {
    version,
    measuredOn: day("measuredOn", fields["measuredOn"]),
    mode: oneOf("mode", fields["mode"], ["quick", "thorough"]),
    seconds: number("seconds", fields["seconds"], seconds),
    browser: line("browser", fields["browser"]),
    simd: oneOf("simd", fields["simd"], ["relaxed", "plain"]),
    cores: count("cores", fields["cores"], mostWorkers),
    workers,
    isolated: flag("isolated", fields["isolated"]),
    timerResolution: number("timerResolution", fields["timerResolution"], seconds),
    ladder: list("ladder", fields["ladder"], ladderFrom),
    rates: list("rates", fields["rates"], rateFrom),
    runs: list("runs", fields["runs"], runFrom),
    ...(fields["gpu"] !== undefined && {gpu: gpuFrom("gpu", fields["gpu"])}),
    ...(fields["gpuProblem"] !== undefined && {
      gpuProblem: oneOf("gpuProblem", fields["gpuProblem"], gpuProblems),
    }),
    warnings: list("warnings", fields["warnings"], warningFrom),
    ...(fields["memoryBytes"] !== undefined && {
      memoryBytes: number("memoryBytes", fields["memoryBytes"], {from: 1e6, to: 1e15}),
    }),
  };
  checkWhole(report);
  return report;
}

/** What every reading of a report relies on: a ladder and all loops, for one worker and for all. */
function checkWhole({ladder, rates, runs, workers}: DeviceReport): void {
  for (const each of [1, workers]) {
    if (!ladder.some((one) => one.workers === each)) {
      throw new ReportError(`The report has no ladder whose workers is ${each}.`);
    }
    for (const format of measuredFormats) {
      for (const phase of phases) {
        const isOf = (row: {format: string; phase: string}) =>
          row.format === format && row.phase === phase;
        if (!rates.some((rate) => isOf(rate) && rate.workers === each)) {
          throw new ReportError(
            `The report has no rate of ${format} ${phase} whose workers is ${each}.`,
          );
        }
        if (!runs.some((run) => isOf(run) && run.model === "15M")) {
          throw new ReportError(`The report has no run of the 15M model for ${format} ${phase}.`);
        }
      }
    }
  }
}

function ladderFrom(name: string, value: unknown): Ladder {
  const fields = record(name, value);
  const points = list(`${name}.points`, fields["points"], pointFrom);
  if (points.length === 0) throw new ReportError(`${name}.points is empty; it should have a step.`);
  for (let i = 1; i < points.length; i++) {
    if (points[i]!.bytes <= points[i - 1]!.bytes) {
      throw wrong(`${name}.points[${i}].bytes`, points[i]!.bytes, "more than the one before it");
    }
  }
  return {workers: count(`${name}.workers`, fields["workers"], mostWorkers), points};
}

function pointFrom(name: string, value: unknown): LadderPoint {
  const fields = record(name, value);
  return {
    bytes: number(`${name}.bytes`, fields["bytes"], {from: 1, to: 1e12}),
    bandwidth: spread(`${name}.bandwidth`, fields["bandwidth"], rates),
  };
}

function rateFrom(name: string, value: unknown): KernelRate {
  const fields = record(name, value);
  return {
    format: oneOf(`${name}.format`, fields["format"], measuredFormats),
    phase: oneOf(`${name}.phase`, fields["phase"], phases),
    workers: count(`${name}.workers`, fields["workers"], mostWorkers),
    flopRate: spread(`${name}.flopRate`, fields["flopRate"], rates),
  };
}

function runFrom(name: string, value: unknown): ModelRun {
  const fields = record(name, value);
  return {
    model: oneOf(`${name}.model`, fields["model"], syntheticSizes),
    format: oneOf(`${name}.format`, fields["format"], measuredFormats),
    phase: oneOf(`${name}.phase`, fields["phase"], phases),
    threads: count(`${name}.threads`, fields["threads"], mostWorkers),
    tokens: count(`${name}.tokens`, fields["tokens"], 1e6),
    context: number(`${name}.context`, fields["context"], {from: 0, to: 1e6}),
    seconds: spread(`${name}.seconds`, fields["seconds"], seconds),
  };
}

function gpuFrom(name: string, value: unknown): GpuReport {
  const fields = record(name, value);
  return {
    adapter: line(`${name}.adapter`, fields["adapter"]),
    software: flag(`${name}.software`, fields["software"]),
    bytes: number(`${name}.bytes`, fields["bytes"], {from: 1, to: 1e12}),
    bandwidth: spread(`${name}.bandwidth`, fields["bandwidth"], rates),
    fp32: spread(`${name}.fp32`, fields["fp32"], rates),
    ...(fields["fp16"] !== undefined && {fp16: spread(`${name}.fp16`, fields["fp16"], rates)}),
  };
}

const warnedParts = ["bandwidth", "arithmetic", "models", "gpu"] as const satisfies WarnedPart[];

function warningFrom(name: string, value: unknown): Warning {
  const fields = record(name, value);
  const kind = oneOf(`${name}.kind`, fields["kind"], ["noisy", "hidden", "fewer workers"]);
  switch (kind) {
    case "noisy":
      return {
        kind,
        of: oneOf(`${name}.of`, fields["of"], warnedParts),
        spread: number(`${name}.spread`, fields["spread"], {from: 0, to: 1e6}),
      };
    case "fewer workers":
      return {kind, wanted: count(`${name}.wanted`, fields["wanted"], mostWorkers)};
    default:
      return {kind};
  }
}

/** Three positive numbers in order. */
function spread(name: string, value: unknown, range: Range): Spread {
  const fields = record(name, value);
  const lowest = number(`${name}.lowest`, fields["lowest"], range);
  const highest = number(`${name}.highest`, fields["highest"], range);
  const median = number(`${name}.median`, fields["median"], {from: lowest, to: highest});
  return {median, lowest, highest};
}

function record(name: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw wrong(name, value, "an object");
  }
  return value as Readonly<Record<string, unknown>>;
}

const longestList = 500;

function list<Row>(
  name: string,
  value: unknown,
  rowFrom: (name: string, value: unknown) => Row,
): Row[] {
  if (!Array.isArray(value) || value.length > longestList) {
    throw wrong(name, value, `a list of at most ${longestList}`);
  }
  return value.map((row: unknown, index) => rowFrom(`${name}[${index}]`, row));
}

function oneOf<Name extends string>(name: string, value: unknown, known: readonly Name[]): Name {
  const found = known.find((each) => each === value);
  if (found === undefined) throw wrong(name, value, known.join(" or "));
  return found;
}

function flag(name: string, value: unknown): boolean {
  if (typeof value !== "boolean") throw wrong(name, value, "true or false");
  return value;
}

const longestLine = 120; // characters

/** One line of text that can be shown. */
function line(name: string, value: unknown): string {
  if (
    typeof value !== "string" ||
    value.length > longestLine ||
    /\p{C}|\p{Zl}|\p{Zp}/u.test(value)
  ) {
    throw wrong(name, value, `a line of at most ${longestLine} characters`);
  }
  return value;
}

/** A day that the calendar has, e.g. "2026-11-23". */
function day(name: string, value: unknown): string {
  const isDay =
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value);
  if (!isDay) throw wrong(name, value, "a day such as 2026-11-23");
  return value;
}

function count(name: string, value: unknown, most: number): number {
  const whole = number(name, value, {from: 1, to: most});
  if (!Number.isInteger(whole)) throw wrong(name, value, "a whole number");
  return whole;
}

function number(name: string, value: unknown, {from, to}: Range): number {
  if (typeof value !== "number" || !(value >= from && value <= to)) {
    throw wrong(name, value, `a number from ${from} to ${to}`);
  }
  return value;
}

const longestShown = 60; // characters

function wrong(name: string, value: unknown, right: string): ReportError {
  const written = JSON.stringify(value) ?? "missing";
  const shown = written.length > longestShown ? `${written.slice(0, longestShown)}…` : written;
  return new ReportError(`${name} is ${shown}; it should be ${right}.`);
}
