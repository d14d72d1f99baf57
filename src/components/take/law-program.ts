import {pythonOf} from "../../lib/formula/code/python.js";
import {programOf, type Program} from "../../lib/formula/code/program.js";
import {spreadsheetOf} from "../../lib/formula/code/spreadsheet.js";
import {typescriptOf} from "../../lib/formula/code/typescript.js";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import type {Page} from "../page/context.js";
import {NothingToCopy} from "./copy.js";
import type {Subject} from "./entries.js";
import {plainEquation, valuesOf} from "./law.js";
import {takenWords, type TakenWords} from "./words.js";

export type Language = "typescript" | "python" | "spreadsheet";

/**
 * The law as a program, with the numbers that are shown now.
 *
 * @throws NothingToCopy where nobody has told one of them.
 */
export async function lawProgram(
  language: Language,
  id: FormulaId,
  subject: Subject,
  page: Page,
): Promise<string> {
  const formula = formulas[id];
  const view = subject.view();
  const address = page.link(subject.place);
  const values = valuesOf(formula, view, page.catalog);
  const words = await takenWords();
  if ("missing" in values) {
    throw new NothingToCopy(page.words.take.missing(words.names[values.missing]));
  }
  const {taken, titles, names} = words;
  const {name, file} = formula.law;
  const {model, machine, format} = view;
  const notes = [
    `${titles[id]}: ${plainEquation(formula)}`,
    taken.law(name, file, page.catalog.edition.version),
    taken.shown(model.name, format.name, machine.name),
    address,
  ];
  return writers[language](programOf(formula, values.values, names, notes), words);
}

const writers: Readonly<Record<Language, (program: Program, words: TakenWords) => string>> = {
  typescript: typescriptOf,
  python: pythonOf,
  spreadsheet: (program, {taken}) => spreadsheetOf(program, taken.sheet),
};
