import {readFileSync} from "node:fs";
import {formulas} from "../../lib/formula/formulas.js";
import {escapeBraces, escapeHtml} from "../build/html.js";
import {renderEquation} from "../equation/render.js";
import type {Render} from "../page/context.js";

/**
 * Every formula of the notebook beside the source of the function that it is tied to, as it runs:
 * `<div data-laws></div>`. Equations elsewhere link here by the function's name.
 */
export const renderLaws: Render = (_attributes, view, context) =>
  Object.values(formulas)
    .map(({id, law}) => {
      const title = context.words.formulas.titles[id];
      const source = functionSource(readFileSync(law.file, "utf8"), law.name, law.file);
      return [
        `<section class="law" id="${law.name}">`,
        `<h2>${escapeHtml(title)}</h2>`,
        `<div data-equation="${id}">${renderEquation({equation: id, plain: "true"}, view, context)}</div>`,
        `<pre tabindex="0" translate="no" aria-label="${escapeHtml(context.words.laws.source(law.name))}"><code>${escapeBraces(escapeHtml(source))}</code></pre>`,
        `<p class="law-file" translate="no"><code>${escapeHtml(law.file)}</code></p>`,
        `</section>`,
      ].join("");
    })
    .join("");

/** A function of a module with the comment above it, as it stands in the file. */
export function functionSource(module: string, name: string, file: string): string {
  const start = module.indexOf(`export function ${name}(`);
  if (start < 0) throw new Error(`${file} has no function ${name}, to which a formula is tied`);
  const end = module.indexOf("\n}\n", start) + 2;
  const comment = module.lastIndexOf("/**", start);
  // The comment belongs to this function where nothing but itself stands between them.
  const own = module.slice(comment, start).trimEnd().endsWith("*/");
  const isNear = own && !module.slice(comment, start).includes("\n}\n");
  return module.slice(isNear ? comment : start, end);
}
