import type {Architecture} from "../arithmetic/architecture.js";
import {halfBits} from "../arithmetic/half.js";
import type {MeasuredFormat, SyntheticSize} from "../catalog/device-report.js";
import {syntheticArchitectures} from "./synthetic-architectures.js";

const contextLength = 2048;

/**
 * The GGUF file of a model with random weights. A small piece of random blocks is written again and
 * again, as parts of a Blob that refer to the same bytes, so that the file takes no memory.
 */
export function syntheticModel(size: SyntheticSize, format: MeasuredFormat): Blob {
  const architecture = syntheticArchitectures[size];
  const tensors = tensorsOf(architecture, format);
  const random = new Blob([randomBlocks(format, architecture.hiddenSize, blocksOfPiece)]);
  const ones = new Blob([new Float32Array(architecture.hiddenSize).fill(1)]);
  const header = headerOf(architecture, format, tensors);
  const parts: BlobPart[] = [header, new Uint8Array(padding(header.length))];
  for (const {dims, bytes} of tensors) {
    const piece = dims.length === 1 ? ones : random; // a norm leaves what it scales as it is
    for (let left = bytes; left > 0; left -= piece.size) {
      parts.push(left >= piece.size ? piece : piece.slice(0, left));
    }
    parts.push(new Uint8Array(padding(bytes)));
  }
  return new Blob(parts);
}

interface Tensor {
  name: string;
  /** As GGUF counts: the length of a row first. */
  dims: readonly number[];
  type: number;
  bytes: number;
}

/** Numbers by which GGUF files name formats, and the bytes and weights of their blocks. */
const blocks: Readonly<Record<MeasuredFormat, {type: number; bytes: number; weights: number}>> = {
  F32: {type: 0, bytes: 4, weights: 1},
  Q4_0: {type: 2, bytes: 18, weights: 32},
  Q8_0: {type: 8, bytes: 34, weights: 32},
};

function tensorsOf(
  {hiddenSize, intermediateSize, numLayers, vocabSize}: Architecture,
  format: MeasuredFormat,
): Tensor[] {
  const tensor = (name: string, stored: MeasuredFormat, dims: readonly number[]): Tensor => {
    const {type, bytes, weights} = blocks[stored];
    const count = dims.reduce((product, length) => product * length, 1);
    return {name: `${name}.weight`, dims, type, bytes: (count / weights) * bytes};
  };
  const matrix = (name: string, rows: number, columns: number) =>
    tensor(name, format, [columns, rows]);
  const norm = (name: string) => tensor(name, "F32", [hiddenSize]);
  const layer = (_: unknown, index: number): Tensor[] => {
    const part = `blk.${index}`;
    return [
      norm(`${part}.attn_norm`),
      ...["q", "k", "v", "output"].map((name) =>
        matrix(`${part}.attn_${name}`, hiddenSize, hiddenSize),
      ),
      norm(`${part}.ffn_norm`),
      matrix(`${part}.ffn_gate`, intermediateSize, hiddenSize),
      matrix(`${part}.ffn_up`, intermediateSize, hiddenSize),
      matrix(`${part}.ffn_down`, hiddenSize, intermediateSize),
    ];
  };
  return [
    matrix("token_embd", vocabSize, hiddenSize),
    ...Array.from({length: numLayers}, layer).flat(),
    norm("output_norm"),
  ];
}

const blocksOfPiece = 2 ** 15; // about a megabyte, or an eighth of it

/** Rows of a random matrix, as a file has them. */
export function randomRows(
  format: MeasuredFormat,
  rows: number,
  columns: number,
): Uint8Array<ArrayBuffer> {
  return randomBlocks(format, columns, (rows * columns) / blocks[format].weights);
}

/**
 * Blocks of random weights between −1 and 1, times 3/(2√columns), so that what goes through a
 * matrix keeps its size and nothing grows out of its range.
 */
function randomBlocks(
  format: MeasuredFormat,
  columns: number,
  count: number,
): Uint8Array<ArrayBuffer> {
  const {bytes} = blocks[format];
  const piece = new Uint8Array(count * bytes);
  const view = new DataView(piece.buffer);
  const most = 1.5 / Math.sqrt(columns);
  const random = randomNumbers(1);
  for (let at = 0; at < piece.length; at += bytes) {
    if (format === "F32") {
      view.setFloat32(at, (2 * random() - 1) * most, true);
      continue;
    }
    for (let byte = 2; byte < bytes; byte++) piece[at + byte] = 256 * random();
    view.setUint16(at, halfBits(most / (format === "Q8_0" ? 128 : 8)), true);
  }
  return piece;
}

/** Numbers from 0 to 1 that are the same each time (Numerical Recipes' ranqd1). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const alignment = 32; // bytes, at which every tensor begins

function padding(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment - bytes;
}

/** Fields and the list of tensors, as GGUF version 3 has them. */
function headerOf(
  architecture: Architecture,
  format: MeasuredFormat,
  tensors: readonly Tensor[],
): Uint8Array<ArrayBuffer> {
  const {name, hiddenSize, numHeads, vocabSize} = architecture;
  const words = Array.from({length: vocabSize}, (_, token) => wordOf(token));
  const fields: [key: string, type: FieldType, value: FieldValue][] = [
    ["general.architecture", "string", "llama"],
    ["general.name", "string", `random ${name} ${format}`],
    ["llama.context_length", "uint32", contextLength],
    ["llama.embedding_length", "uint32", hiddenSize],
    ["llama.block_count", "uint32", architecture.numLayers],
    ["llama.feed_forward_length", "uint32", architecture.intermediateSize],
    ["llama.attention.head_count", "uint32", numHeads],
    ["llama.attention.head_count_kv", "uint32", architecture.numKvHeads],
    ["llama.attention.layer_norm_rms_epsilon", "float32", 1e-5],
    ["llama.rope.dimension_count", "uint32", architecture.headDim],
    ["llama.vocab_size", "uint32", vocabSize],
    ["tokenizer.ggml.model", "string", "llama"],
    ["tokenizer.ggml.tokens", "string", words.map(({text}) => text)],
    ["tokenizer.ggml.scores", "float32", words.map((_, token) => -token)],
    ["tokenizer.ggml.token_type", "int32", words.map(({type}) => type)],
    ["tokenizer.ggml.bos_token_id", "uint32", 1],
    ["tokenizer.ggml.eos_token_id", "uint32", 2],
  ];
  const out = new HeaderWriter();
  out.raw("GGUF");
  out.write("uint32", 3);
  out.write("uint64", tensors.length);
  out.write("uint64", fields.length);
  for (const [key, type, value] of fields) out.field(key, type, value);
  let offset = 0;
  for (const {name, dims, type, bytes} of tensors) {
    out.write("string", name);
    out.write("uint32", dims.length);
    for (const length of dims) out.write("uint64", length);
    out.write("uint32", type);
    out.write("uint64", offset);
    offset += bytes + padding(bytes);
  }
  return out.bytes();
}

/** Three special tokens, one for each byte, and words that nobody says. */
function wordOf(token: number): {text: string; type: number} {
  const special = ["<unk>", "<s>", "</s>"][token];
  if (special !== undefined) return {text: special, type: token === 0 ? 2 : 3};
  const byte = token - 3;
  if (byte > 255) return {text: `▁t${token}`, type: 1};
  return {text: `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`, type: 6};
}

/** Numbers by which GGUF files name the types of fields. */
const fieldTypes = {uint32: 4, int32: 5, float32: 6, string: 8, array: 9, uint64: 10} as const;
type FieldType = Exclude<keyof typeof fieldTypes, "array">;
type FieldValue = string | number | readonly (string | number)[];

/** Little-endian bytes, one value after the other. */
class HeaderWriter {
  #bytes = new Uint8Array(2 ** 20);
  #view = new DataView(this.#bytes.buffer);
  #end = 0;

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#end);
  }

  raw(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  write(type: FieldType, value: string | number): void {
    if (typeof value === "string") {
      this.write("uint64", new TextEncoder().encode(value).length);
      this.raw(value);
      return;
    }
    const length = type === "uint64" ? 8 : 4;
    this.#reserve(length);
    if (type === "uint64") this.#view.setBigUint64(this.#end, BigInt(value), true);
    else if (type === "float32") this.#view.setFloat32(this.#end, value, true);
    else if (type === "int32") this.#view.setInt32(this.#end, value, true);
    else this.#view.setUint32(this.#end, value, true);
    this.#end += length;
  }

  field(key: string, type: FieldType, value: FieldValue): void {
    this.write("string", key);
    if (typeof value === "string" || typeof value === "number") {
      this.write("uint32", fieldTypes[type]);
      this.write(type, value);
      return;
    }
    this.write("uint32", fieldTypes.array);
    this.write("uint32", fieldTypes[type]);
    this.write("uint64", value.length);
    for (const each of value) this.write(type, each);
  }

  /** Grows to have room for so many bytes more. */
  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#end + bytes));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}
