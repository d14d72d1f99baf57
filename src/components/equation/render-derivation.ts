import {derivations} from "../../lib/formula/derivations.js";
import type {Derivation} from "../../lib/formula/derivations/derivation.js";
import {typesetting} from "../../lib/formula/readings.js";
import type {SymbolId} from "../../lib/formula/symbols.js";
import {parseTex} from "../../lib/formula/tex-tree.js";
import {escapeHtml} from "../build/html.js";
import {idOf} from "../contents/ids.js";
import type {Render} from "../page/context.js";
import {fillFrom} from "./render.js";
import {renderInlineFormula} from "./render-inline.js";
import {typesetEquation} from "./typeset.js";

/**
 * A derivation as an ordered list: each line an equation and the reason why it follows.
 *
 *     <div data-derivation="criticalBatch"></div>
 */
export const renderDerivation: Render = (attributes, view, context) => {
  const name = attributes["derivation"] ?? "";
  const derivation = Object.entries<Derivation>(derivations).find(([id]) => id === name)?.[1];
  if (derivation === undefined) {
    throw new Error(
      `data-derivation is "${name}"; it should be one of ${Object.keys(derivations).join(", ")}`,
    );
  }
  const {reasons, speech} = context.words.formulas;
  const reasonOf: Readonly<Record<string, string>> = reasons[name as keyof typeof derivations];
  const fill = fillFrom(view, context);
  const lines = Object.entries(derivation.steps).map(([step, {tex}]) => {
    const equation = typesetEquation(typesetting(parseTex(tex, derivation.symbols), speech), fill);
    return `<li>${equation}<p>${withFormulas(reasonOf[step] ?? "", derivation.symbols)}</p></li>`;
  });
  return `<ol class="derivation" id="${idOf("derivation", name)}">${lines.join("")}</ol>`;
};

/** Prose in which TeX stands between dollar signs. */
function withFormulas(text: string, ids: readonly SymbolId[]): string {
  return text
    .split("$")
    .map((piece, i) => (i % 2 === 0 ? escapeHtml(piece) : renderInlineFormula(piece, ids)))
    .join("");
}
