// Stands in for the kernels' network until it is there: slow, for F32, Q8_0 and Q4_0 alone.

import {quantizers} from "../arithmetic/quantize.js";
import type {TensorFormat} from "./formats.js";
import type {Kernels} from "./kernels.js";
import type {NetworkShape} from "./shape.js";
import type {Matrix, Weights} from "./weights.js";

export function cacheBytes(shape: NetworkShape, contextLength: number): number {
  return 8 * shape.numLayers * contextLength * shape.numKvHeads * shape.headDim;
}
export function workspaceBytes(
  shape: NetworkShape,
  {contextLength}: {contextLength: number; threads: number},
): number {
  return cacheBytes(shape, contextLength) + 4 * (shape.vocabSize + shape.intermediateSize * 4);
}
export class Network {
  #matrices = new Map<Matrix, Float32Array>();
  #thread: number;
  #keys: Float32Array[];
  #values: Float32Array[];
  constructor(
    private kernels: Kernels,
    private memory: WebAssembly.Memory,
    private shape: NetworkShape,
    private weights: Weights,
    private workspace: number,
    {contextLength, thread}: {contextLength: number; thread: number; threads: number},
  ) {
    stub.memory = memory;
    this.#thread = thread;
    const kv = shape.numKvHeads * shape.headDim;
    const cache = () =>
      Array.from({length: shape.numLayers}, () => new Float32Array(contextLength * kv));
    this.#keys = cache();
    this.#values = cache();
  }
  #of(m: Matrix): Float32Array {
    let all = this.#matrices.get(m);
    if (!all) {
      all = new Float32Array(m.rows * m.columns);
      for (let r = 0; r < m.rows; r++) {
        unpackRow(this.kernels, m, r, this.workspace);
        all.set(new Float32Array(this.memory.buffer, this.workspace, m.columns), r * m.columns);
      }
      this.#matrices.set(m, all);
    }
    return all;
  }
  #times(m: Matrix, x: Float32Array): Float32Array {
    const w = this.#of(m);
    const out = new Float32Array(m.rows);
    for (let r = 0; r < m.rows; r++) {
      let sum = 0;
      for (let c = 0, at = r * m.columns; c < m.columns; c++, at++) sum += w[at]! * x[c]!;
      out[r] = sum;
    }
    return out;
  }
  #norm(x: Float32Array, pointer: number): Float32Array {
    const g = new Float32Array(this.memory.buffer, pointer, x.length);
    let sum = 0;
    for (const v of x) sum += v * v;
    const s = 1 / Math.sqrt(sum / x.length + this.shape.rmsNormEps);
    return x.map((v, i) => v * s * g[i]!);
  }
  #rope(x: Float32Array, position: number): void {
    const {headDim, ropeDimensions, ropeTheta} = this.shape;
    for (let h = 0; h < x.length; h += headDim)
      for (let i = 0; i < ropeDimensions / 2; i++) {
        const a = position * ropeTheta ** ((-2 * i) / ropeDimensions);
        const [p, q] = [h + 2 * i, h + 2 * i + 1];
        const [c, s] = [Math.cos(a), Math.sin(a)];
        const [u, v] = [x[p]!, x[q]!];
        x[p] = u * c - v * s;
        x[q] = u * s + v * c;
      }
  }
  forward(
    tokens: ArrayLike<number>,
    position: number,
    wanted: "last" | "all" | "none",
  ): Float32Array {
    const {shape, weights} = this;
    if (this.#thread > 0) return new Float32Array(0);
    const rows: Float32Array[] = [];
    for (let t = 0; t < tokens.length; t++) {
      const at = position + t;
      const m = this.#of(weights.embedding);
      let x = m.slice(tokens[t]! * shape.hiddenSize, (tokens[t]! + 1) * shape.hiddenSize);
      const kv = shape.numKvHeads * shape.headDim;
      weights.layers.forEach((l, i) => {
        const n = this.#norm(x, l.attentionNorm);
        const q = this.#times(l.query, n);
        const k = this.#times(l.key, n);
        this.#rope(q, at);
        this.#rope(k, at);
        this.#keys[i]!.set(k, at * kv);
        this.#values[i]!.set(this.#times(l.value, n), at * kv);
        const out = new Float32Array(q.length);
        for (let h = 0; h < shape.numHeads; h++) {
          const g = Math.floor((h * shape.numKvHeads) / shape.numHeads) * shape.headDim;
          const scores = new Float32Array(at + 1);
          for (let p = 0; p <= at; p++) {
            let s = 0;
            for (let d = 0; d < shape.headDim; d++)
              s += q[h * shape.headDim + d]! * this.#keys[i]![p * kv + g + d]!;
            scores[p] = s / Math.sqrt(shape.headDim);
          }
          const most = Math.max(...scores);
          const e = scores.map((s) => Math.exp(s - most));
          const total = e.reduce((a, b) => a + b, 0);
          for (let p = 0; p <= at; p++)
            for (let d = 0; d < shape.headDim; d++)
              out[h * shape.headDim + d]! += (e[p]! / total) * this.#values[i]![p * kv + g + d]!;
        }
        const o = this.#times(l.output, out);
        x = x.map((v, j) => v + o[j]!);
        const f = this.#norm(x, l.feedForwardNorm);
        const gate = this.#times(l.gate, f);
        const up = this.#times(l.up, f);
        const d = this.#times(
          l.down,
          gate.map((v, j) => (v / (1 + Math.exp(-v))) * up[j]!),
        );
        x = x.map((v, j) => v + d[j]!);
      });
      if (wanted === "all" || (wanted === "last" && t === tokens.length - 1))
        rows.push(this.#times(weights.output, this.#norm(x, weights.outputNorm)));
    }
    const out = new Float32Array(rows.length * shape.vocabSize);
    rows.forEach((r, i) => out.set(r, i * shape.vocabSize));
    return out;
  }
}

export const stub: {memory?: WebAssembly.Memory} = {};
export function packedBytes(format: TensorFormat, rows: number, columns: number): number {
  return rows * rowBytes(format, columns);
}
function rowBytes(format: TensorFormat, columns: number): number {
  if (format === "F32") return 4 * columns;
  if (format === "Q8_0" || format === "Q4_0") {
    return (columns / 32) * quantizers[format].bytes;
  }
  throw new Error(format);
}
export function pack(
  kernels: Kernels,
  format: TensorFormat,
  target: number,
  rows: number,
  columns: number,
  rowFrom: number,
  rowCount: number,
  raw: number,
): void {
  void kernels;
  void rows;
  const all = new Uint8Array(stub.memory!.buffer);
  const n = rowBytes(format, columns);
  all.set(all.subarray(raw, raw + rowCount * n), target + rowFrom * n);
}
export function unpackRow(kernels: Kernels, matrix: Matrix, row: number, out: number): void {
  void kernels;
  const {format, columns, pointer} = matrix;
  const n = rowBytes(format, columns);
  const to = new Float32Array(stub.memory!.buffer, out, columns);
  const at = pointer + row * n;
  if (format === "F32") to.set(new Float32Array(stub.memory!.buffer, at, columns));
  else {
    const {bytes, read} = quantizers[format as "Q8_0"];
    const raw = new Uint8Array(stub.memory!.buffer, at, n);
    for (let b = 0; b * bytes < n; b++)
      to.set(read(raw.subarray(b * bytes, (b + 1) * bytes)), b * 32);
  }
}
