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
import {verdicts} from "../lib/catalog/catalog.js";

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

export const rates = ["fp32", "fp16", "bf16", "fp8", "int8", "int4"] as const;

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

/** data/storage.csv */
export const storageSchema = v.object({
  name: text("what it is, such as microSD card"),
  machine: text("the name of a machine"),
  bandwidth: positive("bytes/s, such as 41.46e6"),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/measurements.csv */
export const measurementSchema = v.object({
  id: text("a path that no other row has"),
  machine: text("the name of a machine"),
  model: text("the name of a model"),
  format: text("the name of a format"),
  backend: text("the program's back end, such as CUDA"),
  build: v.exactOptional(text("the build that was measured")),
  phase: oneOf(["decode", "prefill"]),
  batch: count("sequences at once"),
  context: countOrZero("tokens of each conversation in the cache"),
  promptTokens: countOrZero("tokens of each prompt, 0 in decode"),
  tokensPerSecond: positive("tokens per second over all sequences, such as 14.15"),
  deviation: v.exactOptional(positive("standard deviation in tokens per second, or empty")),
  group: text("the table it came from, such as apple-4167"),
  fitted: truth,
  threads: optionalCount("threads of the processor"),
  offloadedLayers: optionalCount("layers on the graphics processor"),
  microbatch: optionalCount("tokens that prefill takes at once"),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/sharing.csv */
export const sharedRunSchema = v.object({
  id: text("a path that no other row has"),
  machine: text("the name of a machine"),
  model: text("the name of a model"),
  format: text("the name of a format"),
  devices: count("devices that share the model"),
  split: oneOf(["layers", "matrices"]),
  phase: oneOf(["decode", "prefill"]),
  promptTokens: countOrZero("tokens of the prompt, 0 in decode"),
  tokensPerSecond: positive("tokens per second, such as 127.74"),
  program: text("the program that ran, such as llama.cpp"),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/training.csv */
export const trainingRunSchema = v.object({
  model: text("the name of a model"),
  machine: text("the name of a machine"),
  tokens: positive("tokens of text, such as 1.0e12"),
  gpuHours: positive("hours, summed over all GPUs, such as 82432"),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/texts.csv */
export const textReadSchema = v.object({
  model: text("the name of a model"),
  tokens: positive("tokens of text, such as 2.0e12"),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/perplexities.csv */
export const perplexitySchema = v.object({
  model: text("the name of a model"),
  format: text("the name of a format"),
  perplexity: positive("perplexity on wikitext-2, such as 5.9066"),
  fileBytes: v.exactOptional(positive("bytes of the file, such as 4.92e9, or empty")),
  importanceMatrix: v.exactOptional(text("the text of the importance matrix")),
  divergence: v.exactOptional(positive("nats per token, or empty")),
  ...sourced,
});

/** data/memory-levels.csv */
export const memoryLevelSchema = v.object({
  machine: v.exactOptional(text("the name of a machine, or empty where it goes with all of them")),
  level: oneOf(["registers", "shared", "cache", "disk"]),
  cores: count("cores that have one of their own, or 1 where all share it, such as 108"),
  bytesPerCore: count("bytes, such as 262144"),
  bandwidth: v.exactOptional(positive("bytes/s of all cores together, such as 19e12, or empty")),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/claims.csv */
export const claimSchema = v.object({
  id: text("a name that no other row has"),
  claim: text("what the article says, in other words"),
  value: v.exactOptional(positive("the number that is stated, or empty where none is")),
  unit: text("the unit of value, or what is counted, such as ms"),
  law: text("the law that recomputes it, such as memorySecondsAsPublished"),
  corrected: v.exactOptional(positive("what the law, stated correctly, gives, or empty")),
  verdict: oneOf(verdicts),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/caches.csv */
export const cacheSchema = v.object({
  id: text("a name that no other row has"),
  model: text("the name of a model"),
  precision: text("the name of a format, such as FP16"),
  context: count("tokens for which there is room, such as 512"),
  mebibytes: positive("MiB as printed, such as 256.00"),
  note: v.exactOptional(text("a sentence")),
  ...sourced,
});

/** data/formats.csv */
export const formatSchema = v.object({
  format: text("the name of a format, such as Q4_K"),
  kind: oneOf(["block", "mix"]),
  blockBytes: optionalCount("bytes of a block, such as 18"),
  blockWeights: optionalCount("weights in a block, such as 32"),
  bitsPerWeight: v.exactOptional(
    positive("bits per weight of a whole file, such as 4.84, or empty"),
  ),
  model: v.exactOptional(text("the name of a model")),
  ...sourced,
});
