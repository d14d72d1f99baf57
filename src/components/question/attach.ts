import type {Attach} from "../page/context.js";
import {answersAreClosed} from "../settings/reveal.js";
import {questionNamed} from "./questions.js";

/** Takes the reader's answer, says what is to be said to it, and reveals what was held back. */
export const attachQuestion: Attach = (element, page) => {
  const {verdicts} = questionNamed(element.dataset["question"] ?? "", page);
  const verdict = element.querySelector<HTMLElement>(".verdict")!;
  element.querySelector("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(event.submitter instanceof HTMLButtonElement)) return;
    const {value} = event.submitter;
    const chosen = event.submitter.textContent;
    verdict.textContent = answersAreClosed()
      ? page.words.page.noted(chosen)
      : (verdicts[value] ?? "");
    for (const button of element.querySelectorAll<HTMLButtonElement>(".choice")) {
      button.setAttribute("aria-pressed", String(button.value === value));
    }
    element.closest(".predict")?.classList.add("committed");
  });
};
