import {isUnit} from "../../lib/scenario/worksheet/units.js";
import type {ChoiceName} from "../../lib/scenario/worksheet/choices.js";
import type {Attributes, Page} from "../page/context.js";
import {quantityText} from "../quantities.js";
import {lawsAnswer, rightChoice} from "./attach.js";
import {viewFor, type OnSheet} from "./fill.js";

/**
 * The right answer to an exercise as the key prints it, e.g. "164 operations for each byte"; short,
 * as a list of many keys does: "164".
 */
export function keyText(
  section: HTMLElement,
  sheet: OnSheet,
  page: Page,
  form: "whole" | "short" = "whole",
): string {
  const withUnit = (number: string, unit: string) =>
    form === "short" ? number : `${number} ${unit}`;
  const {units, options} = page.words.figures.worksheet;
  const number = section.querySelector<HTMLElement>("[data-answer], [data-prediction]");
  if (number !== null) {
    const unit = number.dataset["unit"] ?? "";
    const answer = page.numbers.number(lawsAnswer(number, sheet, page));
    return withUnit(answer, isUnit(unit) ? units[unit] : unit);
  }
  const choice = section.querySelector<HTMLElement>("[data-choice]");
  if (choice !== null) {
    const labels: Readonly<Record<string, string>> =
      options[choice.dataset["choice"] as ChoiceName];
    const [short = "", ...rest] = (labels[rightChoice(choice, sheet, page)] ?? "").split(":");
    return form === "short" ? short : [short, ...rest].join(":");
  }
  const goal = section.querySelector<HTMLElement>("[data-goal]");
  const attributes = {...goal?.dataset} as Attributes;
  const view = viewFor(sheet, attributes, page);
  return goal?.dataset["goal"] === "bend"
    ? withUnit(quantityText("criticalBatch", view, page), units.readers)
    : withUnit(quantityText("tokensThatFit", view, page), units.tokens);
}
