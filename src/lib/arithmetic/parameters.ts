import type {Architecture} from "./architecture.js";

/** One kind of tensor: how many of it there are, and its shape. */
export interface TensorGroup {
  /** e.g. "attention query" */
  name: string;
  part: "embedding" | "attention" | "feedForward" | "norms" | "output";
  /** Matrices can be quantized; vectors and positions stay in full precision. */
  kind: "matrix" | "vector";
  rows: number;
  columns: number;
  /** How many tensors of this kind the model has. */
  copies: number;
  /** How many of them one token uses: fewer than all where the model has experts. */
  activeCopies: number;
}

/** Parameters of a model, in all and by the part of the model in which they are. */
export interface ParameterCount {
  /** All parameters. */
  total: number;
  /** Those that one token uses. */
  active: number;
  embedding: number;
  attention: number;
  feedForward: number;
  norms: number;
  output: number;
}

/**
 * The number of parameters, exactly, tensor by tensor. Counts parameters.
 *
 * For a LLaMA: vocab × d (embedding) + L × (4 d² + 3 d × ff + 2 d) + d + vocab × d (output).
 */
export function parameterCount(architecture: Architecture): ParameterCount {
  const count: ParameterCount = {
    total: 0,
    active: 0,
    embedding: 0,
    attention: 0,
    feedForward: 0,
    norms: 0,
    output: 0,
  };
  for (const {part, rows, columns, copies, activeCopies} of tensorGroups(architecture)) {
    const size = rows * columns;
    count[part] += size * copies;
    count.total += size * copies;
    count.active += size * activeCopies;
  }
  return count;
}

/**
 * Kaplan's and kipply's estimate for a GPT with a four times wider feed-forward block, as the
 * article writes it: P = L (4 d² + 2 · 4 d²) + vocab · d. Parameters.
 */
export function parameterEstimate(
  numLayers: number,
  hiddenSize: number,
  vocabSize: number,
): number {
  return numLayers * (4 * hiddenSize ** 2 + 2 * 4 * hiddenSize ** 2) + vocabSize * hiddenSize;
}

const listed = new WeakMap<Architecture, readonly TensorGroup[]>();

/**
 * All tensors of a model, equal ones together: what a checkpoint holds. They are listed once for
 * each architecture, since every law asks for them: an architecture is never changed in place.
 */
export function tensorGroups(architecture: Architecture): readonly TensorGroup[] {
  let groups = listed.get(architecture);
  if (groups === undefined) {
    groups = [
      ...embeddingTensors(architecture),
      ...attentionTensors(architecture),
      ...feedForwardTensors(architecture),
      ...normTensors(architecture),
    ];
    listed.set(architecture, groups);
  }
  return groups;
}

const matrix = (
  part: TensorGroup["part"],
  name: string,
  rows: number,
  columns: number,
  copies: number,
  activeCopies = copies,
): TensorGroup => ({name, part, kind: "matrix", rows, columns, copies, activeCopies});

const vector = (
  part: TensorGroup["part"],
  name: string,
  columns: number,
  copies: number,
  activeCopies = copies,
): TensorGroup => ({name, part, kind: "vector", rows: 1, columns, copies, activeCopies});

function embeddingTensors(architecture: Architecture): TensorGroup[] {
  const {vocabSize, hiddenSize, tieEmbeddings, learnedPositions} = architecture;
  return [
    matrix("embedding", "token embedding", vocabSize, hiddenSize, 1),
    ...(learnedPositions > 0
      ? [matrix("embedding", "position embedding", learnedPositions, hiddenSize, 1)]
      : []),
    ...(tieEmbeddings ? [] : [matrix("output", "output", vocabSize, hiddenSize, 1)]),
  ];
}

function attentionTensors(architecture: Architecture): TensorGroup[] {
  const {numLayers: layers, hiddenSize, numHeads, numKvHeads, headDim} = architecture;
  if (architecture.latentAttention !== undefined) return latentAttentionTensors(architecture);
  const queries = numHeads * headDim;
  const keys = numKvHeads * headDim;
  const {biases} = architecture;
  return [
    matrix("attention", "query", queries, hiddenSize, layers),
    matrix("attention", "key", keys, hiddenSize, layers),
    matrix("attention", "value", keys, hiddenSize, layers),
    matrix("attention", "attention output", hiddenSize, queries, layers),
    ...(biases.queryKeyValue
      ? [vector("attention", "query, key and value bias", queries + 2 * keys, layers)]
      : []),
    ...(biases.attentionOutput
      ? [vector("attention", "attention output bias", hiddenSize, layers)]
      : []),
    ...(architecture.attentionSinks ? [vector("attention", "sinks", numHeads, layers)] : []),
  ];
}

function latentAttentionTensors({
  numLayers: layers,
  hiddenSize,
  numHeads,
  latentAttention,
}: Architecture): TensorGroup[] {
  const {queryRank, keyValueRank, nopeHeadDim, ropeHeadDim, valueHeadDim} = latentAttention!;
  const queries = numHeads * (nopeHeadDim + ropeHeadDim);
  return [
    ...(queryRank === undefined
      ? [matrix("attention", "query", queries, hiddenSize, layers)]
      : [
          matrix("attention", "query down", queryRank, hiddenSize, layers),
          matrix("attention", "query up", queries, queryRank, layers),
          vector("norms", "latent query norm", queryRank, layers),
        ]),
    matrix("attention", "key and value down", keyValueRank + ropeHeadDim, hiddenSize, layers),
    matrix(
      "attention",
      "key and value up",
      numHeads * (nopeHeadDim + valueHeadDim),
      keyValueRank,
      layers,
    ),
    vector("norms", "latent key and value norm", keyValueRank, layers),
    matrix("attention", "attention output", hiddenSize, numHeads * valueHeadDim, layers),
  ];
}

function feedForwardTensors(architecture: Architecture): TensorGroup[] {
  const {numLayers, intermediateSize, biases, experts} = architecture;
  const dense = experts === undefined ? numLayers : experts.denseLayers;
  const denseBlocks = feedForwardBlocks(architecture, {
    name: "feed-forward",
    width: intermediateSize,
    copies: dense,
    bias: biases.feedForward,
  });
  if (experts === undefined) return denseBlocks;
  const {count, perToken, sharedIntermediateSize} = experts;
  const sparse = numLayers - dense;
  return [
    ...denseBlocks,
    ...feedForwardBlocks(architecture, {
      name: "expert",
      width: experts.intermediateSize,
      copies: sparse * count,
      activeCopies: sparse * perToken,
      bias: experts.expertBias,
    }),
    ...feedForwardBlocks(architecture, {
      name: "shared expert",
      width: sharedIntermediateSize,
      copies: sharedIntermediateSize > 0 ? sparse : 0,
      bias: false,
    }),
    ...(experts.sharedGate === true
      ? [vector("feedForward", "shared expert gate", architecture.hiddenSize, sparse)]
      : []),
    matrix("feedForward", "router", count, architecture.hiddenSize, sparse),
    ...(experts.routerBias ? [vector("feedForward", "router bias", count, sparse)] : []),
  ];
}

/** Blocks of two or three matrices: up, perhaps a gate beside it, and down again. */
function feedForwardBlocks(
  {hiddenSize, feedForwardMatrices}: Architecture,
  block: {name: string; width: number; copies: number; activeCopies?: number; bias: boolean},
): TensorGroup[] {
  const {name, width, copies, activeCopies: active = copies, bias} = block;
  if (copies === 0) return [];
  const inward = feedForwardMatrices - 1; // up, or gate and up
  return [
    matrix("feedForward", `${name} up`, width, hiddenSize, inward * copies, inward * active),
    matrix("feedForward", `${name} down`, hiddenSize, width, copies, active),
    ...(bias
      ? [
          vector("feedForward", `${name} up bias`, width, inward * copies, inward * active),
          vector("feedForward", `${name} down bias`, hiddenSize, copies, active),
        ]
      : []),
  ];
}

function normTensors(architecture: Architecture): TensorGroup[] {
  const {numLayers, hiddenSize, headDim, norms, qkNorm} = architecture;
  const vectors = norms.perLayer * numLayers + 1; // and one before the output
  return [
    vector("norms", "norm", hiddenSize, vectors),
    ...(norms.bias ? [vector("norms", "norm bias", hiddenSize, vectors)] : []),
    ...(qkNorm ? [vector("norms", "query and key norm", headDim, 2 * numLayers)] : []),
  ];
}
