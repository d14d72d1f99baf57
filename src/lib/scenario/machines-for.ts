import type {Catalog} from "../catalog/catalog.js";
import {viewOf, type View} from "./view.js";

/** A machine into whose memory model and conversations fit, and how fast it would be. */
export interface Candidate {
  name: string;
  /** bytes/s */
  bandwidth: number;
  /** bytes */
  memoryBytes: number;
  /** Tokens per second of each reader: at the roof, and as forecast. */
  roofSpeed: number;
  forecastSpeed: number;
}

const known = new WeakMap<View, readonly Candidate[]>();

/** Every machine of the catalog into which the scenario fits, the slowest memory first. */
function candidatesFor(view: View, catalog: Catalog): readonly Candidate[] {
  let candidates = known.get(view);
  if (candidates === undefined) {
    candidates = catalog.machines
      .flatMap(({name, hardware}): Candidate[] => {
        const {estimate} = viewOf({...view.scenario, machine: name}, catalog);
        const {fits, decode} = estimate;
        const {bandwidth, memoryBytes} = hardware;
        if (fits !== true || memoryBytes === undefined) return [];
        const roofSpeed = 1 / decode.roofSeconds;
        return [
          {name, bandwidth, memoryBytes, roofSpeed, forecastSpeed: 1 / decode.forecast.seconds},
        ];
      })
      .sort((a, b) => a.bandwidth - b.bandwidth);
    known.set(view, candidates);
  }
  return candidates;
}

/** Those that reach the scenario's wanted speed, by the forecast or by the roof alone. */
export function machinesFor(
  view: View,
  catalog: Catalog,
  judge: "forecastSpeed" | "roofSpeed" = "forecastSpeed",
): readonly Candidate[] {
  return candidatesFor(view, catalog).filter(
    (candidate) => candidate[judge] >= view.scenario.speed,
  );
}
