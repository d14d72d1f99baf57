import type {Catalog} from "../catalog/catalog.js";
import {viewOf, type View} from "./view.js";

/** A machine that would do: the whole model fits, and the forecast is at least the wanted speed. */
export interface Fitting {
  name: string;
  /** bytes/s */
  bandwidth: number;
  /** bytes */
  memoryBytes: number;
  /** Tokens per second of each reader: at the roof, and as forecast. */
  roofSpeed: number;
  forecastSpeed: number;
}

/** Every machine that would do for the scenario's wanted speed, the slowest memory first. */
export function machinesFor({scenario}: View, catalog: Catalog): Fitting[] {
  return catalog.machines
    .map(({name, hardware}) => {
      const {estimate} = viewOf({...scenario, machine: name}, catalog);
      const fitting: Fitting = {
        name,
        bandwidth: hardware.bandwidth,
        memoryBytes: hardware.memoryBytes,
        roofSpeed: 1 / estimate.decode.roofSeconds,
        forecastSpeed: 1 / estimate.decode.forecast.seconds,
      };
      return {fitting, does: estimate.fits && fitting.forecastSpeed >= scenario.speed};
    })
    .filter(({does}) => does)
    .map(({fitting}) => fitting)
    .sort((a, b) => a.bandwidth - b.bandwidth);
}
