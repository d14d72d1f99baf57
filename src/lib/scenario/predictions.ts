import type {Catalog} from "../catalog/catalog.js";
import {heldOutErrors, type ForecastError} from "../catalog/forecast-errors.js";
import {ownMachineIn} from "../catalog/own-machine.js";
import {defaultScenario} from "./scenario.js";
import {viewOf} from "./view.js";

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

/** What is expected of the reader's own device, which nobody has measured with this model. */
export interface Unmeasured {
  machine: string;
  /** Tokens per second, of Llama-2-7B in a Q4_0 file: what most of the others were measured with. */
  roof: number;
  forecast: number;
}

/** The reader's own device, where its rates are measured. */
export function unmeasured(catalog: Catalog): Unmeasured[] {
  const own = ownMachineIn(catalog);
  if (own === undefined) return [];
  const run = {model: "Llama-2-7B", format: "Q4_0 file", machine: own.name};
  const {decode} = viewOf({...defaultScenario, ...run}, catalog).estimate;
  return [{machine: own.name, roof: 1 / decode.roofSeconds, forecast: 1 / decode.forecast.seconds}];
}

/** Old cards have kernels that nobody tunes any more: no fit to other cards can foresee them. */
export function isOld(row: ForecastError): boolean {
  return row.class === "legacy";
}
