import {memorySeconds, memorySecondsAsPublished} from "../arithmetic/simple-law.js";
import type {Catalog} from "../catalog/catalog.js";
import {findMachine} from "../catalog/find.js";

/**
 * The article counts with round numbers: weights in billions, and four bits for a weight of a
 * 4-bit file. Its own cells can only be reproduced with its own inputs.
 * Source: Timbers, "How is LLaMa.cpp possible?" (2023).
 */
export const articleModels = [7e9, 13e9, 32.5e9, 65.2e9] as const; // parameters
export const articleBytesPerWeight = {FP32: 4, FP16: 2, INT8: 1, INT4: 0.5} as const;

/** Seconds of a token by the law as published, and by the law corrected: half of it. */
export interface ArticleCell {
  published: number;
  corrected: number;
}

/** One cell of its latency table: a model of so many parameters, one reader. */
export function articleCell(
  parameters: number,
  bytesPerWeight: number,
  bandwidth: number,
): ArticleCell {
  const inputs = {parameters, bytesPerWeight, bandwidth};
  return {published: memorySecondsAsPublished(inputs), corrected: memorySeconds(inputs)};
}

/** The cell of 7 billion weights in four bits, on a machine of the catalog. */
export function articleSevenBillion(catalog: Catalog, machine: string): ArticleCell {
  const {bandwidth} = findMachine(catalog, machine).hardware;
  return articleCell(articleModels[0], articleBytesPerWeight.INT4, bandwidth);
}
