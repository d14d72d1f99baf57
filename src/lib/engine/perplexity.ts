import {EngineError} from "./error.js";

/** A stretch of a text that is read on its own. */
export interface Window {
  tokens: readonly number[];
  /** The first token whose odds count: all from here on have enough text before them. */
  countFrom: number;
}

/**
 * Cuts a text into windows for perplexity: with a context of 512, consecutive windows of 511 tokens,
 * each read after a begin token. Within a window tokens count from a place on, the 128th unless told,
 * so that each has a quarter of the context before it; a last, shorter window counts when it has at
 * least half of the context. Where tokens count from the first on, so does a window of any length.
 *
 * @throws EngineError where the text is too short for any.
 */
export function windowsOf(
  tokens: readonly number[],
  contextLength: number,
  countFrom = Math.floor(contextLength / 4),
): Window[] {
  const length = contextLength - 1;
  const least = countFrom === 0 ? 1 : Math.max(countFrom + 1, Math.floor(contextLength / 2));
  const windows: Window[] = [];
  for (let from = 0; from < tokens.length; from += length) {
    const part = tokens.slice(from, from + length);
    if (part.length >= least) windows.push({tokens: part, countFrom});
  }
  if (windows.length > 0) return windows;
  throw new EngineError(
    "bad argument",
    `The text has ${tokens.length} tokens; with a context of ${contextLength} it should have at least ${least}.`,
  );
}

/** Logarithm of the odds that these logits give a token: logits[token] − log Σ exp(logits). */
export function logLikelihood(logits: Float32Array, token: number): number {
  let greatest = -Infinity;
  for (const logit of logits) if (logit > greatest) greatest = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - greatest);
  return logits[token]! - greatest - Math.log(sum);
}
