import {criticalBatch, latency} from "./simple-law.js";

/**
 * Reading a prompt: all its tokens go through the model together, as the tokens of so many readers
 * would. Plain numbers in SI units, as in simple-law.ts.
 */

/**
 * Seconds in which a prompt is read, and so until the first token of the answer, which falls out of
 * the last of the prompt. t = max(2 P T / F, P b / W): the law of latency, with tokens of a prompt
 * in the place of readers. Attention is left out; estimate() counts it.
 *
 * @param promptTokens tokens of the prompt, T
 * @param flops FLOP/s, dense peak
 */
export function promptSeconds({
  promptTokens,
  ...machine
}: {
  parameters: number;
  promptTokens: number;
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return latency({...machine, batch: promptTokens});
}

/**
 * Tokens of a prompt from which on the machine calculates longer than it reads weights.
 * T = F b / (2 W), the number that is the critical batch. M2 in a Q4_0 file: 10.
 */
export function ridgePrompt(machine: {
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return criticalBatch(machine);
}

/**
 * How many times longer a machine takes for a long prompt than a second one: the quotient of their
 * rates of arithmetic, whatever the model and the prompt. F₂ / F.
 */
export function promptGap({rivalFlops, flops}: {rivalFlops: number; flops: number}): number {
  return rivalFlops / flops;
}

/**
 * Seconds from the question to the last token of the answer. The first token comes with the end of
 * the prompt, each further one takes a step. t = t_read + (A − 1) t.
 *
 * @param answerTokens tokens of the answer, A, at least 1
 * @param seconds of one decode step
 */
export function conversationSeconds({
  promptSeconds,
  answerTokens,
  seconds,
}: {
  promptSeconds: number;
  answerTokens: number;
  seconds: number;
}): number {
  return promptSeconds + (answerTokens - 1) * seconds;
}

/**
 * Tokens per second at which a prompt is read in chunks of `chunk` tokens: the weights come once
 * for each chunk. v = c / max(2 P c / F, P b / W).
 */
export function chunkSpeed({
  chunk,
  ...machine
}: {
  chunk: number;
  parameters: number;
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return chunk / latency({...machine, batch: chunk});
}
