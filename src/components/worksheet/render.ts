import {isUnit} from "../../lib/scenario/worksheet/units.js";
import {sheetChoices, type ChoiceName} from "../../lib/scenario/worksheet/choices.js";
import type {ExerciseId} from "../../lib/scenario/worksheet/exercises.js";
import {firstSeed} from "../../lib/scenario/worksheet/variant.js";
import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";

let count = 0; // of fields so far: each needs an id of its own on the page

/** A field for a number with its unit: <div data-answer="ridge" data-unit="operations"></div>. */
export const renderAnswer: Render = (
  attributes,
  _view,
  {
    words: {
      figures: {worksheet},
    },
  },
) => {
  return numberForm(attributes["unit"] ?? "", worksheet.answer, worksheet.check, worksheet.units);
};

/** A guess that is locked once it is made: <div data-prediction="tenReaders" data-unit="times"></div>. */
export const renderPrediction: Render = (
  attributes,
  _view,
  {
    words: {
      figures: {worksheet},
    },
  },
) => numberForm(attributes["unit"] ?? "", worksheet.guess, worksheet.commit, worksheet.units);

function numberForm(
  unit: string,
  label: string,
  button: string,
  units: Readonly<Record<string, string>>,
): string {
  if (!isUnit(unit)) throw new Error(`data-unit is "${unit}", which no answer may have`);
  const id = `answer-${++count}`;
  return [
    `<form class="guess-form" novalidate>`,
    `<label for="${id}">${escapeHtml(label)}</label>`,
    `<input id="${id}" type="text" autocomplete="off" maxlength="60">`,
    `<span class="unit">${escapeHtml(units[unit] ?? "")}</span>`,
    `<button type="submit">${escapeHtml(button)}</button>`,
    `</form><p class="verdict" role="status"></p>`,
  ].join("");
}

/** Choose, and explain: <div data-choice="clock"></div>. */
export const renderChoice: Render = (
  attributes,
  _view,
  {
    words: {
      figures: {worksheet},
    },
  },
) => {
  const name = attributes["choice"] as ChoiceName;
  const id = `answer-${++count}`;
  const labels: Readonly<Record<string, string>> = worksheet.options[name];
  const options = sheetChoices[name].options.map(
    (option) =>
      `<label><input type="radio" name="${id}" value="${option}"> <span>${escapeHtml(labels[option] ?? "")}</span></label>`,
  );
  return [
    `<form class="choice-form" novalidate>`,
    `<fieldset><legend>${escapeHtml(worksheet.choose)}</legend>${options.join("")}</fieldset>`,
    `<label for="${id}">${escapeHtml(worksheet.explain)}</label>`,
    `<textarea id="${id}" rows="3" maxlength="1000"></textarea>`,
    `<button type="submit">${escapeHtml(worksheet.compare)}</button>`,
    `</form><p class="verdict" role="status"></p>`,
  ].join("");
};

/** Says whether the sliders have reached it: <div data-goal="bend"></div>. */
export const renderGoal: Render = () => `<p class="verdict" role="status"></p>`;

/** Hints in steps: <div data-hints="gpus-1"></div>. */
export const renderHints: Render = (attributes, _view, {words: {worksheetBuilt}}) =>
  worksheetBuilt.hints[attributes["hints"] as ExerciseId]
    .map(
      (hint, i) =>
        `<details class="hint"><summary>${escapeHtml(worksheetBuilt.hint(i + 1))}</summary><p>${escapeHtml(hint)}</p></details>`,
    )
    .join("");

/** What stands on every sheet of paper: which sheet it is, and whose: <div data-sheethead></div>. */
export const renderSheetHead: Render = (
  _attributes,
  _view,
  {
    words: {
      figures: {worksheet},
      worksheetBuilt,
    },
  },
) =>
  [
    `<p class="sheet-head"><span>${escapeHtml(worksheetBuilt.head)}</span>`,
    `<b data-seed>${escapeHtml(worksheet.seedOf(firstSeed))}</b>`,
    `<span class="sheet-name">${escapeHtml(worksheetBuilt.name)}</span></p>`,
  ].join(" ");

/** Which sheet, printing, and what becomes of the answers: <div data-sheet></div>. */
export const renderSheet: Render = (_attributes, _view, {words: {worksheetBuilt: words}}) => {
  const text = (message: string) => escapeHtml(message);
  return [
    `<form class="sheet-form" data-make novalidate>`,
    `<label for="sheet-seed">${text(words.seedLabel)}</label>`,
    `<input id="sheet-seed" name="seed" autocomplete="off" maxlength="40" value="${firstSeed}">`,
    `<button type="submit">${text(words.make)}</button></form>`,
    `<p class="sheet-buttons">`,
    `<button type="button" data-print="sheet">${text(words.printSheet)}</button>`,
    `<button type="button" data-print="key">${text(words.printKey)}</button>`,
    `<button type="button" data-save>${text(words.save)}</button></p>`,
    `<p class="sheet-keep"><label><input type="checkbox" data-keep> ${text(words.keep)}</label>`,
    `<button type="button" data-forget hidden>${text(words.forget)}</button></p>`,
    `<details class="class-set"><summary>${text(words.classSet)}</summary>`,
    `<form class="sheet-form" data-make-set novalidate>`,
    `<label for="sheet-seeds">${text(words.seedsLabel)}</label>`,
    `<input id="sheet-seeds" name="seeds" autocomplete="off" maxlength="12" value="1-30">`,
    `<button type="submit">${text(words.makeSet)}</button></form></details>`,
    `<p class="sheet-tally" role="status"></p><div class="sheet-notes" role="status"></div><div class="key-table" hidden></div>`,
  ].join("");
};
