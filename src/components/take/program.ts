import {pythonOf} from "../../lib/formula/code/python.js";
import {programOf, type Program} from "../../lib/formula/code/program.js";
import {plainLetter, plainExpression} from "../../lib/formula/code/plain.js";
import {firstCell, spreadsheetOf} from "../../lib/formula/code/spreadsheet.js";
import {typescriptOf} from "../../lib/formula/code/typescript.js";
import {expressionOf, type Expression} from "../../lib/formula/expression.js";
import type {Formula, Values} from "../../lib/formula/formula.js";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import {symbolNamed, type SymbolId} from "../../lib/formula/symbols.js";
import {quantityOf} from "../../lib/scenario/quantities.js";
import type {Catalog} from "../../lib/catalog/catalog.js";
import type {View} from "../../lib/scenario/view.js";
import type {Page} from "../page/context.js";
import {copy} from "./copy.js";
import type {Subject} from "./entries.js";
import {takenWords, type TakenWords} from "./words.js";

export type Language = "typescript" | "python" | "spreadsheet";

/** Copies the law as a program, with the numbers that are shown now. */
export async function takeProgram(
  language: Language,
  id: FormulaId,
  subject: Subject,
  page: Page,
): Promise<void> {
  const {words, catalog} = page;
  const all = await takenWords();
  const view = subject.view();
  const values = valuesOf(formulas[id], view, catalog);
  if ("missing" in values) return subject.tell(words.take.missing(all.names[values.missing]));

  const notes = [...notesOn(formulas[id], view, catalog, all), page.link(subject.place)];
  const program = programOf(formulas[id], values.values, all.names, notes);
  const {copied} = words.take;
  const told = language === "spreadsheet" ? copied.spreadsheet(firstCell) : copied[language];
  await copy(writers[language](program, all), told, subject, page);
}

const writers: Readonly<Record<Language, (program: Program, words: TakenWords) => string>> = {
  typescript: typescriptOf,
  python: pythonOf,
  spreadsheet: (program, {taken}) => spreadsheetOf(program, taken.sheet),
};

/** The values of a formula's inputs, or the first that nobody has told. */
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

/** What it is, where the law stands, and whose numbers these are. */
function notesOn(
  formula: Formula & {id: FormulaId},
  {model, machine, scenario}: View,
  {edition}: Catalog,
  {taken, titles}: TakenWords,
): string[] {
  const {name, file} = formula.law;
  return [
    `${titles[formula.id]}: ${plainEquation(formula, expressionOf(formula))}`,
    taken.law(name, file, edition.version),
    taken.shown(model.name, scenario.format, machine.name),
  ];
}

function plainEquation({result}: Formula, right: Expression): string {
  return `${plainLetter(symbolNamed(result).tex)} = ${plainExpression(right)}`;
}
