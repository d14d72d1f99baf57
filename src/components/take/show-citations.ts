import type {Page} from "../page/context.js";
import {citationsOf, dayOf, type Citations} from "./citations.js";
import {showTexts} from "./dialog.js";
import type {Subject} from "./entries.js";
import {takenWords} from "./words.js";

/** Shows how to cite what is shown now, in three forms to copy. */
export async function showCitations(subject: Subject, page: Page): Promise<void> {
  const {titles, taken} = await takenWords();
  const {place, formula} = subject;
  const title = subject.figure?.().title ?? (formula === undefined ? "" : titles[formula]);
  const {edition} = page.catalog;
  const cited = {title, place, address: page.link(place), edition, day: dayOf(new Date())};
  const {take} = page.words;
  const texts = Object.entries(citationsOf(cited, taken)).map(([form, text]) => ({
    label: take.citations[form as keyof Citations],
    text: text as string,
  }));
  showTexts(take.cite, texts, page);
}
