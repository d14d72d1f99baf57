import {estimate, type Phase} from "../arithmetic/estimate.js";
import type {MachineClass} from "../arithmetic/hardware.js";
import type {Catalog, Measurement} from "./catalog.js";
import {findMachine, findModel} from "./find.js";
import {heldOutSpeeds} from "./held-out.js";
import {quantile} from "./quantile.js";

/** A measurement beside the forecast that was made without its machine, or without its table. */
export interface ForecastError {
  measurement: Measurement;
  class: MachineClass;
  phase: "decode" | "prefill";
  /** Forecast: of one decode step, or of all prompts of the batch. */
  seconds: number;
  /** The same at the roof. */
  roofSeconds: number;
  /** Forecast speed over measured speed, less one: 0.05 where the forecast was 5 percent too fast. */
  relativeError: number;
}

/** How far off the forecasts of some measurements are, of either sign. */
export interface ErrorSummary {
  rows: number;
  median: number;
  /** Nine of ten are no further off than this. */
  percentile90: number;
}

/** Tokens per second that a fit without its machine forecasts for a measurement, if it was fitted. */
export function heldOutSpeed({id}: Pick<Measurement, "id">): number | undefined {
  return heldOutSpeeds[id];
}

/** The held-out error of every measurement to which the forecast is fitted. */
export function heldOutErrors(catalog: Catalog): ForecastError[] {
  return catalog.measurements.flatMap((measurement) => {
    const speed = heldOutSpeed(measurement);
    return speed === undefined ? [] : [errorOf(measurement, catalog, () => speed)];
  });
}

/**
 * The errors of measurements that no fit has seen: batches, long conversations, other programs.
 * Left out are the rows in which something else was varied: threads, layers, micro-batches.
 */
export function checkErrors(catalog: Catalog): ForecastError[] {
  const unseen = catalog.measurements.filter(
    (row) =>
      heldOutSpeed(row) === undefined &&
      row.threads === undefined &&
      row.offloadedLayers === undefined &&
      row.microbatch === undefined,
  );
  return unseen.map((row) => errorOf(row, catalog, ({forecast}) => forecast.tokensPerSecond));
}

/** Held-out errors by class of machine and phase: the table on the page. */
export function forecastErrors(
  catalog: Catalog,
): (ErrorSummary & {class: MachineClass; phase: "decode" | "prefill"})[] {
  const groups = grouped(heldOutErrors(catalog), (row) => `${row.phase} ${row.class}`);
  return groups.map((errors) => ({
    class: errors[0]!.class,
    phase: errors[0]!.phase,
    ...summaryOf(errors),
  }));
}

/** Errors of unseen measurements by table and phase. */
export function forecastChecks(
  catalog: Catalog,
): (ErrorSummary & {group: string; phase: "decode" | "prefill"})[] {
  const groups = grouped(checkErrors(catalog), (row) => `${row.phase} ${row.measurement.group}`);
  return groups.map((errors) => ({
    group: errors[0]!.measurement.group,
    phase: errors[0]!.phase,
    ...summaryOf(errors),
  }));
}

export function summaryOf(errors: readonly Pick<ForecastError, "relativeError">[]): ErrorSummary {
  const sizes = errors.map(({relativeError}) => Math.abs(relativeError));
  return {rows: errors.length, median: quantile(sizes, 0.5), percentile90: quantile(sizes, 0.9)};
}

function errorOf(
  measurement: Measurement,
  catalog: Catalog,
  speedOf: (phase: Phase) => number,
): ForecastError {
  const {phase, batch, context, promptTokens, tokensPerSecond} = measurement;
  const {hardware} = findMachine(catalog, measurement.machine);
  const {architecture} = findModel(catalog, measurement.model);
  const {format} = measurement;
  const inputs = {architecture, hardware, format, batch, context, promptTokens};
  const law = estimate({...inputs, kvBytesPerElement: 2})[phase];
  const speed = speedOf(law);
  return {
    measurement,
    class: hardware.class,
    phase,
    seconds: (phase === "decode" ? batch : batch * promptTokens) / speed,
    roofSeconds: law.roofSeconds,
    relativeError: speed / tokensPerSecond - 1,
  };
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
