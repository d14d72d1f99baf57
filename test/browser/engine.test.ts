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
