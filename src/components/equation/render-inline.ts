import {withBindings} from "../../lib/formula/bindings.js";
import {symbols, type SymbolId} from "../../lib/formula/symbols.js";
import {parseTex, printTex} from "../../lib/formula/tex-tree.js";
import type {Render} from "../page/context.js";
import {typesetInline} from "./typeset.js";

/** Mathematics in a sentence: `<span data-tex="F W"></span>`. */
export const renderTex: Render = (attributes) => renderInlineFormula(attributes["tex"] ?? "");

/**
 * TeX in a sentence, drawn, with MathML beside it for screen readers. Letters that are symbols of
 * the notebook get their colour and light up with the rest.
 *
 * @param ids the symbols that letters may stand for: where two share a letter, the first is meant
 */
export function renderInlineFormula(
  tex: string,
  ids: readonly SymbolId[] = Object.keys(symbols) as SymbolId[],
): string {
  return typesetInline(tex, withBoundSymbols(tex, ids));
}

function withBoundSymbols(tex: string, ids: readonly SymbolId[]): string {
  try {
    return printTex(parseTex(tex, ids), withBindings);
  } catch {
    return tex; // other mathematics, which has no symbols to light
  }
}
