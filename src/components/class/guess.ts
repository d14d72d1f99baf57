import {classRoofOf, classStatistics} from "../../lib/scenario/class-roofs.js";
import {parseNumber} from "../guess/parse-number.js";
import type {Page} from "../page/context.js";
import type {Roll} from "./roll.js";

/** Takes the class's guess before it looks, and holds it against every device that comes. */
export function attachGuess(element: HTMLElement, {words, numbers}: Page, roll: Roll): void {
  const texts = words.figures.classPanel.guess;
  const form = element.querySelector("form")!;
  const field = form.querySelector("input")!;
  const verdict = element.querySelector<HTMLElement>(".verdict")!;
  let guess: number | undefined;

  const show = (): void => {
    if (guess === undefined) return;
    const roofs = roll.members().map(({device}) => classRoofOf(device));
    verdict.textContent =
      roofs.length < 2
        ? texts.taken(numbers.number(guess))
        : texts.verdict(
            numbers.number(guess),
            numbers.number(classStatistics(roofs).ratio),
            numbers.whole(roofs.length),
          );
  };
  roll.watch(show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const number = parseNumber(field.value);
    guess = number === null || number === 0 ? undefined : number;
    if (guess === undefined) verdict.textContent = words.guess.notANumber(field.value);
    show();
  });
}
