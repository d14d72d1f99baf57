import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";
import {isPinned} from "../page/pinned.js";
import {quantityNamed} from "../quantities.js";

/**
 * A number in a sentence: `{weights}` → <b class="number memory" data-number="weights">3.83 GB</b>.
 * A pinned or constant one has no data-number, so that nothing in the browser changes it.
 */
export const renderLiveNumber: Render = (attributes, view, context) => {
  const {kind, symbol, constant, show} = quantityNamed(attributes["name"] ?? "");
  const live = isPinned(attributes) || constant ? "" : ` data-number="${attributes["name"]}"`;
  const lit = symbol === undefined ? "" : ` data-symbol="${symbol}"`;
  const data = kind === "name" ? ` translate="no"` : "";
  return `<b class="number ${kind}"${live}${lit}${data}>${escapeHtml(show(view, context))}</b>`;
};
