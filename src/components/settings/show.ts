import type {Messages} from "../messages/en/index.js";
import {showLocked} from "./lock.js";
import type {Settings} from "./settings.js";

/** Names of the controls on the page or in a part of it. */
export function controlsIn(part: ParentNode): string[] {
  return [...part.querySelectorAll<HTMLElement>("[data-control]")].map(
    ({dataset}) => dataset["control"] ?? "",
  );
}

/** Shows what is hidden, locked and closed. What is hidden was so before the page was painted. */
export function showSettings({hidden, locked, reveals}: Settings, words: Messages): void {
  showHidden(hidden, document);
  showLocked(locked, document);
  if (!reveals) closeAnswers(words);
}

/** Hides controls by their names, on the page or in a part of it, and shows the others. */
export function showHidden(hidden: readonly string[], part: ParentNode): void {
  for (const control of part.querySelectorAll<HTMLElement>("[data-control]")) {
    control.hidden = hidden.includes(control.dataset["control"] ?? "");
  }
}

/** Says in the place of each solution, and of what a guess would reveal, that it is closed. */
function closeAnswers({page}: Messages): void {
  for (const answer of document.querySelectorAll(".predict .reveal, .exercise > details")) {
    const isFirst = !answer.previousElementSibling?.matches(".closed, .exercise > details");
    if (!isFirst) continue;
    const sentence = document.createElement("p");
    sentence.className = "closed";
    sentence.textContent = page.closed;
    answer.before(sentence);
  }
}
