import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import {viewOf} from "../../lib/scenario/view.js";
import type {Attach, Attributes} from "../page/context.js";
import {isPinned, pinned} from "../page/pinned.js";
import {shownText} from "../quantities.js";

/** Keeps a number in a sentence at the value of the scenario. */
export const attachLiveNumber: Attach = (element, page) => {
  const attributes = {...element.dataset} as Attributes;
  const name = attributes["number"] ?? "";
  const partly = isPinned(attributes);
  let shown = element.textContent;
  page.watch((current) => {
    const view = partly ? viewOf(pinned(current.scenario, attributes), page.catalog) : current;
    const text = shownText(name, view, page);
    element.classList.toggle("yours", isOwnMachine(text));
    if (text === shown) return;
    element.textContent = shown = text;
  });
};
