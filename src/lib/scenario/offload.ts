import {offloadSeconds, offloadSpeed} from "../arithmetic/overflow.js";
import type {Catalog, Measurement} from "../catalog/catalog.js";
import {findMachine} from "../catalog/find.js";
import {viewOf, type View} from "./view.js";

/**
 * The one published series in which layers move from a processor to a card: llama.cpp's own example
 * for llama-bench, September 2023.
 */
export const offloadRun = {
  model: "LLaMA-7B",
  machine: "RTX 3090 Ti",
  format: "Q4_0 file",
} as const;

/** The processor that keeps what a card has no room for: that of the same series. */
export const offloadHost = "Core i9-13900K";

/** One decode step of a model that lies on a card and beside a processor. Bytes, bytes/s. */
export interface Offload {
  /** Layers on the card, at most all. */
  layers: number;
  gpuShare: number;
  gpuBytes: number;
  cpuBytes: number;
  gpuBandwidth: number;
  cpuBandwidth: number;
  /** Tokens per second of either side with the whole model. */
  gpuSpeed: number;
  cpuSpeed: number;
  /** Seconds of a token, and tokens per second: the roof. */
  seconds: number;
  speed: number;
  /** The thought that fails: as if the speeds were shared as the layers are. */
  straightSpeed: number;
}

/** The scenario's model with so many layers on its machine, the others on the host. */
export function offloadOf(view: View, catalog: Catalog, wanted: number): Offload {
  const {numLayers} = view.model.architecture;
  const layers = Math.min(numLayers, wanted);
  const gpuShare = layers / numLayers;
  const bytes = view.simple.bytesRead;
  const gpuBandwidth = view.machine.hardware.bandwidth;
  const cpuBandwidth = findMachine(catalog, offloadHost).hardware.bandwidth;
  const sides = {
    gpuBytes: gpuShare * bytes,
    cpuBytes: (1 - gpuShare) * bytes,
    gpuBandwidth,
    cpuBandwidth,
  };
  const speeds = {gpuShare, gpuSpeed: gpuBandwidth / bytes, cpuSpeed: cpuBandwidth / bytes};
  return {
    layers,
    ...sides,
    ...speeds,
    seconds: offloadSeconds(sides),
    speed: offloadSpeed(speeds),
    straightSpeed: gpuShare * speeds.gpuSpeed + (1 - gpuShare) * speeds.cpuSpeed,
  };
}

/** Whole layers for which a machine has room beside the conversation, where its memory is known. */
export function layersThatFit({model, machine, estimate}: View): number | undefined {
  const {numLayers} = model.architecture;
  const {memoryBytes} = machine.hardware;
  if (memoryBytes === undefined) return undefined;
  const room = memoryBytes - estimate.bytes.kvCache;
  const layers = Math.floor(room / (estimate.bytes.weights / numLayers));
  return Math.min(numLayers, Math.max(0, layers));
}

/** Tokens per second at the roof: on the machine where the model fits, and else spread. */
export function speedWithHost(view: View, catalog: Catalog): number {
  const {numLayers} = view.model.architecture;
  return offloadOf(view, catalog, layersThatFit(view) ?? numLayers).speed;
}

/** The roof for every number of layers, from none to all. */
export function offloadCurve(view: View, catalog: Catalog): Offload[] {
  return Array.from({length: view.model.architecture.numLayers + 1}, (_, layers) =>
    offloadOf(view, catalog, layers),
  );
}

/**
 * What was measured, from few layers to many. llama.cpp counted three more than the model has: the
 * output matrix, and the values and keys of the conversation.
 */
export function offloadRuns(catalog: Catalog): (Measurement & {offloadedLayers: number})[] {
  return catalog.measurements
    .flatMap((row) => {
      const {offloadedLayers, group, phase} = row;
      const belongs = group === "gpu-offload" && phase === "decode";
      return belongs && offloadedLayers !== undefined ? [{...row, offloadedLayers}] : [];
    })
    .sort((a, b) => a.offloadedLayers - b.offloadedLayers);
}

/** Measured over roof, for rows in which both sides still have layers. */
export function offloadShares(catalog: Catalog, view: View): number[] {
  const pinned = viewOf({...view.scenario, ...offloadRun, batch: 1}, catalog);
  return offloadRuns(catalog)
    .filter(({offloadedLayers}) => offloadedLayers < pinned.model.architecture.numLayers)
    .map(
      ({tokensPerSecond, offloadedLayers}) =>
        tokensPerSecond / offloadOf(pinned, catalog, offloadedLayers).speed,
    );
}
