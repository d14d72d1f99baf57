import {describe, expect, it} from "vitest";
import {
  parameterCount,
  parameterEstimate,
  tensorGroups,
} from "../../../src/lib/arithmetic/parameters.js";
import * as model from "./models.js";

describe("the number of parameters", () => {
  it.each([
    [model.llama7B, 6_738_415_616],
    [model.llama13B, 13_015_864_320],
    [model.llama65B, 65_285_660_672],
    [model.llama2_70B, 68_976_648_192], // the hub counts 5,120 rotary buffers more
    [model.llama3_8B, 8_030_261_248],
    [model.llama3_70B, 70_553_706_496],
    [model.llama3_405B, 405_853_388_800],
    [model.llama32_3B, 3_212_749_824],
    [model.qwen25_7B, 7_615_616_512],
    [model.qwen3_4B, 4_022_468_096],
    [model.qwen3_8B, 8_190_735_360],
    [model.gemma2_9B, 9_241_705_984],
    [model.mixtral, 46_702_792_704],
    [model.qwen3_30B, 30_532_122_624],
    [model.deepseekV2Lite, 15_706_484_224],
    [model.deepseekV3, 671_026_419_200], // without the module that guesses a second token
    [model.gptOss20B, 20_914_757_184],
    [model.gpt2, 124_439_808],
    [model.pythia, 6_857_302_016],
  ])("of $name is the published one, to the last", (architecture, published) => {
    expect(parameterCount(architecture).total).toBe(published);
  });

  it.each([
    [model.llama7B, 6_738_415_616],
    [model.mixtral, 12_879_925_248],
    [model.qwen3_30B, 3_353_032_704],
    [model.deepseekV3, 37_552_297_472],
    [model.gptOss20B, 4_187_440_704],
  ])("that one token of $name uses counts its experts only", (architecture, active) => {
    expect(parameterCount(architecture).active).toBe(active);
  });

  it("is the sum of its parts", () => {
    for (const architecture of model.models) {
      const {total, embedding, attention, feedForward, norms, output} =
        parameterCount(architecture);
      expect(embedding + attention + feedForward + norms + output).toBe(total);
    }
  });

  it("counts a tied output matrix once", () => {
    const tied = parameterCount({...model.llama7B, tieEmbeddings: true});
    expect(tied.output).toBe(0);
    expect(parameterCount(model.llama7B).total - tied.total).toBe(32_000 * 4096);
  });

  it("counts the gate that weighs the shared expert, as Qwen1.5-MoE-A2.7B has it", () => {
    const {total} = parameterCount({
      ...model.llama7B,
      numLayers: 24,
      hiddenSize: 2048,
      numHeads: 16,
      numKvHeads: 16,
      vocabSize: 151_936,
      biases: {...model.llama7B.biases, queryKeyValue: true},
      experts: {
        count: 60,
        perToken: 4,
        intermediateSize: 1408,
        sharedIntermediateSize: 5632,
        sharedGate: true,
        denseLayers: 0,
        routerBias: false,
        expertBias: false,
      },
    });
    expect(total).toBe(14_315_784_192);
  });

  it("is missed by 2.4 % by the estimate that the article prints", () => {
    const estimate = parameterEstimate(32, 4096, 32_000);
    expect(estimate).toBe(6_573_522_944);
    expect(estimate / parameterCount(model.llama7B).total).toBeCloseTo(0.976, 3);
  });

  it("of kipply's 52B model is 12 L d², and an embedding on each side", () => {
    const {attention, feedForward, embedding} = parameterCount(model.kipply52B);
    expect(attention + feedForward).toBe(12 * 64 * 8192 ** 2);
    expect(attention + feedForward).toBe(51_539_607_552);
    expect(embedding).toBe(536_870_912);
    const untied = parameterCount({...model.kipply52B, tieEmbeddings: false});
    expect(untied.output).toBe(536_870_912);
  });
});

describe("the tensors of a model", () => {
  it("have names that tell them apart", () => {
    for (const architecture of model.models) {
      const names = tensorGroups(architecture).map(({name}) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it("are as many as a checkpoint of LLaMA-7B holds", () => {
    const copies = tensorGroups(model.llama7B).map((group) => group.copies);
    expect(copies.reduce((sum, each) => sum + each)).toBe(291);
  });
});
