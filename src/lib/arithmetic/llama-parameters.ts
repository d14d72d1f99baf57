import type {Architecture} from "./architecture.js";
import {parameterCount} from "./parameters.js";

/** The sizes that make a LLaMA. */
export interface LlamaSizes {
  layers: number;
  hiddenSize: number;
  intermediateSize: number;
  vocabularySize: number;
}

/** The sizes of its successors, whose query heads share keys and values. */
export interface GroupedSizes extends LlamaSizes {
  heads: number;
  kvHeads: number;
  headSize: number;
  /** Tables as large as the vocabulary: 1 where the output is the embedding once more, else 2. */
  tables: number;
}

/** The sizes of a mixture of experts that stay unused while one token passes. */
export interface MixtureSizes {
  sparseLayers: number;
  hiddenSize: number;
  expertSize: number;
  experts: number;
  expertsPerToken: number;
}

/**
 * Weights of a LLaMA, exactly: L (4 d² + 3 d·d_ff + 2 d) + 2 V·d + d. They are counted tensor by
 * tensor, as for every other model.
 */
export function llamaParameters({hiddenSize, ...sizes}: LlamaSizes): number {
  return groupedParameters({
    ...sizes,
    hiddenSize,
    heads: 1,
    kvHeads: 1,
    headSize: hiddenSize,
    tables: 2,
  });
}

/**
 * Weights of a LLaMA whose heads share keys and values, exactly:
 * L (2 d·d_head (n_q + n_kv) + 3 d·d_ff + 2 d) + n_emb·V·d + d.
 */
export function groupedParameters({tables, ...sizes}: GroupedSizes): number {
  const {total, embedding} = parameterCount(llamaShape(sizes));
  return total + (tables - 1) * embedding;
}

/** Weights of one of its layers: 2 d·d_head (n_q + n_kv) + 3 d·d_ff + 2 d. */
export function layerParameters(sizes: Omit<GroupedSizes, "layers" | "tables">): number {
  const {attention, feedForward} = parameterCount(llamaShape({...sizes, layers: 1}));
  return attention + feedForward + 2 * sizes.hiddenSize; // and the norms of both blocks
}

/** Weights of the experts that one token leaves alone: 3 L·d·d_exp (E − k). */
export function idleParameters({
  sparseLayers,
  hiddenSize,
  expertSize,
  experts,
  expertsPerToken,
}: MixtureSizes): number {
  const {total, active} = parameterCount({
    ...llamaShape({
      layers: sparseLayers,
      hiddenSize,
      intermediateSize: 0,
      vocabularySize: 0,
      heads: 0,
      kvHeads: 0,
      headSize: 0,
    }),
    experts: {
      count: experts,
      perToken: expertsPerToken,
      intermediateSize: expertSize,
      sharedIntermediateSize: 0,
      denseLayers: 0,
      routerBias: false,
      expertBias: false,
    },
  });
  return total - active;
}

/** No biases, two norms a layer, three matrices in the feed-forward block, one table of words. */
function llamaShape(sizes: Omit<GroupedSizes, "tables">): Architecture {
  return {
    name: "",
    family: "llama",
    numLayers: sizes.layers,
    hiddenSize: sizes.hiddenSize,
    numHeads: sizes.heads,
    numKvHeads: sizes.kvHeads,
    headDim: sizes.headSize,
    intermediateSize: sizes.intermediateSize,
    vocabSize: sizes.vocabularySize,
    tieEmbeddings: true,
    feedForwardMatrices: 3,
    biases: {queryKeyValue: false, attentionOutput: false, feedForward: false},
    norms: {perLayer: 2, bias: false},
    qkNorm: false,
    attentionSinks: false,
    learnedPositions: 0,
  };
}
