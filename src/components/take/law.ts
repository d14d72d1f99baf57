import {plainExpression, plainLetter} from "../../lib/formula/code/plain.js";
import {expressionOf} from "../../lib/formula/expression.js";
import type {Formula, Values} from "../../lib/formula/formula.js";
import {symbolNamed, type SymbolId} from "../../lib/formula/symbols.js";
import type {Catalog} from "../../lib/catalog/catalog.js";
import {quantityOf} from "../../lib/scenario/quantities.js";
import type {View} from "../../lib/scenario/view.js";

/** The values of a law's inputs in SI units, or the first that nobody has told. */
export function valuesOf(
  {symbols}: Formula,
  view: View,
  catalog: Catalog,
): {values: Values} | {missing: SymbolId} {
  const values: Partial<Record<SymbolId, number>> = {};
  for (const id of symbols) {
    const value = quantityOf(id, view, catalog);
    if (value === undefined) return {missing: id};
    values[id] = value;
  }
  return {values: values as Values};
}

/** The letter that a law gives, e.g. "t". */
export function resultLetter({result}: Formula): string {
  return plainLetter(symbolNamed(result).tex);
}

/** The equation as people type it, e.g. "t = max((2 · P · B) / F, (P · b) / W)". */
export function plainEquation(formula: Formula): string {
  return `${resultLetter(formula)} = ${plainExpression(expressionOf(formula))}`;
}
