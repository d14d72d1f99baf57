import {describe, expect, it} from "vitest";
import fc from "fast-check";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {measuredDecode} from "../../../src/lib/catalog/measured.js";
import {machinesFor} from "../../../src/lib/scenario/machines-for.js";
import {
  choosing,
  ownModel,
  reshaped,
  sizeRanges,
  usesOwn,
  type Sizes,
} from "../../../src/lib/scenario/own-model.js";
import {quantities, quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {roofsOf} from "../../../src/lib/scenario/roofs.js";
import {defaultScenario, type OwnModel, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";
import {anyArchitecture} from "../arithmetic/arbitraries.js";
import {llama3_8B, llama7B, mixtral} from "../arithmetic/models.js";

const catalog = readCatalog();
const changed = (name: string) => `${name}, changed`;
const names = Object.keys(quantities) as QuantityName[];

function chosen(own: OwnModel, scenario: Partial<Scenario> = {}) {
  const before = {...defaultScenario, ...scenario};
  return viewOf({...before, ...choosing(own, before)}, catalog);
}

describe("a model of one's own", () => {
  it("is estimated like one of the catalog", () => {
    const own = ownModel({name: "mine", architecture: llama7B});
    const {model, simple, estimate} = chosen(own);
    const published = viewOf(defaultScenario, catalog);
    expect(model.name).toBe("mine");
    expect(model.source).toMatch(/own/);
    expect(simple).toEqual(published.simple);
    expect(estimate).toEqual(published.estimate);
  });

  it("has no measured speed, unless somebody measured its shape", () => {
    const same = chosen(ownModel({name: "mine", architecture: llama7B}));
    const other = chosen(ownModel({name: "mine", architecture: {...llama7B, numLayers: 31}}));
    const published = quantityOf("measured", viewOf(defaultScenario, catalog), catalog);
    expect(published).toBeGreaterThan(0);
    expect(quantityOf("measured", same, catalog)).toBe(published);
    expect(quantityOf("measured", other, catalog)).toBeUndefined();
    expect(measuredDecode(catalog, other.scenario)).toBeUndefined();
  });

  it("takes the bytes that its file has", () => {
    const file = {name: "mine.gguf", bytes: 5_732_992_123};
    const view = chosen(ownModel({name: "mine", architecture: llama3_8B, file}));
    expect(view.format.name).toBe("mine.gguf");
    expect(Math.round(view.simple.weightBytes)).toBe(file.bytes);
    expect(Math.round(view.estimate.bytes.weights)).toBe(file.bytes);
    expect(quantityOf("measured", view, catalog)).toBeUndefined();
  });

  it("leaves its file behind where another takes its place", () => {
    const file = {name: "mine.gguf", bytes: 1e9};
    const {scenario} = chosen(ownModel({name: "mine", architecture: llama7B, file}));
    const next = choosing(ownModel({name: "next", architecture: llama3_8B}), scenario);
    expect(next.format).toBe(defaultScenario.format);
    expect(() => viewOf({...scenario, ...next}, catalog)).not.toThrow();
  });

  it("stays beside the catalog, and its file fits other models", () => {
    const file = {name: "mine.gguf", bytes: parameterCount(llama7B).total}; // 8 bits a weight
    const {scenario} = chosen(ownModel({name: "mine", architecture: llama7B, file}));
    const other = viewOf({...scenario, model: "LLaMA-65B"}, catalog);
    expect(usesOwn(other.scenario)).toBe(true);
    expect(8 * other.simple.bytesPerWeight).toBeCloseTo(8, 9);
    const left = {...other.scenario, format: "FP16"};
    expect(usesOwn(left)).toBe(false);
    expect(viewOf({...left, model: "mine"}, catalog).model.architecture).toEqual(llama7B);
  });

  it("gives every quantity a number or none, whatever its shape", () => {
    fc.assert(
      fc.property(anyArchitecture, fc.boolean(), (architecture, withFile) => {
        const file = {name: "x", bytes: Math.ceil(parameterCount(architecture).total / 2)};
        const view = chosen(ownModel({name: "mine", architecture, ...(withFile && {file})}));
        for (const name of names) {
          const value = quantityOf(name, view, catalog);
          if (value !== undefined) expect(Number.isFinite(value), name).toBe(true);
        }
        expect(roofsOf(view, catalog, ["Apple M1"])[0]!.attainable).toBeGreaterThan(0);
        machinesFor(view, catalog);
      }),
      {numRuns: 30},
    );
  });

  it("has names of one line and a bounded length", () => {
    const file = {name: `${"a".repeat(200)}.gguf`, bytes: 1};
    const name = `two\nlines\u202e ${"😀".repeat(100)}`;
    const own = ownModel({name, architecture: llama7B, file});
    expect(own.name).toMatch(/^two lines 😀+…$/u);
    expect([...own.name]).toHaveLength(60);
    expect(own.file!.name).toMatch(/^a+…\.gguf$/);
    expect(ownModel(own)).toEqual(own);
  });
});

describe("a model with other sizes", () => {
  const view = viewOf(defaultScenario, catalog);
  const shapeOf = (sizes: Partial<Sizes>, from = view) =>
    viewOf({...from.scenario, ...reshaped(from, sizes, changed)}, catalog);

  it("is one of the reader's own, named after the one it was", () => {
    const next = shapeOf({numLayers: 40});
    expect(next.model.name).toBe("LLaMA-7B, changed");
    expect(next.model.architecture).toEqual({
      ...view.model.architecture,
      name: "LLaMA-7B, changed",
      numLayers: 40,
    });
    expect(shapeOf({numLayers: 41}, next).model.name).toBe("LLaMA-7B, changed");
  });

  it.each<[Partial<Sizes>, Partial<Sizes>]>([
    [{hiddenSize: 5120}, {hiddenSize: 5120, numHeads: 32, headDim: 160}],
    [{hiddenSize: 5119}, {hiddenSize: 5120, numHeads: 32, headDim: 160}], // 32 heads share it
    [
      {hiddenSize: 5120, numHeads: 40},
      {hiddenSize: 5120, numHeads: 40, headDim: 128, numKvHeads: 40},
    ],
    [{numKvHeads: 8}, {numHeads: 32, numKvHeads: 8}],
    [{numKvHeads: 7}, {numHeads: 32, numKvHeads: 4}], // must divide the heads
    [{headDim: 64}, {headDim: 64, hiddenSize: 4096}],
    [{numLayers: 0}, {numLayers: 1}],
    [
      {vocabSize: 1e12, intermediateSize: -5},
      {vocabSize: 10_000_000, intermediateSize: 0},
    ],
  ])("%o becomes %o", (wanted, sizes) => {
    expect(shapeOf(wanted).model.architecture).toMatchObject(sizes);
  });

  it("keeps the bits of its file, also those of a file that another model came in", () => {
    const file = {name: "mine.gguf", bytes: parameterCount(llama7B).total}; // 8 bits a weight
    const mine = chosen(ownModel({name: "mine", architecture: llama7B, file}));
    expect(8 * shapeOf({numLayers: 64}, mine).simple.bytesPerWeight).toBeCloseTo(8, 6);
    const other = viewOf({...mine.scenario, model: "LLaMA-65B"}, catalog);
    expect(8 * shapeOf({numLayers: 8}, other).simple.bytesPerWeight).toBeCloseTo(8, 6);
  });

  it("is a model that can be, whatever is wished for", () => {
    const models = fc.constantFrom(llama7B, llama3_8B, mixtral);
    const wish = fc.double({min: -10, max: 1e7, noNaN: true});
    const wishes = fc.record(
      Object.fromEntries(Object.keys(sizeRanges).map((field) => [field, wish])),
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(models, wishes, (architecture, sizes: Partial<Sizes>) => {
        const mine = chosen(ownModel({name: "mine", architecture}));
        const {own} = reshaped(mine, sizes, changed);
        for (const field of Object.keys(sizeRanges) as (keyof Sizes)[]) {
          expect(own.architecture[field]).toBeGreaterThanOrEqual(sizeRanges[field].min);
          expect(own.architecture[field]).toBeLessThanOrEqual(sizeRanges[field].max);
        }
        expect(() => shapeOf(sizes, mine)).not.toThrow();
      }),
    );
  });
});
