import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  longestContext,
  readBackSeconds,
  recomputeRatio,
  recomputeSeconds,
  tokenCacheBytes,
  tokensThatFit,
  windowedCacheBytes,
  workingBytes,
} from "../../../src/lib/arithmetic/conversation.js";
import {keptElements, kvBytesPerToken, kvCacheBytes} from "../../../src/lib/arithmetic/kv-cache.js";
import {anyArchitecture} from "./arbitraries.js";
import * as model from "./models.js";

const holds = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => boolean | void) =>
  fc.assert(fc.property(arbitrary, predicate), {numRuns: 300});
const nearly = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(a, b);

const tokens = fc.integer({min: 1, max: 1_000_000});
const readers = fc.integer({min: 1, max: 4096});
const width = fc.double({min: 0.5, max: 4, noNaN: true});

describe("the blackboard's laws of a conversation", () => {
  it("are those of any architecture, token by token", () => {
    holds(fc.tuple(anyArchitecture, width), ([architecture, bytesPerElement]) =>
      nearly(
        tokenCacheBytes({
          bytesPerElement,
          layers: architecture.numLayers,
          keptElements: keptElements(architecture),
        }),
        kvBytesPerToken(architecture, bytesPerElement),
      ),
    );
  });

  it("and, windows included, for any length and any number of readers", () => {
    const inputs = fc.tuple(anyArchitecture, width, tokens, readers);
    holds(inputs, ([architecture, bytesPerElement, context, batch]) => {
      const {slidingWindow, numLayers} = architecture;
      const windowLayers = slidingWindow?.layers ?? 0;
      return nearly(
        windowedCacheBytes({
          batch,
          bytesPerElement,
          keptElements: keptElements(architecture),
          fullLayers: numLayers - windowLayers,
          context,
          windowLayers,
          windowTokens: slidingWindow?.tokens ?? 0,
        }),
        kvCacheBytes(architecture, {context, batch, bytesPerElement}),
      );
    });
  });
});

describe("tokens that fit", () => {
  const bytes = fc.double({min: 1e6, max: 1e13, noNaN: true});

  it("fill the machine to the last byte", () => {
    holds(fc.tuple(bytes, bytes, readers, tokens), ([memoryBytes, free, batch, perToken]) => {
      const inputs = {
        memoryBytes,
        weightBytes: memoryBytes - Math.min(free, memoryBytes),
        batch,
        kvBytesPerToken: perToken,
      };
      const all = inputs.weightBytes + batch * tokensThatFit(inputs) * perToken;
      return Math.abs(all - memoryBytes) <= 1e-9 * memoryBytes;
    });
  });

  it("are 8000, as kipply has it, and 26,703 where she has 23,000", () => {
    const fit = (cards: number) =>
      tokensThatFit({
        memoryBytes: cards * 40e9,
        weightBytes: 104e9,
        batch: 1,
        kvBytesPerToken: kvBytesPerToken(model.kipply52B),
      });
    expect(fit(3)).toBeCloseTo(7629.4, 1);
    expect(fit(4)).toBeCloseTo(26_702.9, 1);
  });
});

describe("the longest conversation", () => {
  it("takes the bytes that there are, and the bytes of a conversation hold just that one", () => {
    const inputs = fc.tuple(anyArchitecture, tokens, readers, width);
    holds(inputs, ([architecture, context, batch, bytesPerElement]) => {
      const bytes = kvCacheBytes(architecture, {context, batch, bytesPerElement});
      const longest = longestContext(architecture, {bytes, batch, bytesPerElement});
      // Where every layer has forgotten the beginning, longer ones take no more.
      const {slidingWindow, numLayers} = architecture;
      const forgets = slidingWindow?.layers === numLayers && context > slidingWindow.tokens;
      if (forgets) return;
      expect(Math.abs(longest / context - 1)).toBeLessThan(1e-6);
    });
  });

  it("is none where there is no room, and has no end where every layer forgets", () => {
    const one = {batch: 1, bytesPerElement: 2};
    expect(longestContext(model.llama7B, {bytes: -1, ...one})).toBe(0);
    const forgetful = {...model.llama7B, slidingWindow: {tokens: 100, layers: 32}};
    expect(longestContext(forgetful, {bytes: 1e12, ...one})).toBe(Infinity);
  });
});

describe("a token that was not kept", () => {
  it("takes an A100 159 times as long as one that was", () => {
    const inputs = {
      parameters: 6_738_415_616,
      flops: 312e12,
      bandwidth: 1935e9,
      kvBytesPerToken: 524_288,
    };
    expect(recomputeSeconds(inputs)).toBeCloseTo(43.2e-6, 7);
    expect(readBackSeconds(inputs)).toBeCloseTo(0.271e-6, 9);
    expect(recomputeRatio(inputs)).toBeCloseTo(159.4, 1);
  });
});

describe("room to work in", () => {
  it("is what llama.cpp prints for Qwen2.5-7B and for a model of 50,688 words", () => {
    const shape = (vocabSize: number, hiddenSize: number) => ({
      ...model.llama7B,
      vocabSize,
      hiddenSize,
    });
    expect(workingBytes(shape(152_064, 3584))).toBe(304 * 2 ** 20);
    // https://github.com/mozilla-ai/llamafile/pull/552: 105.00 MiB
    expect(workingBytes(shape(50_688, 3072))).toBe(105 * 2 ** 20);
  });
});
