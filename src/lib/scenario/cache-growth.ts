import {longestContext} from "../arithmetic/conversation.js";
import {keptPositions, kvCacheBytes} from "../arithmetic/kv-cache.js";
import type {Catalog, Model} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";
import type {View} from "./view.js";

/** Models that stand beside the chosen one: heads of their own, shared heads, windows, latent. */
export const comparedModels: readonly string[] = [
  "Llama-2-7B",
  "Llama-3-8B",
  "Gemma-3-12B text",
  "gpt-oss-20b",
  "DeepSeek-V3",
];

/** One conversation of a model, as it grows. */
export interface CacheCurve {
  model: string;
  chosen: boolean;
  points: readonly CachePoint[];
}

export interface CachePoint {
  context: number;
  bytes: number;
}

/** The models that are compared, and the chosen one, each at these lengths. */
export function cacheCurves(
  view: View,
  catalog: Catalog,
  contexts: readonly number[],
): CacheCurve[] {
  const models = comparedModels.map((name) => findModel(catalog, name));
  if (!models.some(({name}) => name === view.model.name)) models.push(view.model);
  return models.map((model) => ({
    model: model.name,
    chosen: model.name === view.model.name,
    points: contexts.map((context) => ({context, bytes: cacheOf(model, context, view)})),
  }));
}

/** Bytes of one reader's conversation with a model. */
export function cacheOf(
  {architecture}: Model,
  context: number,
  {scenario}: Pick<View, "scenario">,
): number {
  return kvCacheBytes(architecture, {
    context,
    batch: 1,
    bytesPerElement: scenario.kvBytesPerElement,
  });
}

/** The first whole token with which one reader's conversation is no lighter than the weights. */
export function outweighingContext({model, scenario, estimate}: View): number {
  const lighter = longestContext(model.architecture, {
    bytes: estimate.bytes.weights,
    batch: 1,
    bytesPerElement: scenario.kvBytesPerElement,
  });
  return Math.ceil(lighter);
}

/** How many times as much the model would keep if none of its layers had a window. */
export function withoutWindows({model: {architecture}, scenario: {context}}: View): number {
  const kept = keptPositions(architecture, context);
  return kept === 0 ? 1 : (architecture.numLayers * context) / kept;
}
