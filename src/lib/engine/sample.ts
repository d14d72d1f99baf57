/** What decides between tokens. */
export interface SampleOptions {
  /** 0 takes the likeliest; greater than 1 flattens the odds. */
  temperature: number;
  /** Only the likeliest tokens that have this share of the odds together. */
  topP: number;
  seed: number;
}

export type Sampler = (logits: Float32Array) => number;

/** Draws the next token from the logits of a step. */
export function createSampler({temperature, topP, seed}: SampleOptions): Sampler {
  if (temperature === 0) return likeliest;
  const random = randomFrom(seed);
  return (logits) => drawn(logits, temperature, topP, random());
}

/** The token with the greatest logit; of equal ones the first. */
export function likeliest(logits: Float32Array): number {
  let best = 0;
  let most = logits[0]!;
  for (let i = 1; i < logits.length; i++) {
    if (logits[i]! > most) {
      most = logits[i]!;
      best = i;
    }
  }
  return best;
}

/**
 * The token on which `random`, between 0 and 1, falls: the odds are softmax(logits / temperature),
 * cut after the likeliest tokens that reach topP together.
 */
function drawn(logits: Float32Array, temperature: number, topP: number, random: number): number {
  const greatest = logits[likeliest(logits)]!;
  const odds = logits.map((logit) => Math.exp((logit - greatest) / temperature));
  const sum = odds.reduce((sofar, odd) => sofar + odd, 0);
  if (topP >= 1) return pick(odds, undefined, random * sum);
  // A token with less than this cannot be among those that make up topP: most need no sorting.
  const least = ((1 - topP) / (odds.length - 1)) * sum;
  const candidates: number[] = [];
  for (let i = 0; i < odds.length; i++) if (odds[i]! >= least) candidates.push(i);
  candidates.sort((a, b) => odds[b]! - odds[a]! || a - b);
  let kept = 0;
  let count = 0;
  while (count < candidates.length && kept < topP * sum) kept += odds[candidates[count++]!]!;
  return pick(odds, candidates.slice(0, Math.max(1, count)), random * kept);
}

function pick(odds: Float32Array, candidates: readonly number[] | undefined, at: number): number {
  const count = candidates?.length ?? odds.length;
  let sofar = 0;
  for (let i = 0; i < count; i++) {
    const token = candidates?.[i] ?? i;
    sofar += odds[token]!;
    if (at < sofar) return token;
  }
  return candidates?.[count - 1] ?? likeliest(odds); // rounding left a crumb at the end
}

/**
 * Numbers from 0 to 1 that depend on the seed alone. Source: Tommy Ettinger's mulberry32, by way of
 * Bryc, github.com/bryc/code, jshash/PRNGs.md (public domain).
 */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
