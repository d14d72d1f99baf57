/** Families whose computation the engine knows. Mistral, TinyLlama and SmolLM2 are written as Llamas. */
export type Family = "llama" | "qwen2" | "qwen3";

/** The sizes of a network, and the constants in its formulas: all that the kernels must know. */
export interface NetworkShape {
  family: Family;
  hiddenSize: number;
  numLayers: number;
  numHeads: number;
  /** Heads that keep keys and values; numHeads is a multiple of it. */
  numKvHeads: number;
  headDim: number;
  intermediateSize: number;
  vocabSize: number;
  /** Tokens that it was trained to look back on. */
  contextLength: number;
  /** Added to the mean square before its root is taken. */
  rmsNormEps: number;
  /** The first pair of a head turns by one radian a token, the last by almost 1 / ropeTheta. */
  ropeTheta: number;
  /** Elements of a head that turn; the others stay as they are. */
  ropeDimensions: number;
  /** Which elements turn together: 0 and 1, 2 and 3, …; or the first half's with the second's. */
  ropeLayout: "adjacent" | "halves";
}
