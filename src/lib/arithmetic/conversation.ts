import type {Architecture} from "./architecture.js";
import {keptElements, keptPositions} from "./kv-cache.js";
import {microBatch} from "./work.js";

/**
 * The laws of what a conversation weighs, each a line that can be written on a blackboard. They
 * take plain numbers in SI units; kv-cache.ts has the law for any architecture.
 */

/**
 * Bytes that one token leaves in all layers. bytes: K = b L n, where n numbers are kept by a layer.
 * LLaMA-7B in FP16: 2 × 32 × 8192 = 524,288.
 *
 * @param keptElements numbers that one layer keeps of one token
 */
export function tokenCacheBytes({
  bytesPerElement,
  layers,
  keptElements: kept,
}: {
  bytesPerElement: number;
  layers: number;
  keptElements: number;
}): number {
  return bytesPerElement * layers * kept;
}

/**
 * Bytes of the conversations of a batch in a model in which some layers look back at a window only.
 * bytes: B b n (L_all C + L_win min(C, w)).
 *
 * @param context tokens of each conversation, C
 * @param windowTokens tokens that a layer with a window keeps at most, w
 */
export function windowedCacheBytes({
  batch,
  bytesPerElement,
  keptElements: kept,
  fullLayers,
  context,
  windowLayers,
  windowTokens,
}: {
  batch: number;
  bytesPerElement: number;
  keptElements: number;
  fullLayers: number;
  context: number;
  windowLayers: number;
  windowTokens: number;
}): number {
  const positions = fullLayers * context + windowLayers * Math.min(context, windowTokens);
  return batch * bytesPerElement * kept * positions;
}

/**
 * Tokens of conversation for each of B readers that fit beside the weights, where every layer keeps
 * all of them. tokens: (M_mach − M) / (B K). Below zero where the weights alone are too many.
 */
export function tokensThatFit({
  memoryBytes,
  weightBytes,
  batch,
  kvBytesPerToken,
}: {
  memoryBytes: number;
  weightBytes: number;
  batch: number;
  kvBytesPerToken: number;
}): number {
  return (memoryBytes - weightBytes) / (batch * kvBytesPerToken);
}

/** Seconds in which a token's way through the model is calculated once more. s: 2 P / F. */
export function recomputeSeconds({parameters, flops}: {parameters: number; flops: number}): number {
  return (2 * parameters) / flops;
}

/** Seconds in which what a token left behind is read back. s: K / W. */
export function readBackSeconds({
  kvBytesPerToken,
  bandwidth,
}: {
  kvBytesPerToken: number;
  bandwidth: number;
}): number {
  return kvBytesPerToken / bandwidth;
}

/**
 * How many times as long it takes to calculate a token anew as to read back what it left.
 * r = 2 P W / (F K). LLaMA-7B in FP16 on an A100 80GB: 159.
 */
export function recomputeRatio(inputs: {
  parameters: number;
  bandwidth: number;
  flops: number;
  kvBytesPerToken: number;
}): number {
  return recomputeSeconds(inputs) / readBackSeconds(inputs);
}

/**
 * The longest conversation, in tokens, whose cache takes no more than so many bytes for each of
 * `batch` readers: the inverse of kvCacheBytes(). Infinite where every layer has a window and all
 * windows fit; 0 where there is no room.
 */
export function longestContext(
  architecture: Architecture,
  {bytes, batch, bytesPerElement}: {bytes: number; batch: number; bytesPerElement: number},
): number {
  const {numLayers, slidingWindow} = architecture;
  const positions = bytes / (batch * keptElements(architecture) * bytesPerElement);
  if (positions <= 0) return 0;
  if (slidingWindow === undefined) return positions / numLayers;
  const {layers, tokens} = slidingWindow;
  if (positions <= keptPositions(architecture, tokens)) return positions / numLayers;
  return (positions - layers * tokens) / (numLayers - layers);
}

const scratchBytes = 4; // of a number while it is being calculated, FP32

/**
 * Bytes that a program needs to work in, beside weights and cache: for each token of a micro-batch
 * the scores of the whole vocabulary, and its way through the model. bytes: 512 (V + d) 4.
 * Qwen2.5-7B: 304 MiB, as llama.cpp prints it ("compute buffer size"). Where a program writes out
 * the scores of attention, long conversations take more.
 * Source: llama.cpp's logs, https://github.com/JamePeng/llama-cpp-python/pull/1
 */
export function workingBytes({vocabSize, hiddenSize}: Architecture): number {
  return microBatch * (vocabSize + hiddenSize) * scratchBytes;
}
