import {criticalBatch, memorySeconds} from "./simple-law.js";

/**
 * Lines by which the article computes, beside those of simple-law.ts: as it prints them where it
 * says so, else as they are right. Plain numbers, SI units.
 * Source: Timbers, "How is LLaMa.cpp possible?" (2023), after kipply.
 */

/** Bytes of weights that all have the same width. M = P b. */
export function bytesOfWeights({
  parameters,
  bytesPerWeight,
}: {
  parameters: number;
  bytesPerWeight: number;
}): number {
  return parameters * bytesPerWeight;
}

/**
 * Bytes that a conversation leaves in the KV cache: the article counts one token of it. C K.
 *
 * @param context tokens, C
 * @param kvBytesPerToken bytes, K
 */
export function contextBytes({
  context,
  kvBytesPerToken,
}: {
  context: number;
  kvBytesPerToken: number;
}): number {
  return context * kvBytesPerToken;
}

/**
 * Tokens per second that the memory allows: the time for a token, upside down. v = W / (P b).
 *
 * @param bandwidth bytes/s
 */
export function memorySpeed(inputs: {
  parameters: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return 1 / memorySeconds(inputs);
}

/**
 * Readers at which the two times are equal by the law as published, whose memory time is twice too
 * long: F b / W. An A100 in FP16: 322, where the article prints 161.
 */
export function criticalBatchAsPublished(inputs: {
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return 2 * criticalBatch(inputs);
}
