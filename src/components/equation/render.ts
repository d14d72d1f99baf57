import type {Formula} from "../../lib/formula/formula.js";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import {readingNames, readingOf, type ReadingName} from "../../lib/formula/readings.js";
import {withBindings} from "../../lib/formula/bindings.js";
import {isRate, symbolNamed, type SymbolId} from "../../lib/formula/symbols.js";
import {printTex} from "../../lib/formula/tex-tree.js";
import type {View} from "../../lib/scenario/view.js";
import {escapeHtml} from "../build/html.js";
import {idOf} from "../contents/ids.js";
import type {BuildContext, Render} from "../page/context.js";
import {quantityText} from "../quantities.js";
import {typesetEquation, typesetHtml, type Draw, type Fill} from "./typeset.js";

/**
 * An equation, read in three ways, with the list of its symbols:
 *
 *     <div data-equation="latency" data-reading="numbers" data-slider="batch"></div>
 *
 * - data-reading: the reading that is shown first: symbols (unless told), numbers or result
 * - data-slider: a slider that stands in the card
 * - data-plain: no card; symbols and their result on one line
 * - data-model, data-machine, data-format, …: fix a field of the scenario
 */
export const renderEquation: Render = (attributes, view, context) => {
  const formula = formulaNamed(attributes["equation"]);
  const fill = fillFrom(view, context);
  const draw = context.draw ?? typesetHtml;
  const {formulas: words} = context.words;
  if (attributes["plain"] !== undefined) {
    return typesetEquation(readingOf(formula, "line", words.speech), fill, draw);
  }
  const first = firstReading(attributes["reading"]);
  const {name} = formula.law;
  const control = attributes["slider"];
  return [
    `<div class="equation-card" id="${idOf("equation", formula.id)}" role="group" aria-label="${escapeHtml(words.titles[formula.id])}">`,
    `<div class="equation-head">`,
    `<div class="equation-tabs" role="tablist" aria-label="${escapeHtml(words.ways)}">`,
    ...readingNames.map((reading) => tab(words.readings[reading], reading === first)),
    `</div>`,
    `<div class="equation-tools">`,
    `<a class="equation-source" href="/pages/laws#${name}" translate="no">${escapeHtml(words.source(name))}</a>`,
    `<span class="equation-menu" data-part="menu"></span>`,
    `</div>`,
    `</div>`,
    `<div class="equation-readings">`,
    ...readingNames.map((reading) => {
      const equation = typesetEquation(readingOf(formula, reading, words.speech), fill, draw);
      return panel(words.readings[reading], equation, reading === first);
    }),
    `</div>`,
    symbolList(formula, fill, draw, context),
    control === undefined ? "" : `<div data-control="${escapeHtml(control)}"></div>`,
    `</div>`,
  ].join("");
};

function formulaNamed(id: string | undefined): Formula & {id: FormulaId} {
  const formula = Object.values(formulas).find((one) => one.id === id);
  if (formula !== undefined) return formula;
  throw new Error(
    `data-equation is "${id}"; it should be one of ${Object.keys(formulas).join(", ")}`,
  );
}

function firstReading(name: string | undefined): ReadingName {
  const reading = readingNames.find((one) => one === (name ?? "symbols"));
  if (reading !== undefined) return reading;
  throw new Error(`data-reading is "${name}"; it should be one of ${readingNames.join(", ")}`);
}

/** Placeholders become words of the reader's language, and the numbers of the view. */
export function fillFrom(view: View, context: BuildContext): Fill {
  const {names, units, kinds, parts} = context.words.formulas;
  return (symbol, place) => {
    switch (place) {
      case "value":
        return quantityText(symbol, view, context);
      case "name":
        return names[symbol];
      case "unit":
        return units[symbolNamed(symbol).unit];
      case "kind":
        return parts[symbol] ?? kinds[symbolNamed(symbol).kind];
    }
  };
}

function tab(label: string, selected: boolean): string {
  return `<button type="button" role="tab" aria-selected="${selected}"${selected ? "" : ' tabindex="-1"'}>${escapeHtml(label)}</button>`;
}

function panel(label: string, equation: string, selected: boolean): string {
  return `<div class="equation-reading${selected ? " shown" : ""}" role="tabpanel" aria-label="${escapeHtml(label)}">${equation}</div>`;
}

function symbolList(formula: Formula, fill: Fill, draw: Draw, context: BuildContext): string {
  const {symbolList: label} = context.words.formulas;
  const ids = [formula.result, ...formula.symbols];
  const entries = ids.map((id) => symbolEntry(id, fill, draw, context)).join("");
  return `<ul class="equation-symbols" aria-label="${escapeHtml(label)}">${entries}</ul>`;
}

/** A symbol, what it is called, its value and where that comes from: a button that lights it. */
function symbolEntry(id: SymbolId, fill: Fill, draw: Draw, {words}: BuildContext): string {
  const {kind, from, tex} = symbolNamed(id);
  const letter = draw(printTex([{kind: "symbol", id}], withBindings), fill);
  // A name such as "readers at once" tells what is counted; a rate needs its unit beside it.
  const unit = isRate(id) ? ` <span class="unit">${escapeHtml(fill(id, "unit"))}</span>` : "";
  return [
    `<li><button type="button" data-symbol="${id}">`,
    `<span class="letter" aria-hidden="true">${letter}</span>`,
    `<span class="visually-hidden" translate="no">${escapeHtml(plainLetter(tex))}</span> `,
    `<span class="name">${escapeHtml(fill(id, "name"))}</span> `,
    `<span class="amount ${kind}"><span data-live="${id}">${escapeHtml(fill(id, "value"))}</span>${unit}</span> `,
    `<span class="from">${escapeHtml(words.formulas.origins[from])}</span>`,
    `</button></li>`,
  ].join("");
}

/** "t_{\\mathrm{mem}}" → "t mem". */
function plainLetter(tex: string): string {
  return tex.replace(/\\mathrm|\\hat|[{}\\]/g, "").replace("_", " ");
}
