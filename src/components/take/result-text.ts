import type {Page} from "../page/context.js";
import type {Subject} from "./entries.js";
import {textOf} from "./text.js";
import {takenWords} from "./words.js";

/** What is shown, as a text that stands by itself. */
export async function resultText(subject: Subject, page: Page): Promise<string> {
  const {place, formula} = subject;
  const result = {
    figure: subject.figure?.(),
    formula,
    view: subject.view(),
    address: page.link(place),
  };
  return textOf(result, page, await takenWords());
}
