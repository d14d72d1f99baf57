import {describe, expect, it} from "vitest";
import {estimate, type EstimateInputs} from "../../../src/lib/arithmetic/estimate.js";
import {decodeWork, prefillWork} from "../../../src/lib/arithmetic/work.js";
import {formatNamed} from "../../../src/lib/arithmetic/precision.js";
import {a100, m1} from "./machines.js";
import * as model from "./models.js";

const inputs: EstimateInputs = {
  architecture: model.llama7B,
  hardware: m1,
  format: "Q4_0 file",
  context: 512,
  batch: 1,
  promptTokens: 512,
  kvBytesPerElement: 2,
};

describe("an estimate of LLaMA-7B on an M1", () => {
  const result = estimate(inputs);

  it("has the bytes that llama.cpp reports, and says that they fit", () => {
    expect(result.bytes).toEqual({
      weights: 3_825_065_984,
      kvCache: 268_435_456,
      total: 4_093_501_440,
    });
    expect(result.fits).toBe(true);
    expect(estimate({...inputs, format: "FP32"}).fits).toBe(false);
  });

  it("calculates in FP16, in which the chip has a rate", () => {
    expect(result.arithmetic).toEqual({precision: "fp16", flops: 2.617e12});
  });

  it("waits for memory in decode and for the arithmetic in prefill", () => {
    expect(result.decode.bound).toBe("memory");
    expect(result.prefill.bound).toBe("compute");
  });

  it("makes fewer tokens than the bytes of the file alone would let it, by a little", () => {
    const file = 68.25e9 / 3_825_065_984;
    expect(result.decode.tokensPerSecond).toBeLessThan(file);
    expect(result.decode.tokensPerSecond).toBeGreaterThan(0.9 * file);
  });

  it("spends two operations on each weight, and four on each element it attends to", () => {
    const matrices = 6_738_415_616 - 131_072_000; // the embedding is looked up
    expect(result.decode.flops).toBe(2 * matrices + 4 * 32 * 4096 * (512 + 1));
    const output = 131_072_000; // is met by the last token only
    const attended = (512 * 513) / 2;
    expect(result.prefill.flops).toBe(
      2 * (matrices - output) * 512 + 2 * output + 4 * 32 * 4096 * attended,
    );
  });

  it("is the same for a format and for its name", () => {
    expect(estimate({...inputs, format: formatNamed("Q4_0 file")})).toEqual(result);
  });

  it("takes no time for no prompt, and has no speed there", () => {
    const {prefill} = estimate({...inputs, promptTokens: 0});
    expect(prefill).toMatchObject({roofSeconds: 0, tokensPerSecond: 0, flops: 0, intensity: 0});
  });
});

describe("the work of a step", () => {
  const format = formatNamed("FP16");
  const step = {architecture: model.llama7B, format, batch: 1, kvBytesPerElement: 2};

  it("reads in decode all weights but the embedding, the cache, and little else", () => {
    const {bytes} = decodeWork({...step, context: 1023});
    const weights = 2 * (6_738_415_616 - 131_072_000);
    const cache = 1024 * 524_288;
    expect(bytes).toBeGreaterThan(weights + cache);
    expect(bytes).toBeLessThan(1.01 * (weights + cache));
  });

  it("reads the weights once for each 512 tokens of a prompt", () => {
    const read = (promptTokens: number) => prefillWork({...step, promptTokens});
    expect(read(512).passes).toBe(1);
    expect(read(513).passes).toBe(2);
    expect(read(4096).passes).toBe(8);
    const twice = read(1024).bytes - read(512).bytes;
    expect(twice).toBeGreaterThan(2 * (6_738_415_616 - 2 * 131_072_000));
  });

  it("uses the output matrix for every reader in decode, and for one token a prompt", () => {
    const flopsOfOutput = (work: ReturnType<typeof decodeWork>) =>
      work.operations.find(({name}) => name === "output matrix")!.flops;
    expect(flopsOfOutput(decodeWork({...step, batch: 4, context: 9}))).toBe(4 * 2 * 131_072_000);
    expect(flopsOfOutput(prefillWork({...step, batch: 4, promptTokens: 99}))).toBe(
      4 * 2 * 131_072_000,
    );
  });

  it("reads with two readers up to eight of gpt-oss's experts, with one exactly four", () => {
    const moe = {...step, architecture: model.gptOss20B, context: 0};
    const bytes = (batch: number) =>
      decodeWork({...moe, batch}).operations.find(({name}) => name === "feed-forward")!.bytes;
    const expert = 2 * 24 * (3 * 2880 ** 2 + 3 * 2880);
    expect((bytes(2) - bytes(1)) / expert).toBeCloseTo(3.5, 1);
  });

  it("compares latent vectors in DeepSeek's attention, and keeps one of them a token", () => {
    const work = decodeWork({...step, architecture: model.deepseekV3, context: 0});
    const attention = work.operations.find(({name}) => name === "attention")!;
    expect(attention.flops).toBe(2 * 61 * 128 * (2 * 512 + 64));
    expect(attention.bytes).toBe(2 * 61 * 576 * 2); // one read, one written
  });
});

describe("an estimate refuses", () => {
  it.each<[string, Partial<EstimateInputs>]>([
    ["batch is 0; it should be a whole number from 1 to 1000000000", {batch: 0}],
    ["batch is 1.5; it should be", {batch: 1.5}],
    ["batch is NaN; it should be", {batch: NaN}],
    ["context is -1; it should be a whole number from 0 to 1000000000", {context: -1}],
    ["promptTokens is Infinity; it should be", {promptTokens: Infinity}],
    ["kvBytesPerElement is 0; it should be a number of bytes above 0", {kvBytesPerElement: 0}],
    ["kvBytesPerElement is NaN; it should be", {kvBytesPerElement: NaN}],
    ['format is "Q5"; it should be one of', {format: "Q5"}],
    [
      "hardware.bandwidth is 0; it should be a number of bytes/s above 0",
      {hardware: {...a100, bandwidth: 0}},
    ],
    [
      "hardware.memoryBytes is NaN; it should be a number of bytes above 0",
      {hardware: {...a100, memoryBytes: NaN}},
    ],
    [
      "hardware.flops.fp16 is -1; it should be a number of FLOP/s above 0",
      {hardware: {...a100, flops: {fp16: -1}}},
    ],
    [
      "flops of A100 PCIe 80GB has no rate; it should have fp16 or bf16 or fp32",
      {hardware: {...a100, flops: {}}},
    ],
    [
      "architecture.numLayers is 0; it should be a whole number from 1 to 1000000000",
      {architecture: {...model.llama7B, numLayers: 0}},
    ],
    [
      "architecture.numKvHeads is 33; it should be a whole number from 1 to 32",
      {architecture: {...model.llama7B, numKvHeads: 33}},
    ],
    [
      "architecture.slidingWindow.layers is 43; it should be a whole number from 0 to 42",
      {architecture: {...model.gemma2_9B, slidingWindow: {tokens: 4096, layers: 43}}},
    ],
    [
      "architecture.experts.perToken is 9; it should be a whole number from 1 to 8",
      {architecture: {...model.mixtral, experts: {...model.mixtral.experts!, perToken: 9}}},
    ],
  ])("%s", (sentence, change) => {
    expect(() => estimate({...inputs, ...change})).toThrow(sentence);
  });
});
