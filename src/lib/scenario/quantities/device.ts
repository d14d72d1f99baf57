import {ownSeconds} from "../../arithmetic/own-law.js";
import {memorySeconds} from "../../arithmetic/simple-law.js";
import {weightBytes} from "../../arithmetic/precision.js";
import {findModel} from "../../catalog/find.js";
import type {Catalog} from "../../catalog/catalog.js";
import type {Phase, SyntheticSize} from "../../catalog/device-report.js";
import {ladderOf} from "../../device/report.js";
import {comparison, extrapolation} from "../own-comparison.js";
import {foretell, measuredFormatOf, shownRun, syntheticModels, workerCount} from "../own-run.js";
import type {View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Quantities of the chapter on the reader's own machine: of the device that is shown. */
export const deviceQuantities = {
  // The law's inputs and what it makes of them, for the scenario's model and tokens together.
  ownParameters: (view, catalog) => passOf(view, catalog).inputs.parameters,
  ownBytesPerWeight: (view, catalog) => passOf(view, catalog).inputs.bytesPerWeight,
  ownFlops: (view, catalog) => passOf(view, catalog).inputs.flops,
  ownBandwidth: (view, catalog) => passOf(view, catalog).inputs.bandwidth,
  ownOverhead: (view, catalog) => passOf(view, catalog).inputs.overhead,
  ownComputeSeconds: (view, catalog) => passOf(view, catalog).computeSeconds,
  ownMemorySeconds: (view, catalog) => passOf(view, catalog).memorySeconds,
  ownSeconds: (view, catalog) => passOf(view, catalog).seconds.median,

  // The model of 110 million weights: what the law said, and what came.
  ownForetold: (view, catalog) => compared(view, catalog, "decode").foretold.median,
  ownMeasured: (view, catalog) => compared(view, catalog, "decode").measured,
  ownError: (view, catalog) => positive(compared(view, catalog, "decode").error),

  // The ladder's first rung, and how many times as fast it is as where the model stands.
  ownSmallBytes: (view, catalog) => firstRung(view, catalog).bytes,
  ownSmallBandwidth: (view, catalog) => firstRung(view, catalog).bandwidth.median,
  ownStepRatio: (view, catalog) =>
    firstRung(view, catalog).bandwidth.median / passOf(view, catalog).inputs.bandwidth,

  // On the recorded device: the page with one thread, and llama.cpp itself.
  nativeSpeed: (view, catalog) => nativeOf(view, catalog, "decode"),
  nativePromptSpeed: (view, catalog) => nativeOf(view, catalog, "prefill"),
  pageSpeed: (view, catalog) => pageOf(view, catalog, "decode"),
  pagePromptSpeed: (view, catalog) => pageOf(view, catalog, "prefill"),

  // Seven billion weights in four bits.
  sevenSpeed: (view, catalog) => sevenOf(view, catalog).speed.median,
  sevenLeast: (view, catalog) => sevenOf(view, catalog).speed.lowest,
  sevenMost: (view, catalog) => sevenOf(view, catalog).speed.highest,
  sevenDoubt: (view, catalog) => sevenOf(view, catalog).doubt,

  // The exercises.
  exerciseMegabytes: (_, catalog) =>
    weightBytes(findModel(catalog, "stories110M").architecture, "Q8_0") / 1e6,
  exerciseOverhead: (_, catalog) => 0.2 * timesAsMany(catalog),
  timesAsMany: (_, catalog) => timesAsMany(catalog),
  exerciseSpeed: () => 1 / ownSeconds(exercise),
  exerciseSeconds: () => ownSeconds(exercise),
  exerciseRoof: () => 1 / memorySeconds(exercise),
} satisfies Record<string, Quantity>;

/** 62 MB at 20 GB/s, and half a millisecond beside that. */
const exercise = {
  parameters: 62e6,
  promptTokens: 1,
  flops: 1e12,
  bytesPerWeight: 1,
  bandwidth: 20e9,
  overhead: 0.5e-3,
};

/** How many times as many numbers go from layer to layer in the larger model: layers × hiddenSize. */
function timesAsMany(catalog: Catalog): number {
  const numbers = (size: SyntheticSize): number => {
    const {numLayers, hiddenSize} = findModel(catalog, syntheticModels[size]).architecture;
    return numLayers * hiddenSize;
  };
  return numbers("110M") / numbers("15M");
}

const passOf = ({model, format, scenario}: View, catalog: Catalog) =>
  foretell(shownRun(catalog).report, {
    model,
    format,
    workers: scenario.workers,
    tokens: scenario.promptTokens,
  });

const compared = ({format, scenario}: View, catalog: Catalog, phase: Phase) =>
  comparison(catalog, {format: measuredFormatOf(format), phase, workers: scenario.workers});

const sevenOf = ({scenario}: View, catalog: Catalog) => extrapolation(catalog, scenario.workers);

function firstRung({scenario}: View, catalog: Catalog) {
  const {report} = shownRun(catalog);
  return ladderOf(report, workerCount(report, scenario.workers)).points[0]!;
}

const positive = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.abs(share);

/** Tokens per second of llama.cpp on the recorded device, with one thread. */
function nativeOf({format}: View, {deviceRuns}: Catalog, phase: Phase): number | undefined {
  const wanted = measuredFormatOf(format);
  return deviceRuns[0]!.native.find(
    (run) => run.model === "110M" && run.format === wanted && run.phase === phase,
  )?.tokensPerSecond;
}

/** The same model there in the page, with one thread. */
function pageOf({format}: View, {deviceRuns}: Catalog, phase: Phase): number | undefined {
  const wanted = measuredFormatOf(format);
  const run = deviceRuns[0]!.report.runs.find(
    ({model, format: found, phase: read, threads}) =>
      model === "110M" && found === wanted && read === phase && threads === 1,
  );
  return run && (phase === "decode" ? 1 : run.tokens) / run.seconds.median;
}
