import type {Architecture} from "../arithmetic/architecture.js";
import type {SyntheticSize} from "../catalog/device-report.js";

/**
 * Models of random weights, made in the page: only the shape of a model takes time, so nothing has
 * to be fetched to measure with weights that fit the caches (15M) and weights that do not (110M).
 * They have the shapes of Karpathy's stories15M and stories110M, whose output matrix is the
 * embedding once more, and are files like any other: the engine reads them in its ordinary way.
 */
export const syntheticArchitectures: Readonly<Record<SyntheticSize, Architecture>> = {
  "15M": llama({name: "15M", hiddenSize: 288, numLayers: 6, numHeads: 6, intermediateSize: 768}),
  "110M": llama({
    name: "110M",
    hiddenSize: 768,
    numLayers: 12,
    numHeads: 12,
    intermediateSize: 2048,
  }),
};

function llama(
  sizes: Pick<Architecture, "name" | "hiddenSize" | "numLayers" | "numHeads" | "intermediateSize">,
): Architecture {
  return {
    ...sizes,
    family: "llama",
    numKvHeads: sizes.numHeads,
    headDim: sizes.hiddenSize / sizes.numHeads,
    vocabSize: 32_000,
    tieEmbeddings: true,
    feedForwardMatrices: 3,
    biases: {queryKeyValue: false, attentionOutput: false, feedForward: false},
    norms: {perLayer: 2, bias: false},
    qkNorm: false,
    attentionSinks: false,
    learnedPositions: 0,
  };
}
