import {symbolNamed, symbols, type SymbolId} from "./symbols.js";

/**
 * A formula's TeX, taken apart without loss: `printTex(parseTex(tex, ids)) === tex`. It knows the
 * few commands that the notebook's formulas are written in, and no letter but the symbols that a
 * formula declares, so a slip of the pen stops the build. Three kinds of node are never parsed,
 * but put in to make a reading: the live value of a symbol, the value that is the equation's answer,
 * and a part that is a quantity of its own.
 */
export type TexNode =
  | {kind: "symbol"; id: SymbolId}
  | {kind: "number"; digits: string}
  | {kind: "operator"; tex: Operator}
  | {kind: "choice"; tex: "\\max" | "\\min"}
  | {kind: "space"; tex: string}
  | {kind: "fraction"; over: TexNode[]; under: TexNode[]}
  | {kind: "parentheses"; inside: TexNode[]}
  | {kind: "power"; inside: TexNode[]}
  | {kind: "value"; id: SymbolId}
  | {kind: "answer"; id: SymbolId}
  | {kind: "part"; id: SymbolId; inside: TexNode[]};

export type Operator = "=" | "+" | "-" | "\\cdot" | ",";

/** How a node is written; `plain` is its TeX with the nodes inside it already rewritten. */
export type Rewrite = (node: TexNode, plain: string) => string;

const spacing = /^(?:\s+|\\[,;:!]|\\quad)/;
const operator = /^(?:[=+,-]|\\cdot(?![a-zA-Z]))/;
const choice = /^\\(?:max|min)(?![a-zA-Z])/;
const number = /^\d+(?:\.\d+)?/;

/** Takes TeX apart. Throws a sentence that shows the place where it meets what it does not know. */
export function parseTex(tex: string, ids: readonly SymbolId[]): TexNode[] {
  // The longest first, so that t_{\mathrm{mem}} is not read as t.
  const known = ids
    .map((id) => ({id, tex: symbolNamed(id).tex}))
    .sort((a, b) => b.tex.length - a.tex.length);
  let at = 0;

  const fail = (reason: string): never => {
    throw new Error(`${reason} at "${tex.slice(at)}" in the formula "${tex}"`);
  };
  const take = (text: string): boolean => {
    if (!tex.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const match = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(tex.slice(at))?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const inBraces = (): TexNode[] => {
    if (!take("{")) fail('expected "{"');
    return until("}");
  };
  const until = (end: string): TexNode[] => {
    const nodes: TexNode[] = [];
    while (end === "" ? at < tex.length : !take(end)) {
      if (at >= tex.length) fail(`expected "${end}"`);
      nodes.push(node());
    }
    return nodes;
  };
  const node = (): TexNode => {
    let found: string | undefined;
    if ((found = match(spacing)) !== undefined) return {kind: "space", tex: found};
    if ((found = match(number)) !== undefined) return {kind: "number", digits: found};
    if ((found = match(operator)) !== undefined) return {kind: "operator", tex: found as Operator};
    if ((found = match(choice)) !== undefined)
      return {kind: "choice", tex: found as "\\max" | "\\min"};
    if (take("\\frac")) return {kind: "fraction", over: inBraces(), under: inBraces()};
    if (take("\\left(")) return {kind: "parentheses", inside: until("\\right)")};
    if (take("^")) return {kind: "power", inside: inBraces()};
    const symbol = known.find((candidate) => isAt(tex, at, candidate.tex));
    if (symbol === undefined) return fail("no symbol of this formula");
    at += symbol.tex.length;
    return {kind: "symbol", id: symbol.id};
  };

  return until("");
}

// A letter must not run on into an index, nor a command into letters: t is not found in t_0.
function isAt(tex: string, at: number, symbol: string): boolean {
  if (!tex.startsWith(symbol, at)) return false;
  const next = tex.slice(at + symbol.length, at + symbol.length + 1);
  return next !== "_" && !(/\\[a-zA-Z]+$/.test(symbol) && /[a-zA-Z]/.test(next));
}

/** Writes a formula's TeX, each node as `rewrite` wants it. */
export function printTex(
  nodes: readonly TexNode[],
  rewrite: Rewrite = (_, plain) => plain,
): string {
  return nodes.map((node) => rewrite(node, printNode(node, rewrite))).join("");
}

function printNode(node: TexNode, rewrite: Rewrite): string {
  switch (node.kind) {
    case "symbol":
      return symbolNamed(node.id).tex;
    case "number":
      return node.digits;
    case "fraction":
      return `\\frac{${printTex(node.over, rewrite)}}{${printTex(node.under, rewrite)}}`;
    case "parentheses":
      return `\\left(${printTex(node.inside, rewrite)}\\right)`;
    case "power":
      return `^{${printTex(node.inside, rewrite)}}`;
    case "value":
    case "answer":
      return `\\text{${placeholder(node.id)}}`;
    case "part":
      return printTex(node.inside, rewrite);
    default:
      return node.tex;
  }
}

/** What may be asked of a symbol: its live value, or its name, unit or kind in words. */
const places = ["value", "name", "unit", "kind"] as const;
export type Place = (typeof places)[number];

const symbolIds = Object.keys(symbols) as SymbolId[];

/**
 * Stands where something about a symbol goes, in TeX, in MathML and in the spoken form. TeX never
 * sees the reader's words or digits, so every language can be written; and there is no letter in a
 * placeholder, so what changes letters leaves it alone.
 */
export function placeholder(symbol: SymbolId, place: Place = "value"): string {
  return `@${symbolIds.indexOf(symbol)}.${places.indexOf(place)}@`;
}

/** Puts text in the place of every placeholder. */
export function fillPlaceholders(
  text: string,
  fill: (symbol: SymbolId, place: Place) => string,
): string {
  return text.replace(/@(\d+)\.(\d)@/g, (_, symbol: string, place: string) =>
    fill(symbolIds[Number(symbol)]!, places[Number(place)]!),
  );
}

/** The same node, with each list of nodes inside it changed. */
export function mapInside(node: TexNode, change: (nodes: TexNode[]) => TexNode[]): TexNode {
  switch (node.kind) {
    case "fraction":
      return {...node, over: change(node.over), under: change(node.under)};
    case "parentheses":
    case "power":
    case "part":
      return {...node, inside: change(node.inside)};
    default:
      return node;
  }
}

/** The same tree, with each node changed, from the leaves up. */
export function mapTree(nodes: readonly TexNode[], change: (node: TexNode) => TexNode): TexNode[] {
  return nodes.map((node) => change(mapInside(node, (inside) => mapTree(inside, change))));
}

/** The two sides of an equation. The sign itself belongs to neither. */
export function sidesOf(nodes: readonly TexNode[]): {left: TexNode[]; right: TexNode[]} {
  const sign = nodes.findIndex((node) => node.kind === "operator" && node.tex === "=");
  if (sign < 0) throw new Error(`"${printTex(nodes)}" is no equation: it has no equals sign`);
  return {left: nodes.slice(0, sign), right: nodes.slice(sign + 1)};
}
