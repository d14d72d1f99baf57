import type {Catalog} from "../catalog/catalog.js";
import {heldOutErrors, type ForecastError} from "../catalog/forecast-errors.js";

const known = new WeakMap<Catalog, readonly ForecastError[]>();

/** One reader's decode speeds, each forecast by numbers that were fitted without its machine. */
export function decodePredictions(catalog: Catalog): readonly ForecastError[] {
  let rows = known.get(catalog);
  if (rows === undefined) {
    rows = heldOutErrors(catalog).filter(
      ({phase, measurement}) => phase === "decode" && measurement.batch === 1,
    );
    known.set(catalog, rows);
  }
  return rows;
}

/** Tokens per second that were forecast. */
export function forecastSpeed({seconds}: ForecastError): number {
  return 1 / seconds;
}

/** Old cards have kernels that nobody tunes any more: no fit to other cards can foresee them. */
export function isOld(row: ForecastError): boolean {
  return row.class === "legacy";
}
