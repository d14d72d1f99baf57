import {
  stepSeconds,
  type Band,
  type ClassNumbers,
  type FittedForecast,
  type ForecastTable,
  type SharedNumbers,
} from "../arithmetic/forecast-law.js";
import type {FittedClass} from "../arithmetic/hardware.js";
import type {Catalog} from "./catalog.js";
import {fitRows, hasExperts, type FitRow} from "./fit-rows.js";
import {lowest} from "./lowest.js";
import {quantile} from "./quantile.js";

/** All that the forecast needs, and the held-out forecasts that tell how far to trust it. */
export function fitAll(catalog: Catalog): {fitted: FittedForecast; heldOut: HeldOut[]} {
  const rows = fitRows(catalog);
  const table = fitForecast(rows);
  const heldOut = leaveOneOut(rows, table);
  const bands = {decode: bandsOf("decode", heldOut), prefill: bandsOf("prefill", heldOut)};
  return {fitted: {...table, bands}, heldOut};
}

const classNames: readonly FittedClass[] = [
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
  let table: ForecastTable = {classes: byClass(() => ordinary), shared: ordinaryShared};
  for (let round = 0; round < rounds; round++) {
    for (const name of classNames) table = withClass(name, rows, table);
    table = withShared(rows, table);
  }
  return table;
}

/** A measurement, with the seconds that a fit without its machine forecasts for it. */
export interface HeldOut extends FitRow {
  forecast: number;
}

/**
 * Every row, forecast by numbers that were fitted without its machine, or without whatever else it
 * is grouped by. That changes the numbers of its class and the shared ones. The numbers of other
 * classes, which borrow from all, owe it less than a hundredth, and stay as they are.
 */
export function leaveOneOut(
  rows: readonly FitRow[],
  fitted: ForecastTable,
  groupOf: (row: FitRow) => string = machineOf,
): HeldOut[] {
  return [...new Set(rows.map(groupOf))].flatMap((group) => {
    const left = rows.filter((row) => groupOf(row) !== group);
    const out = rows.filter((row) => groupOf(row) === group);
    const {class: name} = out[0]!.step.hardware;
    if (name === "own") return []; // a reader's machine has no fitted numbers
    const table = withClass(name, left, withShared(left, fitted));
    return out.map((row) => ({...row, forecast: stepSeconds(row.step, table)}));
  });
}

const machineOf = ({measurement}: FitRow): string => measurement.machine;

/** All rows of other classes weigh as much as this many of its own: what a class borrows. */
const borrowedRows = 2;

/** The table with the numbers of one class fitted anew. */
function withClass(
  name: FittedClass,
  rows: readonly FitRow[],
  table: ForecastTable,
): ForecastTable {
  const own = rows.filter(({step}) => step.hardware.class === name);
  const others = rows.filter(({step}) => step.hardware.class !== name);
  const borrowed = others.map((row) => asClass(name, row));
  const showsExperts = own.some(({step}) => hasExperts(step) && step.tokens > 1);
  const tableOf = (numbers: readonly number[]): ForecastTable => ({
    classes: {...table.classes, [name]: classNumbers(numbers)},
    shared: table.shared,
  });
  const {bandwidthEfficiency, computeEfficiency, secondsPerLayer} = table.classes[name];
  const {expertShare} = showsExperts ? table.classes[name] : ordinary;
  return tableOf(
    lowest(
      (numbers) =>
        loss(own, tableOf(numbers)) +
        (borrowedRows / borrowed.length) * loss(borrowed, tableOf(numbers)),
      [bandwidthEfficiency, computeEfficiency, expertShare, secondsPerLayer],
      [
        {from: 0.2, to: 1},
        {from: 0.01, to: 1},
        // Where nobody measured a prompt through experts, their share is the ordinary one.
        showsExperts ? {from: 0.1, to: 1} : {from: expertShare, to: expertShare},
        {from: 1e-5, to: 5e-3},
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
function asClass(name: FittedClass, row: FitRow): FitRow {
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
    const error = Math.log(stepSeconds(step, table) / seconds) / patience;
    sum += Math.sqrt(1 + error * error) - 1;
  }
  return sum;
}

const enoughRows = 10; // to tell where eight of ten lie

/**
 * Factors on the forecast between which eight of ten held-out measurements of a class lie. Classes
 * with too few rows share one band.
 */
function bandsOf(
  phase: "decode" | "prefill",
  heldOut: readonly HeldOut[],
): Record<FittedClass, Band> {
  const rows = heldOut.filter(({measurement}) => measurement.phase === phase);
  const rowsOf = (name: FittedClass) => rows.filter(({step}) => step.hardware.class === name);
  const fewRows = classNames
    .map(rowsOf)
    .filter((own) => own.length < enoughRows)
    .flat();
  return byClass((name) => {
    const own = rowsOf(name);
    const judged = own.length < enoughRows ? fewRows : own;
    const factors = judged.map(({seconds, forecast}) => seconds / forecast);
    return {
      low: Math.min(1, quantile(factors, 0.1)),
      high: Math.max(1, quantile(factors, 0.9)),
    };
  });
}

function byClass<Value>(valueOf: (name: FittedClass) => Value): Record<FittedClass, Value> {
  const entries = classNames.map((name) => [name, valueOf(name)]);
  return Object.fromEntries(entries) as Record<FittedClass, Value>;
}
