import {
  stepSeconds,
  type ClassNumbers,
  type ForecastTable,
  type SharedNumbers,
  type Step,
} from "../arithmetic/forecast-law.js";
import {computeRate, type MachineClass} from "../arithmetic/hardware.js";
import {formatNamed, weightBytes} from "../arithmetic/precision.js";
import {decodeWork, prefillWork} from "../arithmetic/work.js";
import {findMachine, findModel, type Catalog, type Measurement} from "./catalog.js";
import {lowest} from "./lowest.js";

/** A measurement, and all that the law needs to forecast it. */
export interface FitRow {
  measurement: Measurement;
  step: Step;
  /** Measured: of one decode step, or of a whole prompt. */
  seconds: number;
}

/** The measurements to which the forecast is fitted. */
export function fitRows(catalog: Catalog): FitRow[] {
  const rows = catalog.measurements.filter(isWhole).map((row) => fitRowOf(row, catalog));
  const chosen = rows.filter(({measurement}) => measurement.fitted);
  const known = machinesByClass(chosen);
  const others = rows.filter(
    ({measurement, step}) =>
      !measurement.fitted &&
      ((known.get(step.hardware.class)?.size ?? 0) < enoughMachines || hasExperts(step)),
  );
  return [...chosen, ...fastestOfEach(others.filter(isOnItsOwnTerms))];
}

/**
 * A class with fewer machines in the tables that are made for comparing is fitted to single
 * measurements as well, and so are the numbers of experts, which those tables do not have.
 */
const enoughMachines = 3;

/** One reader, and the whole model on one device. */
function isWhole({batch, offloadedLayers, microbatch, context, phase}: Measurement): boolean {
  const fromEmpty = phase === "decode" || context === 0;
  return batch === 1 && offloadedLayers === undefined && microbatch === undefined && fromEmpty;
}

/** Run by the device that the class is about, and with room for the model in its memory. */
function isOnItsOwnTerms({measurement, step}: FitRow): boolean {
  const {architecture, format, hardware} = step;
  const processor = hardware.class === "cpu" || hardware.class === "board";
  return (
    (measurement.backend === "CPU") === processor &&
    weightBytes(architecture, format) <= 0.75 * hardware.memoryBytes
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

/** Any measurement as a step of the law. */
export function fitRowOf(measurement: Measurement, catalog: Catalog): FitRow {
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
      flopRate: computeRate(hardware, format.arithmetic).flopRate,
    },
  };
}

const hasExperts = ({architecture}: Step): boolean => architecture.experts !== undefined;

const classNames: readonly MachineClass[] = [
  "apple",
  "geforce",
  "radeon",
  "datacenter",
  "legacy",
  "unified",
  "cpu",
  "board",
];

/** Where the search begins: numbers that any machine might have. */
const ordinary: ClassNumbers = {
  bandwidthEfficiency: 0.8,
  computeEfficiency: 0.6,
  expertShare: 0.7,
  secondsPerLayer: 60e-6,
};
const ordinaryShared: SharedNumbers = {wideGain: 1.1, secondsPerExpertLayer: 45e-6};

const rounds = 3; // of fitting classes and shared numbers in turn: then nothing moves any more

/** The numbers with which the law comes closest to the measurements. */
export function fitForecast(rows: readonly FitRow[]): ForecastTable {
  const start = Object.fromEntries(classNames.map((name) => [name, ordinary]));
  let table: ForecastTable = {
    classes: start as Record<MachineClass, ClassNumbers>,
    shared: ordinaryShared,
  };
  for (let round = 0; round < rounds; round++) {
    for (const name of classNames) table = withClass(name, rows, table);
    table = withShared(rows, table);
  }
  return table;
}

/** All rows of other classes weigh as much as this many of its own: what a class borrows. */
const borrowedRows = 0.3;

/** The table with the numbers of one class fitted anew. */
export function withClass(
  name: MachineClass,
  rows: readonly FitRow[],
  table: ForecastTable,
): ForecastTable {
  const own = rows.filter(({step}) => step.hardware.class === name);
  const others = rows.filter(({step}) => step.hardware.class !== name);
  const borrowed = others.map((row) => asClass(name, row));
  const tableOf = (numbers: readonly number[]): ForecastTable => ({
    classes: {...table.classes, [name]: classNumbers(numbers)},
    shared: table.shared,
  });
  const {bandwidthEfficiency, computeEfficiency, expertShare, secondsPerLayer} =
    table.classes[name];
  return tableOf(
    lowest(
      (numbers) =>
        loss(own, tableOf(numbers)) +
        (borrowedRows / borrowed.length) * loss(borrowed, tableOf(numbers)),
      [bandwidthEfficiency, computeEfficiency, expertShare, secondsPerLayer],
      [
        {from: 0.2, to: 1},
        {from: 0.01, to: 2},
        {from: 0.1, to: 1},
        {from: 1e-6, to: 5e-3},
      ],
    ),
  );
}

function classNumbers([eta, epsilon, expertShare, launch]: readonly number[]): ClassNumbers {
  return {
    bandwidthEfficiency: eta!,
    computeEfficiency: epsilon!,
    expertShare: expertShare!,
    secondsPerLayer: launch!,
  };
}

/** The same row on a machine of another class. */
function asClass(name: MachineClass, row: FitRow): FitRow {
  return {...row, step: {...row.step, hardware: {...row.step.hardware, class: name}}};
}

/** The table with the shared numbers fitted anew. */
function withShared(rows: readonly FitRow[], table: ForecastTable): ForecastTable {
  const {classes, shared} = table;
  const tableOf = ([wideGain, secondsPerExpertLayer]: readonly number[]): ForecastTable => ({
    classes,
    shared: {wideGain: wideGain!, secondsPerExpertLayer: secondsPerExpertLayer!},
  });
  return tableOf(
    lowest(
      (numbers) => loss(rows, tableOf(numbers)),
      [shared.wideGain, shared.secondsPerExpertLayer],
      [
        {from: 0.5, to: 2},
        {from: 1e-6, to: 5e-3},
      ],
    ),
  );
}

const patience = 0.1; // relative error at which a row begins to count as odd

/**
 * How far the forecasts of some rows are off: Σ √(1 + (e/0.1)²) − 1, where e is the logarithm of
 * forecast over measured. Small errors count by their square, large ones only by their size, so
 * that one odd machine does not pull the others along.
 */
function loss(rows: readonly FitRow[], table: ForecastTable): number {
  let sum = 0;
  for (const {step, seconds} of rows) {
    sum += Math.hypot(1, Math.log(stepSeconds(step, table) / seconds) / patience) - 1;
  }
  return sum;
}

function machinesByClass(rows: readonly FitRow[]): Map<MachineClass, Set<string>> {
  const machines = new Map<MachineClass, Set<string>>();
  for (const {measurement, step} of rows) {
    const {class: name} = step.hardware;
    machines.set(name, (machines.get(name) ?? new Set()).add(measurement.machine));
  }
  return machines;
}
