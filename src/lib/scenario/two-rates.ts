import {formatRate} from "../arithmetic/hardware.js";
import {busyShare, ridgePoint} from "../arithmetic/simple-law.js";
import type {Catalog, Machine} from "../catalog/catalog.js";
import {viewOf, type View} from "./view.js";

/** A machine's two numbers and their quotient. */
export interface Rates {
  machine: string;
  /** FLOP/s, dense peak for the arithmetic of the chosen format */
  flops: number;
  /** bytes/s */
  bandwidth: number;
  /** FLOP/byte */
  ridge: number;
  verified: boolean;
}

/** The rates of every machine of the catalog. */
export function ratesOf({format}: View, catalog: Catalog): Rates[] {
  return catalog.machines.map(({name, hardware, verified}: Machine) => {
    const {flopRate} = formatRate(hardware, format);
    const {bandwidth} = hardware;
    const ridge = ridgePoint({flops: flopRate, bandwidth});
    return {machine: name, flops: flopRate, bandwidth, ridge, verified};
  });
}

/** How one second of a machine goes by while it writes for one reader. */
export interface Second {
  machine: string;
  /** Seconds in which it calculates; in the rest it waits for memory. */
  busy: number;
  /** Whether the whole model lies in its memory, where that is known. */
  fits: boolean | undefined;
  /** Tokens per second at the roof. */
  tokensPerSecond: number;
}

/** The same second on several machines. */
export function secondsOf(view: View, catalog: Catalog, machines: readonly string[]): Second[] {
  return machines.map((machine) => {
    const {simple, estimate} = viewOf({...view.scenario, machine, batch: 1}, catalog);
    const {tokensPerSecond} = simple;
    return {machine, busy: busyShare(simple), fits: estimate.fits, tokensPerSecond};
  });
}
