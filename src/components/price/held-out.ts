import {readFileSync} from "node:fs";
import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";

/** The tales on which the demo model is measured, whole: `<div data-heldout></div>`. */
export const renderHeldOut: Render = () =>
  readFileSync("data/model/heldout.txt", "utf8")
    .trim()
    .split(/\n{3,}/)
    .map(renderTale)
    .join("");

/** A tale begins with its name. */
function renderTale(tale: string): string {
  const [name, ...paragraphs] = tale.split("\n\n");
  const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join("");
  return `<article lang="en" translate="no"><h3>${escapeHtml(name!)}</h3>${text}</article>`;
}
