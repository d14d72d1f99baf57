import {tensorFormats} from "../../../src/lib/engine/formats.js";
import {type RandomModel, smallModel} from "./random-model.js";

/** The random models that native llama.cpp was asked about, by the name in test/golden/logits.json. */
export const goldenModels: Readonly<Record<string, RandomModel>> = {
  // Every format, in a Llama of grouped queries.
  ...Object.fromEntries(tensorFormats.map((format) => [format, {...smallModel, format}])),
  Q4_K_M: {...smallModel, format: "Q4_K_M"},

  // Every family.
  "Llama 2, tied, version 2": {...smallModel, numKvHeads: 4, tied: true, version: 2, seed: 2},
  "Llama 3": {
    ...smallModel,
    ropeTheta: 500_000,
    ropeFactors: true,
    tokenizer: "gpt2",
    format: "Q8_0",
    seed: 3,
  },
  // Heads together narrower than the hidden vector, as in Mistral Nemo.
  Mistral: {...smallModel, numHeads: 6, headDim: 32, ropeTheta: 1e6, seed: 4},
  "Qwen 2": {...smallModel, family: "qwen2", tokenizer: "gpt2", ropeTheta: 1e6, seed: 5},
  "Qwen 2, tied, Q4_0": {
    ...smallModel,
    family: "qwen2",
    tokenizer: "gpt2",
    format: "Q4_0",
    tied: true,
    seed: 6,
  },
  // Heads together wider than the hidden vector.
  "Qwen 3": {
    ...smallModel,
    family: "qwen3",
    tokenizer: "gpt2",
    numHeads: 8,
    ropeTheta: 1e6,
    tied: true,
    seed: 7,
  },
  "Qwen 3, Q5_K": {
    ...smallModel,
    family: "qwen3",
    tokenizer: "gpt2",
    numHeads: 8,
    format: "Q5_K",
    seed: 8,
  },

  // Sizes that no vector divides evenly: heads of 36, an odd number of words.
  ...Object.fromEntries(
    (["F32", "Q8_0", "Q4_0", "Q5_0"] as const).map((format, i) => [
      `odd sizes, ${format}`,
      {
        ...smallModel,
        format,
        hiddenSize: 288,
        numHeads: 8,
        numKvHeads: 2,
        headDim: 36,
        intermediateSize: 416,
        vocabSize: 323,
        seed: 9 + i,
      },
    ]),
  ),
};

/** Tokens that each of them reads: the first `prompt` at once, the others one by one. */
export const goldenTokens = Array.from({length: 29}, (_, i) => 3 + ((i * 89 + 40) % 300));
export const promptTokens = 24;
