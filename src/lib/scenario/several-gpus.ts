import {microBatch} from "../arithmetic/work.js";
import {messageSeconds, pipelineGain, splitSeconds} from "../arithmetic/parallelism.js";
import type {Catalog, SharedRun} from "../catalog/catalog.js";
import {againstRival, type View} from "./view.js";

/** How many times as fast as one GPU several are, each way to share a model. */
export interface SharedGain {
  devices: number;
  /** Writing, every matrix cut among them, messages counted. */
  matrices: number;
  /** Writing, each holds some of the layers: one works, the others wait. */
  layers: number;
  /** Reading a prompt, layers shared, chunk after chunk. */
  pipeline: number;
}

/** Most GPUs that the figure shows. */
export const mostDevices = 64;

/** Chunks in which a prompt is read: the conveyor belt of pipelineGain(). */
export function chunksOf(promptTokens: number): number {
  return Math.ceil(promptTokens / microBatch);
}

/** Seconds of a token when so many of the second machine cut every matrix among them. */
export function splitSecondsOf(view: View, devices: number, catalog: Catalog): number {
  const {simple, model} = againstRival(view, catalog);
  if (devices === 1) return simple.memorySeconds;
  const {numLayers: layers} = model.architecture;
  return splitSeconds({...simple, devices, layers, message: messageSeconds});
}

export function sharedGain(view: View, devices: number, catalog: Catalog): SharedGain {
  return {
    devices,
    matrices: splitSecondsOf(view, 1, catalog) / splitSecondsOf(view, devices, catalog),
    layers: pipelineGain({devices, chunks: 1}),
    pipeline: pipelineGain({devices, chunks: chunksOf(view.scenario.promptTokens)}),
  };
}

/** A measured gain over one GPU, of a model whose run on one is known too. */
export interface MeasuredShare {
  kind: "matrices" | "layers" | "pipeline";
  run: SharedRun;
  gain: number;
}

/** What was measured on more than one GPU, as a multiple of the same on one. */
export function measuredShares({sharing}: Catalog): MeasuredShare[] {
  return sharing
    .filter(({devices}) => devices > 1)
    .flatMap((run) => {
      const alone = sharing.find((row) => row.devices === 1 && isSame(row, run));
      return alone === undefined
        ? []
        : [{kind: kindOf(run), run, gain: run.tokensPerSecond / alone.tokensPerSecond}];
    });
}

/** One measured gain; undefined where nobody has measured it. */
export function measuredShare(
  catalog: Catalog,
  kind: MeasuredShare["kind"],
  devices: number,
): number | undefined {
  return measuredShares(catalog).find((row) => row.kind === kind && row.run.devices === devices)
    ?.gain;
}

const kindOf = ({split, phase}: SharedRun): MeasuredShare["kind"] =>
  split === "matrices" ? "matrices" : phase === "decode" ? "layers" : "pipeline";

function isSame(a: SharedRun, b: SharedRun): boolean {
  return (["machine", "model", "format", "split", "phase"] as const).every(
    (field) => a[field] === b[field],
  );
}
