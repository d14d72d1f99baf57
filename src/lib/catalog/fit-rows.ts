import type {Step} from "../arithmetic/forecast-law.js";
import {formatRate, type MachineClass} from "../arithmetic/hardware.js";
import {formatNamed, weightBytes} from "../arithmetic/precision.js";
import {decodeWork, prefillWork} from "../arithmetic/work.js";
import type {Catalog, Measurement} from "./catalog.js";
import {findMachine, findModel} from "./find.js";

/** A measurement, and all that the law needs to forecast it. */
export interface FitRow {
  measurement: Measurement;
  step: Step;
  /** Measured: of one decode step, or of a whole prompt. */
  seconds: number;
}

/**
 * The measurements to which the forecast is fitted: tables that were made to compare machines, and
 * other single measurements where those have too few machines of a class, or no experts.
 */
export function fitRows(catalog: Catalog): FitRow[] {
  const rows = catalog.measurements
    .map((row) => fitRowOf(row, catalog))
    .filter(({step}) => step.hardware.class !== "own")
    .filter(isPlain);
  const compared = rows.filter(({measurement}) => measurement.fitted);
  const known = machinesByClass(compared);
  const others = rows.filter(
    ({measurement, step}) =>
      !measurement.fitted &&
      ((known.get(step.hardware.class)?.size ?? 0) < enoughMachines || hasExperts(step)),
  );
  return [...compared, ...fastestOfEach(others.filter(isUndisturbed))];
}

const enoughMachines = 3; // of a class, to fit its numbers to

/** One reader, an empty cache or a decode step, and the whole model on one device. */
function isPlain(row: FitRow): boolean {
  const {batch, context, phase, offloadedLayers, microbatch} = row.measurement;
  return (
    batch === 1 &&
    (phase === "decode" || context === 0) &&
    offloadedLayers === undefined &&
    microbatch === undefined &&
    (phase === "decode" || !hasExperts(row.step) || !tookMoreAtOnce.has(row.measurement.group))
  );
}

/**
 * Tables whose prompts were read 2,048 tokens at a time, four times as many as the law assumes. For
 * a dense model that is no matter; but experts are heavy, and then come four times less often.
 */
const tookMoreAtOnce = new Set(["dgx-spark"]);

/** Run by the device that the class is about, with room for the model in its memory. */
function isUndisturbed({measurement, step}: FitRow): boolean {
  const {architecture, format, hardware} = step;
  const isProcessor = hardware.class === "cpu" || hardware.class === "board";
  return (
    (measurement.backend === "CPU") === isProcessor &&
    weightBytes(architecture, format) <= 0.9 * (hardware.memoryBytes ?? 0)
  );
}

/** Of rows that differ in nothing but threads or the computer around the card, the fastest. */
function fastestOfEach(rows: readonly FitRow[]): FitRow[] {
  const best = new Map<string, FitRow>();
  for (const row of rows) {
    const {machine, model, format, phase, context, promptTokens} = row.measurement;
    const key = [machine, model, format, phase, context, promptTokens].join("/");
    if (row.seconds < (best.get(key)?.seconds ?? Infinity)) best.set(key, row);
  }
  return [...best.values()];
}

function machinesByClass(rows: readonly FitRow[]): Map<MachineClass, Set<string>> {
  const machines = new Map<MachineClass, Set<string>>();
  for (const {measurement, step} of rows) {
    const {class: name} = step.hardware;
    machines.set(name, (machines.get(name) ?? new Set()).add(measurement.machine));
  }
  return machines;
}

/** Any measurement as a step of the law. */
function fitRowOf(measurement: Measurement, catalog: Catalog): FitRow {
  const {architecture} = findModel(catalog, measurement.model);
  const {hardware} = findMachine(catalog, measurement.machine);
  const format = formatNamed(measurement.format);
  const {batch, context, phase, promptTokens} = measurement;
  const inputs = {architecture, format, batch, kvBytesPerElement: 2};
  const decode = phase === "decode";
  const tokens = decode ? batch : batch * promptTokens;
  return {
    measurement,
    seconds: tokens / measurement.tokensPerSecond,
    step: {
      work: decode ? decodeWork({...inputs, context}) : prefillWork({...inputs, promptTokens}),
      tokens,
      architecture,
      format,
      hardware,
      flopRate: formatRate(hardware, format).flopRate,
    },
  };
}

export const hasExperts = ({architecture}: Step): boolean => architecture.experts !== undefined;
