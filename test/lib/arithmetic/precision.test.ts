import {describe, expect, it} from "vitest";
import {formatNamed, formats, weightBytes} from "../../../src/lib/arithmetic/precision.js";
import * as model from "./models.js";

describe("the bytes of a file", () => {
  it("are to the byte what llama-bench reports of LLaMA-7B in Q4_0", () => {
    expect(weightBytes(model.llama7B, "Q4_0 file")).toBe(3_825_065_984);
    // Matrices in 4.5 bits, the output matrix in Q6_K's 6.5625, 65 norms in FP32.
    const matrices = 6_738_415_616 - 131_072_000 - 65 * 4096;
    expect((matrices * 4.5 + 131_072_000 * 6.5625) / 8 + 65 * 4096 * 4).toBe(3_825_065_984);
  });

  it("are a whole number of bytes a parameter in a plain format", () => {
    expect(weightBytes(model.llama7B, "FP32")).toBe(4 * 6_738_415_616);
    expect(weightBytes(model.llama7B, "FP16")).toBe(2 * 6_738_415_616);
    expect(weightBytes(model.llama7B, "INT8")).toBe(6_738_415_616);
    expect(weightBytes(model.llama7B, "INT4")).toBe(6_738_415_616 / 2);
  });

  // Files also hold a header and the tokenizer's words: 8 MB for 150,000 words, a tenth of a
  // percent of a file of 6 GB. F16 files keep their norms in FP32 besides, 1/2000 of that.
  const headerAndWords = 9e6;
  it.each([
    [model.llama32_3B, "FP16", 6_433_687_840],
    [model.llama32_3B, "Q8_0", 3_421_899_296],
    [model.qwen3_4B, "FP16", 8_051_285_344],
    [model.qwen3_4B, "Q8_0", 4_280_405_600],
    [model.qwen3_4B, "Q6_K", 3_306_261_600],
    [model.qwen3_14B, "Q8_0", 15_698_534_784],
    [model.phi4, "Q8_0", 15_580_500_416],
  ])("of $name in %s are those of the real file, less its header", (architecture, format, real) => {
    const beyondWeights = real - weightBytes(architecture, format);
    expect(beyondWeights).toBeGreaterThan(0);
    expect(beyondWeights).toBeLessThan(headerAndWords);
  });

  // Publishers of files choose the format of some tensors by measurement, so mixes are nearly met:
  // within 1 % in Q4_0, and in Q4_K_M within 3 % of a model that is unlike the four published ones.
  it.each([
    [model.qwen3_4B, "Q4_0 file", 2_375_773_280, 0.01],
    [model.qwen3_14B, "Q4_0 file", 8_543_001_984, 0.01],
    [model.qwen3_14B, "Q4_K_M", 9_001_753_984, 0.01],
    [model.phi4, "Q4_K_M", 9_053_114_816, 0.01],
    [model.qwen3_4B, "Q4_K_M", 2_497_281_120, 0.03],
    [model.llama32_3B, "Q4_K_M", 2_019_377_696, 0.03],
  ])(
    "of $name in %s are nearly those of the real file",
    (architecture, format, real, tolerance) => {
      const difference = weightBytes(architecture, format) / real - 1;
      expect(Math.abs(difference)).toBeLessThan(tolerance);
    },
  );

  it("are the published bits of the model that is most alike", () => {
    const bits = (architecture: typeof model.llama7B) =>
      (8 * weightBytes(architecture, "Q4_K_M")) / weightBytes(architecture, "INT8");
    expect(bits(model.llama7B)).toBeCloseTo(4.84, 10);
    expect(bits(model.llama13B)).toBeCloseTo(4.83, 10);
    expect(bits(model.llama2_70B)).toBeCloseTo(4.8, 10);
    expect(bits(model.llama3_8B)).toBeCloseTo(4.8944, 10);
  });

  it("put the experts of gpt-oss into MXFP4 and all else into Q8_0", () => {
    const bytes = weightBytes(model.gptOss20B, "MXFP4 file");
    const experts = 24 * 32 * 3 * 2880 ** 2;
    const embeddings = 2 * 201_088 * 2880;
    expect(bytes).toBeGreaterThan((experts * 4.25 + embeddings * 8.5) / 8);
    expect(bytes / 1e9).toBeCloseTo(12.1, 1);
  });

  it("give Q6_K to the embedding where it serves as output", () => {
    const untied = {...model.qwen3_4B, tieEmbeddings: false};
    const embedding = 151_936 * 2560;
    expect(weightBytes(untied, "Q4_0 file") - weightBytes(model.qwen3_4B, "Q4_0 file")).toBe(
      (embedding * 4.5) / 8,
    );
  });
});

describe("block formats", () => {
  // bytes of a block and the weights in it: llama.cpp, ggml/src/ggml-common.h
  it.each([
    ["Q4_0", 18, 32],
    ["Q4_1", 20, 32],
    ["Q5_0", 22, 32],
    ["Q5_1", 24, 32],
    ["Q8_0", 34, 32],
    ["Q8_1", 36, 32],
    ["IQ4_NL", 18, 32],
    ["MXFP4", 17, 32],
    ["Q2_K", 84, 256],
    ["Q3_K", 110, 256],
    ["Q4_K", 144, 256],
    ["Q5_K", 176, 256],
    ["Q6_K", 210, 256],
    ["Q8_K", 292, 256],
    ["IQ1_S", 50, 256],
    ["IQ1_M", 56, 256],
    ["IQ2_XXS", 66, 256],
    ["IQ2_XS", 74, 256],
    ["IQ2_S", 82, 256],
    ["IQ3_XXS", 98, 256],
    ["IQ3_S", 110, 256],
    ["IQ4_XS", 136, 256],
    ["TQ1_0", 54, 256],
    ["TQ2_0", 66, 256],
  ])("%s takes %d bytes for %d weights", (name, bytes, weights) => {
    const format = formatNamed(name);
    expect(format).toMatchObject({kind: "block", weights});
    expect((format.bitsPerWeight * weights) / 8).toBe(bytes);
  });
});

describe("a format's name", () => {
  it.each([
    ["q4_k_m", "Q4_K_M"],
    ["Q4 K M", "Q4_K_M"],
    ["fp16", "FP16"],
    ["F16", "FP16"],
    ["f32", "FP32"],
    ["bf16", "BF16"],
    ["q4_0", "Q4_0"],
    ["q4_0 FILE", "Q4_0 file"],
  ])("may be spelled %s", (spelled, name) => expect(formatNamed(spelled).name).toBe(name));

  it("is its own and nobody else's", () => {
    for (const format of formats) expect(formatNamed(format.name)).toBe(format);
  });

  it("that is unknown is answered with those that there are", () => {
    expect(() => formatNamed("Q9_Z")).toThrow(/^format is "Q9_Z"; it should be one of FP32, FP16/);
    expect(() => weightBytes(model.llama7B, "")).toThrow('format is ""');
  });
});
