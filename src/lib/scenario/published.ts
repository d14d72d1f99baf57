import {parameterCount} from "../arithmetic/parameters.js";
import type {Catalog, Model} from "../catalog/catalog.js";

/** The models whose publishers say to the last parameter how many they have. */
export function publishedTotals({models}: Pick<Catalog, "models">): Model[] {
  return models.filter(({publishedParameters}) => publishedParameters !== undefined);
}

/** Those of them whose published total is the sum over their tensors, to the unit. */
export function countedToTheUnit(catalog: Pick<Catalog, "models">): Model[] {
  return publishedTotals(catalog).filter(
    ({architecture, publishedParameters}) =>
      parameterCount(architecture).total === publishedParameters,
  );
}
