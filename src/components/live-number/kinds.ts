import {symbolNamed, symbols, type SymbolId} from "../../lib/formula/symbols.js";
import {shownWords} from "../quantities.js";
import {constants, relatives} from "../writers.js";

/**
 * How a number stands in a sentence: in which colour, and what lights up with it. Memory is teal,
 * compute is burnt orange, and what belongs to a symbol lights up with it.
 */
export interface Kind {
  kind: "memory" | "compute" | "plain" | "name" | "words";
  symbol?: SymbolId;
  /** True where it follows from the measurements alone, whatever the reader chooses. */
  constant?: true;
}

/** The kind of what `{name}` stands for in a chapter. */
export function kindOf(name: string): Kind {
  const found = shownWords[name];
  if (found !== undefined) return {kind: found.kind};
  const symbol = name in symbols ? (name as SymbolId) : relatives[name as keyof typeof relatives];
  return {
    kind: symbol === undefined ? "plain" : symbolNamed(symbol).kind,
    ...(symbol && {symbol}),
    ...((constants as readonly string[]).includes(name) && {constant: true}),
  };
}
