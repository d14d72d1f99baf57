import type {FormulaId} from "../../lib/formula/formulas.js";
import type {View} from "../../lib/scenario/view.js";
import type {Menu} from "../menu/menu.js";
import type {Page} from "../page/context.js";

/** What a menu belongs to, and what can be taken away from there. */
export interface Subject {
  /** The id of its element, e.g. "equation-latency": links lead there. */
  place: string;
  /** The law that it shows, if it shows one. */
  formula?: FormulaId;
  /** What it shows now. */
  view(): View;
  /** Tells the reader what has happened. */
  tell(sentence: string): void;
}

const languages = ["typescript", "python", "spreadsheet"] as const;

/**
 * Adds to a menu what a reader may take away: the link, and the law as a program. What writes it
 * is fetched when an entry is chosen.
 */
export function addTakeEntries(menu: Menu, subject: Subject, page: Page): void {
  const {take: words} = page.words;
  menu.action(words.link, async () => {
    const {copy} = await import("./copy.js");
    await copy(page.link(subject.place), words.copied.link, subject, page);
  });
  const {formula} = subject;
  if (formula === undefined) return;
  for (const language of languages) {
    menu.action(words[language], async () => {
      const {takeProgram} = await import("./program.js");
      await takeProgram(language, formula, subject, page);
    });
  }
}
