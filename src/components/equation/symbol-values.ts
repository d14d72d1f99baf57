import type {SymbolId} from "../../lib/formula/symbols.js";
import type {View} from "../../lib/scenario/view.js";
import type {Numbers} from "../numbers.js";

/** What a symbol is worth in a view, in SI units, and how its number is written. */
export interface SymbolValue {
  read: (view: View) => number;
  show: keyof Numbers;
}

const architecture = (view: View) => view.model.architecture;
const kvBytesPerToken = (view: View): number => view.estimate.bytes.kvCache; // draft
const stepBytes = (view: View): number => view.estimate.decode.bytes; // draft
const decodeSeconds = (view: View): number => stepBytes(view) / view.simple.bandwidth;

/** The live value of every symbol. Equations, and numbers in sentences, read the same table. */
export const symbolValues: Readonly<Record<SymbolId, SymbolValue>> = {
  parameters: {read: ({simple}) => simple.parameters, show: "amount"},
  layers: {read: (view) => architecture(view).numLayers, show: "whole"},
  hiddenSize: {read: (view) => architecture(view).hiddenSize, show: "whole"},
  intermediateSize: {read: (view) => architecture(view).intermediateSize, show: "whole"},
  vocabularySize: {read: (view) => architecture(view).vocabSize, show: "whole"},
  kvHeads: {read: (view) => architecture(view).numKvHeads, show: "whole"},
  headSize: {read: (view) => architecture(view).headDim, show: "whole"},
  experts: {read: (view) => architecture(view).experts?.count ?? 1, show: "whole"},
  expertsPerToken: {read: (view) => architecture(view).experts?.perToken ?? 1, show: "whole"},

  rows: {read: (view) => architecture(view).intermediateSize, show: "whole"},
  columns: {read: (view) => architecture(view).hiddenSize, show: "whole"},
  matrixWeights: {read: (view) => matrixWeights(view), show: "amount"},
  rowFlops: {read: (view) => 2 * architecture(view).hiddenSize, show: "amount"},
  matrixFlops: {read: (view) => 2 * matrixWeights(view), show: "amount"},
  tokenFlops: {read: ({simple}) => 2 * simple.parameters, show: "amount"},

  batch: {read: ({scenario}) => scenario.batch, show: "whole"},
  context: {read: ({scenario}) => scenario.context, show: "whole"},
  speed: {read: ({scenario}) => scenario.speed, show: "number"},
  bytesPerWeight: {read: ({simple}) => simple.bytesPerWeight, show: "number"},
  bytesPerElement: {read: ({scenario}) => scenario.kvBytesPerElement, show: "number"},

  bandwidth: {read: ({simple}) => simple.bandwidth, show: "bandwidth"},
  flops: {read: ({simple}) => simple.flops, show: "flopRate"},
  efficiency: {read: () => 0.9, show: "percent"},
  overhead: {read: () => 0.003, show: "seconds"},

  weightBytes: {read: ({simple}) => simple.weightBytes, show: "bytes"},
  kvBytesPerToken: {read: kvBytesPerToken, show: "bytes"},
  stepBytes: {read: stepBytes, show: "bytes"},
  expectedExperts: {read: (view) => view.scenario.batch, show: "number"},
  neededBandwidth: {read: (view) => view.scenario.speed * stepBytes(view), show: "bandwidth"},

  computeSeconds: {read: ({simple}) => simple.computeSeconds, show: "seconds"},
  memorySeconds: {read: ({simple}) => simple.memorySeconds, show: "seconds"},
  publishedSeconds: {read: ({simple}) => 2 * simple.memorySeconds, show: "seconds"},
  seconds: {read: ({simple}) => simple.seconds, show: "seconds"},
  decodeSeconds: {read: decodeSeconds, show: "seconds"},
  forecastSeconds: {read: (view) => view.estimate.decode.forecast.seconds, show: "seconds"},
  tokensPerSecond: {read: ({simple}) => 1 / simple.seconds, show: "rate"},
  decodeSpeed: {read: (view) => 1 / decodeSeconds(view), show: "rate"},

  intensity: {read: ({simple}) => simple.intensity, show: "number"},
  ridge: {read: ({simple}) => simple.flops / simple.bandwidth, show: "number"},
  criticalBatch: {
    read: ({simple}) => (simple.flops * simple.bytesPerWeight) / (2 * simple.bandwidth),
    show: "number",
  },
  attainableFlops: {
    read: ({simple}) => Math.min(simple.flops, simple.intensity * simple.bandwidth),
    show: "flopRate",
  },
};

function matrixWeights(view: View): number {
  const {intermediateSize, hiddenSize} = architecture(view);
  return intermediateSize * hiddenSize;
}

/** A symbol's value as people read it, e.g. "68.3 GB/s". */
export function symbolText(id: SymbolId, view: View, numbers: Numbers): string {
  const {read, show} = symbolValues[id];
  return numbers[show](read(view));
}
