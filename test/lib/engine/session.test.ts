import {describe, expect, it} from "vitest";
import {architectureFromGguf} from "../../../src/lib/catalog/gguf/architecture-from-gguf.js";
import {blobSource, type ByteSource} from "../../../src/lib/catalog/gguf/byte-source.js";
import {readGgufHeader} from "../../../src/lib/catalog/gguf/read-header.js";
import {createTokenizer} from "../../../src/lib/engine/tokenizer/tokenizer.js";
import golden from "../../golden/fable.json" with {type: "json"};
import {breathe, fable, greedy, openSession} from "./open.js";

/** What is waiting outside of the engine's memory, at most at once. */
function counting(bytes: Uint8Array<ArrayBuffer>): {source: ByteSource; most(): number} {
  let most = 0;
  const source: ByteSource = {
    size: bytes.length,
    async read(from, to) {
      const piece = bytes.slice(from, to);
      most = Math.max(most, piece.length);
      return piece;
    },
    close() {},
  };
  return {source, most: () => most};
}

describe.each(["q8_0", "q4_0", "f32"] as const)("the demo model in %s", (format) => {
  const bytes = fable(format);

  it("takes at most a quarter more than its file, besides keys and values", async () => {
    const {source, most} = counting(bytes);
    const {description} = await openSession(source, {contextLength: 512});
    const {weights, cache, workspace} = description.memory;
    expect(cache).toBeGreaterThan(0);
    // A piece is copied once on its way.
    expect(weights + workspace + 2 * most()).toBeLessThan(1.25 * bytes.length);
  });

  it("tells the page what it is, as the catalog does", async () => {
    const {description} = await openSession(bytes);
    const header = await readGgufHeader(blobSource(new Blob([bytes])));
    expect(description.architecture).toEqual(architectureFromGguf(header));
    expect(description.contextLength).toBe(512);
    expect(createTokenizer(description.vocabulary).vocabSize).toBe(4096);
  });
});

describe("a model", () => {
  it("writes what is likeliest, exactly, from f32", async () => {
    const session = await openSession(fable("f32"));
    for (const {tokens, greedy: expected} of golden.prompts) {
      expect(await greedy(session, tokens, 16)).toEqual(expected.slice(0, 16));
    }
  });

  it("writes the same again, although another text was read in between", async () => {
    const session = await openSession(fable("q8_0"));
    const [first, second] = golden.prompts;
    const once = await greedy(session, first!.tokens, 12);
    await greedy(session, second!.tokens, 12);
    expect(await greedy(session, first!.tokens, 12)).toEqual(once);
  });

  it("ends where its context ends", async () => {
    const session = await openSession(fable("q8_0"), {contextLength: 10});
    const prompt = golden.prompts[0]!.tokens.slice(0, 7);
    expect(await greedy(session, prompt, 100)).toHaveLength(4); // the last is not read any more
  });

  it.each([
    ["as many tokens as were asked for", {promptTokens: 20, decodeTokens: 5}],
    ["only a prompt", {promptTokens: 20, decodeTokens: 0}],
    ["only steps", {promptTokens: 0, decodeTokens: 5}],
  ])("measures %s", async (_what, job) => {
    const session = await openSession(fable("q4_0"));
    const {threads, simd, prefill, decode} = await session.measure(
      {kind: "measure", ...job},
      breathe,
    );
    expect({threads, simd}).toEqual({threads: 1, simd: "plain"});
    expect(prefill.tokens).toBe(job.promptTokens);
    expect(decode.tokens).toBe(job.decodeTokens);
    expect(prefill.seconds > 0).toBe(job.promptTokens > 0);
    expect(decode.seconds > 0).toBe(job.decodeTokens > 0);
  });

  it.each([
    ["too long", {kind: "measure", promptTokens: 600, decodeTokens: 0}],
    ["too long", {kind: "measure", promptTokens: 1, decodeTokens: 505}], // and 8 not counted
  ] as const)("refuses to measure what is %s", async (problem, job) => {
    const session = await openSession(fable("q4_0"));
    await expect(session.measure(job, breathe)).rejects.toMatchObject({problem});
  });
});
