import type {FormulaId} from "../../lib/formula/formulas.js";
import type {View} from "../../lib/scenario/view.js";
import type {Table} from "../figure/chart.js";
import type {Menu} from "../menu/menu.js";
import type {Page} from "../page/context.js";
import {copy} from "./copy.js";

/** What a menu belongs to, and what can be taken away from there. */
export interface Subject {
  /** The id of its element, e.g. "equation-latency": links lead there. */
  place: string;
  /** The law that it shows or draws, if it is one. */
  formula?: FormulaId | undefined;
  /** What a figure says and knows. An equation has its law alone. */
  figure?(): {title: string; summary: string; table: Table};
  /** What it shows now. */
  view(): View;
  /** Tells the reader what has happened. */
  tell(sentence: string): void;
}

const languages = ["typescript", "python", "spreadsheet"] as const;

/**
 * Adds to a menu what a reader may take away: the link, the result as text, the law as a program,
 * and how to cite it. What writes these is fetched when an entry is chosen.
 */
export function addTakeEntries(menu: Menu, subject: Subject, page: Page): void {
  const {take: words} = page.words;
  const {formula} = subject;
  menu.action(words.link, () => copy(page.link(subject.place), words.copied.link, subject, page));
  menu.action(words.text, () => {
    const text = import("./result-text.js").then(({resultText}) => resultText(subject, page));
    return copy(text, words.copied.text, subject, page);
  });
  for (const language of formula === undefined ? [] : languages) {
    menu.action(words[language], () => {
      const program = import("./law-program.js").then(({lawProgram}) =>
        lawProgram(language, formula!, subject, page),
      );
      return copy(program, words.copied[language], subject, page);
    });
  }
  menu.action(words.cite, async () => {
    const {showCitations} = await import("./show-citations.js");
    await showCitations(subject, page);
  });
}
