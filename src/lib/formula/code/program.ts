import {expressionOf, type Expression} from "../expression.js";
import type {Formula, Values} from "../formula.js";
import {symbolNamed, type SymbolId, type Unit} from "../symbols.js";
import {plainLetter} from "./plain.js";

/** A law with the present numbers: what a program in another language is printed from. */
export interface Program {
  /** Name of the law's function, e.g. "latency". */
  name: string;
  /** What it computes, from the formula's own TeX. */
  expression: Expression;
  /** Its inputs, in the order in which the law names them. */
  inputs: readonly Input[];
  /** What the law gives for them. */
  result: Quantity;
  /** Lines that stand above it: what it is, where the law stands, where the numbers are from. */
  notes: readonly string[];
}

/** A number of a program, and what it is. */
export interface Quantity {
  id: SymbolId;
  /** "P", "t_mem" */
  letter: string;
  /** In the reader's language, e.g. "memory bandwidth". */
  name: string;
  /** SI, as inside the laws. */
  unit: Unit;
  value: number;
}

/** A number that goes in, by the name that the law has for it. */
export interface Input extends Quantity {
  /** The law's own name for it, e.g. "bytesPerWeight". */
  argument: string;
}

/**
 * The program of a formula.
 *
 * @param values of its symbols, in SI units
 * @param names of its symbols, in the reader's language; where one is missing, the law's own name
 * @param notes one line each; what would end a line, and so a comment, becomes a space
 * @throws a sentence where the value of a symbol is missing.
 */
export function programOf(
  formula: Formula,
  values: Values,
  names: Readonly<Partial<Record<SymbolId, string>>>,
  notes: readonly string[],
): Program {
  const quantity = (id: SymbolId, value: number): Quantity => {
    const {tex, unit} = symbolNamed(id);
    return {id, letter: plainLetter(tex), name: oneLine(names[id] ?? id), unit, value};
  };
  return {
    name: formula.law.name,
    expression: expressionOf(formula),
    inputs: formula.symbols.map((id) => {
      const argument = formula.argumentOf[id]!;
      const value = values[id];
      if (value === undefined) throw new Error(`${id} is missing; it should be a number`);
      return {...quantity(id, value), argument};
    }),
    result: quantity(formula.result, formula.law.evaluate(values)),
    notes: notes.map(oneLine),
  };
}

/** Text without anything that a language, a spreadsheet or a terminal takes for the end of a line. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

/** What a number is, for a comment: "P: parameters, in weights". */
export function describe({letter, name, unit}: Quantity): string {
  return unit === "1" ? `${letter}: ${name}` : `${letter}: ${name} [${unit}]`;
}

/** A number that TypeScript and Python read, with its thousands told apart: 6_738_415_616. */
export function grouped(value: number): string {
  const digits = String(value);
  return /^\d{5,}$/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, "_") : digits;
}
