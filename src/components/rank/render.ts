import {escapeHtml} from "../build/html.js";
import {listed} from "../control/sliders.js";
import type {Render} from "../page/context.js";

/**
 * A guess that is an order: names to drag, or to move by buttons, and then to commit to.
 *
 *     <div data-rank data-machines="Apple M2 Ultra, RTX 4090" data-model="LLaMA-65B"></div>
 *
 * They stand in the order in which the page names them. Inside an element of class "predict",
 * committing reveals the parts of class "reveal", and a figure hears of the order.
 */
export const renderRank: Render = (attributes, _view, {words}) => {
  const names = listed({options: attributes["machines"] ?? ""});
  const rows = names.map((name) => {
    const button = (way: "up" | "down", sign: string) =>
      `<button type="button" class="move" data-move="${way}" aria-label="${escapeHtml(words.guess[way](name))}">${sign}</button>`;
    const shown = `<span class="rank-name" translate="no">${escapeHtml(name)}</span>`;
    return `<li data-name="${escapeHtml(name)}"><span class="grip" aria-hidden="true"></span>${shown}${button("up", "↑")}${button("down", "↓")}</li>`;
  });
  return [
    `<form class="guess-form" novalidate>`,
    `<ol class="rank-list" aria-label="${escapeHtml(words.guess.order)}">${rows.join("")}</ol>`,
    `<button type="submit">${escapeHtml(words.guess.commit)}</button>`,
    `</form><p class="verdict" role="status"></p>`,
  ].join("");
};
