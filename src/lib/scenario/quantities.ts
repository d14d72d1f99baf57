import {forecastNumbers} from "../arithmetic/forecast.js";
import type {MachineClass} from "../arithmetic/hardware.js";
import {kvBytesPerToken} from "../arithmetic/kv-cache.js";
import {parameterCount} from "../arithmetic/parameters.js";
import {
  attainableFlops,
  bandwidthNeeded,
  decodeSeconds,
  expectedExperts,
  flopsPerToken,
  forecastSeconds,
  matrixVectorFlops,
  memorySecondsAsPublished,
  tokensPerSecond,
} from "../arithmetic/simple-law.js";
import type {Catalog} from "../catalog/catalog.js";
import {findMachine} from "../catalog/find.js";
import {summaryOf} from "../catalog/forecast-errors.js";
import {measuredDecode, scoreboard} from "../catalog/measured.js";
import {articleSevenBillion} from "./article.js";
import {batchGain} from "./batch-runs.js";
import {contextRatioError} from "./context-runs.js";
import {decodePredictions} from "./predictions.js";
import {gpuQuantities} from "./quantities/gpus.js";
import {conversationQuantities} from "./quantities/conversation.js";
import {machineQuantities} from "./quantities/machines.js";
import {promptQuantities} from "./quantities/prompts.js";
import {precisionQuantities} from "./quantities/precision.js";
import type {Quantity} from "./quantities/quantity.js";
import {recountQuantities} from "./quantities/recount.js";
import {beatsPublishedCeiling} from "./scoreboard.js";
import {defaultScenario} from "./scenario.js";
import {viewOf, type View} from "./view.js";

/**
 * Every number that an equation, a sentence or a question may show, by the name under which they
 * know it. Names of symbols are those of src/lib/formula/symbols.ts.
 */
export const quantities = {
  // The model's shape.
  parameters: ({simple}) => simple.parameters,
  totalParameters: ({model}) => parameterCount(model.architecture).total,
  layers: ({model}) => model.architecture.numLayers,
  hiddenSize: ({model}) => model.architecture.hiddenSize,
  intermediateSize: ({model}) => model.architecture.intermediateSize,
  vocabularySize: ({model}) => model.architecture.vocabSize,
  kvHeads: ({model}) => model.architecture.numKvHeads,
  headSize: ({model}) => model.architecture.headDim,
  experts: ({model}) => model.architecture.experts?.count ?? 1,
  expertsPerToken: ({model}) => model.architecture.experts?.perToken ?? 1,
  expectedExperts: ({model, scenario}) => {
    const {count, perToken} = model.architecture.experts ?? {count: 1, perToken: 1};
    return expectedExperts({experts: count, expertsPerToken: perToken, batch: scenario.batch});
  },

  // One matrix of it: from the residual stream into the feed-forward block.
  rows: ({model}) => model.architecture.intermediateSize,
  columns: ({model}) => model.architecture.hiddenSize,
  matrixWeights: ({model}) => model.architecture.intermediateSize * model.architecture.hiddenSize,
  rowFlops: ({model}) => matrixVectorFlops({rows: 1, columns: model.architecture.hiddenSize}),
  matrixFlops: ({model: {architecture}}) =>
    matrixVectorFlops({rows: architecture.intermediateSize, columns: architecture.hiddenSize}),
  tokenFlops: ({simple}) => flopsPerToken(simple),

  // What the reader chooses.
  batch: ({scenario}) => scenario.batch,
  context: ({scenario}) => scenario.context,
  speed: ({scenario}) => scenario.speed,
  bytesPerElement: ({scenario}) => scenario.kvBytesPerElement,
  bytesPerWeight: ({simple}) => simple.bytesPerWeight,
  bitsPerWeight: ({simple}) => 8 * simple.bytesPerWeight,

  // The machine.
  bandwidth: ({machine}) => machine.hardware.bandwidth,
  flops: ({simple}) => simple.flops,
  onChip: ({machine}) => machine.hardware.onChipBytes,
  efficiency: (view) => decodeForecast(view).bandwidthEfficiency,
  overhead: (view) => decodeForecast(view).overheadSeconds,
  flopsRatio: (view, catalog) => view.simple.flops / onLaptop(view, catalog).simple.flops,
  bandwidthRatio: (view, catalog) =>
    view.simple.bandwidth / onLaptop(view, catalog).simple.bandwidth,

  // Bytes.
  weightBytes: ({simple}) => simple.weightBytes,
  bytesRead: ({simple}) => simple.bytesRead,
  kvBytesPerToken: ({model, scenario}) =>
    kvBytesPerToken(model.architecture, scenario.kvBytesPerElement),
  stepBytes: ({estimate}) => estimate.decode.bytes,
  roomNeeded: ({estimate}) => estimate.bytes.total,
  neededBandwidth: ({scenario, estimate}) =>
    bandwidthNeeded({speed: scenario.speed, bytes: estimate.decode.bytes}),

  // The simple law: two clocks.
  computeSeconds: ({simple}) => simple.computeSeconds,
  memorySeconds: ({simple}) => simple.memorySeconds,
  seconds: ({simple}) => simple.seconds,
  tokensPerSecond: ({simple}) => simple.tokensPerSecond,
  computeSpeed: ({simple}) => tokensPerSecond({seconds: simple.computeSeconds}),
  slowdown: ({simple}) => simple.memorySeconds / simple.computeSeconds,
  busyShare: ({simple}) => simple.computeSeconds / simple.seconds,
  intensity: ({simple}) => simple.intensity,
  ridge: ({simple}) => simple.ridge,
  criticalBatch: ({simple}) => simple.criticalBatch,
  attainableFlops: ({simple}) => attainableFlops(simple),
  tenReaders: (view, catalog) =>
    withReaders(10, view, catalog).simple.seconds / withReaders(1, view, catalog).simple.seconds,
  tenReadersTotal: (view, catalog) => totalSpeed(withReaders(10, view, catalog)),
  oneReaderTotal: (view, catalog) => totalSpeed(withReaders(1, view, catalog)),

  // The full law.
  decodeSeconds: (view) => decodeSeconds(stepInputs(view)),
  decodeSpeed: (view) => tokensPerSecond({seconds: decodeSeconds(stepInputs(view))}),
  fullSeconds: ({estimate}) => estimate.decode.roofSeconds,
  perOperationSeconds: ({estimate}) => estimate.decode.perOperationSeconds,
  forecastSeconds: (view) =>
    forecastSeconds({
      bytes: view.estimate.decode.bytes,
      bandwidth: view.simple.bandwidth,
      efficiency: decodeForecast(view).bandwidthEfficiency,
      overhead: decodeForecast(view).overheadSeconds,
    }),

  // The article's law, and what was measured.
  publishedSeconds: ({simple}) => memorySecondsAsPublished(simple),
  publishedSpeed: ({simple}) => tokensPerSecond({seconds: memorySecondsAsPublished(simple)}),
  articleSeconds: ({machine}, catalog) => articleSevenBillion(catalog, machine.name).published,
  articleSpeed: ({machine}, catalog) =>
    tokensPerSecond({seconds: articleSevenBillion(catalog, machine.name).published}),
  articleCorrectedSpeed: ({machine}, catalog) =>
    tokensPerSecond({seconds: articleSevenBillion(catalog, machine.name).corrected}),
  measured: ({scenario}, catalog) => measuredDecode(catalog, scenario)?.tokensPerSecond,
  measuredShare: ({scenario, simple}, catalog) => {
    const measured = measuredDecode(catalog, scenario);
    return measured && measured.tokensPerSecond / simple.tokensPerSecond;
  },
  scoreboardCount: (_, catalog) => scoreboard(catalog).length,
  aboveCount: (_, catalog) =>
    scoreboard(catalog).filter((row) => beatsPublishedCeiling(row, catalog)).length,
  appleError: (_, catalog) => decodeError(catalog, "apple"),
  geforceError: (_, catalog) => decodeError(catalog, "geforce"),
  contextError: (_, catalog) => contextRatioError(catalog),
  mixtureGain: (_, catalog) => batchGain(catalog, "gpt-oss-20b"),
  denseGain: (_, catalog) => batchGain(catalog, "Qwen2.5-7B"),

  ...precisionQuantities,
  ...promptQuantities,
  ...recountQuantities,
  ...gpuQuantities,
  ...conversationQuantities,
  ...machineQuantities,
} satisfies Record<string, Quantity>;

export type QuantityName = keyof typeof quantities;

/** The value of a quantity, e.g. quantityOf("weightBytes", view, catalog). */
export function quantityOf(name: QuantityName, view: View, catalog: Catalog): number | undefined {
  const quantity: Quantity = quantities[name];
  return quantity(view, catalog);
}

/** Nine of ten held-out forecasts of a class are no further off than this. */
const decodeError = (catalog: Catalog, machineClass: MachineClass): number =>
  summaryOf(decodePredictions(catalog).filter((row) => row.class === machineClass)).percentile90;

const decodeForecast = ({model, machine, format}: View) =>
  forecastNumbers({
    phase: "decode",
    architecture: model.architecture,
    hardware: machine.hardware,
    format,
  });

function stepInputs({simple, scenario, model}: View) {
  return {
    weightBytes: simple.bytesRead,
    batch: scenario.batch,
    context: scenario.context,
    kvBytesPerToken: kvBytesPerToken(model.architecture, scenario.kvBytesPerElement),
    bandwidth: simple.bandwidth,
  };
}

/** Tokens per second of all readers together. */
const totalSpeed = ({simple}: View): number => simple.batch * simple.tokensPerSecond;

const withReaders = (batch: number, {scenario}: View, catalog: Catalog): View =>
  viewOf({...scenario, batch}, catalog);

/** The same on the laptop with which the notebook begins. */
const onLaptop = ({scenario}: View, catalog: Catalog): View =>
  viewOf({...scenario, machine: findMachine(catalog, defaultScenario.machine).name}, catalog);
