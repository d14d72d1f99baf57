import type {BlockReader} from "../../../src/lib/arithmetic/block-bytes.js";
import {halfBits} from "../../../src/lib/arithmetic/half.js";
import {
  dequantize,
  quantize,
  readers,
  writers,
} from "../../../src/lib/arithmetic/weight-formats.js";
import {tensorType, tensorTypeNumber} from "../../../src/lib/catalog/gguf/tensor-types.js";
import type {TensorFormat} from "../../../src/lib/engine/formats.js";
import type {Family} from "../../../src/lib/engine/shape.js";
import {bytesOf, type Field, type Tensor, writeHeader} from "../catalog/gguf/gguf-writer.js";
import {seeded} from "../formula/random-values.js";

/** A small model of random weights, which llama.cpp loads as it loads a real one. */
export interface RandomModel {
  family: Family;
  /** Format of the matrices; "Q4_K_M" mixes two, as llama.cpp's files of that name do. */
  format: TensorFormat | "Q4_K_M";
  hiddenSize: number;
  numLayers: number;
  numHeads: number;
  numKvHeads: number;
  headDim: number;
  intermediateSize: number;
  vocabSize: number;
  tied: boolean;
  ropeTheta: number;
  /** Whether slow rotations are slowed down further, as in Llama 3.1. */
  ropeFactors: boolean;
  tokenizer: "llama" | "gpt2";
  version: 2 | 3;
  seed: number;
}

/** All families' common form: 2 layers, grouped queries, matrices of whole K-quant blocks. */
export const smallModel: RandomModel = {
  family: "llama",
  format: "F32",
  hiddenSize: 256,
  numLayers: 2,
  numHeads: 4,
  numKvHeads: 2,
  headDim: 64,
  intermediateSize: 512,
  vocabSize: 320,
  tied: false,
  ropeTheta: 10000,
  ropeFactors: false,
  tokenizer: "llama",
  version: 3,
  seed: 1,
};

/** The file of such a model, the same in every run. */
export function makeGguf(model: RandomModel): Uint8Array<ArrayBuffer> {
  const tensors = tensorsOf(model);
  const header = writeHeader(fieldsOf(model), tensors, {version: model.version});
  const padded = tensors.map((tensor) => Math.ceil(bytesOf(tensor) / 32) * 32);
  const file = new Uint8Array(header.length + padded.reduce((sum, bytes) => sum + bytes, 0));
  file.set(header);
  const random = seeded(model.seed);
  let at = header.length;
  tensors.forEach((tensor, i) => {
    file.set(contentsOf(tensor, random), at);
    at += padded[i]!;
  });
  return file;
}

function fieldsOf(model: RandomModel): Field[] {
  const {family, hiddenSize, numHeads, headDim} = model;
  const own = (name: string, type: "uint32" | "float32", value: number): Field => [
    `${family}.${name}`,
    type,
    value,
  ];
  const saysHeadDim = family === "qwen3" || headDim !== hiddenSize / numHeads;
  return [
    ["general.architecture", "string", family],
    ["general.name", "string", "Random"],
    own("context_length", "uint32", 2048),
    own("embedding_length", "uint32", hiddenSize),
    own("block_count", "uint32", model.numLayers),
    own("feed_forward_length", "uint32", model.intermediateSize),
    own("attention.head_count", "uint32", numHeads),
    own("attention.head_count_kv", "uint32", model.numKvHeads),
    own("attention.layer_norm_rms_epsilon", "float32", family === "llama" ? 1e-5 : 1e-6),
    own("rope.freq_base", "float32", model.ropeTheta),
    ...(saysHeadDim
      ? [
          own("attention.key_length", "uint32", headDim),
          own("attention.value_length", "uint32", headDim),
        ]
      : []),
    ...(family === "llama" ? [own("rope.dimension_count", "uint32", headDim)] : []),
    ...(model.tokenizer === "llama" ? spmFields(model) : bpeFields(model)),
  ];
}

/** Token kinds as files number them. */
const kinds = {normal: 1, unknown: 2, control: 3, byte: 6} as const;

/** Three special tokens, a token for each byte, then words that no text needs. */
function spmFields({vocabSize, family}: RandomModel): Field[] {
  const special = ["<unk>", "<s>", "</s>"];
  const ids = Array.from({length: vocabSize}, (_, i) => i);
  const byteName = (byte: number) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
  const name = (i: number) => special[i] ?? (i < 259 ? byteName(i - 3) : `▁t${i}`);
  const kind = (i: number) =>
    i === 0 ? kinds.unknown : i < 3 ? kinds.control : i < 259 ? kinds.byte : kinds.normal;
  return [
    [`${family}.vocab_size`, "uint32", vocabSize],
    ["tokenizer.ggml.model", "string", "llama"],
    ["tokenizer.ggml.tokens", ["string"], ids.map(name)],
    ["tokenizer.ggml.scores", ["float32"], ids.map((i) => -i)],
    ["tokenizer.ggml.token_type", ["int32"], ids.map(kind)],
    ["tokenizer.ggml.bos_token_id", "uint32", 1],
    ["tokenizer.ggml.eos_token_id", "uint32", 2],
  ];
}

/** A token for each byte, an end, then pairs of letters. */
function bpeFields({vocabSize, family}: RandomModel): Field[] {
  // Bytes that print stand for themselves; the others are moved behind all of them.
  const prints = (byte: number) =>
    (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
  let moved = 256;
  const bytes = Array.from({length: 256}, (_, byte) =>
    String.fromCodePoint(prints(byte) ? byte : moved++),
  );
  const pairs = Array.from({length: vocabSize - 257}, (_, i) => {
    const [first, second] = [97 + (i % 26), 97 + (Math.floor(i / 26) % 26)];
    return [String.fromCharCode(first), String.fromCharCode(second)] as const;
  });
  const tokens = [...bytes, "<|endoftext|>", ...pairs.map((pair) => pair.join(""))];
  const merges = pairs.map((pair) => pair.join(" "));
  return [
    ["tokenizer.ggml.model", "string", "gpt2"],
    ["tokenizer.ggml.pre", "string", family === "llama" ? "llama-bpe" : "qwen2"],
    ["tokenizer.ggml.tokens", ["string"], tokens],
    [
      "tokenizer.ggml.token_type",
      ["int32"],
      tokens.map((_, i) => (i === 256 ? kinds.control : kinds.normal)),
    ],
    ["tokenizer.ggml.merges", ["string"], merges],
    ["tokenizer.ggml.bos_token_id", "uint32", 256],
    ["tokenizer.ggml.eos_token_id", "uint32", 256],
    ["tokenizer.ggml.add_bos_token", "bool", family === "llama" ? 1 : 0],
  ];
}

function tensorsOf(model: RandomModel): Tensor[] {
  const {family, hiddenSize, numHeads, numKvHeads, headDim, intermediateSize, vocabSize} = model;
  const queries = numHeads * headDim;
  const keys = numKvHeads * headDim;
  const matrix = (name: string, columns: number, rows: number): Tensor => ({
    name: `${name}.weight`,
    dims: [columns, rows],
    type: tensorTypeNumber(formatOf(model, name))!,
  });
  const vector = (name: string, length: number): Tensor => ({name, dims: [length], type: 0});

  const layers = Array.from({length: model.numLayers}, (_, layer) => {
    const own = (name: string) => `blk.${layer}.${name}`;
    return [
      vector(own("attn_norm.weight"), hiddenSize),
      matrix(own("attn_q"), hiddenSize, queries),
      matrix(own("attn_k"), hiddenSize, keys),
      matrix(own("attn_v"), hiddenSize, keys),
      ...(family === "qwen2"
        ? [
            vector(own("attn_q.bias"), queries),
            vector(own("attn_k.bias"), keys),
            vector(own("attn_v.bias"), keys),
          ]
        : []),
      ...(family === "qwen3"
        ? [vector(own("attn_q_norm.weight"), headDim), vector(own("attn_k_norm.weight"), headDim)]
        : []),
      matrix(own("attn_output"), queries, hiddenSize),
      vector(own("ffn_norm.weight"), hiddenSize),
      matrix(own("ffn_gate"), hiddenSize, intermediateSize),
      matrix(own("ffn_up"), hiddenSize, intermediateSize),
      matrix(own("ffn_down"), intermediateSize, hiddenSize),
    ];
  });
  return [
    matrix("token_embd", hiddenSize, vocabSize),
    ...(model.ropeFactors ? [vector("rope_freqs.weight", headDim / 2)] : []),
    ...layers.flat(),
    vector("output_norm.weight", hiddenSize),
    ...(model.tied ? [] : [matrix("output", hiddenSize, vocabSize)]),
  ];
}

function formatOf({format}: RandomModel, name: string): TensorFormat {
  if (format !== "Q4_K_M") return format;
  return /^output|attn_v|ffn_down/.test(name.replace(/^blk\.\d+\./, "")) ? "Q6_K" : "Q4_K";
}

function contentsOf(tensor: Tensor, random: () => number): Uint8Array {
  const {name, dims, type} = tensor;
  const count = bytesOf(tensor);
  if (dims.length === 1) {
    const values = Float32Array.from({length: dims[0]!}, () => vectorElement(name, random));
    return new Uint8Array(values.buffer);
  }
  const format = tensorType(type)!.name as TensorFormat;
  const size = 1 / Math.sqrt(dims[0]!); // keeps the size of what the matrix is applied to
  if (format === "F32" || format === "F16" || format === "BF16") {
    const weights = Float32Array.from({length: dims[0]! * dims[1]!}, () => size * bell(random));
    return quantize(weights, writers[format]);
  }
  return randomBlocks(format, count, size, random);
}

function vectorElement(name: string, random: () => number): number {
  if (name.endsWith(".bias")) return 0.5 * bell(random);
  if (name.startsWith("rope_freqs")) return 1 + 7 * random(); // what Llama 3 has: 1 to 8
  return 1 + 0.2 * bell(random); // a norm
}

/** Bell-shaped, of standard deviation 1. */
function bell(random: () => number): number {
  return 2 * (random() + random() + random() - 1.5);
}

/**
 * Where blocks have halves, and how large these are to one another: minima such that weights are
 * zero on average.
 */
const halves: Readonly<Record<Exclude<TensorFormat, `${string}F${16 | 32}`>, [number, number][]>> =
  {
    Q8_0: [[0, 1]],
    Q4_0: [[0, 1]],
    Q4_1: [
      [0, 1],
      [2, -7.5],
    ],
    Q5_0: [[0, 1]],
    Q5_1: [
      [0, 1],
      [2, -15.5],
    ],
    Q2_K: [
      [80, 1],
      [82, 1.5],
    ],
    Q3_K: [[108, 1]],
    Q4_K: [
      [0, 1],
      [2, 7.5],
    ],
    Q5_K: [
      [0, 1],
      [2, 15.5],
    ],
    Q6_K: [[208, 1]],
  };

/** Blocks of random bytes, in which every bit matters, with scales of either sign for weights of about `size`. */
function randomBlocks(
  format: keyof typeof halves,
  bytes: number,
  size: number,
  random: () => number,
): Uint8Array {
  const reader = readers[format];
  const blocks = Uint8Array.from({length: bytes}, () => 256 * random());
  const unit = size / deviation(format, reader);
  for (let block = 0; block < bytes; block += reader.bytes) {
    setHalves(blocks.subarray(block), format, unit * (random() < 0.5 ? -1 : 1) * (0.5 + random()));
  }
  return blocks;
}

function setHalves(block: Uint8Array, format: keyof typeof halves, scale: number): void {
  for (const [place, factor] of halves[format]) {
    const bits = halfBits(Math.fround(scale * factor));
    block[place] = bits & 255;
    block[place + 1] = bits >> 8;
  }
}

/** Standard deviation of the weights of random blocks whose scale is 1. */
function deviation(format: keyof typeof halves, reader: BlockReader): number {
  const random = seeded(1);
  const blocks = Uint8Array.from({length: 32 * reader.bytes}, () => 256 * random());
  for (let i = 0; i < 32; i++) setHalves(blocks.subarray(i * reader.bytes), format, 1);
  const weights = dequantize(blocks, reader);
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0) / weights.length);
}
