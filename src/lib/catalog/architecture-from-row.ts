import type {Architecture, Experts, LatentAttention} from "../arithmetic/architecture.js";

/** The shape of a model as one row of data/models.csv has it: one flat list of columns. */
export interface ArchitectureRow {
  name: string;
  family: string;
  numLayers: number;
  hiddenSize: number;
  numHeads: number;
  numKvHeads: number;
  headDim: number;
  intermediateSize: number;
  vocabSize: number;
  tieEmbeddings: boolean;
  feedForwardMatrices: 2 | 3;
  queryKeyValueBias: boolean;
  attentionOutputBias: boolean;
  feedForwardBias: boolean;
  normsPerLayer: 1 | 2 | 4;
  normBias: boolean;
  qkNorm: boolean;
  attentionSinks: boolean;
  learnedPositions: number;
  /** Sliding windows: both columns, or neither. */
  slidingWindow?: number;
  slidingLayers?: number;
  /** Experts: all of these columns, or none. */
  numExperts?: number;
  expertsPerToken?: number;
  expertIntermediateSize?: number;
  sharedIntermediateSize?: number;
  denseLayers?: number;
  routerBias?: boolean;
  expertBias?: boolean;
  /** Latent attention: all of these columns, or none; queryRank may be empty. */
  queryRank?: number;
  keyValueRank?: number;
  nopeHeadDim?: number;
  ropeHeadDim?: number;
  valueHeadDim?: number;
}

/** The architecture that a row describes. The row has been validated: nothing is guessed here. */
export function architectureFromRow(row: ArchitectureRow): Architecture {
  const slidingWindow = slidingWindowOf(row);
  const latentAttention = latentAttentionOf(row);
  const experts = expertsOf(row);
  return {
    name: row.name,
    family: row.family,
    numLayers: row.numLayers,
    hiddenSize: row.hiddenSize,
    numHeads: row.numHeads,
    numKvHeads: row.numKvHeads,
    headDim: row.headDim,
    intermediateSize: row.intermediateSize,
    vocabSize: row.vocabSize,
    tieEmbeddings: row.tieEmbeddings,
    feedForwardMatrices: row.feedForwardMatrices,
    biases: {
      queryKeyValue: row.queryKeyValueBias,
      attentionOutput: row.attentionOutputBias,
      feedForward: row.feedForwardBias,
    },
    norms: {perLayer: row.normsPerLayer, bias: row.normBias},
    qkNorm: row.qkNorm,
    attentionSinks: row.attentionSinks,
    learnedPositions: row.learnedPositions,
    ...(slidingWindow && {slidingWindow}),
    ...(latentAttention && {latentAttention}),
    ...(experts && {experts}),
  };
}

function slidingWindowOf({
  slidingWindow,
  slidingLayers,
}: ArchitectureRow): Architecture["slidingWindow"] {
  if (slidingWindow === undefined || slidingLayers === undefined) return undefined;
  return {tokens: slidingWindow, layers: slidingLayers};
}

function latentAttentionOf({
  queryRank,
  keyValueRank,
  nopeHeadDim,
  ropeHeadDim,
  valueHeadDim,
}: ArchitectureRow): LatentAttention | undefined {
  if (
    keyValueRank === undefined ||
    nopeHeadDim === undefined ||
    ropeHeadDim === undefined ||
    valueHeadDim === undefined
  ) {
    return undefined;
  }
  return {
    ...(queryRank !== undefined && {queryRank}),
    keyValueRank,
    nopeHeadDim,
    ropeHeadDim,
    valueHeadDim,
  };
}

function expertsOf({
  numExperts,
  expertsPerToken,
  expertIntermediateSize,
  sharedIntermediateSize,
  denseLayers,
  routerBias,
  expertBias,
}: ArchitectureRow): Experts | undefined {
  if (
    numExperts === undefined ||
    expertsPerToken === undefined ||
    expertIntermediateSize === undefined
  ) {
    return undefined;
  }
  return {
    count: numExperts,
    perToken: expertsPerToken,
    intermediateSize: expertIntermediateSize,
    sharedIntermediateSize: sharedIntermediateSize ?? 0,
    denseLayers: denseLayers ?? 0,
    routerBias: routerBias ?? false,
    expertBias: expertBias ?? false,
  };
}
