import {weightBytes} from "../arithmetic/precision.js";
import type {Catalog} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";
import {articleModels} from "./article.js";

/** The article's four sizes, and the models that they round: LLaMA, of 2023. */
export const fitModels = ["LLaMA-7B", "LLaMA-13B", "LLaMA-33B", "LLaMA-65B"] as const;

/** The article's four widths, and the files in which models of such a width really come. */
export const fitFormats = [
  {ideal: "FP32", bits: 32, real: "FP32"},
  {ideal: "FP16", bits: 16, real: "FP16"},
  {ideal: "INT8", bits: 8, real: "Q8_0"},
  {ideal: "INT4", bits: 4, real: "Q4_0 file"},
] as const;

/** The card that the article asks about, an RTX 3090 or 4090 of its day: 24 GB, in bytes. */
export const articleMemory = 24e9;

/** One cell of the article's table, and the file that stands behind it. */
export interface Fit {
  model: (typeof fitModels)[number];
  format: (typeof fitFormats)[number];
  /** bytes: the article's round parameters times its round bits */
  articleBytes: number;
  /** bytes of the weights in the file */
  bytes: number;
}

/** All sixteen cells, model after model, from many bits to few. */
export function fits(catalog: Catalog): Fit[] {
  return fitModels.flatMap((model, i) =>
    fitFormats.map((format) => ({
      model,
      format,
      articleBytes: (articleModels[i]! * format.bits) / 8,
      bytes: weightBytes(findModel(catalog, model).architecture, format.real),
    })),
  );
}

/** How many of the sixteen files are smaller than a memory. Room for a conversation comes on top. */
export function fittingIn(memoryBytes: number, catalog: Catalog): Fit[] {
  return fits(catalog).filter(({bytes}) => bytes <= memoryBytes);
}
