import * as v from "valibot";
import {
  count,
  countOrZero,
  oneNumberOf,
  oneOf,
  positive,
  sourced,
  text,
  truth,
  wordsOf,
} from "./cells.js";

// One schema for each file of data/. Units are SI: bytes, bytes/s, FLOP/s.

const optionalCount = (wanted: string) => v.exactOptional(count(`${wanted}, or empty`));
const optionalRate = v.exactOptional(
  positive("a dense peak in FLOP/s, such as 312e12, never a sparse one, or empty"),
);

/** data/models.csv */
export const modelSchema = v.object({
  name: text("the model's name, such as LLaMA-7B"),
  family: text("Hugging Face's model_type, such as llama"),
  numLayers: count("layers, such as 32"),
  hiddenSize: count("elements, such as 4096"),
  numHeads: count("heads, such as 32"),
  numKvHeads: count("heads that keep keys and values, such as 8"),
  headDim: count("elements of a head, such as 128"),
  intermediateSize: count("width of the feed-forward block, such as 11008"),
  vocabSize: count("tokens, such as 32000"),
  tieEmbeddings: truth,
  feedForwardMatrices: oneNumberOf([2, 3]),
  queryKeyValueBias: truth,
  attentionOutputBias: truth,
  feedForwardBias: truth,
  normsPerLayer: oneNumberOf([1, 2, 4]),
  normBias: truth,
  qkNorm: truth,
  attentionSinks: truth,
  learnedPositions: countOrZero("rows of the position table, such as 1024"),
  slidingWindow: optionalCount("tokens, such as 4096"),
  slidingLayers: optionalCount("layers that slide"),
  numExperts: optionalCount("experts in a layer, such as 8"),
  expertsPerToken: optionalCount("experts that a token uses, such as 2"),
  expertIntermediateSize: optionalCount("width of an expert"),
  sharedIntermediateSize: v.exactOptional(countOrZero("joint width of the shared experts")),
  denseLayers: v.exactOptional(countOrZero("first layers without experts")),
  routerBias: v.exactOptional(truth),
  expertBias: v.exactOptional(truth),
  queryRank: optionalCount("length of the latent query"),
  keyValueRank: optionalCount("length of the latent vector"),
  nopeHeadDim: optionalCount("elements of a key without position"),
  ropeHeadDim: optionalCount("elements of a key with position"),
  valueHeadDim: optionalCount("elements of a value"),
  publishedParameters: optionalCount("parameters, exactly, such as 6738415616"),
  publishedNote: v.exactOptional(text("a sentence")),
  ...sourced,
});

const rates = ["fp32", "fp16", "bf16", "fp8", "int8", "int4"] as const;

/** data/hardware.csv */
export const machineSchema = v.object({
  name: text("the machine's name, such as Apple M1"),
  class: oneOf(["apple", "geforce", "radeon", "datacenter", "legacy", "unified", "cpu", "board"]),
  memoryBytes: positive("bytes of memory, such as 16e9"),
  bandwidth: positive("bytes/s, such as 68.25e9"),
  fp32: positive("FLOP/s, such as 2.617e12"),
  fp16: optionalRate,
  bf16: optionalRate,
  fp8: optionalRate,
  int8: optionalRate,
  int4: optionalRate,
  onChipBytes: v.exactOptional(positive("bytes of the last-level cache, such as 40e6, or empty")),
  unverified: v.exactOptional(wordsOf(["memoryBytes", "bandwidth", ...rates, "onChipBytes"])),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});
