import type {NetworkShape} from "./shape.js";

export interface WorkspaceOptions {
  contextLength: number;
  threads: number;
}

/** Where a network keeps what it calculates with, in bytes from the workspace's beginning. */
export interface Workspace {
  /** Tokens that go through the network together. */
  chunk: number;
  /** Tokens whose logits are calculated together where all are wanted. */
  logitTokens: number;
  barrier: number;
  /** The residual stream, [token][hiddenSize]. */
  stream: number;
  /** What a norm or attention leaves, [token][the wider of both]. */
  normed: number;
  /** Queries, keys and values; gate and up later in the layer: [token][…] each. */
  queries: number;
  keys: number;
  values: number;
  gate: number;
  up: number;
  /** The input of a product, made ready for it. */
  prepared: number;
  logits: number;
  /** Cache: of each layer and head, keys, then values. */
  cache: number;
  /** Numbers of one head's keys (or values). */
  cacheOfHead: number;
  /** What each thread has for itself. */
  own: {table: number; normed: number; prepared: number; scratch: number}[];
  bytes: number;
}

/** Bytes of the cache: 32-bit keys and values of each layer, for whole groups of four positions. */
export function cacheBytes(shape: NetworkShape, contextLength: number): number {
  return 2 * 4 * shape.numLayers * shape.numKvHeads * shape.headDim * roundUp(contextLength, 4);
}

export function workspaceBytes(shape: NetworkShape, options: WorkspaceOptions): number {
  return planWorkspace(shape, options).bytes;
}

export function planWorkspace(
  shape: NetworkShape,
  {contextLength, threads}: WorkspaceOptions,
): Workspace {
  const {hiddenSize, intermediateSize, numHeads, numKvHeads, headDim, vocabSize} = shape;
  const queryWidth = numHeads * headDim;
  const keyWidth = numKvHeads * headDim;
  const widest = Math.max(hiddenSize, queryWidth);
  const widestInput = Math.max(widest, intermediateSize);
  const together = Math.max(queryWidth + 2 * keyWidth, 2 * intermediateSize);

  const numbers = hiddenSize + widest + together + widestInput;
  const budget = leastWeightBytes(shape) / 8;
  const chunk = Math.min(256, roundUp(contextLength, 4), tokensFor(budget, 4 * numbers));
  const logitTokens = Math.min(16, chunk, tokensFor(budget / 3, 4 * vocabSize));

  let end = 0;
  const reserve = (count: number): number => {
    const at = end;
    end = roundUp(at + 4 * count, 64);
    return at;
  };
  const barrier = reserve(16);
  const stream = reserve(chunk * hiddenSize);
  const normed = reserve(chunk * widest);
  const queries = reserve(chunk * together);
  const keys = queries + 4 * chunk * queryWidth;
  const values = keys + 4 * chunk * keyWidth;
  const gate = queries;
  const up = gate + 4 * chunk * intermediateSize;
  const prepared = reserve(chunk * widestInput);
  const logits = reserve(logitTokens * vocabSize);
  const cache = reserve(cacheBytes(shape, contextLength) / 4);
  const own = Array.from({length: threads}, () => ({
    table: reserve(2 * chunk * shape.ropeDimensions),
    normed: reserve(widest),
    prepared: reserve(widestInput),
    scratch: reserve(
      32 + Math.max(panelNumbers(widestInput), attentionNumbers(headDim, contextLength)),
    ),
  }));
  return {
    chunk,
    logitTokens,
    barrier,
    stream,
    normed,
    queries,
    keys,
    values,
    gate,
    up,
    prepared,
    logits,
    cache,
    cacheOfHead: headDim * roundUp(contextLength, 4),
    own,
    bytes: end,
  };
}

/** Eight rows as they come out of their blocks, and again with four rows in a vector. */
const panelNumbers = (columns: number): number => 16 * columns;

/** Four queries, and their scores. */
const attentionNumbers = (headDim: number, contextLength: number): number =>
  4 * headDim + 4 * roundUp(contextLength, 16);

/** What all weights would take at 4.5 bits: what is calculated in should be small beside it. */
function leastWeightBytes(shape: NetworkShape): number {
  const {hiddenSize, numLayers, numHeads, numKvHeads, headDim, intermediateSize, vocabSize} = shape;
  const attention = 2 * hiddenSize * headDim * (numHeads + numKvHeads);
  const layer = attention + 3 * hiddenSize * intermediateSize;
  return (4.5 / 8) * (numLayers * layer + vocabSize * hiddenSize);
}

/** A power of two of at least 4 (a tile) that fits the budget. */
function tokensFor(budget: number, bytesOfToken: number): number {
  return Math.max(4, 2 ** Math.floor(Math.log2(budget / bytesOfToken)));
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
