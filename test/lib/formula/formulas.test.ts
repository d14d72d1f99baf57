import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Formula} from "../../../src/lib/formula/formula.js";
import {treeOf} from "../../../src/lib/formula/formula.js";
import {formulas} from "../../../src/lib/formula/formulas.js";
import {symbolNamed} from "../../../src/lib/formula/symbols.js";
import {parseTex, printTex} from "../../../src/lib/formula/tex-tree.js";
import {evaluatorOf} from "./evaluate-tex.js";
import {randomValues, relativeDifference, seeded} from "./random-values.js";

const all = Object.values(formulas);
const tolerance = 1e-9;

/** The largest relative difference between TeX and law on a thousand random inputs. */
function disagreement(formula: Formula): number {
  const [left, right = ""] = formula.tex.split(" = ");
  expect(left).toBe(symbolNamed(formula.result).tex);
  const evaluate = evaluatorOf(right, formula.symbols);
  const random = seeded(1);
  let worst = 0;
  for (let i = 0; i < 1000; i++) {
    const values = randomValues(formula.symbols, random);
    const difference = relativeDifference(evaluate(values), formula.law.evaluate(values));
    if (!(difference <= worst)) worst = difference; // NaN counts as a difference
  }
  return worst;
}

describe("a formula", () => {
  it.each(all)("$id says in TeX what its law computes", (formula) => {
    expect(disagreement(formula)).toBeLessThan(tolerance);
  });

  it.each(all)("$id no longer agrees with its law when its TeX is edited", (formula) => {
    for (const tex of editsOf(formula.tex)) {
      let worst = Infinity; // an edit that is no formula of these symbols any more is found too
      try {
        worst = disagreement({...formula, tex});
      } catch {
        continue;
      }
      expect(worst, tex).toBeGreaterThan(tolerance);
    }
  });

  it.each(all)("$id no longer agrees with its TeX when its law is edited", (formula) => {
    const {law} = formula;
    const edits: ((value: number) => number)[] = [
      (v) => 2 * v,
      (v) => v * (1 + 1e-6),
      (v) => 1 / v,
    ];
    for (const edit of edits) {
      const edited = {...law, evaluate: (values: never) => edit(law.evaluate(values))};
      expect(disagreement({...formula, law: edited})).toBeGreaterThan(tolerance);
    }
    for (const symbol of formula.symbols) {
      const edited = {
        ...law,
        evaluate: (values: Record<typeof symbol, number>) =>
          law.evaluate({...values, [symbol]: 1.001 * values[symbol]} as never),
      };
      expect(disagreement({...formula, law: edited as never}), symbol).toBeGreaterThan(tolerance);
    }
  });

  it.each(all)("$id links to a function that stands in the file that it names", ({law}) => {
    expect(existsSync(law.file)).toBe(true);
    expect(readFileSync(law.file, "utf8")).toMatch(
      new RegExp(`export (?:function|const) ${law.name}\\b`),
    );
  });

  it.each(all)("$id has parts that stand in it, letter by letter", (formula) => {
    const {right} = treeOf(formula);
    const pieces: string[] = [];
    printTex(right, (node, plain) => {
      pieces.push(printTex([node]));
      return plain;
    });
    for (const part of formula.parts) expect(pieces).toContain(part.tex);
  });

  it.each(all)("$id is taken apart and put together again without loss", (formula) => {
    expect(printTex(parseTex(formula.tex, [formula.result, ...formula.symbols]))).toBe(formula.tex);
  });
});

/** Slips of the pen: a digit changed or dropped, a sign turned, two letters exchanged. */
function editsOf(tex: string): string[] {
  const [left, right = ""] = tex.split(" = ");
  const edits = [
    right.replace("2", "3"),
    right.replace(/2 /, ""),
    right.replace("+", "-"),
    right.replace("-", "+"),
    right.replace("\\max", "\\min"),
    right.replace("\\min", "\\max"),
    right.replace(/\\frac\{(.*?)\}\{(.*?)\}/, "\\frac{$2}{$1}"),
    `2 ${right}`,
    `${right} + 1`,
  ];
  return edits.filter((edit) => edit !== right).map((edit) => `${left} = ${edit}`);
}
