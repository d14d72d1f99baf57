import {formulas} from "../../lib/formula/formulas.js";
import type {Formula} from "../../lib/formula/formula.js";
import {nodesOf, typesetting, type Reading} from "../../lib/formula/readings.js";
import {symbolNamed, type SymbolId} from "../../lib/formula/symbols.js";
import type {LawCall} from "../../lib/scenario/claims/calls.js";
import {typesetEquation} from "../equation/typeset.js";
import type {BuildContext} from "../page/context.js";
import {writers} from "../writers.js";

/** A number of a claim with its unit: two decimals, which show all that the article prints. */
export function amount(value: number, unit: string, {words, numbers}: BuildContext): string {
  const digits = value < 1 ? numbers.number(value) : numbers.bits(value);
  return `${digits} ${words.claims.unit(unit, value === 1)}`;
}

/** A law with its numbers put in and what it gives, e.g. t = 2 · 7 billion · 0.5 / 1.94 TB/s = 3.62 ms. */
export function equationOf(call: LawCall, context: BuildContext): string {
  const formula = formulaOf(call);
  if (formula === undefined) return "";
  const {speech, names, units, kinds} = context.words.formulas;
  const values = valuesIn(formula, call);
  return typesetEquation(withAnswer(formula, speech), (symbol, place) => {
    switch (place) {
      case "value":
        return context.numbers[writers[symbol]](values[symbol] ?? NaN);
      case "name":
        return names[symbol];
      case "unit":
        return units[symbolNamed(symbol).unit];
      case "kind":
        return kinds[symbolNamed(symbol).kind];
    }
  }).replace(/ data-live="\w+"/g, ""); // these values stay, whatever the reader chooses
}

/** The formula that shows this law; none for a figure that was looked up. */
function formulaOf({law, inputs}: LawCall): Formula | undefined {
  return Object.values<Formula>(formulas).find(
    (formula) =>
      formula.law.name === law &&
      Object.values(formula.argumentOf).every((argument) => argument in inputs),
  );
}

function valuesIn({argumentOf, result}: Formula, call: LawCall): Partial<Record<SymbolId, number>> {
  const values: Partial<Record<SymbolId, number>> = {[result]: call.result};
  for (const [symbol, argument] of Object.entries(argumentOf)) {
    values[symbol as SymbolId] = call.inputs[argument]!;
  }
  return values;
}

/** Numbers put in, and the result behind them. */
function withAnswer(
  formula: Formula,
  speech: BuildContext["words"]["formulas"]["speech"],
): Reading {
  return typesetting(
    [
      ...nodesOf(formula, "numbers"),
      {kind: "operator", tex: "="},
      {kind: "answer", id: formula.result},
    ],
    speech,
  );
}
