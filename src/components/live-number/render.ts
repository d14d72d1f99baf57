import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";
import {isPinned, pinnedFields} from "../page/pinned.js";
import {shownText} from "../quantities.js";
import {kindOf} from "./kinds.js";

/**
 * A number in a sentence: `{weightBytes}` → <b class="number memory" data-number="weightBytes">…</b>.
 * A pinned or constant one has no data-number, so that nothing in the browser changes it; with
 * live="true" the fields that are not pinned go on following the reader's scenario. One that was
 * taken from another page (from="…") has data-shown: the worksheet gives it the values of its seed.
 */
export const renderLiveNumber: Render = (attributes, view, context) => {
  const name = attributes["name"] ?? "";
  const {kind, symbol, constant} = kindOf(name);
  const stays = constant || (isPinned(attributes) && attributes["live"] === undefined);
  const fields = Object.entries(pinnedFields(attributes))
    .map(([field, value]) => ` data-${field}="${escapeHtml(value)}"`)
    .join("");
  const isTaken = attributes["from"] !== undefined;
  const live = isTaken
    ? ` data-shown="${name}"${fields}`
    : stays
      ? ""
      : ` data-number="${name}"${fields}`;
  const lit = symbol === undefined ? "" : ` data-symbol="${symbol}"`;
  const data = kind === "name" ? ` translate="no"` : "";
  return `<b class="number ${kind}"${live}${lit}${data}>${escapeHtml(shownText(name, view, context))}</b>`;
};
