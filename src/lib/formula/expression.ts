import {treeOf, type Formula} from "./formula.js";
import type {SymbolId} from "./symbols.js";
import type {TexNode} from "./tex-tree.js";

/**
 * What a formula's right side computes, once spacing and signs that TeX leaves unsaid are read: a
 * product is a list of factors, and nothing needs brackets. Programs are printed from it (code/).
 */
export type Expression =
  | {kind: "number"; digits: string}
  | {kind: "symbol"; id: SymbolId}
  | {kind: "sum"; terms: readonly Term[]}
  | {kind: "product"; factors: readonly Expression[]}
  | {kind: "quotient"; over: Expression; under: Expression}
  | {kind: "power"; base: Expression; exponent: Expression}
  | {kind: "larger" | "smaller"; choices: readonly Expression[]};

/** A term of a sum, and the sign before it. */
export interface Term {
  sign: "+" | "-";
  value: Expression;
}

/** The expression that a formula's law computes, e.g. the max(…, …) of the latency. */
export function expressionOf(formula: Formula): Expression {
  return sumOf(treeOf(formula).right);
}

function sumOf(nodes: readonly TexNode[]): Expression {
  const terms = splitAt(nodes, ["+", "-"]).map(({sign, nodes: term}) => ({
    sign: sign === "-" ? ("-" as const) : ("+" as const),
    value: productOf(term),
  }));
  const [first] = terms;
  return terms.length === 1 && first?.sign === "+" ? first.value : {kind: "sum", terms};
}

function productOf(nodes: readonly TexNode[]): Expression {
  const factors: Expression[] = [];
  let choice: "larger" | "smaller" | undefined;
  for (const node of nodes) {
    if (node.kind === "choice") {
      choice = node.tex === "\\max" ? "larger" : "smaller";
    } else if (node.kind === "parentheses" && choice !== undefined) {
      const choices = splitAt(node.inside, [","]).map((run) => sumOf(run.nodes));
      factors.push({kind: choice, choices});
      choice = undefined;
    } else if (node.kind === "power") {
      const base = factors.pop();
      if (base === undefined) throw new Error("a power has nothing that it raises");
      factors.push({kind: "power", base, exponent: sumOf(node.inside)});
    } else if (node.kind !== "space" && node.kind !== "operator") {
      factors.push(factorOf(node));
    }
  }
  if (factors.length === 0) throw new Error("a sign has nothing beside it");
  return factors.length === 1 ? factors[0]! : {kind: "product", factors};
}

function factorOf(node: TexNode): Expression {
  switch (node.kind) {
    case "number":
      return {kind: "number", digits: node.digits};
    case "symbol":
      return {kind: "symbol", id: node.id};
    case "fraction":
      return {kind: "quotient", over: sumOf(node.over), under: sumOf(node.under)};
    case "parentheses":
      return sumOf(node.inside);
    default:
      throw new Error(`a ${node.kind} is no factor`);
  }
}

/** Splits at the given signs, outside of all parentheses; each run keeps the sign before it. */
export function splitAt(
  nodes: readonly TexNode[],
  signs: readonly string[],
): {sign: string; nodes: TexNode[]}[] {
  const runs: {sign: string; nodes: TexNode[]}[] = [{sign: "", nodes: []}];
  for (const node of nodes) {
    if (node.kind === "operator" && signs.includes(node.tex))
      runs.push({sign: node.tex, nodes: []});
    else runs.at(-1)!.nodes.push(node);
  }
  return runs;
}
