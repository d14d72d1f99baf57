import type {Attach, Attributes} from "../page/context.js";
import {tableNamed} from "./tables.js";

/** Keeps a table that follows the scenario at its values; the others stand as they were built. */
export const attachTable: Attach = (element, page) => {
  const table = tableNamed(element.dataset["table"] ?? "");
  if (table.room === undefined) return;
  const caption = element.querySelector(".table-caption")!;
  const region = element.querySelector("[role=region]")!;
  const lines = [...element.querySelectorAll("tbody tr")].map((line) => [...line.children]);
  const attributes = {...element.dataset} as Attributes;

  page.watch((view) => {
    const rows = table.rows(view, page, attributes);
    caption.textContent = table.caption(view, page);
    region.setAttribute("aria-label", table.caption(view, page));
    lines.forEach((cells, i) =>
      cells.forEach((cell, j) => {
        const text = rows[i]?.[j] ?? "";
        if (cell.textContent !== text) cell.textContent = text;
      }),
    );
  });
};
