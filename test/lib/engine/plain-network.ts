import {dequantize, readers} from "../../../src/lib/arithmetic/weight-formats.js";
import type {GgufHeader} from "../../../src/lib/catalog/gguf/header.js";

/**
 * A language model as its formulas say, in 64 bits, with nothing to make it fast: what the engine
 * is held against. Every token looks at all before it, which are calculated again each time.
 */
export interface PlainNetwork {
  /** Logits behind each of the tokens. */
  forward(tokens: readonly number[]): Float64Array[];
}

type Vector = Float64Array;
interface Tensor {
  format: string;
  columns: number;
  rows: number;
  weights: Float32Array;
}

/** `rounded` may round a vector before it meets a matrix of some format, as faster programs do. */
export function plainNetwork(
  header: GgufHeader,
  file: Uint8Array,
  rounded: (vector: Vector, format: string) => Vector = (vector) => vector,
): PlainNetwork {
  const times = (matrix: Tensor, vector: Vector): Vector =>
    product(matrix, rounded(vector, matrix.format));
  const tensors = new Map<string, Tensor>();
  for (const {name, dims, type, offset, bytes} of header.tensors) {
    const from = header.dataOffset + offset;
    const weights = dequantize(
      file.subarray(from, from + bytes),
      readers[type as keyof typeof readers],
    );
    tensors.set(name, {format: type, columns: dims[0]!, rows: dims[1] ?? 1, weights});
  }
  const family = String(header.metadata.get("general.architecture"));
  const own = (name: string) => header.metadata.get(`${family}.${name}`) as number | undefined;
  const hidden = own("embedding_length")!;
  const heads = own("attention.head_count")!;
  const keyHeads = own("attention.head_count_kv") ?? heads;
  const headDim = own("attention.key_length") ?? hidden / heads;
  const eps = own("attention.layer_norm_rms_epsilon")!;
  const theta = own("rope.freq_base") ?? 10000;
  const factors = tensors.get("rope_freqs.weight")?.weights;
  const isAdjacent = family === "llama";

  const need = (name: string): Tensor => {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw new Error(`no tensor ${name}`);
    return tensor;
  };
  const embedding = need("token_embd.weight");
  const output = tensors.get("output.weight") ?? embedding;

  /** Rotates the pairs of a head by angles that grow with the position, in place. */
  const rotate = (head: Vector, position: number): void => {
    for (let pair = 0; pair < headDim / 2; pair++) {
      const frequency = theta ** ((-2 * pair) / headDim) / (factors?.[pair] ?? 1);
      const [cos, sin] = [Math.cos(position * frequency), Math.sin(position * frequency)];
      const [a, b] = isAdjacent ? [2 * pair, 2 * pair + 1] : [pair, pair + headDim / 2];
      const [x, y] = [head[a]!, head[b]!];
      head[a] = x * cos - y * sin;
      head[b] = x * sin + y * cos;
    }
  };
  const headOf = (vector: Vector, head: number): Vector =>
    vector.subarray(head * headDim, (head + 1) * headDim);

  return {
    forward(tokens) {
      const states = tokens.map((token) => Float64Array.from(rowOf(embedding, token)));
      for (let layer = 0; layer < own("block_count")!; layer++) {
        const named = (name: string) => need(`blk.${layer}.${name}`);
        const optional = (name: string) => tensors.get(`blk.${layer}.${name}`)?.weights;
        const projected = (input: Vector, name: string): Vector =>
          plus(times(named(`${name}.weight`), input), optional(`${name}.bias`));

        const keys: Vector[] = [];
        const values: Vector[] = [];
        states.forEach((state, position) => {
          const input = normalized(state, named("attn_norm.weight").weights, eps);
          const query = projected(input, "attn_q");
          const key = projected(input, "attn_k");
          for (const [vector, count, norm] of [
            [query, heads, optional("attn_q_norm.weight")],
            [key, keyHeads, optional("attn_k_norm.weight")],
          ] as const) {
            for (let head = 0; head < count; head++) {
              const own = headOf(vector, head);
              if (norm !== undefined) own.set(normalized(own, norm, eps));
              rotate(own, position);
            }
          }
          keys.push(key);
          values.push(projected(input, "attn_v"));

          const mixed = new Float64Array(heads * headDim);
          for (let head = 0; head < heads; head++) {
            const shared = Math.floor((head * keyHeads) / heads);
            const own = headOf(query, head);
            const scores = keys.map((key) => dot(headOf(key, shared), own) / Math.sqrt(headDim));
            softmax(scores).forEach((share, past) => {
              const value = headOf(values[past]!, shared);
              value.forEach((x, i) => (mixed[head * headDim + i]! += share * x));
            });
          }
          add(state, times(named("attn_output.weight"), mixed));
        });
        for (const state of states) {
          const input = normalized(state, named("ffn_norm.weight").weights, eps);
          const gate = times(named("ffn_gate.weight"), input);
          const up = times(named("ffn_up.weight"), input);
          add(
            state,
            times(
              named("ffn_down.weight"),
              gate.map((g, i) => (g / (1 + Math.exp(-g))) * up[i]!),
            ),
          );
        }
      }
      const norm = need("output_norm.weight").weights;
      return states.map((state) => times(output, normalized(state, norm, eps)));
    },
  };
}

function rowOf({columns, weights}: Tensor, row: number): Float32Array {
  return weights.subarray(row * columns, (row + 1) * columns);
}

function product({rows, columns, weights}: Tensor, vector: Vector): Vector {
  const products = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += weights[row * columns + i]! * vector[i]!;
    products[row] = sum;
  }
  return products;
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function plus(vector: Vector, bias: Float32Array | undefined): Vector {
  return bias === undefined ? vector : vector.map((x, i) => x + bias[i]!);
}

function add(target: Vector, vector: Vector): void {
  vector.forEach((x, i) => (target[i]! += x));
}

/** x / √(mean x² + eps), times what was learned for each place. */
function normalized(vector: Vector, weights: Float32Array, eps: number): Vector {
  const scale = 1 / Math.sqrt(dot(vector, vector) / vector.length + eps);
  return vector.map((x, i) => x * scale * weights[i]!);
}

function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}
