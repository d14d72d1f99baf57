import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";
import {tableNamed} from "./tables.js";

/** A table that the laws fill: `<div data-table="criticalBatch" data-machines="…"></div>`. */
export const renderTable: Render = (attributes, view, context) => {
  const table = tableNamed(attributes["table"] ?? "");
  const caption = escapeHtml(table.caption(view, context));
  const heads = table.columns(context).map((name) => `<th scope="col">${escapeHtml(name)}</th>`);
  const rows = table.rows(view, context, attributes);
  const blank = rows[0]?.map(() => "") ?? table.columns(context).map(() => "");
  const padded = Array.from({length: table.room ?? rows.length}, (_, i) => rows[i] ?? blank);
  const body = padded.map(([first, ...cells]) => {
    const head = `<th scope="row" translate="no">${escapeHtml(first ?? "")}</th>`;
    return `<tr>${head}${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`;
  });
  return [
    `<p class="table-caption">${caption}</p>`,
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${caption}">`,
    table.room === undefined ? `<table>` : `<table class="live">`,
    `<thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table></div>`,
  ].join("");
};
