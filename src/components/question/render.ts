import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";
import {questionNamed} from "./questions.js";

/**
 * A question whose answer is a word: `<div data-question="piUnits"></div>`. Inside an element of
 * class "predict", an answer reveals the parts of class "reveal".
 */
export const renderQuestion: Render = (attributes, _view, context) => {
  const {options} = questionNamed(attributes["question"] ?? "", context);
  const buttons = Object.entries(options).map(
    ([value, label]) =>
      `<button type="submit" class="choice" value="${value}">${escapeHtml(label)}</button>`,
  );
  return `<form class="guess-form" novalidate>${buttons.join("")}</form><p class="verdict" role="status"></p>`;
};
