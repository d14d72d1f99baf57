import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {placesOf} from "../../src/components/contents/places.js";
import {charts} from "../../src/components/figure/charts/index.js";
import {builtEn} from "../../src/components/messages/en/built.js";
import {createNumbers} from "../../src/components/numbers.js";
import {scenarioAt} from "../../src/components/page/chapters.js";
import type {Context} from "../../src/components/page/context.js";
import {pinned} from "../../src/components/page/pinned.js";
import {citationsOf, dayOf} from "../../src/components/take/citations.js";
import {valuesOf} from "../../src/components/take/law.js";
import {textOf} from "../../src/components/take/text.js";
import {readCatalog} from "../../src/data/read-catalog.js";
import {assumptions} from "../../src/lib/formula/assumptions.js";
import type {DeviceReport} from "../../src/lib/catalog/device-report.js";
import {ownMachineName, withOwnMachine} from "../../src/lib/catalog/own-machine.js";
import {formulas, type FormulaId} from "../../src/lib/formula/formulas.js";
import {quantities, quantityOf} from "../../src/lib/scenario/quantities.js";
import {defaultScenario, type Scenario} from "../../src/lib/scenario/scenario.js";
import {viewOf} from "../../src/lib/scenario/view.js";
import {relativeDifference} from "../lib/formula/random-values.js";

const catalog = readCatalog();
const context: Context = {
  catalog,
  quantities,
  words: builtEn,
  numbers: createNumbers(builtEn.locale),
};
const {formulas: formulaWords, taken} = builtEn;
const words = {...formulaWords, taken};

/** Where a law can be taken away: cards of equations, and figures that draw a law. */
const places = [
  ...placesOf("equation")
    .filter(({attributes}) => attributes["plain"] === undefined)
    .map((place) => ({...place, law: place.attributes["equation"] as FormulaId})),
  ...placesOf("figure").map((place) => ({
    ...place,
    law: charts.find(({name}) => name === place.attributes["figure"])?.law,
  })),
].flatMap(({law, ...place}) => (law === undefined ? [] : [{...place, law, name: place.address}]));

const scenarios: Readonly<Record<string, Partial<Scenario>>> = {
  "as it begins": {},
  "with a mixture and many readers": {model: "gpt-oss-120b", format: "MXFP4 file", batch: 300},
  "with latent attention": {model: "DeepSeek-V3", format: "FP8", machine: "H100 SXM"},
  "with windows": {model: "Gemma-3-12B text", format: "Q4_K_M", machine: "RTX 4090"},
  "with small numbers": {model: "stories15M", machine: "Raspberry Pi 4", format: "FP32"},
};

describe.for(places)("$name", ({chapter, attributes, law}) => {
  test.for(Object.entries(scenarios))("shows what its law computes, %s", ([, changes]) => {
    const base = {...defaultScenario, ...scenarioAt(chapter.path!), ...changes};
    const view = viewOf(pinned(base, attributes), catalog);
    const formula = formulas[law];
    const values = valuesOf(formula, view, catalog);
    if ("missing" in values) {
      expect(quantityOf(values.missing, view, catalog)).toBeUndefined();
      expect(changes).not.toEqual({});
      return;
    }
    const shown = quantityOf(formula.result, view, catalog);
    const computed = formula.law.evaluate(values.values);
    const least = law === "tokensThatFit" ? 0 : -Infinity; // a page does not show less than none
    expect(relativeDifference(shown!, Math.max(least, computed))).toBeLessThan(1e-9);
  });
});

const view = viewOf(defaultScenario, catalog);
const address = "https://example.org/pages/latency.html?v=1&batch=1#equation-latency";

describe("a result as text", () => {
  const text = textOf({formula: "latency", view, address}, context, words);

  test("says what the law gives, with letters, with numbers, and each number with its origin", () => {
    expect(text.split("\n\n").slice(0, 3)).toEqual([
      "Time for a token: 56.0 ms",
      [
        "t = max((2 · P · B) / F, (P · b) / W)",
        "  = max((2 · 6.74 billion · 1) / 2.62 TFLOP/s, (6.74 billion · 0.568) / 68.3 GB/s)",
        "  = 56.0 ms",
      ].join("\n"),
      [
        "Where",
        "  P = 6.74 billion weights (parameters, from the model)",
        "  B = 1 reader (readers at once, you choose)",
        "  F = 2.62 TFLOP/s (arithmetic rate, from the data sheet)",
        "  b = 0.568 bytes (size of a weight, from the precision)",
        "  W = 68.3 GB/s (memory bandwidth, from the data sheet)",
      ].join("\n"),
    ]);
  });

  test("says what is taken for granted, whose facts these are, of which edition, and where", () => {
    for (const id of assumptions.latency) expect(text).toContain(`- ${words.assumptions[id]}\n`);
    for (const {name, source} of [view.model, view.machine]) {
      expect(text).toContain(`${name}: ${source}, read 20`);
    }
    const {version, readOn} = catalog.edition;
    expect(text.endsWith(`version ${version}, data of ${readOn}\n${address}\n`)).toBe(true);
  });

  test("says of a law's own result what it is, where a page shows none", () => {
    const crowded = viewOf({...defaultScenario, model: "Llama-3.1-405B"}, catalog);
    const said = textOf({formula: "tokensThatFit", view: crowded, address}, context, words);
    expect(said).toMatch(/^[^\n]*: -[\d,]+ tokens\n/);
  });

  test("says of what is the reader's own that it is", () => {
    const name = "Mine";
    const own = {name, architecture: {...view.model.architecture, name}};
    const hardware = {...view.machine.hardware, name: ownMachineName};
    const report = {measuredOn: "2026-11-29"} as DeviceReport; // all that a source tells of it
    const known = withOwnMachine(catalog, hardware, report);
    const here = viewOf({...defaultScenario, model: name, own, machine: ownMachineName}, known);
    const said = textOf({formula: "latency", view: here, address}, context, words);
    expect(said).toContain(`${taken.ownModel(name)}\n`);
    expect(said).toContain(`${taken.ownMachine(ownMachineName, "2026-11-29")}\n`);
    expect(said).toContain(`(memory bandwidth, ${words.origins.measured})`);
  });

  test("keeps the facts of a figure in columns, and tells how many are left out", () => {
    const table = {
      columns: ["machine", "tokens a second"],
      rows: Array.from({length: 25}, (_, i) => [`Machine ${i}\nof mine`, i + 0.5]),
    };
    const figure = {title: "A title.", summary: "A sentence.", table};
    const lines = textOf({figure, view, address}, context, words).split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "A title.",
      "A sentence.",
      "",
      "machine             tokens a second",
      "Machine 0 of mine   0.5",
    ]);
    expect(lines).toContain(taken.more("5"));
  });
});

describe("a citation", () => {
  const cited = {
    title: "Time for a token",
    place: "equation-latency",
    address,
    edition: {version: "1.0.0", readOn: "2026-11-24"},
    day: "2026-11-29",
  };

  test("names version, data, day and the whole address, in three forms", () => {
    const edition = "Inference Arithmetic, version 1.0.0, data of 2026-11-24";
    expect(citationsOf(cited, taken)).toEqual({
      text: `“Time for a token.” ${edition}. Read on 2026-11-29. ${address}`,
      bibtex: [
        "@misc{inference-arithmetic-equation-latency,",
        "  author = {{Inference Arithmetic}},",
        "  title = {Time for a token},",
        `  note = {${edition}},`,
        "  year = {2026},",
        `  url = {${address}},`,
        "  urldate = {2026-11-29},",
        "}",
      ].join("\n"),
      markdown: `[Time for a token. ${edition}](${address})`,
    });
  });

  test("lets no title break out of BibTeX or Markdown", () => {
    const title = fc
      .array(fc.constantFrom("{", "}", "\\", "\n", "%", "](x)", "[", "`", "<b>", "$", "~", "a"), {
        minLength: 1,
      })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(title, (text) => {
        const {bibtex, markdown} = citationsOf({...cited, title: text}, taken);
        expect(bibtex.split("\n").length).toBe(8);
        for (const line of bibtex.split("\n").slice(1, -1)) {
          expect(line).toMatch(/^ {2}\w+ = \{(?:[^{}\\]|\\[^\n]|\{\}|\{[^{}]*\})*\},$/);
        }
        expect(markdown.endsWith(`](${address})`)).toBe(true);
        const inside = markdown.slice(1, -`](${address})`.length);
        expect(inside.replace(/\\[^\n]/g, "")).not.toMatch(/[[\]`*<>\\\n]/);
      }),
      {seed: 6, numRuns: 300},
    );
  });

  test("is of the reader's own day", () => {
    expect(dayOf(new Date(2026, 0, 2, 23, 59))).toBe("2026-01-02");
  });
});
