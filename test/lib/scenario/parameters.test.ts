import {describe, expect, it, test} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import type {Architecture} from "../../../src/lib/arithmetic/architecture.js";
import {parameterCount, parameterEstimate} from "../../../src/lib/arithmetic/parameters.js";
import {formulaGap} from "../../../src/lib/scenario/formula-gap.js";
import {layerBlocks, layerWeights} from "../../../src/lib/scenario/layer-blocks.js";
import {countedToTheUnit, publishedTotals} from "../../../src/lib/scenario/published.js";
import {quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {defaultScenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const architectures = catalog.models.map(({architecture}) => architecture);
const value = (name: QuantityName, model: string): number =>
  quantityOf(name, viewOf({...defaultScenario, model}, catalog), catalog)!;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("the formula for the family of LLaMA", () => {
  const llamas = architectures.filter(({family}) => family === "llama");

  it.each(llamas)("counts $name to the unit", ({name}) => {
    expect(value("groupedParameters", name)).toBe(value("exactParameters", name));
  });

  it("needs its shared heads and its one table where a model has them", () => {
    expect(value("llamaParameters", "LLaMA-7B")).toBe(6_738_415_616);
    expect(value("llamaParameters", "Llama-3-8B")).not.toBe(8_030_261_248);
    expect(value("groupedParameters", "Llama-3.2-1B")).toBe(1_235_814_400);
  });
});

describe("the way from the estimate to the count", () => {
  it.each(architectures)("ends at what $name has", (architecture) => {
    const steps = formulaGap(architecture);
    const {numLayers, hiddenSize, vocabSize} = architecture;
    expect(steps[0]!.from).toBe(parameterEstimate(numLayers, hiddenSize, vocabSize));
    expect(steps.at(-1)!.to).toBe(parameterCount(architecture).total);
    for (const [i, step] of steps.slice(1).entries()) expect(step.from).toBe(steps[i]!.to);
  });

  it("leads for LLaMA-7B over a table, a rounding and the norms", () => {
    const differences = formulaGap(architectureOf("LLaMA-7B")).map(({difference}) => difference);
    expect(differences).toEqual([32_000 * 4096, 32 * 4096 * (3 * 11_008 - 8 * 4096), 0, 65 * 4096]);
  });
});

describe("a layer's matrices", () => {
  it.each(architectures)("are the layer of $name, but for vectors", (architecture) => {
    const blocks = sum(layerBlocks(architecture).map(({weights}) => weights));
    expect(blocks).toBeLessThanOrEqual(layerWeights(architecture));
    expect(blocks / layerWeights(architecture)).toBeGreaterThan(0.99);
  });

  it.each(architectures.filter(({experts}) => experts === undefined))(
    "and the tables make the whole of $name",
    (architecture) => {
      const {total, embedding, output} = parameterCount(architecture);
      const rest = total - embedding - output - architecture.numLayers * layerWeights(architecture);
      expect(rest).toBe((architecture.norms.bias ? 2 : 1) * architecture.hiddenSize); // last norm
    },
  );

  it("are seven in a LLaMA, and an expert is one block of three", () => {
    expect(layerBlocks(architectureOf("LLaMA-7B")).map(({name}) => name)).toEqual([
      "query",
      "key",
      "value",
      "attention output",
      "gate",
      "up",
      "down",
    ]);
    const blocks = layerBlocks(architectureOf("DeepSeek-V3"));
    const experts = blocks.filter(({name}) => name.startsWith("expert"));
    expect(experts).toHaveLength(256);
    expect(experts.filter(({active}) => active)).toHaveLength(8);
    expect(experts[0]!.weights).toBe(3 * 2048 * 7168);
    expect(blocks.filter(({name}) => name === "shared expert")).toHaveLength(1);
  });
});

test("every published total is met to the unit, or its row says why not", () => {
  expect(publishedTotals(catalog).length).toBeGreaterThan(countedToTheUnit(catalog).length);
  for (const model of publishedTotals(catalog)) {
    const agrees = countedToTheUnit(catalog).includes(model);
    expect(agrees || model.publishedNote !== undefined, model.name).toBe(true);
  }
});

// What the chapter says in words, beside numbers that are computed.
test("two thirds of LLaMA-7B are in its feed-forward block", () => {
  expect(value("feedForwardShare", "LLaMA-7B")).toBeCloseTo(2 / 3, 1);
});

test("its width is two thirds of four times d, rounded up to a multiple of 256", () => {
  const twoThirds = (2 / 3) * value("fourTimesHidden", "LLaMA-7B");
  expect(value("intermediateSize", "LLaMA-7B")).toBe(256 * Math.ceil(twoThirds / 256));
});

test("twice as wide and half as deep doubles LLaMA-7B", () => {
  expect(value("doubledAndHalved", "LLaMA-7B")).toBeCloseTo(2, 3);
});

test("Llama-2-70B has a tenth of DeepSeek-V3, and uses more of it for a token", () => {
  const ratio = value("exactParameters", "DeepSeek-V3") / value("exactParameters", "Llama-2-70B");
  expect(ratio).toBeCloseTo(10, -0.5);
  expect(value("activeParameters", "Llama-2-70B")).toBeGreaterThan(
    value("activeParameters", "DeepSeek-V3"),
  );
});

test("the experts that a token leaves alone are all that it does not use", () => {
  for (const {name, experts} of architectures) {
    if (experts === undefined || experts.expertBias) continue;
    expect(value("idleParameters", name), name).toBe(
      value("exactParameters", name) - value("activeParameters", name),
    );
  }
});

function architectureOf(name: string): Architecture {
  return catalog.models.find((model) => model.name === name)!.architecture;
}
