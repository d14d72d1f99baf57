import type {SymbolId} from "./symbols.js";
import {parseTex, sidesOf, type TexNode} from "./tex-tree.js";

/** Values of the symbols of a formula, in SI units. */
export type Values = Readonly<Partial<Record<SymbolId, number>>>;

/** The function that a formula is tied to, and where its source stands. */
export interface Law {
  /** Name of the function, e.g. "computeSeconds". */
  name: string;
  /** Its file, from the root of the repository, e.g. "src/lib/arithmetic/latency.ts". */
  file: string;
  /** The function itself, given the values of the formula's symbols. */
  evaluate(values: Values): number;
}

/** A piece of a formula that is a quantity of its own, e.g. the compute time in max(…, …). */
export interface Part {
  /** Its TeX, as it stands in the formula. */
  tex: string;
  /** The quantity that it is. */
  symbol: SymbolId;
}

/**
 * An equation, tied to the function that computes it. The tie is tested, not promised: a test
 * parses the TeX with an independent library and holds it against the law on random values of the
 * symbols. Its words (the names of symbols, how it is read aloud) are in messages; the readings and
 * the spoken form are made from `tex` itself, so they cannot say anything else.
 */
export interface Formula {
  id: string;
  /** The whole equation, e.g. "t = \\max\\left(\\frac{2 P B}{F}, \\frac{P b}{W}\\right)". */
  tex: string;
  /** The symbol left of the equals sign. */
  result: SymbolId;
  /** The symbols right of it, in the order in which they are listed under the equation. */
  symbols: readonly SymbolId[];
  /** The law's name for each symbol, e.g. {parameters: "parameters", flops: "flopRate"}. */
  argumentOf: Readonly<Partial<Record<SymbolId, string>>>;
  law: Law;
  parts: readonly Part[];
}

/** What defines a formula: the law's arguments, in order, each with its symbol. */
export interface Tie<Inputs> {
  tex: string;
  result: SymbolId;
  law: (inputs: Inputs) => number;
  name: string;
  file: string;
  arguments: {readonly [Argument in keyof Inputs]-?: SymbolId};
  parts?: readonly Part[];
}

/** Ties TeX to a law. The compiler sees to it that every argument of the law has its symbol. */
export function tie<Inputs>(tied: Tie<Inputs>): Omit<Formula, "id"> {
  const pairs = Object.entries<SymbolId>(tied.arguments);
  return {
    tex: tied.tex,
    result: tied.result,
    symbols: pairs.map(([, symbol]) => symbol),
    argumentOf: Object.fromEntries(pairs.map(([argument, symbol]) => [symbol, argument])),
    law: {
      name: tied.name,
      file: tied.file,
      evaluate: (values) =>
        tied.law(
          Object.fromEntries(
            pairs.map(([argument, symbol]) => [argument, values[symbol]]),
          ) as Inputs,
        ),
    },
    parts: tied.parts ?? [],
  };
}

/** The equation taken apart: its left side, and the side that the law computes. */
export function treeOf(formula: Formula): {left: TexNode[]; right: TexNode[]} {
  return sidesOf(parseTex(formula.tex, [formula.result, ...formula.symbols]));
}
