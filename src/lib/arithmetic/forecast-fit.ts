// Written by npm run fit, from data/measurements.csv. Change the law or the data, not this file.

import type {Band} from "./forecast.js";
import type {ForecastTable} from "./forecast-law.js";
import type {MachineClass} from "./hardware.js";

/** The numbers, and by phase and class the band that four of five held-out measurements keep to. */
export const fitted: ForecastTable & {
  bands: Readonly<Record<"decode" | "prefill", Readonly<Record<MachineClass, Band>>>>;
} = {
  classes: {
    apple: numbers(0.92, 0.73, 0.67, 185e-6),
    geforce: numbers(0.87, 0.98, 0.98, 37e-6),
    radeon: numbers(0.65, 0.35, 0.35, 30e-6),
    datacenter: numbers(0.75, 0.64, 0.64, 60e-6),
    legacy: numbers(0.7, 0.57, 0.57, 142e-6),
    unified: numbers(0.9, 0.32, 0.32, 60e-6),
    cpu: numbers(0.68, 0.5, 0.5, 60e-6),
    board: numbers(0.6, 0.5, 0.5, 100e-6),
  },
  experts: {secondsPerLayer: 45e-6, computeShare: 0.7},
  bands: {decode: bands(0.9, 1.2), prefill: bands(0.8, 1.4)},
};

function numbers(
  bandwidthEfficiency: number,
  wide: number,
  narrow: number,
  secondsPerLayer: number,
) {
  return {bandwidthEfficiency, computeEfficiency: {wide, narrow}, secondsPerLayer};
}

function bands(low: number, high: number) {
  const band = {low, high};
  return {
    apple: band,
    geforce: band,
    radeon: band,
    datacenter: band,
    legacy: band,
    unified: band,
    cpu: band,
    board: band,
  };
}
