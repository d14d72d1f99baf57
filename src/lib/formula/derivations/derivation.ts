import type {FormulaId} from "../formulas.js";
import type {SymbolId} from "../symbols.js";

/** One line of a derivation. Its reason is in messages, under the names of derivation and step. */
export interface Step {
  /** A whole equation. */
  tex: string;
  /** True where the line states something new, instead of following from the line before. */
  begins?: true;
  /** What the step uses: symbols, each with the TeX that it stands for. */
  given?: Readonly<Partial<Record<SymbolId, string>>>;
}

/**
 * A result, from the shapes of the matrices on, in steps that a beginner can follow. A step may
 * rewrite a side, or do the same to both sides: either way the left side divided by the right stays
 * what it was, and a test proves that on random values. Where a step uses what a symbol stands for,
 * it says so in `given`.
 */
export interface Derivation {
  /** Every symbol in the steps. */
  symbols: readonly SymbolId[];
  /** The formula that one of the steps arrives at, letter by letter. */
  leadsTo: FormulaId;
  steps: Readonly<Record<string, Step>>;
}
