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

/** All tensors of a model, equal ones together: what a checkpoint holds. */
export function tensorGroups(architecture: Architecture): TensorGroup[] {
  return [
    ...embeddingTensors(architecture),
    ...attentionTensors(architecture),
    ...feedForwardTensors(architecture),
    ...normTensors(architecture),
  ];
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
  const {numLayers, hiddenSize, intermediateSize, feedForwardMatrices, biases, experts} =
    architecture;
  const dense = experts === undefined ? numLayers : experts.denseLayers;
  const sparse = numLayers - dense;
  const inward = feedForwardMatrices - 1; // up, or gate and up
  const block = (name: string, width: number, copies: number, active: number, bias: boolean) =>
    copies === 0
      ? []
      : [
          matrix("feedForward", `${name} up`, width, hiddenSize, inward * copies, inward * active),
          matrix("feedForward", `${name} down`, hiddenSize, width, copies, active),
          ...(bias
            ? [
                vector("feedForward", `${name} up bias`, width, inward * copies, inward * active),
                vector("feedForward", `${name} down bias`, hiddenSize, copies, active),
              ]
            : []),
        ];
  const denseBlock = block("feed-forward", intermediateSize, dense, dense, biases.feedForward);
  if (experts === undefined) return denseBlock;
  const {count, perToken, sharedIntermediateSize} = experts;
  return [
    ...denseBlock,
    ...block(
      "expert",
      experts.intermediateSize,
      sparse * count,
      sparse * perToken,
      experts.expertBias,
    ),
    ...(sharedIntermediateSize > 0
      ? block("shared expert", sharedIntermediateSize, sparse, sparse, false)
      : []),
    ...(experts.sharedGate === true
      ? [vector("feedForward", "shared expert gate", hiddenSize, sparse)]
      : []),
    matrix("feedForward", "router", count, hiddenSize, sparse),
    ...(experts.routerBias ? [vector("feedForward", "router bias", count, sparse)] : []),
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
