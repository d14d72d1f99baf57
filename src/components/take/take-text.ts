import type {Page} from "../page/context.js";
import {copy} from "./copy.js";
import type {Subject} from "./entries.js";
import {textOf} from "./text.js";
import {takenWords} from "./words.js";

/** Copies what is shown as a text that stands by itself. */
export async function takeText(subject: Subject, page: Page): Promise<void> {
  const {place, formula} = subject;
  const result = {
    figure: subject.figure?.(),
    formula,
    view: subject.view(),
    address: page.link(place),
  };
  const text = textOf(result, page, await takenWords());
  await copy(text, page.words.take.copied.text, subject, page);
}
