import {fail} from "node:assert/strict";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pythonOf} from "../../../src/lib/formula/code/python.js";
import {programOf, type Program} from "../../../src/lib/formula/code/program.js";
import {spreadsheetOf} from "../../../src/lib/formula/code/spreadsheet.js";
import {typescriptOf} from "../../../src/lib/formula/code/typescript.js";
import type {Formula, Values} from "../../../src/lib/formula/formula.js";
import {formulas} from "../../../src/lib/formula/formulas.js";
import type {SymbolId} from "../../../src/lib/formula/symbols.js";
import {formulas as words} from "../../../src/components/messages/en/formulas.js";
import {taken} from "../../../src/components/messages/en/taken.js";
import {randomValues, relativeDifference, seeded} from "./random-values.js";
import {hasPython, runPython, runSpreadsheets, runTypescript} from "./run-programs.js";

const tolerance = 1e-12; // a few roundings; the order of the factors may differ
const draws = 20;

interface Case {
  formula: Formula;
  values: Values;
  program: Program;
}

/** Every formula with random values of its symbols. */
const random = seeded(6);
const cases: Case[] = Object.values(formulas).flatMap((formula) =>
  Array.from({length: draws}, () => {
    const values = randomValues(formula.symbols, random);
    return {formula, values, program: programOf(formula, values, words.names, ["A title", "x"])};
  }),
);

/** The cell in which a pasted sheet has its result: below a title, a head and the inputs. */
const resultCell = ({inputs}: Program): string => `B${inputs.length + 3}`;

function expectLaws(results: readonly number[]): void {
  expect(results.length).toBe(cases.length);
  cases.forEach(({formula, values}, i) => {
    const difference = relativeDifference(results[i]!, formula.law.evaluate(values));
    expect(difference, `${formula.id}: ${JSON.stringify(values)}`).toBeLessThan(tolerance);
  });
}

describe("a law that is copied, with the numbers that are shown,", () => {
  it("computes the same as TypeScript", () => {
    expectLaws(runTypescript(cases.map(({program}) => typescriptOf(program))));
  });

  it.skipIf(!hasPython && !process.env["CI"])("computes the same as Python, given python3", () => {
    if (!hasPython) fail("There is no python3; .ci/run installs it.");
    expectLaws(runPython(cases.map(({program}) => pythonOf(program))));
  });

  it("computes the same in a spreadsheet", () => {
    const sheets = cases.map(({program}) => ({
      text: spreadsheetOf(program, taken.sheet),
      cell: resultCell(program),
    }));
    expectLaws(runSpreadsheets(sheets));
  });
});

/** Texts that would end a comment, begin a formula or leave a cell. */
const hostile = fc.array(
  fc.constantFrom(
    ...["\n", "\r", "\u2028", "\u2029", "\u0085", "\f", "\t", "*/", '"""', "`", "${1}", "\\", "#"],
    ...["=1/0", "@SUM(A1)", "-1", "+1", "import os", "result = 1", "throw 1", "'", '"', "//"],
  ),
  {minLength: 1, maxLength: 8},
);

describe("a law that is copied", () => {
  it("does not let a name write code or cells", () => {
    const {latency} = formulas;
    const values = randomValues(latency.symbols, seeded(7));
    const programs: Program[] = [];
    fc.assert(
      fc.property(hostile, (pieces) => {
        const text = pieces.join("");
        const names = Object.fromEntries(
          latency.symbols.map((id) => [id, text] as [SymbolId, string]),
        ) as Record<SymbolId, string>;
        programs.push(programOf(latency, values, {...words.names, ...names}, [text, text]));
      }),
      {seed: 6, numRuns: 100},
    );
    const expected = latency.law.evaluate(values);
    const results = [
      ...runTypescript(programs.map(typescriptOf)),
      ...(hasPython ? runPython(programs.map(pythonOf)) : []),
      ...runSpreadsheets(
        programs.map((program) => ({
          text: spreadsheetOf(program, {quantity: "=1/0", value: "v", unit: "u"}),
          cell: resultCell(program),
        })),
      ),
    ];
    for (const result of results) expect(relativeDifference(result, expected)).toBeLessThan(1e-12);
  });
});
