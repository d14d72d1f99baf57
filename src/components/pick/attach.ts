import type {Attach} from "../page/context.js";
import {followInList} from "../control/follow-list.js";
import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import {pickNamed} from "./picks.js";

/**
 * Lays an unseen list over the word, so that it can be chosen where it stands and the sentence
 * keeps its shape.
 */
export const attachPick: Attach = (element, page) => {
  const {choice, shown} = pickNamed(element.dataset["pick"] ?? "");
  const word = element.querySelector("b")!;
  const list = document.createElement("select");
  list.setAttribute("aria-label", page.words.controls[choice.label]);
  list.setAttribute("translate", "no");
  for (const {name, options} of choice.groups(page)) {
    const group = document.createElement("optgroup");
    group.label = name;
    group.append(...options.map((option) => new Option(option)));
    list.append(group);
  }
  list.addEventListener("change", () => page.change(choice.change(list.value)));
  word.after(list);
  page.watch((view) => {
    const text = shown(view, page);
    if (word.textContent !== text) word.textContent = text;
    word.classList.toggle("yours", isOwnMachine(text));
  });
  followInList(list, choice, page);
};
