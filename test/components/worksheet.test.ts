import {readFileSync} from "node:fs";
import fc from "fast-check";
import {JSDOM} from "jsdom";
import MarkdownIt from "markdown-it";
import {describe, expect, test} from "vitest";
import {liveElements} from "../../src/components/build/markdown.js";
import {renderers} from "../../src/components/build/renderers.js";
import {builtEn} from "../../src/components/messages/en/built.js";
import {createNumbers} from "../../src/components/numbers.js";
import type {Attributes, BuildContext} from "../../src/components/page/context.js";
import {valueOf} from "../../src/components/quantities.js";
import {askedSheet, seedsIn} from "../../src/components/worksheet/asked.js";
import {sheetScenario, textOf, viewFor} from "../../src/components/worksheet/fill.js";
import {withExercises} from "../../src/components/worksheet/included.js";
import {parseAnswer} from "../../src/components/worksheet/parse-answer.js";
import {readCatalog} from "../../src/data/read-catalog.js";
import {octaves} from "../../src/components/control/sliders.js";
import {defaultScenario} from "../../src/lib/scenario/scenario.js";
import {viewOf} from "../../src/lib/scenario/view.js";
import {sheetChoices, type ChoiceName} from "../../src/lib/scenario/worksheet/choices.js";
import {goals} from "../../src/lib/scenario/worksheet/goals.js";
import {quantities} from "../../src/lib/scenario/quantities.js";
import {checkAnswer} from "../../src/lib/scenario/worksheet/check.js";
import {
  bench,
  exerciseIds,
  exercises,
  type Axes,
  type ExerciseId,
} from "../../src/lib/scenario/worksheet/exercises.js";
import {units, type Family, type UnitName} from "../../src/lib/scenario/worksheet/units.js";
import {
  benchOf,
  cleanSeed,
  firstSeed,
  variantOf,
} from "../../src/lib/scenario/worksheet/variant.js";

const context: BuildContext = {
  catalog: readCatalog(),
  quantities,
  words: builtEn,
  numbers: createNumbers("en"),
};

/** The page as it is built. */
const page = (() => {
  const markdown = liveElements(
    renderers,
    context,
    () => sheetScenario(firstSeed),
    withExercises,
  )(new MarkdownIt({html: true}));
  const source = readFileSync("src/pages/worksheet.md", "utf8");
  return new JSDOM(markdown.render(source, {path: "/pages/worksheet"})).window.document;
})();

const sections = new Map(
  [...page.querySelectorAll<HTMLElement>("[data-on]")].map((section) => [
    section.dataset["on"] as ExerciseId,
    section,
  ]),
);
const asking = exerciseIds.flatMap((id) => {
  const element = sections.get(id)!.querySelector<HTMLElement>("[data-answer], [data-prediction]");
  return element === null ? [] : [{id, element}];
});

const datasetOf = (element: HTMLElement) => ({...element.dataset}) as Attributes;

function shown(id: ExerciseId, seed: string, number: HTMLElement): string {
  const path = sections.get(id)!.dataset["path"]!;
  return textOf(number.dataset["shown"]!, {id, seed, path}, datasetOf(number), context);
}

function answer(id: ExerciseId, seed: string): number {
  const section = sections.get(id)!;
  const element = section.querySelector<HTMLElement>("[data-answer], [data-prediction]")!;
  const attributes = {...element.dataset} as Attributes;
  const sheet = {id, seed, path: section.dataset["path"]!};
  const name = attributes["answer"] ?? attributes["prediction"]!;
  return valueOf(name, viewFor(sheet, attributes, context), context);
}

const seeds = Array.from({length: 1000}, (_, i) => `student ${i}`);

describe.for(exerciseIds)("Exercise %s", (id) => {
  test("stands on the page once, with two hints", () => {
    expect(page.querySelectorAll(`[data-on="${id}"]`)).toHaveLength(1);
    expect(sections.get(id)!.querySelectorAll(".hint")).toHaveLength(2);
  });

  test("has three variants or more, and the first sheet has the chapter’s own", () => {
    const known = new Set(
      seeds.map((seed) => JSON.stringify([variantOf(id, seed), benchOf(seed)])),
    );
    expect(known.size).toBeGreaterThanOrEqual(3);
    for (const [field, value] of Object.entries(variantOf(id, firstSeed))) {
      const {innerHTML} = sections.get(id)!;
      expect(innerHTML, field).toContain(`="${value}"`);
    }
  });

  test("shows what the build has filled, for the first seed", () => {
    const section = sections.get(id)!;
    for (const number of section.querySelectorAll<HTMLElement>("[data-shown]")) {
      expect(shown(id, firstSeed, number)).toBe(number.textContent);
    }
  });

  test("says no nonsense for a thousand students", () => {
    const numbers = [...sections.get(id)!.querySelectorAll<HTMLElement>("[data-shown]")];
    const seen = new Set<string>();
    for (const seed of seeds) {
      const variant = JSON.stringify(variantOf(id, seed));
      if (seen.has(variant)) continue;
      seen.add(variant);
      for (const number of numbers) {
        expect(shown(id, seed, number)).not.toMatch(/NaN|Infinity|undefined|unknown|^$/);
      }
    }
  });
});

describe.for(asking)("The answer to $id", ({id, element}) => {
  const unit = element.dataset["unit"] as UnitName;
  const answers = [...new Set(seeds.map((seed) => answer(id, seed)))];

  test("is finite, and differs between three sheets or more", () => {
    for (const value of answers) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1e13);
    }
    // Ten readers cost what one costs, on every machine of the sheet: that is the point.
    if (id !== "sheet-6") expect(answers.length).toBeGreaterThanOrEqual(3);
  });

  test("is taken in every unit that fits, and as the key prints it", () => {
    const {family, unit: asked}: {family: Family; unit: string} = units[unit];
    for (const value of answers) {
      for (const [name, factor] of Object.entries(family)) {
        const given = `${(value * family[asked]!) / factor} ${name}`;
        expect(checkAnswer(parseAnswer(given, unit)!, value, unit), given).toEqual({kind: "right"});
      }
      const printed = parseAnswer(context.numbers.number(value), unit)!;
      expect(checkAnswer(printed, value, unit)).toEqual({kind: "right"});
    }
  });

  test("is refused with its slip", () => {
    for (const value of answers) {
      for (const slip of [2, 8]) {
        for (const [given, isMore] of [
          [value * slip, true],
          [value / slip, false],
        ] as const) {
          const verdict = checkAnswer({value: given}, value, unit);
          // Bits and bytes are units of the same family, so eight times may be one for the other.
          expect(["slip", "unit", "inverse"]).toContain(verdict.kind);
          if (verdict.kind === "slip")
            expect(verdict).toEqual({kind: "slip", factor: slip, isMore});
        }
      }
      expect(checkAnswer({value: value * 1.06}, value, unit).kind).not.toBe("right");
      expect(checkAnswer({value: value * 0.94}, value, unit).kind).not.toBe("right");
      expect(checkAnswer({value: value * 3}, value, unit)).toEqual({kind: "wrong", isMore: true});
    }
  });
});

describe("The checker", () => {
  test.for([
    ["13.5", "gigabytes", 13.5, {kind: "right"}],
    ["12.57 GiB", "gigabytes", 13.5, {kind: "right"}],
    ["12.57", "gigabytes", 13.5, {kind: "unit", given: "GB", right: "GiB"}],
    ["13.5 GiB", "gigabytes", 13.5, {kind: "unit", given: "GiB", right: "GB"}],
    ["108 Gb", "gigabytes", 13.5, {kind: "right"}],
    ["108 GB", "gigabytes", 13.5, {kind: "unit", given: "GB", right: "Gbit"}],
    ["13.5 s", "gigabytes", 13.5, {kind: "foreign", given: "s", asked: "GB"}],
    ["21 s", "milliseconds", 21, {kind: "unit", given: "s", right: "ms"}],
    ["0.021 s", "milliseconds", 21, {kind: "right"}],
    ["0.0672", "tokensPerSecond", 14.88, {kind: "inverse"}],
    ["14,900", "tokens", 14.9, {kind: "slip", factor: 1000, isMore: true}],
    ["15,258", "tokens", 14.9, {kind: "slip", factor: 1024, isMore: true}],
    ["6.7 billion", "weights", 6.74e9, {kind: "right"}],
    ["5 B", "bytes", 5, {kind: "right"}],
    ["5 B", "weights", 5e9, {kind: "right"}],
  ] as const)("%s for %s", ([text, unit, right, verdict]) => {
    expect(checkAnswer(parseAnswer(text, unit)!, right, unit)).toEqual(verdict);
  });

  test.for(["", "about ten", "12 parsecs", "1e999", "--3", "<b>1</b>", "9".repeat(100)])(
    "%s is no answer",
    (text) => expect(parseAnswer(text, "tokens")).toBe(null),
  );

  test("survives whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (text) => {
        const given = parseAnswer(text, "gigabytes");
        if (given !== null) checkAnswer(given, 13.5, "gigabytes");
      }),
    );
  });
});

describe("A seed", () => {
  test("gives the same sheet for ever", () => {
    const sheet = Object.fromEntries(exerciseIds.map((id) => [id, variantOf(id, "ann")]));
    expect({...sheet, bench: benchOf("ann")}).toMatchInlineSnapshot(`
      {
        "bench": {
          "machine": "A100 80GB",
          "model": "Llama-3-8B",
        },
        "conversation-1": {
          "model": "Llama-3-8B",
        },
        "conversation-2": {
          "machine": "RTX 4090",
          "model": "Llama-3-8B",
        },
        "conversation-3": {
          "model": "LLaMA-65B",
        },
        "gpus-1": {
          "machine": "RTX 5090",
        },
        "gpus-2": {
          "machine": "Apple M2 Max",
        },
        "gpus-3": {
          "machine": "H100 SXM",
          "rival": "RTX 4080",
        },
        "latency-1": {
          "format": "Q4_0 file",
          "machine": "A100 80GB",
        },
        "latency-2": {
          "machine": "Apple M2 Ultra",
          "model": "LLaMA-65B",
        },
        "machines-3": {
          "machine": "Raspberry Pi 5",
          "model": "LLaMA-7B",
        },
        "parameters-1": {
          "model": "Llama-3-8B",
        },
        "parameters-2": {
          "model": "Llama-3.2-1B",
        },
        "precision-2": {
          "model": "LLaMA-65B",
        },
        "precision-3": {
          "format": "Q5_0",
        },
        "price-2": {
          "stored": "Q4_0",
        },
        "prompts-1": {
          "machine": "Apple M1",
          "model": "LLaMA-7B",
          "promptTokens": "4096",
        },
        "prompts-2": {
          "machine": "RTX 3090",
        },
        "prompts-4": {
          "model": "LLaMA-13B",
        },
        "sheet-1": {
          "batch": "512",
          "machine": "A100 80GB",
          "model": "Llama-2-7B",
        },
        "sheet-2": {
          "machine": "RTX 4070 Ti",
          "rival": "Apple M3 Ultra",
        },
        "sheet-3": {
          "context": "8192",
          "model": "LLaMA-13B",
        },
        "sheet-4": {},
        "sheet-5": {},
        "sheet-6": {},
      }
    `);
  });

  test("is the same with other spaces and capitals", () => {
    expect(cleanSeed("  Ann  Lee\n")).toBe("ann lee");
    expect(cleanSeed("ＡＮＮ")).toBe("ann");
  });

  test("makes sheets that differ from each other", () => {
    const sheets = new Set(
      seeds.map((seed) => JSON.stringify(exerciseIds.map((id) => variantOf(id, seed)))),
    );
    expect(sheets.size).toBe(seeds.length);
  });

  test("may be hostile", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary", maxLength: 200}), (text) => {
        const query = new URLSearchParams({seed: text, seeds: text, exercises: text, key: text});
        const asked = askedSheet(query.toString(), builtEn.figures.worksheet);
        expect(asked.exercises.length).toBeGreaterThan(0);
        for (const id of exerciseIds) {
          for (const [field, value] of Object.entries(variantOf(id, asked.seed))) {
            expect((exercises[id] as Axes)[field]).toContain(value);
          }
        }
      }),
    );
    expect(askedSheet("?seed=__proto__", builtEn.figures.worksheet).seed).toBe("__proto__");
    expect(askedSheet("?seed=%20", builtEn.figures.worksheet).notes).toHaveLength(1);
  });

  test("stands in a range for a class", () => {
    expect(seedsIn("1-30")).toHaveLength(30);
    expect(seedsIn("3–4")).toEqual(["3", "4"]);
    for (const text of ["", "5", "4-3", "1-41", "1-999999", "a-b", "-1-3"]) {
      expect(seedsIn(text)).toBe(undefined);
    }
  });
});

test("The laws choose each option on some sheet", () => {
  for (const id of exerciseIds) {
    const element = sections.get(id)!.querySelector<HTMLElement>("[data-choice]");
    if (element === null) continue;
    const {options, right} = sheetChoices[element.dataset["choice"] as ChoiceName];
    const chosen = seeds.slice(0, 100).map((seed) => {
      const view = viewFor({id, seed, path: "/pages/worksheet"}, datasetOf(element), context);
      return right(view, context.catalog);
    });
    expect([...new Set(chosen)].sort()).toEqual([...options].sort());
  }
});

test("Goals can be reached with the sheet’s own sliders, and are not reached at the start", () => {
  for (const machine of bench.machine) {
    for (const model of bench.model) {
      const start = {...defaultScenario, ...sheetScenario(firstSeed), machine, model};
      const at = (changes: object) => viewOf({...start, ...changes}, context.catalog);
      const batches = octaves(1, 1024, 4).map((batch) => goals.bend(at({batch})));
      const lengths = [1, 16].flatMap((batch) =>
        octaves(128, 131072, 4).map((context) => goals.fill(at({batch, context}))),
      );
      expect([goals.bend(at({})), goals.fill(at({}))]).toEqual(["tooLittle", "tooLittle"]);
      expect(batches).toContain("reached");
      expect(batches).toContain("tooMuch");
      expect(lengths).toContain("reached");
      expect(lengths).toContain("tooMuch");
    }
  }
});
