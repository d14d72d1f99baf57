import {attainableFlops, flopsPerToken, ridgePoint} from "../arithmetic/simple-law.js";
import type {Catalog} from "../catalog/catalog.js";
import {measuredDecode} from "../catalog/measured.js";
import {viewOf, type View} from "./view.js";

/** A machine's roofline and where the scenario's work stands on it. */
export interface Roof {
  machine: string;
  /** FLOP/s */
  flops: number;
  /** bytes/s */
  bandwidth: number;
  /** FLOP/byte at which the roof bends. */
  ridge: number;
  /** Where one decode step stands: FLOP/byte, and the FLOP/s that the roof allows there. */
  intensity: number;
  attainable: number;
  readers: number;
  /** Tokens per second of all readers together, at the roof. */
  tokensPerSecond: number;
  /** What somebody measured for this model and precision, for one reader. */
  measured?: {tokensPerSecond: number; flops: number; verified: boolean};
}

/** The scenario's roof on the named machines. */
export function roofsOf(view: View, catalog: Catalog, machines: readonly string[]): Roof[] {
  return machines.map((machine) => roofOf(viewOf({...view.scenario, machine}, catalog), catalog));
}

function roofOf({scenario, machine, simple}: View, catalog: Catalog): Roof {
  const {flops, bandwidth, intensity, batch} = simple;
  const found = batch === 1 ? measuredDecode(catalog, scenario) : undefined;
  return {
    machine: machine.name,
    flops,
    bandwidth,
    ridge: ridgePoint(simple),
    intensity,
    attainable: attainableFlops(simple),
    readers: batch,
    tokensPerSecond: batch * simple.tokensPerSecond,
    ...(found && {
      measured: {
        tokensPerSecond: found.tokensPerSecond,
        flops: flopsPerToken(simple) * found.tokensPerSecond,
        verified: found.verified,
      },
    }),
  };
}
