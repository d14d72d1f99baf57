import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {roundToSigns} from "../../../src/lib/arithmetic/round-to-signs.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {publishedLosses, publishedModels} from "../../../src/lib/scenario/cliff.js";
import {fable, fableTokens} from "../../../src/lib/scenario/fable.js";
import {fileOf, lossOf} from "../../../src/lib/scenario/perplexity-size.js";
import {
  demoBytesOf,
  liftedAt,
  patienceIndex,
  recordedPrice,
} from "../../../src/lib/scenario/price.js";
import {quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {countedTokens} from "../../../src/lib/scenario/recorded-prices.js";
import {recordedStories} from "../../../src/lib/scenario/recorded-stories.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {
  patienceStops,
  recordedSeeds,
  storedFormats,
} from "../../../src/lib/scenario/stored-formats.js";
import {isRare, storyTokens, toldIn} from "../../../src/lib/scenario/stories.js";
import {tokensPerWeight} from "../../../src/lib/scenario/texts.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const value = (name: QuantityName, changes: Partial<Scenario> = {}): number =>
  quantityOf(name, viewOf({...defaultScenario, ...changes}, catalog), catalog)!;
const card = readFileSync("data/model/MODEL_CARD.md", "utf8");

describe("the demo model", () => {
  it("has the size, the text and the perplexities of its card", () => {
    expect(card).toContain(`**${parameterCount(fable).total.toLocaleString("en")}**`);
    expect(card).toContain(`${fableTokens / 1e6} million tokens`);
    for (const [stored, row] of [
      ["F32", "f32"],
      ["Q8_0", "q8_0"],
      ["Q4_0", "q4_0"],
    ] as const) {
      const printed = new RegExp(`\\| ${row} \\| [\\d.]+ MB \\| ([\\d.]+) \\|`).exec(card)![1];
      expect(recordedPrice(stored).perplexity / Number(printed) - 1, row).toBeCloseTo(0, 2);
    }
    expect(card).toContain(`(${countedTokens} tokens counted)`);
  });

  it("takes fewer bytes and foresees less with every format", () => {
    for (const [i, stored] of storedFormats.slice(1).entries()) {
      const wider = storedFormats[i]!;
      expect(demoBytesOf(stored), stored).toBeLessThan(demoBytesOf(wider));
      const {perplexity} = recordedPrice(stored);
      expect(perplexity, stored).toBeGreaterThan(recordedPrice(wider).perplexity);
    }
  });
});

describe("a finger", () => {
  it("goes up at odds below one in so many", () => {
    const odds = [1 / 5, 1 / 15, 1 / 150, 1 / 5000];
    expect(liftedAt(odds.map(Math.log))).toEqual([3, 2, 2, 2, 1, 1, 1]);
  });

  it("has a stop for every patience that can be asked for", () => {
    expect(patienceStops.map(patienceIndex)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(patienceIndex(70)).toBe(2);
    expect(patienceIndex(1e9)).toBe(6);
  });

  it("tells the model in four bits from the whole one at one in ten, and not at one in twenty", () => {
    const lifted = (stored: "F32" | "Q4_0", oneIn: number) => value("lifted", {stored, oneIn});
    expect(lifted("Q4_0", 10)).toBeGreaterThan(lifted("F32", 10));
    expect(lifted("Q4_0", 20)).toBeLessThan(lifted("F32", 20));
    expect(value("lifted", {stored: "1 bit", oneIn: 10})).toBe(countedTokens);
  });
});

describe("a recorded story", () => {
  const stories = storedFormats.flatMap((stored) =>
    Array.from({length: recordedSeeds}, (_, i) => ({
      stored,
      told: toldIn(recordedStories[i + 1]![stored]),
    })),
  );

  it("has as many pieces as tokens, and a surprise for each", () => {
    for (const {told} of stories) {
      expect(told).toHaveLength(storyTokens);
      for (const {surprise} of told) expect(surprise).toBeGreaterThanOrEqual(0);
    }
  });

  it("surprises the whole model more often with two bits than with four or more, of every seed", () => {
    const rare = (stored: string) =>
      stories
        .filter((story) => story.stored === stored)
        .map(({told}) => told.filter((each) => isRare(each, 100)).length);
    const atTwo = rare("2 bits");
    for (const stored of ["F32", "Q8_0", "Q5_0", "Q4_0"]) {
      for (const [i, count] of rare(stored).entries()) {
        expect(count, `${stored}, seed ${i + 1}`).toBeLessThan(atTwo[i]! / 2);
      }
    }
  });
});

describe("one bit a weight", () => {
  it("keeps signs, and the mean size of a block of 32", () => {
    const weights = Array.from({length: 64}, (_, i) => (i % 2 === 0 ? 1 : -3) * (i < 32 ? 1 : 4));
    const rounded = roundToSigns(weights);
    expect([...rounded.slice(0, 4)]).toEqual([2, -2, 2, -2]);
    expect([...rounded.slice(32, 36)]).toEqual([8, -8, 8, -8]);
  });

  it("is the nearest that two values of one size can come", () => {
    const weights = Array.from({length: 32}, (_, i) => Math.sin(12.9 * (i + 1)));
    const error = (rounded: ArrayLike<number>, times = 1) =>
      weights.reduce((sum, weight, i) => sum + (weight - times * rounded[i]!) ** 2, 0);
    const rounded = roundToSigns(weights);
    for (const times of [0.98, 1.02]) {
      expect(error(rounded)).toBeLessThan(error(rounded, times));
    }
  });
});

/** What chapter 9 says in words: it has to stay true. */
describe("what rounding takes", () => {
  const loss = (model: string, format: string) => lossOf(fileOf(model, format, catalog)!, catalog)!;
  const formats = ["Q5_0 file", "Q4_0 file", "Q3_K_S", "Q2_K file"];

  it("is more than twice as much with each bit less, from five bits on", () => {
    expect(value("demoLoss", {stored: "Q4_0"})).toBeGreaterThan(
      1.5 * value("doubledLoss", {stored: "Q4_0"}),
    );
    expect(value("demoLoss", {stored: "2 bits"})).toBeGreaterThan(
      10 * value("doubledLoss", {stored: "2 bits"}),
    );
    expect(value("lossGrowth", {stored: "Q4_0"})).toBeGreaterThan(4);
    expect(value("lossGrowth", {stored: "Q4_0"})).toBeLessThan(6);
  });

  it("is less of LLaMA-13B than of 7B, which has read as much", () => {
    for (const format of formats) {
      expect(loss("LLaMA-13B", format), format).toBeLessThan(loss("LLaMA-7B", format));
    }
    expect(value("tokensRead", {model: "LLaMA-7B"})).toBe(
      value("tokensRead", {model: "LLaMA-13B"}),
    );
  });

  it("is less of Fable in four bits than of LLaMA-7B", () => {
    expect(value("demoLoss", {stored: "Q4_0"})).toBeLessThan(loss("LLaMA-7B", "Q4_0 file"));
  });

  it("has two exceptions to the rule that it grows with the tokens read for each weight", () => {
    const perWeight = (model: string) => tokensPerWeight(model, catalog)!;
    expect(perWeight("Llama-2-70B")).toBeLessThan(perWeight("LLaMA-13B"));
    for (const format of ["Q4_0 file", "Q3_K_S"]) {
      expect(loss("Llama-2-70B", format)).toBeGreaterThan(loss("LLaMA-13B", format));
    }
    expect(perWeight("Llama-3-8B") / perWeight("Llama-3-70B")).toBeCloseTo(9, 0);
    expect(loss("Llama-3-70B", "Q3_K_S")).toBeGreaterThan(loss("Llama-3-8B", "Q3_K_S"));
  });

  it("is drawn of every published file at the bits that it really has", () => {
    for (const model of publishedModels) {
      for (const {format, bits, times} of publishedLosses(model, catalog)) {
        expect(bits, `${model} ${format}`).toBeGreaterThan(1.5);
        expect(bits, `${model} ${format}`).toBeLessThan(16.2);
        expect(times, `${model} ${format}`).toBeGreaterThanOrEqual(1);
      }
    }
    expect(value("publishedBits", {model: "LLaMA-7B", format: "Q2_K file"})).toBeCloseTo(3.41, 2);
  });
});
