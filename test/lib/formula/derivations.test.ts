import {describe, expect, it} from "vitest";
import {derivations} from "../../../src/lib/formula/derivations.js";
import type {Derivation, Step} from "../../../src/lib/formula/derivations/derivation.js";
import {formulas} from "../../../src/lib/formula/formulas.js";
import type {SymbolId} from "../../../src/lib/formula/symbols.js";
import {parseTex, printTex, type TexNode} from "../../../src/lib/formula/tex-tree.js";
import {evaluatorOf} from "./evaluate-tex.js";
import {randomValues, relativeDifference, seeded} from "./random-values.js";

const all = Object.entries<Derivation>(derivations).map(([id, derivation]) => ({
  id,
  ...derivation,
}));
const tolerance = 1e-9;

function symbolsIn(tex: string, ids: readonly SymbolId[]): SymbolId[] {
  const found = new Set<SymbolId>();
  const visit = (node: TexNode, plain: string): string => {
    if (node.kind === "symbol") found.add(node.id);
    return plain;
  };
  printTex(parseTex(tex, ids), visit);
  return [...found];
}

/** Evaluates TeX whose symbols are some of `ids`. */
function evaluatorAmong(tex: string, ids: readonly SymbolId[]) {
  return evaluatorOf(tex, symbolsIn(tex, ids));
}

/** The left side of an equation divided by its right. */
function quotientOf({tex}: Step, ids: readonly SymbolId[]) {
  const [left = "", right = ""] = tex.split(" = ");
  const [above, below] = [evaluatorAmong(left, ids), evaluatorAmong(right, ids)];
  return (values: Record<SymbolId, number>) => above(values) / below(values);
}

/** How far a step changes the quotient of the sides, at worst, on a thousand random inputs. */
function change(before: Step, after: Step, ids: readonly SymbolId[]): number {
  const given = Object.entries<string>(after.given ?? {}).map(([id, tex]) => ({
    id: id as SymbolId,
    evaluate: evaluatorAmong(tex, ids),
  }));
  const [first, second] = [quotientOf(before, ids), quotientOf(after, ids)];
  const random = seeded(2);
  let worst = 0;
  for (let i = 0; i < 1000; i++) {
    const values = randomValues(ids, random);
    for (const {id, evaluate} of given) values[id] = evaluate(values);
    const difference = relativeDifference(first(values), second(values));
    if (!(difference <= worst)) worst = difference;
  }
  return worst;
}

function consecutive(steps: Derivation["steps"]): [Step, Step][] {
  const list = Object.values(steps);
  return list.slice(1).map((step, i) => [list[i]!, step]);
}

describe("a derivation", () => {
  it.each(all)("$id keeps both sides equal from each line to the next", ({steps, symbols}) => {
    for (const [before, after] of consecutive(steps)) {
      if (after.begins) continue;
      expect(change(before, after, symbols), `${before.tex} → ${after.tex}`).toBeLessThan(
        tolerance,
      );
    }
  });

  it.each(all)("$id is found out when a line is edited", ({steps, symbols}) => {
    for (const [before, after] of consecutive(steps)) {
      if (after.begins) continue;
      const edited = {...after, tex: after.tex.replace(" = ", " = 3 ")};
      expect(change(before, edited, symbols), edited.tex).toBeGreaterThan(tolerance);
    }
  });

  it.each(all)("$id needs what it says that it uses", ({steps, symbols}) => {
    for (const [before, after] of consecutive(steps)) {
      if (after.given === undefined) continue;
      const without: Step = {tex: after.tex};
      expect(change(before, without, symbols), after.tex).toBeGreaterThan(tolerance);
    }
  });

  it.each(all)("$id begins with a statement and arrives at a formula", ({steps, leadsTo}) => {
    const lines = Object.values(steps);
    expect(lines[0]?.begins).toBe(true);
    expect(lines.map(({tex}) => tex)).toContain(formulas[leadsTo].tex);
  });

  it.each(all)("$id declares exactly the symbols that it uses", ({steps, symbols}) => {
    const used = Object.values(steps).flatMap((step) =>
      [step.tex, ...Object.values(step.given ?? {})].flatMap((tex) => symbolsIn(tex, symbols)),
    );
    expect([...new Set(used)].sort()).toEqual([...symbols].sort());
  });
});
