import type {Expression} from "../expression.js";
import {symbolNamed, type SymbolId} from "../symbols.js";
import {printExpression} from "./language.js";

const greek: Readonly<Record<string, string>> = {"\\eta": "η", "\\beta": "β"};

/** A letter without TeX: "t_{\\mathrm{mem}}" → "t_mem". */
export function plainLetter(tex: string): string {
  return tex
    .replace(/\\hat\{(.)\}/, "$1̂")
    .replace(/\\(?:eta|beta)/g, (command) => greek[command]!)
    .replace(/\\mathrm|[{}]/g, "");
}

/**
 * An expression as people type it: "max((2 · P · B) / F, (P · b) / W)".
 *
 * @param write what stands for a symbol: its letter, unless told
 */
export function plainExpression(
  expression: Expression,
  write: (id: SymbolId) => string = (id) => plainLetter(symbolNamed(id).tex),
): string {
  return printExpression(expression, {
    times: "·",
    symbol: write,
    power: "^",
    larger: "max",
    smaller: "min",
  });
}
