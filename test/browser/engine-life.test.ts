import {existsSync, readFileSync} from "node:fs";
import {chromium, type Browser} from "playwright-core";
import {describe, expect, inject, test} from "vitest";
import {findBrowser} from "../../scripts/browser/find.js";
import {onForeignPage, onForeignPageIn, type EngineWindow} from "./engine-page.js";

// What a page can do to a model in the middle of things, and what is left of it afterwards.

describe.for([{isIsolated: true}, {isIsolated: false}])("a model on a page, %o", (options) => {
  test("stops writing when it is told to, and can be asked again", () =>
    onForeignPage(options, async (page) => {
      const found = await page.evaluate(async () => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const model = await engine.loadModel(address("fable-q8_0.gguf"));
        const prompt = model.tokenizer.encode("Once upon a time");
        const problems: unknown[] = [];
        const noted = (error: unknown): void => {
          problems.push(error instanceof engine.EngineError && error.problem);
        };

        const controller = new AbortController();
        const {signal} = controller;
        let before = 0;
        await write(model, prompt, {signal, stopAtEnd: false}, () => {
          if (++before === 5) controller.abort();
        }).catch(noted);
        await model.perplexity(prompt, {signal: AbortSignal.abort()}).catch(noted);
        const measuring = new AbortController();
        const measured = model.measure({decodeTokens: 400, signal: measuring.signal});
        measuring.abort();
        await measured.catch(noted);

        const left = await write(model, prompt, {}, (written) => written.length === 3);
        const after = await write(model, prompt, {maxTokens: 4});
        model.dispose();
        return {problems, before, left: left.length, after: after.length};
      });
      expect(found).toEqual({
        problems: ["aborted", "aborted", "aborted"],
        before: 5,
        left: 3,
        after: 4,
      });
    }));

  test("can be disposed of at any time, more than once", () =>
    onForeignPage(options, async (page) => {
      const problems = await page.evaluate(async () => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const problemOf = (error: unknown): string =>
          error instanceof engine.EngineError ? error.problem : String(error);
        const model = await engine.loadModel(address("fable-q8_0.gguf"));
        const writing = write(model, [1], {stopAtEnd: false});
        const pending = [writing, model.measure(), model.requantize("q4_0")];
        await new Promise((resolve) => setTimeout(resolve, 50));
        model.dispose();
        model.dispose();
        const settled = await Promise.allSettled([...pending, model.measure()]);
        const late = await write(model, [1]).catch(problemOf);
        const reasons = settled.map((one) => one.status === "rejected" && problemOf(one.reason));
        return [...reasons, late];
      });
      expect(problems).toEqual(Array.from({length: 5}, () => "disposed"));
    }));

  test("outlives the one that it was requantized from", () =>
    onForeignPage(options, async (page) => {
      const found = await page.evaluate(async () => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const model = await engine.loadModel(address("fable-q8_0.gguf"));
        const smaller = await model.requantize("q2_k");
        const {weights} = model.memory;
        model.dispose();
        const written = (await write(smaller, [1], {maxTokens: 5})).length;
        const share = smaller.memory.weights / weights;
        const refused = await smaller.requantize("q6_k").catch((error: Error) => error.message);
        smaller.dispose();
        return {share, written, refused};
      });
      expect(found.share).toBeCloseTo(84 / 256 / (34 / 32), 1);
      expect(found.written).toBe(5);
      expect(found.refused).toMatch(/cannot be brought into q6_k/);
    }));

  test("keeps the page alive: no task takes longer than 50 ms", {retry: 3}, () =>
    onForeignPage(options, async (page) => {
      const found = await page.evaluate(async () => {
        const {engine, model: address, write} = window as unknown as EngineWindow;
        const bytes = await (await fetch(address("fable-q8_0.gguf"))).arrayBuffer();
        await new Promise((resolve) => setTimeout(resolve, 300));
        const long: number[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const {duration} of list.getEntries()) long.push(duration);
        });
        observer.observe({type: "longtask"});
        const model = await engine.loadModel(bytes);
        const prompt = model.tokenizer.encode("Once upon a time");
        const tokens = (await write(model, prompt, {maxTokens: 300, stopAtEnd: false})).length;
        model.dispose();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return {long, tokens};
      });
      expect(found).toEqual({long: [], tokens: 300});
    }),
  );
});

interface Refusal {
  name: string;
  problem: string;
  message: string;
}

describe("a policy that forbids", () => {
  const origin = (): string => new URL(inject("site")).origin;

  test.for([
    ["workers from a Blob", (): string => `worker-src 'self'`],
    ["WebAssembly", (): string => `script-src 'unsafe-inline' ${origin()}; worker-src blob:`],
  ] as const)("%s is named in the error", ([, policy]) =>
    onForeignPage({policy: policy()}, async (page) => {
      const error = await page.evaluate(async (): Promise<Refusal | undefined> => {
        const {engine, model: address} = window as unknown as EngineWindow;
        return engine.loadModel(address("fable-q8_0.gguf")).then(
          () => undefined,
          ({name, problem, message}) => ({name, problem, message}),
        );
      });
      expect(error).toMatchObject({name: "EngineError", problem: "policy"});
      expect(error!.message).toMatch(/^The policy of this page .*\.$/);
    }),
  );
});

const rounds = 50;

test(`${rounds} rounds of loading and disposing leave nothing behind`, async () => {
  // A browser of its own: what other tests do would count.
  const browser = await chromium.launch({
    executablePath: (await findBrowser())!,
    args: ["--js-flags=--expose-gc"],
  });
  try {
    await onForeignPageIn(browser, {isIsolated: true}, async (page) => {
      const load = (times: number) =>
        page.evaluate(async (times: number): Promise<void> => {
          const {engine, model: address, write} = window as unknown as EngineWindow;
          const file = await (await fetch(address("fable-q8_0.gguf"))).blob();
          for (let i = 0; i < times; i++) {
            const model = await engine.loadModel(file);
            await write(model, [1], {maxTokens: 2});
            model.dispose();
          }
          // What workers leave comes free one after the other: it takes a few collections.
          for (let i = 0; i < 4; i++) {
            (globalThis as unknown as {gc(): void}).gc();
            await new Promise((resolve) => setTimeout(resolve, 1000));
          }
        }, times);
      // A browser keeps pools of memory that fill first.
      await load(25);
      const before = await memoryOf(browser);
      await load(rounds);
      const growth = (await memoryOf(browser)) - before;
      expect(page.workers()).toHaveLength(0);
      // One model takes about 8 MB: if each left a tenth of itself, it would be 40.
      expect(growth / 1e6).toBeLessThan(40);
    });
  } finally {
    await browser.close();
  }
}, 180_000);

/** Bytes that the pages of a browser occupy; 0 where the system does not tell. */
async function memoryOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo
    .filter(({type}) => type === "renderer")
    .map(({id}) => `/proc/${id}/statm`)
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + 4096 * Number(readFileSync(file, "utf8").split(" ")[1]), 0);
}
