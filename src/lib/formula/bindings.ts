import {isCount, symbolNamed, type SymbolId} from "./symbols.js";
import {placeholder, type TexNode} from "./tex-tree.js";

/**
 * Gives every symbol, value and part in the TeX its colour and its name, by KaTeX's \htmlClass and
 * \htmlData: a page lights all that carries the same data-symbol. Plain numbers get what they count
 * underneath, and parts a brace that names what they are, so that nothing hangs on colour alone.
 * `withoutBindings` takes all of it off again.
 */
export function withBindings(node: TexNode, plain: string): string {
  switch (node.kind) {
    case "symbol":
      return bound(node.id, plain);
    case "value": {
      const value = bound(node.id, plain, "value");
      return isCount(node.id) ? `\\underset{${strut}${text(node.id, "unit")}}{${value}}` : value;
    }
    case "answer": {
      const unit = isCount(node.id) ? `\\text{ }${text(node.id, "unit")}` : "";
      return bound(node.id, plain + unit, "answer");
    }
    case "part":
      return bound(node.id, `\\underbrace{${plain}}_{${text(node.id, "kind")}}`, "part");
    default:
      return plain;
  }
}

// Room above and below a unit that stands under its number.
const strut = String.raw`\rule[-0.2em]{0pt}{0.95em}`;

function text(symbol: SymbolId, what: "unit" | "kind"): string {
  return `\\text{${placeholder(symbol, what)}}`;
}

// The outer braces keep the space that TeX puts around a sign outside of what is lit.
function bound(symbol: SymbolId, tex: string, role?: string): string {
  const classes = [symbolNamed(symbol).kind, role].filter(Boolean).join(" ");
  return `{\\htmlClass{${classes}}{\\htmlData{symbol=${symbol}}{${tex}}}}`;
}

const wrappings: readonly {opening: RegExp; closing: RegExp}[] = [
  {opening: /\{\\htmlClass\{[^}]*\}\{\\htmlData\{[^}]*\}\{/, closing: /^\}\}\}/},
  {opening: /\\underbrace\{/, closing: /^\}_\{\\text\{[^}]*\}\}/},
  {opening: /\\underset\{\\rule\[[^\]]*\]\{[^}]*\}\{[^}]*\}\\text\{[^}]*\}\}\{/, closing: /^\}/},
];

/** The TeX without its bindings: exactly the TeX that the tests have held against the law. */
export function withoutBindings(tex: string): string {
  for (const {opening, closing} of wrappings) {
    const found = opening.exec(tex);
    if (found === null) continue;
    const start = found.index + found[0].length;
    const end = endOfGroup(tex, start);
    const rest = tex.slice(end).replace(closing, "");
    return withoutBindings(tex.slice(0, found.index) + tex.slice(start, end) + rest);
  }
  return tex;
}

/** Index of the brace that closes the group whose inside begins at `start`. */
function endOfGroup(tex: string, start: number): number {
  let depth = 1;
  for (let at = start; at < tex.length; at++) {
    if (tex[at] === "{") depth++;
    if (tex[at] === "}") depth--;
    if (depth === 0) return at;
  }
  throw new Error(`a brace stays open in "${tex}"`);
}
