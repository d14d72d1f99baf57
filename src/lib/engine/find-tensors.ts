import {quoted} from "../catalog/gguf/error.js";
import type {GgufHeader, GgufTensor} from "../catalog/gguf/header.js";
import {EngineError} from "./error.js";
import {tensorFormatNamed, tensorFormats, type TensorFormat} from "./formats.js";
import type {NetworkShape} from "./shape.js";
import {sized} from "./sizes.js";

/** A matrix in the file. */
export interface FileMatrix {
  tensor: GgufTensor;
  format: TensorFormat;
  rows: number;
  columns: number;
}

/** A vector of 32-bit floats in the file. */
export interface FileVector {
  tensor: GgufTensor;
  length: number;
}

/** What one layer has in the file; the names are those of LayerWeights. */
export interface FileLayer {
  vectors: Partial<Record<LayerVector, FileVector>> & Record<NormOfLayer, FileVector>;
  matrices: Record<LayerMatrix, FileMatrix>;
}

/** All tensors of a file that the engine calculates with, each checked. */
export interface FileTensors {
  embedding: FileMatrix;
  layers: FileLayer[];
  outputNorm: FileVector;
  /** Undefined where the embedding serves as output matrix as well. */
  output: FileMatrix | undefined;
  ropeFactors: FileVector | undefined;
}

export type LayerMatrix = "query" | "key" | "value" | "output" | "gate" | "up" | "down";
type NormOfLayer = "attentionNorm" | "feedForwardNorm";
export type LayerVector =
  NormOfLayer | "queryBias" | "keyBias" | "valueBias" | "queryNorm" | "keyNorm";

/**
 * Finds the tensors that the shape asks for, and checks name, dimensions, format and place of each.
 * A tensor that the engine would have to ignore is an error: it would write something else than the
 * model does.
 *
 * @throws EngineError with a sentence that names the tensor.
 */
export function findTensors(header: GgufHeader, shape: NetworkShape): FileTensors {
  checkPlaces(header);
  const rest = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));
  const take = (name: string): GgufTensor | undefined => {
    const tensor = rest.get(name);
    rest.delete(name);
    return tensor;
  };
  const {hiddenSize, headDim, intermediateSize, vocabSize} = shape;
  const queries = shape.numHeads * headDim;
  const keys = shape.numKvHeads * headDim;

  const layer = (index: number): FileLayer => {
    const named = (name: string) => `blk.${index}.${name}`;
    const matrix = (name: string, columns: number, rows: number) =>
      asMatrix(required(take(named(`${name}.weight`)), named(`${name}.weight`)), columns, rows);
    const norm = (name: string, length: number) =>
      asVector(required(take(named(name)), named(name)), length);
    const optional = (name: string, length: number) => {
      const tensor = take(named(name));
      return tensor && asVector(tensor, length);
    };
    // Queries and keys of Qwen 3 are normalized, those of Qwen 2 are shifted; a Llama may be shifted.
    const isNormed = shape.family === "qwen3";
    const bias = shape.family === "qwen2" ? norm : optional;
    return {
      vectors: withoutUndefined({
        attentionNorm: norm("attn_norm.weight", hiddenSize),
        feedForwardNorm: norm("ffn_norm.weight", hiddenSize),
        queryBias: bias("attn_q.bias", queries),
        keyBias: bias("attn_k.bias", keys),
        valueBias: bias("attn_v.bias", keys),
        queryNorm: isNormed ? norm("attn_q_norm.weight", headDim) : undefined,
        keyNorm: isNormed ? norm("attn_k_norm.weight", headDim) : undefined,
      }),
      matrices: {
        query: matrix("attn_q", hiddenSize, queries),
        key: matrix("attn_k", hiddenSize, keys),
        value: matrix("attn_v", hiddenSize, keys),
        output: matrix("attn_output", queries, hiddenSize),
        gate: matrix("ffn_gate", hiddenSize, intermediateSize),
        up: matrix("ffn_up", hiddenSize, intermediateSize),
        down: matrix("ffn_down", intermediateSize, hiddenSize),
      },
    };
  };

  const embedding = required(take("token_embd.weight"), "token_embd.weight");
  const output = take("output.weight");
  const ropeFactors = take("rope_freqs.weight");
  const found: FileTensors = {
    embedding: asMatrix(embedding, hiddenSize, vocabSize),
    layers: Array.from({length: shape.numLayers}, (_, index) => layer(index)),
    outputNorm: asVector(required(take("output_norm.weight"), "output_norm.weight"), hiddenSize),
    output: output && asMatrix(output, hiddenSize, vocabSize),
    ropeFactors: ropeFactors && asVector(ropeFactors, shape.ropeDimensions / 2),
  };
  for (const name of rest.keys()) {
    if (!isTable.test(name)) throw unknown(name);
  }
  return found;
}

/** Tables of angles that old files carry; the engine calculates its own. */
const isTable = /^blk\.\d+\.attn_rot_embd$|^rope\.freqs$|\.rotary_emb\.inv_freq$/;

/** All matrices and vectors, in no particular order. */
export function allTensors(found: FileTensors): {
  matrices: FileMatrix[];
  vectors: FileVector[];
} {
  const {embedding, layers, output, outputNorm, ropeFactors} = found;
  return {
    matrices: [
      embedding,
      ...layers.flatMap(({matrices}) => Object.values(matrices)),
      ...(output ? [output] : []),
    ],
    vectors: [
      ...layers.flatMap(({vectors}) => Object.values(vectors)),
      outputNorm,
      ...(ropeFactors ? [ropeFactors] : []),
    ],
  };
}

/** Tensors lie one after the other, within the file. */
function checkPlaces({tensors, dataOffset, fileBytes}: GgufHeader): void {
  const inOrder = [...tensors].sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const {name, offset, bytes} of inOrder) {
    if (offset < end) {
      throw new EngineError(
        "contradictory",
        `The tensor ${quoted(name)} begins where the one before it has not ended.`,
      );
    }
    end = offset + bytes;
  }
  if (fileBytes === undefined || dataOffset + end <= fileBytes) return;
  const needed = dataOffset + tensors.reduce((sum, {bytes}) => sum + bytes, 0);
  throw needed > fileBytes
    ? new EngineError(
        "cut off",
        `The file ends after ${sized(fileBytes)}; its tensors need ${sized(dataOffset + end)}. The download was probably cut off.`,
      )
    : new EngineError(
        "out of bounds",
        `The tensor ${quoted(inOrder.at(-1)!.name)} lies behind the end of the file.`,
      );
}

function required(tensor: GgufTensor | undefined, name: string): GgufTensor {
  if (tensor !== undefined) return tensor;
  throw new EngineError("missing", `The file lacks the tensor ${name}.`);
}

function asMatrix(tensor: GgufTensor, columns: number, rows: number): FileMatrix {
  checkDims(tensor, [columns, rows]);
  const format = tensorFormatNamed(tensor.type);
  if (format !== undefined) return {tensor, format, rows, columns};
  throw new EngineError(
    "not supported",
    `The tensor ${quoted(tensor.name)} is in ${tensor.type}; the engine reads ${tensorFormats.join(", ")}.`,
  );
}

function asVector(tensor: GgufTensor, length: number): FileVector {
  checkDims(tensor, [length]);
  if (tensor.type === "F32") return {tensor, length};
  throw new EngineError(
    "not supported",
    `The tensor ${quoted(tensor.name)} is in ${tensor.type}; norms and biases should be in F32.`,
  );
}

function checkDims({name, dims}: GgufTensor, expected: readonly number[]): void {
  const padded = Array.from({length: 4}, (_, i) => dims[i] ?? 1);
  if (padded.every((dim, i) => dim === (expected[i] ?? 1))) return;
  throw new EngineError(
    "contradictory",
    `The tensor ${quoted(name)} has ${dims.join(" × ")} numbers; by the header it should have ${expected.join(" × ")}.`,
  );
}

function unknown(name: string): EngineError {
  return new EngineError(
    "not supported",
    `The file has a tensor ${quoted(name)}, which the engine does not know how to use.`,
  );
}

/** A record without the entries that are undefined. */
function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}

type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>};
