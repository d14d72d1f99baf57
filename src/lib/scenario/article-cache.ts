import type {Architecture} from "../arithmetic/architecture.js";
import {kvCacheBytes} from "../arithmetic/kv-cache.js";
import {elementBytes} from "./printed-caches.js";
import type {Catalog} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";

/**
 * The article's size of a KV cache, and every way in which it might have come about: its four
 * models, its four widths of a number, and conversations from 512 tokens to 8,192.
 * Source: Timbers, "How is LLaMa.cpp possible?" (2023).
 */
export const articleCacheBytes = 1.33e9;
const models = ["LLaMA-7B", "LLaMA-13B", "LLaMA-33B", "LLaMA-65B"] as const;
const widths = ["FP32", "FP16", "INT8", "INT4"] as const;
const contexts = [512, 1024, 2048, 4096, 8192] as const; // tokens

export interface CacheGuess {
  model: string;
  width: string;
  context: number;
  bytes: number;
  /** By how much it is off, as a share of what the article prints: −0.1 is a tenth too small. */
  off: number;
}

/** All combinations, the nearest to what the article prints first. */
export function cacheGuesses(catalog: Catalog): CacheGuess[] {
  const guesses = models.flatMap((model) =>
    widths.flatMap((width) =>
      contexts.map((context) => {
        const bytes = kvCacheBytes(findModel(catalog, model).architecture, {
          context,
          batch: 1,
          bytesPerElement: elementBytes(width),
        });
        return {model, width, context, bytes, off: bytes / articleCacheBytes - 1};
      }),
    ),
  );
  return guesses.sort((a, b) => Math.abs(a.off) - Math.abs(b.off));
}

/**
 * Bytes of a conversation of which each token's are first rounded to two digits: LLaMA-65B leaves
 * 2.62 MB, rounded 2.6, and 512 tokens of that make the 1.33 GB.
 */
export function roundedCache(bytesPerToken: number, context: number): number {
  return context * Number(bytesPerToken.toPrecision(2));
}

/** The article's formula, which it prints as the whole cache: n_bytes · 2 · d, for each layer. */
export function articleCacheOfToken(
  {numLayers, hiddenSize}: Architecture,
  bytesPerElement: number,
): {layer: number; total: number} {
  const layer = bytesPerElement * 2 * hiddenSize;
  return {layer, total: numLayers * layer};
}
