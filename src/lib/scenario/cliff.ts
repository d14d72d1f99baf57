import type {Architecture} from "../arithmetic/architecture.js";
import {parameterCount} from "../arithmetic/parameters.js";
import type {Catalog} from "../catalog/catalog.js";
import {fable} from "./fable.js";
import {bestFiles, bitsOfFile, filesOf} from "./perplexity-size.js";

/** A published file of a model: its bits for each weight, and its perplexity. */
export interface PublishedLoss {
  model: string;
  format: string;
  bits: number;
  /** How many times the perplexity of the same model in 16 bits. */
  times: number;
  verified: boolean;
}

/** Models of which enough files are published to see where they fall. */
export const publishedModels = ["LLaMA-7B", "LLaMA-13B", "Llama-2-70B", "Llama-3-70B"] as const;

/** How many times as many weights a model has as the demo model. */
export const timesFable = (architecture: Architecture): number =>
  parameterCount(architecture).total / parameterCount(fable).total;

/** The best published files of a model, from few bits to many. */
export function publishedLosses(model: string, catalog: Catalog): PublishedLoss[] {
  const files = filesOf(model, catalog);
  const whole = files.find(({row}) => row.format === "FP16")!.row.perplexity;
  return bestFiles(files).map(({row, bytes}) => ({
    model,
    format: row.format,
    bits: bitsOfFile({row, bytes}, catalog),
    times: row.perplexity / whole,
    verified: row.verified,
  }));
}
