import type {TensorFormat} from "./formats.js";

/** A matrix that lies packed in the engine's memory. It maps a vector of `columns` to `rows`. */
export interface Matrix {
  format: TensorFormat;
  rows: number;
  columns: number;
  /** Where it begins, in bytes. A multiple of 16. */
  pointer: number;
}

/** What one layer has learned. Norms and biases are pointers (bytes) to 32-bit floats. */
export interface LayerWeights {
  attentionNorm: number;
  query: Matrix;
  key: Matrix;
  value: Matrix;
  /** Back from the heads to the residual stream: hiddenSize rows. */
  output: Matrix;
  /** Qwen 2 adds these to queries, keys and values. */
  queryBias?: number;
  keyBias?: number;
  valueBias?: number;
  /** Qwen 3 normalizes each head with these headDim numbers, before it is rotated. */
  queryNorm?: number;
  keyNorm?: number;
  feedForwardNorm: number;
  gate: Matrix;
  up: Matrix;
  down: Matrix;
}

/** All that a model has learned, in the engine's memory. */
export interface Weights {
  /** A row a token, vocabSize × hiddenSize. */
  embedding: Matrix;
  layers: LayerWeights[];
  outputNorm: number;
  /** From the residual stream to the logits, vocabSize × hiddenSize; the embedding where tied. */
  output: Matrix;
  /** Pointer to ropeDimensions / 2 numbers that each rotation's frequency is divided by (Llama 3). */
  ropeFactors?: number;
}
