import {parameterCount} from "../arithmetic/parameters.js";
import type {Catalog} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";
import {fable, fableTokens} from "./fable.js";

/** Tokens of text that a model was shown while it was trained, where its makers say so. */
export function tokensRead(model: string, catalog: Catalog): number | undefined {
  const rows = [...catalog.training, ...catalog.texts];
  return rows.find((row) => row.model === model)?.tokens;
}

/** How full a model is: the tokens that it was shown for each weight that it has. */
export function tokensPerWeight(model: string, catalog: Catalog): number | undefined {
  const tokens = tokensRead(model, catalog);
  return tokens && tokens / parameterCount(findModel(catalog, model).architecture).total;
}

/** The same of the demo model. */
export const fableTokensPerWeight: number = fableTokens / parameterCount(fable).total;
