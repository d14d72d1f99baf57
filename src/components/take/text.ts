import {assumptions} from "../../lib/formula/assumptions.js";
import {plainExpression, plainLetter} from "../../lib/formula/code/plain.js";
import {oneLine} from "../../lib/formula/code/program.js";
import type {Formula} from "../../lib/formula/formula.js";
import {expressionOf} from "../../lib/formula/expression.js";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import {isCount, symbolNamed, type SymbolId, type SymbolOrigin} from "../../lib/formula/symbols.js";
import type {Sourced} from "../../lib/catalog/catalog.js";
import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import {quantities} from "../../lib/scenario/quantities.js";
import type {View} from "../../lib/scenario/view.js";
import type {Table} from "../figure/chart.js";
import type {Context} from "../page/context.js";
import {quantityText} from "../quantities.js";
import {writers} from "../writers.js";
import {plainEquation, resultLetter, valuesOf} from "./law.js";
import type {TakenWords} from "./words.js";

/** What is put into a text. */
export interface Result {
  /** A figure's own words and facts. */
  figure?: {title: string; summary: string; table: Table} | undefined;
  formula?: FormulaId | undefined;
  view: View;
  /** The whole address of the view. */
  address: string;
}

/**
 * A result as a text that stands by itself: what a figure says and shows, the law with letters and
 * with numbers put in, each number with its unit and where it comes from, what the law takes for
 * granted, whose facts these are, and the address.
 */
export function textOf(
  {figure, formula, view, address}: Result,
  page: Context,
  words: TakenWords,
): string {
  const context: Context = {...page, quantities}; // a figure's law may need more than its page shows
  const {version, readOn} = page.catalog.edition;
  const paragraphs = [
    ...(figure === undefined
      ? []
      : [`${figure.title}\n${figure.summary}`, tableText(figure.table, context, words)]),
    ...(formula === undefined ? [] : lawText(formula, view, context, words)),
    [
      modelSource(view, words),
      ...(formula !== undefined && isOfModelAlone(formula) ? [] : [machineSource(view, words)]),
    ].join("\n"),
    `${words.taken.edition(version, readOn)}\n${address}`,
  ];
  return paragraphs.map((paragraph) => `${paragraph}\n`).join("\n");
}

function lawText(id: FormulaId, view: View, context: Context, words: TakenWords): string[] {
  const {taken, titles} = words;
  const formula = formulas[id];
  const value = (symbol: SymbolId): string =>
    withUnit(symbol, quantityText(symbol, view, context), words);
  const answer = withUnit(formula.result, answerOf(formula, view, context), words);
  const indent = " ".repeat(resultLetter(formula).length);
  const withNumbers = plainExpression(expressionOf(formula), (symbol) =>
    quantityText(symbol, view, context),
  );
  return [
    taken.is(titles[id], answer),
    [plainEquation(formula), `${indent} = ${withNumbers}`, `${indent} = ${answer}`],
    [
      taken.where,
      ...formula.symbols.map((symbol) => {
        const {tex} = symbolNamed(symbol);
        const origin = words.origins[originOf(symbol, view)];
        return `  ${taken.input(plainLetter(tex), value(symbol), words.names[symbol], origin)}`;
      }),
    ],
    [taken.leftOut, ...assumptions[id].map((one) => `- ${words.assumptions[one]}`)],
    taken.law(formula.law.name, formula.law.file, context.catalog.edition.version),
  ].map((lines) => (typeof lines === "string" ? lines : lines.join("\n")));
}

/** What the law gives for what is shown, as people read it. */
function answerOf(formula: Formula, view: View, context: Context): string {
  const known = valuesOf(formula, view, context.catalog);
  if ("missing" in known) return context.words.quantities.unknown;
  return context.numbers[writers[formula.result]](formula.law.evaluate(known.values));
}

/** A number with what it counts: "6.74 billion weights", but "68.3 GB/s". */
function withUnit(id: SymbolId, text: string, {taken, units}: TakenWords): string {
  return isCount(id) ? taken.counted(text, units[symbolNamed(id).unit]) : text;
}

/** A data sheet says nothing of a machine that was measured here. */
function originOf(id: SymbolId, {machine}: View): SymbolOrigin {
  const {from} = symbolNamed(id);
  return from === "machine" && isOwnMachine(machine.name) ? "measured" : from;
}

/** Whether no number of a law has to do with a machine. */
function isOfModelAlone(id: FormulaId): boolean {
  return formulas[id].symbols.every((symbol) => symbolNamed(symbol).from === "model");
}

function modelSource({model, scenario}: View, words: TakenWords): string {
  return scenario.own?.name === model.name
    ? words.taken.ownModel(oneLine(model.name))
    : sourceText(model, words);
}

function machineSource({machine}: View, words: TakenWords): string {
  return isOwnMachine(machine.name)
    ? words.taken.ownMachine(machine.name, machine.readOn)
    : sourceText(machine, words);
}

function sourceText(
  {name, source, readOn, url}: Sourced & {name: string},
  {taken}: TakenWords,
): string {
  const text = taken.source(oneLine(name), oneLine(source), readOn);
  return url === undefined ? text : `${text}, ${url}`;
}

const mostRows = 20;

/** The facts of a figure in columns that a fixed-width font keeps straight. */
function tableText({columns, rows}: Table, {numbers}: Context, {taken}: TakenWords): string {
  const shown = rows
    .slice(0, mostRows)
    .map((row) =>
      row.map((cell) => (typeof cell === "number" ? numbers.number(cell) : oneLine(cell))),
    );
  const all = [[...columns], ...shown];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? "").length)));
  const lines = all.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
  const more = rows.length - shown.length;
  return [...lines, ...(more > 0 ? [taken.more(numbers.whole(more))] : [])].join("\n");
}
