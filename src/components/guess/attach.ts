import {viewOf} from "../../lib/scenario/view.js";
import type {Attach, Attributes, Page} from "../page/context.js";
import {pinned} from "../page/pinned.js";
import {answersAreClosed} from "../settings/reveal.js";
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
    if (guess === null) {
      verdict.textContent = page.words.guess.notANumber(text);
      return;
    }
    const view = viewOf(pinned(page.view().scenario, attributes), page.catalog);
    const answer = valueOf(attributes["guess"]!, view, page);
    verdict.textContent = answersAreClosed()
      ? page.words.page.noted(field === null ? chosenLabel(chosen, attributes, page) : text.trim())
      : field === null
        ? verdictOnChoice(chosen, answer, attributes["unit"], page)
        : verdictOn(guess, answer, page);
    for (const button of form.querySelectorAll<HTMLButtonElement>(".choice")) {
      button.setAttribute("aria-pressed", String(button.value === chosen));
    }
    scene?.classList.add("committed");
    if (!answersAreClosed()) scene?.dispatchEvent(new CustomEvent("guess", {detail: guess}));
  });
};

const chosenLabel = (chosen: string, {unit}: Attributes, {words}: Page): string =>
  words.guess.choice(chosen, unit);

function verdictOn(guess: number, answer: number, {words, numbers}: Page): string {
  return words.guess.verdict({
    guess: numbers.number(guess),
    answer: numbers.number(answer),
    ratio: guess / answer,
    times: numbers.number(guess === 0 ? 1 : Math.max(guess / answer, answer / guess)),
  });
}

const nearEnough = 0.05; // of the answer: a choice is right

function verdictOnChoice(
  chosen: string,
  answer: number,
  unit: string | undefined,
  {words, numbers}: Page,
): string {
  const isRight = Math.abs(Number(chosen) / answer - 1) < nearEnough;
  const nearOne = Math.abs(answer - 1) < nearEnough;
  const label = words.guess.choice(nearOne ? "1" : numbers.number(answer), unit);
  return words.guess.chosen(words.guess.choice(chosen, unit), label, isRight);
}
