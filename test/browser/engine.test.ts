import {describe, expect, test} from "vitest";
import golden from "../golden/fable.json" with {type: "json"};
import {onForeignPage, type EngineWindow} from "./engine-page.js";

describe.for([{isIsolated: true}, {isIsolated: false}])("a page elsewhere, %o", (options) => {
  test("writes the golden tokens", () =>
    onForeignPage(options, async (page) => {
      const prompts = golden.prompts.map(({tokens}) => tokens);
      const written = await page.evaluate(async (prompts) => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const model = await engine.loadModel(address("fable-f32.gguf"));
        const all: number[][] = [];
        for (const prompt of prompts) {
          const written = await write(model, prompt, {maxTokens: 64, stopAtEnd: false});
          all.push(written.map(({token}) => token));
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

describe("a model", () => {
  test.for(["blob", "buffer", "bytes", "url"] as const)("is loaded from a %s", (kind) =>
    onForeignPage({}, async (page) => {
      const found = await page.evaluate(async (kind) => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const url = address("fable-q4_0.gguf");
        const response = await fetch(url);
        const buffer = await response.arrayBuffer();
        const source = {
          blob: new Blob([buffer]),
          buffer,
          // in the middle of a larger one
          bytes: new Uint8Array([...new Uint8Array(9), ...new Uint8Array(buffer)]).subarray(9),
          url,
        }[kind];
        const told: {bytes: number; totalBytes: number}[] = [];
        const model = await engine.loadModel(source, {onProgress: (next) => told.push(next)});
        const tokens = await write(model, [1], {maxTokens: 3});
        model.dispose();
        return {tokens: tokens.map(({token}) => token), last: told.at(-1), size: buffer.byteLength};
      }, kind);
      expect(found.last).toEqual({bytes: found.size, totalBytes: found.size});
      expect(found.tokens).toHaveLength(3);
    }),
  );

  test("draws by its seed, and joins its pieces to the text", () =>
    onForeignPage({isIsolated: true}, async (page) => {
      const found = await page.evaluate(async () => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const model = await engine.loadModel(address("fable-q8_0.gguf"));
        const prompt = model.tokenizer.encode("The fox said, “");
        const drawn = async (options: object) => {
          const written = await write(model, prompt, {maxTokens: 60, stopAtEnd: false, ...options});
          return {
            text: written.map(({text}) => text).join(""),
            decoded: model.tokenizer.decode([...prompt, ...written.map(({token}) => token)]),
            seconds: written.every(({seconds}) => seconds > 0),
          };
        };
        const hot = {temperature: 1, topP: 0.9};
        const texts = {
          first: await drawn({...hot, seed: 1}),
          again: await drawn({...hot, seed: 1}),
          other: await drawn({...hot, seed: 2}),
          narrow: await drawn({temperature: 1, topP: 1e-6}),
          likeliest: await drawn({}),
        };
        model.dispose();
        return texts;
      });
      expect(found.again.text).toBe(found.first.text);
      expect(found.other.text).not.toBe(found.first.text);
      expect(found.narrow.text).toBe(found.likeliest.text);
      for (const {text, decoded, seconds} of Object.values(found)) {
        expect(decoded).toBe(`The fox said, “${text}`);
        expect(seconds).toBe(true);
      }
    }));
});

test.for([
  ["heldout.txt", "not a GGUF file", /does not begin with/],
  ["nothing.gguf", "not readable", /answers with status 404/],
] as const)("%s is refused", ([file, problem, sentence]) =>
  onForeignPage({}, async (page) => {
    const error = await page.evaluate(async (file) => {
      const {engine, model: address} = window as unknown as EngineWindow;
      return engine.loadModel(address(file)).then(
        () => undefined,
        ({name, problem, message}) => ({name, problem, message}),
      );
    }, file);
    expect(error).toMatchObject({name: "EngineError", problem});
    expect(error!.message).toMatch(sentence);
  }),
);

test("loading stops when it is told to, and its worker ends", () =>
  onForeignPage({isIsolated: true}, async (page) => {
    const problems = await page.evaluate(async () => {
      const {engine, model: address} = window as unknown as EngineWindow;
      const file = await (await fetch(address("fable-f32.gguf"))).blob();
      const problemOf = (error: unknown) =>
        error instanceof engine.EngineError ? error.problem : String(error);
      const later = new AbortController();
      const signals = [AbortSignal.abort(), AbortSignal.timeout(5), later.signal];
      const onProgress = () => later.abort();
      return Promise.all(
        signals.map((signal) =>
          engine.loadModel(file, {signal, onProgress}).then(() => "loaded", problemOf),
        ),
      );
    });
    expect(problems).toEqual(["aborted", "aborted", "aborted"]);
    await expect.poll(() => page.workers().length, {timeout: 5000}).toBe(0);
  }));
