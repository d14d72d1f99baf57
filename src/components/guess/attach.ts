import {viewOf} from "../../lib/scenario/view.js";
import type {Attach, Attributes} from "../page/context.js";
import {pinned} from "../page/pinned.js";
import {valueOf} from "../quantities.js";
import {parseNumber} from "./parse-number.js";

/** Takes the reader's guess, says how near it was, and reveals what the page held back. */
export const attachGuess: Attach = (element, page) => {
  const form = element.querySelector("form")!;
  const field = form.querySelector("input");
  const verdict = element.querySelector<HTMLElement>(".verdict")!;
  const attributes = {...element.dataset} as Attributes;
  const scene = element.closest<HTMLElement>(".predict");

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
    const text = field?.value ?? chosen;
    const guess = parseNumber(text);
    if (guess === null || guess <= 0) {
      verdict.textContent = page.words.guess.notANumber(text);
      return;
    }
    const view = viewOf(pinned(page.view().scenario, attributes), page.catalog);
    const answer = valueOf(attributes["guess"]!, view, page);
    verdict.textContent = page.words.guess.verdict({
      guess: page.numbers.number(guess),
      answer: page.numbers.number(answer),
      ratio: guess / answer,
      times: page.numbers.number(Math.max(guess / answer, answer / guess)),
    });
    for (const button of form.querySelectorAll<HTMLButtonElement>(".choice")) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
    scene?.style.setProperty("--guess", String(guess));
    scene?.classList.add("committed");
    scene?.dispatchEvent(new CustomEvent("guess", {detail: guess}));
  });
};
