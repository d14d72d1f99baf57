import {forecastNumbers} from "../../arithmetic/forecast.js";
import {kvBytesPerToken} from "../../arithmetic/kv-cache.js";
import {parameterCount} from "../../arithmetic/parameters.js";
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
} from "../../arithmetic/simple-law.js";
import type {Catalog} from "../../catalog/catalog.js";
import {findMachine} from "../../catalog/find.js";
import {measuredDecode} from "../../catalog/measured.js";
import {defaultScenario} from "../scenario.js";
import {viewOf, type View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** What every page may show: the shape, the choices, the machine, bytes, and the two laws. */
export const basicQuantities = {
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
  promptTokens: ({scenario}) => scenario.promptTokens,
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
  measured: ({scenario}, catalog) => measuredDecode(catalog, scenario)?.tokensPerSecond,
  measuredShare: ({scenario, simple}, catalog) => {
    const measured = measuredDecode(catalog, scenario);
    return measured && measured.tokensPerSecond / simple.tokensPerSecond;
  },
} satisfies Record<string, Quantity>;

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

/** The same on the laptop with which the notebook begins. */
const onLaptop = ({scenario}: View, catalog: Catalog): View =>
  viewOf({...scenario, machine: findMachine(catalog, defaultScenario.machine).name}, catalog);
