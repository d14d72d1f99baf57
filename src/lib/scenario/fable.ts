import type {Architecture} from "../arithmetic/architecture.js";

/** The shape of Fable, the demo model of this notebook: see data/model/MODEL_CARD.md. */
export const fable: Architecture = {
  name: "Fable",
  family: "llama",
  numLayers: 5,
  hiddenSize: 256,
  numHeads: 8,
  numKvHeads: 4,
  headDim: 32,
  intermediateSize: 512,
  vocabSize: 4096,
  tieEmbeddings: true,
  feedForwardMatrices: 3,
  biases: {queryKeyValue: false, attentionOutput: false, feedForward: false},
  norms: {perLayer: 2, bias: false},
  qkNorm: false,
  attentionSinks: false,
  learnedPositions: 0,
};

/** Tokens of text that it was shown: three times its books, by data/model/MODEL_CARD.md. */
export const fableTokens = 32.7e6;
