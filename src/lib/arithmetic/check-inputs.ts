import type {Architecture} from "./architecture.js";
import type {Hardware} from "./hardware.js";

/** Refuses a number of readers or tokens that no one can have meant. */
export function checkStep(step: {
  batch: number;
  context: number;
  promptTokens: number;
  kvBytesPerElement: number;
}): void {
  checkWhole("batch", step.batch, 1);
  checkWhole("context", step.context, 0);
  checkWhole("promptTokens", step.promptTokens, 0);
  const {kvBytesPerElement} = step;
  if (!(kvBytesPerElement > 0 && kvBytesPerElement <= 8)) {
    throw new Error(
      `kvBytesPerElement is ${kvBytesPerElement}; it should be a number of bytes above 0 and up to 8, such as 2 for FP16`,
    );
  }
}

/** Refuses a machine by which a law would divide by nothing. */
export function checkHardware({bandwidth, memoryBytes, flops}: Hardware): void {
  checkPositive("hardware.bandwidth", bandwidth, "bytes/s");
  if (memoryBytes !== undefined) checkPositive("hardware.memoryBytes", memoryBytes, "bytes");
  for (const precision in flops) {
    checkPositive(
      `hardware.flops.${precision}`,
      flops[precision as keyof typeof flops] ?? NaN,
      "FLOP/s",
    );
  }
}

const checked = new WeakSet<Architecture>();

/** Refuses a shape that no model can have. Each architecture is looked at once. */
export function checkArchitecture(architecture: Architecture): void {
  if (checked.has(architecture)) return;
  const {numLayers, slidingWindow, latentAttention, experts} = architecture;
  const check = (field: string, value: number, least: number, greatest?: number) =>
    checkWhole(`architecture.${field}`, value, least, greatest);

  check("numLayers", numLayers, 1);
  check("hiddenSize", architecture.hiddenSize, 1);
  check("numHeads", architecture.numHeads, 1);
  check("numKvHeads", architecture.numKvHeads, 1, architecture.numHeads);
  check("headDim", architecture.headDim, 1);
  check("intermediateSize", architecture.intermediateSize, 0);
  check("vocabSize", architecture.vocabSize, 1);
  check("learnedPositions", architecture.learnedPositions, 0);
  if (slidingWindow !== undefined) {
    check("slidingWindow.tokens", slidingWindow.tokens, 1);
    check("slidingWindow.layers", slidingWindow.layers, 0, numLayers);
  }
  if (latentAttention !== undefined) {
    check("latentAttention.queryRank", latentAttention.queryRank ?? 1, 1);
    check("latentAttention.keyValueRank", latentAttention.keyValueRank, 1);
    check("latentAttention.nopeHeadDim", latentAttention.nopeHeadDim, 0);
    check("latentAttention.ropeHeadDim", latentAttention.ropeHeadDim, 0);
    check("latentAttention.valueHeadDim", latentAttention.valueHeadDim, 1);
  }
  if (experts !== undefined) {
    check("experts.count", experts.count, 1);
    check("experts.perToken", experts.perToken, 1, experts.count);
    check("experts.intermediateSize", experts.intermediateSize, 1);
    check("experts.sharedIntermediateSize", experts.sharedIntermediateSize, 0);
    check("experts.denseLayers", experts.denseLayers, 0, numLayers);
  }
  checked.add(architecture);
}

const most = 1e9; // tokens, readers, rows: beyond this a number is a slip

function checkWhole(field: string, value: number, least: number, greatest = most): void {
  if (!Number.isInteger(value) || value < least || value > greatest) {
    throw new Error(
      `${field} is ${value}; it should be a whole number from ${least} to ${greatest}`,
    );
  }
}

function checkPositive(field: string, value: number, unit: string): void {
  if (!(value > 0 && value < Infinity)) {
    throw new Error(`${field} is ${value}; it should be a number of ${unit} above 0`);
  }
}
