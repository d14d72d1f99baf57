import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {findModel} from "../../../src/lib/catalog/find.js";
import {cacheGuesses} from "../../../src/lib/scenario/article-cache.js";
import {attentionHeads} from "../../../src/lib/scenario/attention-heads.js";
import {
  cacheCurves,
  comparedModels,
  outweighingContext,
} from "../../../src/lib/scenario/cache-growth.js";
import {memoryStack} from "../../../src/lib/scenario/memory-stack.js";
import {cacheError, checkedCaches} from "../../../src/lib/scenario/printed-caches.js";
import {quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const view = (changes: Partial<Scenario>) =>
  viewOf({...defaultScenario, model: "Llama-2-7B", context: 4096, ...changes}, catalog);
const quantity = (name: QuantityName, changes: Partial<Scenario> = {}) =>
  quantityOf(name, view(changes), catalog)!;
const headsOf = (model: string) => attentionHeads(findModel(catalog, model).architecture);

describe("caches that programs have printed", () => {
  it("agree with the law, but for the second decimal of the print", () => {
    expect(checkedCaches(catalog).length).toBeGreaterThan(4);
    expect(cacheError(catalog)).toBeLessThan(0.005 / 1000); // 1166.62 for 1166.625
  });
});

describe("heads", () => {
  it.each([
    ["Llama-2-7B", "multiHead", 32, 1],
    ["Llama-3-8B", "grouped", 8, 1 / 4],
    ["Llama-2-70B", "grouped", 8, 1 / 8],
    ["Gemma-3-1B", "multiQuery", 1, 1 / 4],
    ["DeepSeek-V3", "latent", 1, 576 / 40_960],
  ])("of %s are %s: %d keep, %d of what they might", (model, kind, kvHeads, share) => {
    expect(headsOf(model)).toMatchObject({kind, kvHeads, share});
  });
});

describe("the memory of a machine", () => {
  it("fits, is tight, is full, or cannot even hold the model", () => {
    const state = (changes: Partial<Scenario>) => memoryStack(view(changes)).state;
    expect(state({batch: 5})).toBe("fits");
    expect(state({batch: 6})).toBe("full");
    expect(state({context: 23_200})).toBe("tight");
    expect(state({context: 23_222})).toBe("full");
    expect(state({format: "FP32"})).toBe("noModel");
  });

  it("holds as many readers as it says, and not one more", () => {
    for (const machine of ["Apple M1", "RTX 4090", "A100 80GB"]) {
      const {readersThatFit = NaN} = memoryStack(view({machine}));
      expect(view({machine, batch: readersThatFit}).estimate.fits).toBe(true);
      expect(view({machine, batch: readersThatFit + 1}).estimate.fits).toBe(false);
    }
  });

  it("has every byte in one of its parts", () => {
    const stack = memoryStack(view({batch: 3}));
    expect(stack.weights + stack.conversations + stack.working + stack.free!).toBe(stack.memory);
    expect(stack.conversations).toBe(3 * stack.conversation);
  });
});

describe("conversations as they grow", () => {
  it("outweigh the model from a whole token on, and not one earlier, windows or not", () => {
    for (const model of ["Llama-2-7B", "Gemma-3-1B", "DeepSeek-V2-Lite"]) {
      const here = view({model});
      const first = outweighingContext(here);
      const curve = cacheCurves(here, catalog, [first - 1, first]).find(({chosen}) => chosen)!;
      const {weights} = here.estimate.bytes;
      expect(Number.isInteger(first)).toBe(true);
      expect(curve.points[0]!.bytes).toBeLessThan(weights);
      expect(curve.points[1]!.bytes).toBeGreaterThanOrEqual(weights);
    }
  });

  it("are those of the compared models, and of the chosen one once", () => {
    const names = (model: string) => cacheCurves(view({model}), catalog, [1]).map((c) => c.model);
    expect(names("Llama-3-8B")).toEqual(comparedModels);
    expect(names("Qwen3-8B")).toEqual([...comparedModels, "Qwen3-8B"]);
  });
});

describe("the article's 1.33 GB", () => {
  it("come out of no combination; three ways to 1.342 GB are the nearest", () => {
    const guesses = cacheGuesses(catalog);
    expect(guesses.filter(({off}) => Math.abs(off) < 0.005)).toEqual([]);
    for (const guess of guesses.slice(0, 3)) {
      expect(guess).toMatchObject({model: "LLaMA-65B", bytes: 1_342_177_280});
    }
    expect(guesses[0]).toMatchObject({width: "FP16", context: 512});
    expect(Math.abs(guesses[3]!.off)).toBeGreaterThan(0.1);
    // With each token's 2.62 MB rounded to 2.6 first, the first of them gives what is printed.
    const rounded = quantity("roundedCache", {model: "LLaMA-65B", context: 512});
    expect(rounded / 1e9).toBeCloseTo(1.331, 3);
  });
});

describe("what the chapter says in words", () => {
  it("half a megabyte for a word, and more than half of the model for 4,096", () => {
    expect(quantity("tokenBytes")).toBe(2 ** 19);
    expect(quantity("conversationShare")).toBeGreaterThan(0.5);
    expect(quantity("conversationShare")).toBeLessThan(0.6);
  });

  it("70 billion with shared heads keep less of a token than 7 without", () => {
    expect(quantity("tokenBytes", {model: "Llama-2-70B"})).toBeLessThan(quantity("tokenBytes"));
  });

  it("a window in every second layer saves nearly half and never more", () => {
    const times = quantity("withoutWindows", {model: "gpt-oss-20b", context: 131_072});
    expect(times).toBeGreaterThan(1.9);
    expect(times).toBeLessThan(2);
  });

  it("an A100 has no room for the readers who would keep it busy", () => {
    const a100 = {machine: "A100 80GB", format: "FP16"};
    const busy = quantity("criticalBatch", a100);
    expect(quantity("readersThatFit", a100)).toBeLessThan(busy / 5);
    expect(quantity("readersThatFit", {...a100, model: "Llama-3-8B"})).toBeGreaterThan(busy / 2);
  });

  it("65 billion weights are outweighed twice as late as 7 billion", () => {
    const ratio =
      quantity("outweighingContext", {model: "LLaMA-65B"}) /
      quantity("outweighingContext", {model: "LLaMA-7B"});
    expect(ratio).toBeGreaterThan(1.8);
    expect(ratio).toBeLessThan(2.2);
  });

  it("the fourth of kipply's cards brings more than three times the room", () => {
    expect(quantity("kipplyFour") / quantity("kipplyThree")).toBeGreaterThan(3);
    expect(quantity("kipplyRidge")).toBe(208);
  });
});
