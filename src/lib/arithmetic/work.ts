import type {Architecture} from "./architecture.js";
import type {Format} from "./format.js";
import {keptElements, keptPositions} from "./kv-cache.js";
import type {TensorGroup} from "./parameters.js";
import {storedTensors} from "./precision.js";
import {expectedExperts} from "./simple-law.js";

/** One kind of operation within a step: what it calculates, and what it moves. */
export interface Operation {
  name: "attention matrices" | "feed-forward" | "output matrix" | "attention" | "norms";
  /** FLOP */
  flops: number;
  /** bytes between memory and chip */
  bytes: number;
}

/** What one decode step, or one prompt, asks of a machine. */
export interface Work {
  operations: readonly Operation[];
  /** FLOP, summed */
  flops: number;
  /** bytes, summed */
  bytes: number;
  /** Times that the layers run: 1 in decode, one for each micro-batch in prefill. */
  passes: number;
}

const activationBytes = 2; // of one element on its way from one operation to the next, FP16

/** Tokens of a prompt that llama.cpp takes at once (its default ubatch). */
export const microBatch = 512;

interface StepInputs {
  architecture: Architecture;
  format: Format;
  batch: number;
  kvBytesPerElement: number;
}

/**
 * One decode step: every reader gets one token, after `context` tokens that are in the cache.
 *
 * flops: 2 × matrix weights of a token × batch, and 4 × heads × headDim for each kept position.
 * bytes: the weights that the batch touches, the KV cache, and activations.
 */
export function decodeWork({context, ...inputs}: StepInputs & {context: number}): Work {
  const {architecture, batch} = inputs;
  const positions = batch * keptPositions(architecture, context + 1);
  return summed(1, [
    ...matrixOperations(inputs, batch, 1, batch),
    attentionOperation(inputs, {
      attended: positions,
      read: positions,
      written: batch,
    }),
  ]);
}

/**
 * Reading prompts of `promptTokens` each, in micro-batches of 512 tokens: the weights come once
 * for each micro-batch, the output matrix is used for the last token of each prompt only.
 */
export function prefillWork({promptTokens, ...inputs}: StepInputs & {promptTokens: number}): Work {
  const {architecture, batch} = inputs;
  const tokens = batch * promptTokens;
  if (tokens === 0) return {operations: [], flops: 0, bytes: 0, passes: 0};
  const passes = Math.ceil(tokens / microBatch);
  return summed(passes, [
    ...matrixOperations(inputs, tokens, passes, batch),
    attentionOperation(inputs, {
      attended: batch * causalPositions(architecture, promptTokens),
      read: batch * positionsRead(architecture, promptTokens),
      written: tokens,
    }),
  ]);
}

function summed(passes: number, operations: readonly Operation[]): Work {
  let flops = 0;
  let bytes = 0;
  for (const operation of operations) {
    flops += operation.flops;
    bytes += operation.bytes;
  }
  return {operations, flops, bytes, passes};
}

/**
 * Everything that multiplies with weights, for `tokens` tokens in `passes` equal passes.
 *
 * @param outputs tokens for which the next one is wanted: only they meet the output matrix
 */
function matrixOperations(
  {architecture, format}: StepInputs,
  tokens: number,
  passes: number,
  outputs: number,
): Operation[] {
  const attention: Operation = {name: "attention matrices", flops: 0, bytes: 0};
  const feedForward: Operation = {name: "feed-forward", flops: 0, bytes: 0};
  const output: Operation = {name: "output matrix", flops: 0, bytes: 0};
  const norms: Operation = {name: "norms", flops: 0, bytes: 0};
  const operationOf = {attention, feedForward, output, norms};

  for (const {tensor, bytesOfOne} of storedTensors(architecture, format)) {
    const elements = tensor.rows * tensor.columns;
    if (tensor.part === "embedding") {
      // One row of the table for each token; a tied table is the output matrix as well.
      norms.bytes += (bytesOfOne / tensor.rows) * tokens;
      if (!architecture.tieEmbeddings || tensor.name !== "token embedding") continue;
    }
    const isOutput = tensor.part === "embedding" || tensor.part === "output";
    const operation = isOutput ? output : operationOf[tensor.part as keyof typeof operationOf];
    const through = isOutput ? outputs : tokens;
    const times = isOutput ? 1 : passes;
    operation.flops += 2 * elements * tensor.activeCopies * through;
    operation.bytes += bytesOfOne * copiesRead(tensor, architecture, tokens / passes) * times;
    operation.bytes +=
      (tensor.rows + tensor.columns) * tensor.activeCopies * through * activationBytes;
  }
  return [attention, feedForward, output, norms];
}

/** Copies of a tensor that one pass reads: all, or the experts that its tokens are expected to touch. */
function copiesRead(tensor: TensorGroup, {experts}: Architecture, tokensInPass: number): number {
  if (experts === undefined || tensor.activeCopies === tensor.copies) return tensor.copies;
  const touched = expectedExperts({
    experts: experts.count,
    expertsPerToken: experts.perToken,
    batch: tokensInPass,
  });
  return (tensor.copies * touched) / experts.count;
}

/**
 * Queries meet keys, scores meet values: 2 × 2 operations for each head, element and position.
 *
 * @param attended pairs of a token and a position that it looks at, over all layers
 * @param read kept positions that are read, over all layers
 * @param written tokens whose keys and values are stored, in every layer
 */
function attentionOperation(
  {architecture, kvBytesPerElement}: StepInputs,
  {attended, read, written}: {attended: number; read: number; written: number},
): Operation {
  const {numHeads, headDim, numLayers, latentAttention} = architecture;
  // Latent attention compares latent vectors, which are longer than a head.
  const width =
    latentAttention === undefined
      ? 2 * headDim
      : 2 * latentAttention.keyValueRank + latentAttention.ropeHeadDim;
  const keptBytes = keptElements(architecture) * kvBytesPerElement;
  return {
    name: "attention",
    flops: 2 * numHeads * width * attended,
    bytes: keptBytes * (read + numLayers * written),
  };
}

/** Σ over tokens 1 … n of the positions that each looks at, over all layers: about n²/2 a layer. */
function causalPositions({numLayers, slidingWindow}: Architecture, tokens: number): number {
  const all = (tokens * (tokens + 1)) / 2;
  if (slidingWindow === undefined) return numLayers * all;
  const inWindow = Math.min(tokens, slidingWindow.tokens);
  const windowed = (inWindow * (inWindow + 1)) / 2 + (tokens - inWindow) * inWindow;
  return (numLayers - slidingWindow.layers) * all + slidingWindow.layers * windowed;
}

/**
 * Σ over the chunks of a prompt of the positions that each reads, over all layers. A chunk reads
 * what is kept of the prompt so far, itself included; in a layer with a window, what its first
 * token looks back to, and itself.
 */
function positionsRead({numLayers, slidingWindow}: Architecture, tokens: number): number {
  let all = 0;
  let windowed = 0;
  for (let begin = 0; begin < tokens; begin += microBatch) {
    const end = Math.min(tokens, begin + microBatch);
    const oldest = Math.max(0, begin + 1 - (slidingWindow?.tokens ?? end));
    all += end;
    windowed += end - oldest;
  }
  const sliding = slidingWindow?.layers ?? 0;
  return (numLayers - sliding) * all + sliding * windowed;
}
