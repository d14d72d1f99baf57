import {kvCacheBytes} from "../arithmetic/kv-cache.js";
import {latencyWithStorage} from "../arithmetic/overflow.js";
import {formatNamed, weightBytes} from "../arithmetic/precision.js";
import type {Catalog, Measurement, Storage} from "../catalog/catalog.js";
import {findMachine, findModel, memoryOf} from "../catalog/find.js";

/** A machine whose measured speeds lie on both sides of the edge of its memory. */
export interface PagingMachine {
  name: string;
  /** Others with the same chip, whose measurements stand for it. */
  siblings: readonly string[];
}

export const pagingMachines: readonly PagingMachine[] = [
  {name: "Apple M1", siblings: []},
  {name: "Raspberry Pi 4", siblings: ["Raspberry Pi 400"]},
];

/** Places from which a machine's measurements can have come, the slowest first. */
export function storageOf(catalog: Catalog, machine: string): Storage[] {
  return catalog.storage
    .filter((row) => row.machine === machine)
    .sort((a, b) => a.bandwidth - b.bandwidth);
}

/** Tokens per second of a model of so many bytes. */
export interface PagingStep {
  bytes: number;
  /** By memory alone, as if there were enough of it. */
  memory: number;
  /** Where everything that has room stays in memory. */
  kept: number;
  /** Where nothing stays: the whole model is read from storage for every token. */
  reread: number;
}

/** The three clocks for one reader; arithmetic is left out, since it never decides here. */
export function pagingStep(
  catalog: Catalog,
  machine: string,
  storage: Pick<Storage, "bandwidth">,
  bytes: number,
): PagingStep {
  const {hardware} = findMachine(catalog, machine);
  const inputs = {
    parameters: bytes,
    bytesPerWeight: 1,
    batch: 1,
    flops: Infinity,
    bandwidth: hardware.bandwidth,
    storageBandwidth: storage.bandwidth,
  };
  const memory = 1 / (bytes / hardware.bandwidth); // divided as the law divides
  const freeBytes = memoryOf(catalog, machine);
  const isOver = bytes > freeBytes;
  return {
    bytes,
    memory,
    kept: 1 / latencyWithStorage({...inputs, freeBytes}),
    reread: isOver ? 1 / latencyWithStorage({...inputs, freeBytes: 0}) : memory,
  };
}

/** From `least` to `most` bytes, so many steps to each doubling, and one at the edge. */
export function pagingCurve(
  catalog: Catalog,
  machine: string,
  storage: Pick<Storage, "bandwidth">,
  [least, most]: readonly [number, number],
  perOctave = 12,
): PagingStep[] {
  const edge = memoryOf(catalog, machine);
  const count = Math.round(Math.log2(most / least) * perOctave);
  const sizes = Array.from({length: count + 1}, (_, i) => least * (most / least) ** (i / count));
  return [...sizes, edge, edge * 1.000001]
    .sort((a, b) => a - b)
    .map((bytes) => pagingStep(catalog, machine, storage, bytes));
}

export interface PagingRun {
  measurement: Measurement;
  /** bytes that the program held: weights, and the conversation where it is known */
  bytes: number;
}

/** What was measured on a machine and its siblings, with one model on one device. */
export function pagingRuns(
  catalog: Catalog,
  {name, siblings}: PagingMachine,
): readonly PagingRun[] {
  return catalog.measurements
    .filter(
      ({machine, phase, batch, model}) =>
        [name, ...siblings].includes(machine) &&
        phase === "decode" &&
        batch === 1 &&
        !model.startsWith("stories"),
    )
    .map((measurement) => ({measurement, bytes: heldBytes(catalog, measurement)}));
}

/** Those that were larger than the machine's memory. */
export function spilledRuns(catalog: Catalog, machine: PagingMachine): readonly PagingRun[] {
  const memoryBytes = memoryOf(catalog, machine.name);
  return pagingRuns(catalog, machine).filter(({bytes}) => bytes > memoryBytes);
}

/** The row of the tenth of a token that the article quotes. */
const marchOnPi = "small-devices/raspberry-pi-4/llama-7b/q4_0/decode";

function heldBytes(catalog: Catalog, {id, model, format}: Measurement): number {
  const {architecture} = findModel(catalog, model);
  return id === marchOnPi
    ? bytesInMarch2023(catalog)
    : weightBytes(architecture, formatNamed(format));
}

/**
 * Bytes that LLaMA-7B took in llama.cpp of March 2023. A block of Q4_0 had a scale of 32 bits then,
 * so that it was as large as one of Q4_1 is now, and the conversation was kept for 512 tokens in
 * FP32. A log of that month prints 4017.27 and 512.00 MiB (llama.cpp issue #58).
 */
export function bytesInMarch2023(catalog: Catalog): number {
  const {architecture} = findModel(catalog, "LLaMA-7B");
  const weights = weightBytes(architecture, formatNamed("Q4_1"));
  return weights + kvCacheBytes(architecture, {context: 512, batch: 1, bytesPerElement: 4});
}
