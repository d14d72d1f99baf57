import {
  verdicts,
  type Catalog,
  type Claim,
  type Measurement,
  type Verdict,
} from "../../catalog/catalog.js";
import {measuredDecode} from "../../catalog/measured.js";
import {recipesFor, type Recipe} from "./recipes.js";
import {verdictOn} from "./verdict.js";

/** A claim with everything that a reader needs to judge it. */
export interface Recount extends Omit<Recipe, "measured"> {
  claim: Claim;
  verdict: Verdict;
  /** What somebody measured on the same machine, tokens per second. */
  measured?: Measurement;
  /** What is printed, divided by what is right: 1 where the two agree. */
  ratio?: number;
}

const recounts = new WeakMap<Catalog, ReadonlyMap<string, Recount>>();

/** Every claim recomputed, by its id. They follow from the catalog alone, and are computed once. */
export function recountAll(catalog: Catalog): ReadonlyMap<string, Recount> {
  let all = recounts.get(catalog);
  if (all === undefined) {
    const recipes = recipesFor(catalog);
    all = new Map(catalog.claims.map((claim) => [claim.id, recount(claim, recipes, catalog)]));
    recounts.set(catalog, all);
  }
  return all;
}

function recount(
  claim: Claim,
  recipes: Readonly<Record<string, Recipe>>,
  catalog: Catalog,
): Recount {
  const recipe = recipes[claim.id];
  if (recipe === undefined) throw new Error(`Nobody knows how to recompute the claim ${claim.id}.`);
  const {measured: wanted, ...computed} = recipe;
  const measured = wanted && measuredDecode(catalog, wanted);
  const claimed = claim.value ?? recipe.own?.value;
  const right = recipe.corrected?.value;
  return {
    ...computed,
    claim,
    verdict: verdictOn(claim.value, claim.unit, recipe),
    ...(measured && {measured}),
    ...(claimed !== undefined && right !== undefined && {ratio: claimed / right}),
  };
}

/** The claims of the article itself that are numbers. */
export function articleNumbers(catalog: Catalog): Recount[] {
  return [...recountAll(catalog).values()].filter(
    ({claim}) => isArticle(claim) && claim.value !== undefined,
  );
}

/** How many of the article's numbers got each verdict, the kindest verdict first. */
export function countVerdicts(catalog: Catalog): {verdict: Verdict; count: number}[] {
  const all = articleNumbers(catalog);
  return verdicts
    .map((verdict) => ({verdict, count: all.filter((one) => one.verdict === verdict).length}))
    .filter(({count}) => count > 0);
}

const isArticle = ({source}: Claim): boolean => source.startsWith("Timbers,");
