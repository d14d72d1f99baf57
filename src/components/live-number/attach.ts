import type {Attach} from "../page/context.js";
import {quantityNamed} from "../quantities.js";

/** Keeps a number in a sentence at the value of the scenario. */
export const attachLiveNumber: Attach = (element, page) => {
  const {show} = quantityNamed(element.dataset["number"] ?? "");
  let shown = element.textContent;
  page.watch((view) => {
    const text = show(view, page);
    if (text === shown) return;
    element.textContent = shown = text;
  });
};
