import {describe, expect, test} from "vitest";
import golden from "../golden/fable.json" with {type: "json"};
import {onForeignPage, type EngineWindow} from "./engine-page.js";

describe.for([{isIsolated: true}, {isIsolated: false}])("a page elsewhere, %o", (options) => {
  test("writes the golden tokens", () =>
    onForeignPage(options, async (page) => {
      const prompts = golden.prompts.map(({tokens}) => tokens);
      const written = await page.evaluate(async (prompts) => {
        const {engine, model: address} = window as unknown as EngineWindow;
        const model = await engine.loadModel(address("fable-f32.gguf"));
        const all: number[][] = [];
        for (const prompt of prompts) {
          const tokens: number[] = [];
          const options = {maxTokens: 64, stopAtEnd: false};
          for await (const {token} of model.generate(prompt, options)) tokens.push(token);
          all.push(tokens);
        }
        const {threads, simd} = model;
        model.dispose();
        return {all, threads, simd, isIsolated: crossOriginIsolated};
      }, prompts);
      expect(written.isIsolated).toBe(options.isIsolated);
      expect(written.all).toEqual(golden.prompts.map(({greedy}) => greedy));
    }));
});

test("the demo model is as surprised by the tales as it was where it was trained", () =>
  onForeignPage({isIsolated: true}, async (page) => {
    const found = await page.evaluate(async () => {
      const {engine, model: address} = window as unknown as EngineWindow;
      const text = await (await fetch(address("heldout.txt"))).text();
      const model = await engine.loadModel(address("fable-q8_0.gguf"));
      const tokens = model.tokenizer.encode(text);
      const {logLikelihoods, ...q8} = await model.perplexity(tokens);
      const smaller = await model.requantize("q4_0");
      const q4 = (await smaller.perplexity(tokens)).perplexity;
      model.dispose();
      smaller.dispose();
      return {q8, q4, counted: logLikelihoods.length};
    });
    expect(found.q8.tokens).toBe(golden.perplexityTokens);
    expect(found.counted).toBe(golden.perplexityTokens);
    expect(found.q8.perplexity / golden.perplexity.q8_0).toBeCloseTo(1, 2);
    expect(found.q4 / golden.perplexity.q4_0).toBeCloseTo(1, 2);
  }));
