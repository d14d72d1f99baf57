import type {Kernels} from "./kernels.js";
import {Multiplier, rowsOfPanel} from "./multiply.js";
import {unpackRow} from "./pack.js";
import type {NetworkShape} from "./shape.js";
import type {LayerWeights, Matrix, Weights} from "./weights.js";
import {planWorkspace, type Workspace, type WorkspaceOptions} from "./workspace.js";

export {cacheBytes, workspaceBytes} from "./workspace.js";

export interface NetworkOptions extends WorkspaceOptions {
  /** Which of the threads this is, from 0. */
  thread: number;
}

/** Whose logits are wanted: of the last token, of all, or of none (a prompt is being read). */
export type Wanted = "last" | "all" | "none";

/** A product whose input is shared with others. */
interface Product {
  matrix: Matrix;
  out: number;
  add?: boolean;
}

/**
 * A transformer's forward pass. Each thread has a Network over the same memory and calls `forward`
 * with the same arguments; inside, they divide rows, heads and tokens, and wait for each other where
 * one reads what another has written.
 */
export class Network {
  readonly #places: Workspace;
  readonly #multiplier: Multiplier;
  /** Radians that each pair of a head turns by a token. */
  readonly #frequencies: Float64Array;

  constructor(
    private readonly kernels: Kernels,
    private readonly memory: WebAssembly.Memory,
    private readonly shape: NetworkShape,
    private readonly weights: Weights,
    workspace: number,
    private readonly options: NetworkOptions,
  ) {
    this.#places = moved(planWorkspace(shape, options), workspace);
    const {thread, threads} = options;
    this.#multiplier = new Multiplier(kernels, thread, threads, this.#own.scratch);
    this.#frequencies = frequencies(shape, this.#floats(weights.ropeFactors));
  }

  /**
   * Reads tokens that stand at `position` and after, and remembers their keys and values. Returns
   * logits, tokens × vocabSize or 1 × vocabSize (valid until the next call), of the first thread.
   */
  forward(tokens: ArrayLike<number>, position: number, wanted: Wanted): Float32Array {
    const {vocabSize} = this.shape;
    const {chunk} = this.#places;
    const all = wanted === "all" ? new Float32Array(tokens.length * vocabSize) : undefined;
    for (let from = 0; from < tokens.length; from += chunk) {
      const count = Math.min(chunk, tokens.length - from);
      const isEnd = from + count === tokens.length;
      const needed = wanted === "all" ? count : wanted === "last" && isEnd ? 1 : 0;
      this.#embed(tokens, from, count);
      this.#layers(count, position + from, needed);
      if (all) this.#allLogits(count, all.subarray(from * vocabSize));
    }
    if (all) return all;
    if (wanted === "none" || tokens.length === 0) return new Float32Array(0);
    const last = (tokens.length - 1) % chunk;
    return this.#logits(last, 1);
  }

  get #own() {
    return this.#places.own[this.options.thread]!;
  }

  #embed(tokens: ArrayLike<number>, from: number, count: number): void {
    const {hiddenSize} = this.shape;
    const [first, end] = this.#share(count);
    for (let token = first; token < end; token++) {
      const to = this.#places.stream + 4 * token * hiddenSize;
      unpackRow(this.kernels, this.weights.embedding, tokens[from + token]!, to);
    }
    this.#wait();
  }

  /** @param needed how many tokens, the last ones, are wanted after the last layer */
  #layers(tokens: number, position: number, needed: number): void {
    this.#fillTable(tokens, position);
    this.weights.layers.forEach((layer, index) => {
      const isLast = index === this.weights.layers.length - 1;
      this.#keysAndQueries(layer, index, tokens, position);
      // Of the last layer's tokens only those go on whose logits are wanted.
      const going = isLast ? needed : tokens;
      if (going === 0) return;
      this.#attention(layer, index, tokens, tokens - going, position);
      this.#feedForward(layer, tokens - going, going);
    });
  }

  #keysAndQueries(layer: LayerWeights, index: number, tokens: number, position: number): void {
    const {kernels, shape} = this;
    const {headDim, numHeads, numKvHeads, rmsNormEps, ropeDimensions, ropeLayout} = shape;
    const {stream, queries, keys, values} = this.#places;
    this.#normAndMultiply(stream, layer.attentionNorm, tokens, [
      {matrix: layer.query, out: queries},
      {matrix: layer.key, out: keys},
      {matrix: layer.value, out: values},
    ]);
    const isOwn = this.#hasOwnHeads(tokens);
    if (!isOwn) this.#wait();

    /** Bias, norm and rotation of this thread's heads. */
    const finish = (x: number, heads: number, bias?: number, norm?: number, turns = true): void => {
      const [from, to] = this.#share(heads);
      if (from === to) return;
      const at = x + 4 * from * headDim;
      const [count, stride] = [to - from, heads * headDim];
      if (bias !== undefined) {
        kernels.addBias(at, bias + 4 * from * headDim, count * headDim, tokens, stride);
      }
      if (norm !== undefined) {
        for (let token = 0; token < tokens; token++) {
          const head = at + 4 * token * stride;
          kernels.rmsNorm(head, norm, headDim, count, rmsNormEps, head);
        }
      }
      if (!turns) return;
      const halves = ropeLayout === "halves";
      const {table} = this.#own;
      kernels.rope(at, count, headDim, tokens, stride, ropeDimensions, table, halves);
    };
    finish(queries, numHeads, layer.queryBias, layer.queryNorm);
    finish(keys, numKvHeads, layer.keyBias, layer.keyNorm);
    finish(values, numKvHeads, layer.valueBias, undefined, false);

    const [from, to] = this.#share(numKvHeads);
    for (let head = from; head < to; head++) {
      const at = 4 * head * headDim;
      const cached = this.#cacheOf(index, head);
      const stride = numKvHeads * headDim;
      kernels.remember(
        keys + at,
        values + at,
        stride,
        headDim,
        tokens,
        position,
        cached.keys,
        cached.values,
      );
    }
    if (!isOwn) this.#wait();
  }

  /**
   * Whether each thread can go on alone from the rows that it multiplied to the attention of the
   * same heads. A single token's steps are so short that each wait counts.
   */
  #hasOwnHeads(tokens: number): boolean {
    const {headDim, numKvHeads} = this.shape;
    const {threads} = this.options;
    const rows = (numKvHeads * headDim) / threads;
    return tokens === 1 && numKvHeads % threads === 0 && rows % rowsOfPanel === 0;
  }

  /** Tokens from `first` on, of `tokens`. */
  #attention(
    layer: LayerWeights,
    index: number,
    tokens: number,
    first: number,
    position: number,
  ): void {
    const {headDim, hiddenSize, numHeads, numKvHeads} = this.shape;
    const {thread, threads} = this.options;
    const {stream, normed, queries} = this.#places;
    const heads = numHeads / numKvHeads;
    const width = numHeads * headDim;
    const tile = 4;
    // Later tokens look back further: the threads take turns, so that each has some of both.
    let turn = 0;
    const isOwn = this.#hasOwnHeads(tokens);
    const [from, to] = isOwn ? this.#share(numKvHeads) : [0, numKvHeads];
    for (let head = from; head < to; head++) {
      const {keys, values} = this.#cacheOf(index, head);
      const at = 4 * head * heads * headDim;
      for (let query = first * heads; query < tokens * heads; query += tile) {
        if (!isOwn && turn++ % threads !== thread) continue;
        const end = Math.min(query + tile, tokens * heads);
        this.kernels.attend(
          queries + at,
          normed + at,
          width,
          heads,
          headDim,
          query,
          end,
          position,
          keys,
          values,
          this.#own.scratch,
        );
      }
    }
    this.#wait();
    const out = stream + 4 * first * hiddenSize;
    this.#multiplyAll(normed + 4 * first * width, width, tokens - first, [
      {matrix: layer.output, out, add: true},
    ]);
    this.#wait();
  }

  #feedForward(layer: LayerWeights, first: number, tokens: number): void {
    const {hiddenSize, intermediateSize} = this.shape;
    const {gate, up} = this.#places;
    const stream = this.#places.stream + 4 * first * hiddenSize;
    this.#normAndMultiply(stream, layer.feedForwardNorm, tokens, [
      {matrix: layer.gate, out: gate},
      {matrix: layer.up, out: up},
    ]);
    // Each thread goes on with the rows that it has just made.
    const [from, to] = this.#multiplier.rowsOf(intermediateSize);
    for (let token = 0; token < tokens; token++) {
      const at = 4 * (token * intermediateSize + from);
      this.kernels.swiglu(gate + at, up + at, to - from);
    }
    this.#wait();
    this.#multiplyAll(gate, intermediateSize, tokens, [
      {matrix: layer.down, out: stream, add: true},
    ]);
    this.#wait();
  }

  /** Logits of `tokens` tokens of the chunk. */
  #logits(first: number, tokens: number): Float32Array {
    const {hiddenSize, vocabSize} = this.shape;
    const {weights} = this;
    const {stream, logits} = this.#places;
    this.#normAndMultiply(stream + 4 * first * hiddenSize, weights.outputNorm, tokens, [
      {matrix: weights.output, out: logits},
    ]);
    this.#wait();
    return new Float32Array(this.memory.buffer, logits, tokens * vocabSize);
  }

  #allLogits(tokens: number, out: Float32Array): void {
    const {vocabSize} = this.shape;
    const {logitTokens} = this.#places;
    for (let first = 0; first < tokens; first += logitTokens) {
      const logits = this.#logits(first, Math.min(logitTokens, tokens - first));
      out.set(logits, first * vocabSize);
      this.#wait(); // before the next ones are written over them
    }
  }

  #normAndMultiply(x: number, norm: number, tokens: number, products: Product[]): void {
    const {hiddenSize, rmsNormEps} = this.shape;
    if (tokens === 1) {
      const {normed} = this.#own;
      this.kernels.rmsNorm(x, norm, hiddenSize, 1, rmsNormEps, normed);
      this.#multiplyAll(normed, hiddenSize, 1, products);
      return;
    }
    const {normed} = this.#places;
    const [from, to] = this.#tiles(tokens);
    const at = 4 * from * hiddenSize;
    this.kernels.rmsNorm(x + at, norm, hiddenSize, to - from, rmsNormEps, normed + at);
    this.#multiplyAll(normed, hiddenSize, tokens, products);
  }

  /**
   * Products of matrices with one input, [token][columns]. Each thread makes its tokens ready, then
   * multiplies its rows by all. A single token is made ready by each for itself: that is quicker
   * than to wait.
   */
  #multiplyAll(x: number, columns: number, tokens: number, products: Product[]): void {
    const multiplier = this.#multiplier;
    const kinds = new Set(products.map(({matrix}) => multiplier.kindFor(matrix.format)));
    const [from, to] = tokens === 1 ? [0, 1] : this.#tiles(tokens);
    const place = tokens === 1 ? this.#own.prepared : this.#places.prepared;
    let isFirst = true;
    for (const kind of kinds) {
      if (!isFirst && tokens > 1) this.#wait(); // others may still read what was made ready before
      isFirst = false;
      const prepared = multiplier.prepare(kind, x, columns, tokens, from, to, place);
      if (tokens > 1) this.#wait();
      for (const {matrix, out, add} of products) {
        if (multiplier.kindFor(matrix.format) !== kind) continue;
        multiplier.multiply(matrix, prepared, tokens, out, add);
      }
    }
  }

  #cacheOf(layer: number, head: number): {keys: number; values: number} {
    const {cache, cacheOfHead} = this.#places;
    const keys = cache + 8 * (layer * this.shape.numKvHeads + head) * cacheOfHead;
    return {keys, values: keys + 4 * cacheOfHead};
  }

  /** Cosines and sines of the tokens' positions; see kernels/rope.ts. */
  #fillTable(tokens: number, position: number): void {
    const {ropeDimensions: size, ropeLayout} = this.shape;
    const pairs = size / 2;
    const table = new Float32Array(this.memory.buffer, this.#own.table, 2 * size * tokens);
    for (let token = 0; token < tokens; token++) {
      const cosines = 2 * size * token;
      const sines = cosines + size;
      for (let pair = 0; pair < pairs; pair++) {
        const angle = (position + token) * this.#frequencies[pair]!;
        const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
        const first = ropeLayout === "halves" ? pair : 2 * pair;
        const second = ropeLayout === "halves" ? pair + pairs : 2 * pair + 1;
        table[cosines + first] = cosine;
        table[cosines + second] = cosine;
        table[sines + first] = -sine;
        table[sines + second] = sine;
      }
    }
  }

  /** This thread's part of `count` things. */
  #share(count: number): [from: number, to: number] {
    const {thread, threads} = this.options;
    return [Math.floor((count * thread) / threads), Math.floor((count * (thread + 1)) / threads)];
  }

  /** This thread's part of the tokens, in whole tiles of four. */
  #tiles(tokens: number): [from: number, to: number] {
    const [from, to] = this.#share(Math.ceil(tokens / 4));
    return [Math.min(tokens, 4 * from), Math.min(tokens, 4 * to)];
  }

  /** Waits for the other threads. */
  #wait(): void {
    const {threads} = this.options;
    if (threads > 1) this.kernels.barrier(this.#places.barrier, threads);
  }

  #floats(factors: number | undefined): Float32Array | undefined {
    if (factors === undefined) return undefined;
    return new Float32Array(this.memory.buffer, factors, this.shape.ropeDimensions / 2);
  }
}

/** θ^(−2i / d) for pair i of d / 2, divided by its factor where there is one. */
function frequencies(shape: NetworkShape, factors?: Float32Array): Float64Array {
  const {ropeTheta, ropeDimensions} = shape;
  return Float64Array.from({length: ropeDimensions / 2}, (_, pair) => {
    const frequency = ropeTheta ** ((-2 * pair) / ropeDimensions);
    return frequency / (factors?.[pair] ?? 1);
  });
}

/** The same places, counted from the memory's beginning. */
function moved(places: Workspace, by: number): Workspace {
  const own = places.own.map(({table, normed, prepared, scratch}) => ({
    table: table + by,
    normed: normed + by,
    prepared: prepared + by,
    scratch: scratch + by,
  }));
  return {
    ...places,
    own,
    barrier: places.barrier + by,
    stream: places.stream + by,
    normed: places.normed + by,
    queries: places.queries + by,
    keys: places.keys + by,
    values: places.values + by,
    gate: places.gate + by,
    up: places.up + by,
    prepared: places.prepared + by,
    logits: places.logits + by,
    cache: places.cache + by,
  };
}
