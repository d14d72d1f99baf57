import {parameterCount} from "../arithmetic/parameters.js";
import type {Catalog, Model} from "../catalog/catalog.js";

/** A model's weights: all of them, and those that one token uses. */
export interface TotalActive {
  model: Model;
  total: number;
  active: number;
}

/** All models of the catalog, from the smallest to the largest. */
export function totalActive({models}: Pick<Catalog, "models">): TotalActive[] {
  return models
    .map((model) => ({model, ...parameterCount(model.architecture)}))
    .map(({model, total, active}) => ({model, total, active}))
    .sort((a, b) => a.total - b.total);
}
