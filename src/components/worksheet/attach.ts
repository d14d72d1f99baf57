import {checkAnswer, type Verdict} from "../../lib/scenario/worksheet/check.js";
import {sheetChoices, type ChoiceName} from "../../lib/scenario/worksheet/choices.js";
import {goals, type GoalName} from "../../lib/scenario/worksheet/goals.js";
import type {UnitName} from "../../lib/scenario/worksheet/units.js";
import type {Attributes, Page} from "../page/context.js";
import {answersAreClosed} from "../settings/reveal.js";
import {valueOf} from "../quantities.js";
import type {Answers} from "./answers.js";
import {viewFor, type OnSheet} from "./fill.js";
import {parseAnswer} from "./parse-answer.js";

/** Takes what a student answers to one exercise, and says what is to be said to it. */
export function attachExercise(
  section: HTMLElement,
  sheet: OnSheet,
  answers: Answers,
  page: Page,
): void {
  const attach = {
    "[data-answer]": attachAnswer,
    "[data-choice]": attachChoice,
    "[data-goal]": attachGoal,
    "[data-prediction]": attachPrediction,
  };
  for (const [selector, attachOne] of Object.entries(attach)) {
    const element = section.querySelector<HTMLElement>(selector);
    if (element !== null) attachOne({section, element, sheet, answers, page});
  }
}

interface Asked {
  section: HTMLElement;
  element: HTMLElement;
  sheet: OnSheet;
  answers: Answers;
  page: Page;
}

function attachAnswer({element, sheet, answers, page}: Asked): void {
  const field = element.querySelector("input")!;
  const unit = element.dataset["unit"] as UnitName;
  const say = sayIn(element);
  field.value = answers.get(sheet.id)?.text ?? "";
  element.querySelector("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = parseAnswer(field.value, unit);
    if (given === null) return say(notANumber(field.value, page));
    const answer = lawsAnswer(element, sheet, page);
    const verdict = checkAnswer(given, answer, unit);
    say(sentence(verdict, page));
    answers.set(sheet.id, {text: field.value, isRight: verdict.kind === "right"});
  });
}

/** The law's answer to a question, in the unit that the question names. */
export function lawsAnswer(element: HTMLElement, sheet: OnSheet, page: Page): number {
  const attributes = {...element.dataset} as Attributes;
  const name = attributes["answer"] ?? attributes["prediction"] ?? "";
  return valueOf(name, viewFor(sheet, attributes, page), page);
}

function attachPrediction({section, element, sheet, answers, page}: Asked): void {
  const field = element.querySelector("input")!;
  const button = element.querySelector("button")!;
  const unit = element.dataset["unit"] as UnitName;
  const {worksheet} = page.words.figures;
  const say = sayIn(element);

  const lock = (text: string): void => {
    const given = parseAnswer(text, unit);
    if (given === null) return say(notANumber(text, page));
    field.value = text;
    field.readOnly = true;
    button.disabled = true;
    const answer = lawsAnswer(element, sheet, page);
    const isNear = Math.abs(given.value / answer - 1) < 0.25; // a guess, and no calculation
    const guess = page.numbers.number(given.value);
    section.classList.add("committed");
    say(
      answersAreClosed()
        ? worksheet.locked(guess)
        : worksheet.predicted({guess, answer: page.numbers.number(answer), isNear}),
    );
    answers.set(sheet.id, {text, isRight: isNear});
  };
  element.querySelector("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!field.readOnly) lock(field.value);
  });
  const kept = answers.get(sheet.id);
  if (kept !== undefined) lock(kept.text);
}

function attachChoice({section, element, sheet, answers, page}: Asked): void {
  const {worksheet} = page.words.figures;
  const reason = element.querySelector("textarea")!;
  const buttons = [...element.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const say = sayIn(element);
  const [keptChoice, keptReason = ""] = (answers.get(sheet.id)?.text ?? "").split("\n", 2);
  for (const button of buttons) button.checked = button.value === keptChoice;
  reason.value = keptReason;

  element.querySelector("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = buttons.find(({checked}) => checked)?.value;
    if (chosen === undefined) return say(worksheet.chooseFirst);
    if (reason.value.trim() === "") return say(worksheet.explainFirst);
    const isRight = chosen === rightChoice(element, sheet, page);
    say(isRight ? worksheet.choseRight : worksheet.choseWrong);
    const solution = section.querySelector<HTMLDetailsElement>(".solution");
    if (solution !== null) solution.open = true;
    answers.set(sheet.id, {text: `${chosen}\n${reason.value.replace(/\s+/g, " ")}`, isRight});
  });
}

/** Which option of a choice the laws call right. */
export function rightChoice(element: HTMLElement, sheet: OnSheet, page: Page): string {
  const {right} = sheetChoices[element.dataset["choice"] as ChoiceName];
  return right(viewFor(sheet, {...element.dataset} as Attributes, page), page.catalog);
}

function attachGoal({element, sheet, answers, page}: Asked): void {
  const goal = element.dataset["goal"] as GoalName;
  const verdict = element.querySelector<HTMLElement>(".verdict")!;
  const words = page.words.figures.worksheet.goals[goal];
  page.watch((view) => {
    const progress = goals[goal](view);
    if (verdict.textContent === words[progress]) return;
    verdict.textContent = words[progress];
    element.classList.toggle("reached", progress === "reached");
    const {batch, context} = view.scenario;
    const text = `${batch} × ${context}`;
    if (progress === "reached") answers.set(sheet.id, {text, isRight: true});
  });
}

const sayIn =
  (element: HTMLElement) =>
  (text: string): void => {
    element.querySelector(".verdict")!.textContent = text;
  };

function notANumber(text: string, {words: {figures}}: Page): string {
  const {empty, notANumber} = figures.worksheet;
  return text.trim() === "" ? empty : notANumber(text);
}

/** What is said to an answer that was compared with the law's. */
function sentence(verdict: Verdict, {words}: Page): string {
  const {worksheet} = words.figures;
  switch (verdict.kind) {
    case "right":
      return worksheet.right;
    case "unit":
      return worksheet.unit(verdict.given, verdict.right);
    case "foreign":
      return worksheet.foreign(verdict.given, verdict.asked);
    case "inverse":
      return worksheet.inverse;
    case "slip":
      return worksheet.slips[verdict.factor](verdict.isMore);
    case "wrong":
      return worksheet.wrong(verdict.isMore);
  }
}
