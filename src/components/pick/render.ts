import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";
import {pickNamed} from "./picks.js";

/** A word of a sentence that can be chosen: `<span data-pick="machine"></span>`. */
export const renderPick: Render = (attributes, view, context) => {
  const pick = pickNamed(attributes["pick"] ?? "");
  return `<span class="pick" data-symbol="${pick.choice.symbol}"><b class="number name" translate="no">${escapeHtml(pick.shown(view, context))}</b></span>`;
};
