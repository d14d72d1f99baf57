import {describe, expect, it} from "vitest";
import {
  keptPositions,
  kvBytesPerToken,
  kvCacheBytes,
} from "../../../src/lib/arithmetic/kv-cache.js";
import * as model from "./models.js";

const one = {batch: 1, bytesPerElement: 2};

describe("the KV cache", () => {
  it.each([
    [model.llama7B, 524_288],
    [model.llama13B, 819_200],
    [model.llama33B, 1_597_440],
    [model.llama65B, 2_621_440],
    [model.llama3_8B, 131_072],
    [model.llama3_70B, 327_680],
    [model.llama3_405B, 516_096],
    [model.qwen3_8B, 147_456],
    [model.qwen3_30B, 98_304],
    [model.deepseekV3, 61 * 576 * 2], // one latent vector instead of keys and values
    [model.gptOss20B, 49_152],
    [model.kipply52B, 2_097_152],
  ])("of $name grows by so many bytes a token in FP16", (architecture, bytes) => {
    expect(kvBytesPerToken(architecture)).toBe(bytes);
    expect(kvCacheBytes(architecture, {...one, context: 1})).toBe(bytes);
  });

  it("of LLaMA-7B with 512 tokens is the 256 MiB that llama.cpp reports", () => {
    expect(kvCacheBytes(model.llama7B, {...one, context: 512})).toBe(256 * 2 ** 20);
    expect(kvCacheBytes(model.llama7B, {...one, context: 512})).toBe(268_435_456);
  });

  it("was twice that when it was kept in FP32", () => {
    const inputs = {context: 512, batch: 1, bytesPerElement: 4};
    expect(kvCacheBytes(model.llama7B, inputs)).toBe(512 * 2 ** 20);
  });

  it("of LLaMA-2-13B with 8192 tokens is the scaling book's 6.7 GB", () => {
    const bytes = kvCacheBytes(model.llama13B, {...one, context: 8192});
    expect(bytes / 1e9).toBeCloseTo(6.7, 1);
  });

  it("of kipply's 52B model fills 16 GB with about 8000 tokens", () => {
    expect(16e9 / kvBytesPerToken(model.kipply52B)).toBeCloseTo(7629, 0);
  });

  it("keeps no more than the window in the layers that have one", () => {
    const kept = (context: number) => keptPositions(model.gptOss20B, context);
    expect(kept(128)).toBe(24 * 128);
    expect(kept(129)).toBe(12 * 129 + 12 * 128);
    expect(kept(131_072)).toBe(12 * 131_072 + 12 * 128);
  });
});
