import {pythonOf} from "../../lib/formula/code/python.js";
import {programOf, type Program} from "../../lib/formula/code/program.js";
import {firstCell, spreadsheetOf} from "../../lib/formula/code/spreadsheet.js";
import {typescriptOf} from "../../lib/formula/code/typescript.js";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import type {Page} from "../page/context.js";
import {copy} from "./copy.js";
import type {Subject} from "./entries.js";
import {plainEquation, valuesOf} from "./law.js";
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
  const formula = formulas[id];
  const view = subject.view();
  const values = valuesOf(formula, view, catalog);
  if ("missing" in values) return subject.tell(words.take.missing(all.names[values.missing]));

  const {taken, titles, names} = all;
  const {model, machine, format} = view;
  const notes = [
    `${titles[id]}: ${plainEquation(formula)}`,
    taken.law(formula.law.name, formula.law.file, catalog.edition.version),
    taken.shown(model.name, format.name, machine.name),
    page.link(subject.place),
  ];
  const program = programOf(formula, values.values, names, notes);
  const {copied} = words.take;
  const told = language === "spreadsheet" ? copied.spreadsheet(firstCell) : copied[language];
  await copy(writers[language](program, all), told, subject, page);
}

const writers: Readonly<Record<Language, (program: Program, words: TakenWords) => string>> = {
  typescript: typescriptOf,
  python: pythonOf,
  spreadsheet: (program, {taken}) => spreadsheetOf(program, taken.sheet),
};
