import {escapeHtml} from "../build/html.js";
import {listed} from "../control/sliders.js";
import type {Render} from "../page/context.js";

let count = 0; // of questions so far: each field needs an id of its own on the page

/**
 * A question that wants a number before the answer is shown.
 *
 *     <div data-guess="roofSpeed" data-machine="A100 80GB"></div>                     a field
 *     <div data-guess="tenReaders" data-options="1, 2, 5, 10"></div>                  a few choices
 *
 * data-guess names the quantity that is the answer; the other attributes pin its scenario. Inside
 * an element of class "predict", committing to a number reveals the parts of class "reveal".
 */
export const renderGuess: Render = (attributes, _view, {words}) => {
  const id = `guess-${++count}`;
  const unit = words.guess.units[attributes["unit"] as keyof typeof words.guess.units] ?? "";
  const options = listed(attributes);
  const input =
    options.length > 0
      ? options
          .map((value) => {
            const label = escapeHtml(words.guess.choice(value, attributes["unit"]));
            return `<button type="submit" class="choice" value="${value}">${label}</button>`;
          })
          .join("")
      : [
          `<label for="${id}">${escapeHtml(words.guess.label)}</label>`,
          `<input id="${id}" type="text" inputmode="decimal" autocomplete="off" size="8">`,
          `<span class="unit">${escapeHtml(unit)}</span>`,
          `<button type="submit">${escapeHtml(words.guess.commit)}</button>`,
        ].join("");
  return `<form class="guess-form" novalidate>${input}</form><p class="verdict" role="status"></p>`;
};
