import type {Architecture} from "./architecture.js";
import type {TensorGroup} from "./parameters.js";

/** A number format in which a machine calculates. */
export type ArithmeticPrecision = "fp32" | "fp16" | "bf16" | "fp8" | "int8" | "int4";

/** How weights are stored. */
export type Format = IdealFormat | BlockFormat | TensorMix | PublishedMix;

interface Named {
  /** e.g. "Q4_0", "Q4_0 file", "FP16" */
  name: string;
  /** Bits of one weight of a matrix; of a published mix, of its first row. */
  bitsPerWeight: number;
  /** The precision in which the weights are calculated with, once they have arrived. */
  arithmetic: ArithmeticPrecision;
}

/** Every parameter takes exactly so many bits. */
export interface IdealFormat extends Named {
  kind: "ideal";
}

/** One field of a block, e.g. the 16-bit scale of Q4_0. */
export interface BlockField {
  name: string;
  bits: number;
  /** How many of it a block holds. */
  count: number;
}

/** Weights in blocks that share scales, as GGML lays them out; every matrix in this one format. */
export interface BlockFormat extends Named {
  kind: "block";
  /** Weights in a block. */
  weights: number;
  fields: readonly BlockField[];
}

/** A file in which the output matrix, or the experts, have a block format of their own. */
export interface TensorMix extends Named {
  kind: "tensor mix";
  /** Block format of a tensor, by name. */
  formatOf(tensor: TensorGroup, architecture: Architecture): string;
}

/** A file of many block formats, by the bits per weight that llama.cpp publishes for it. */
export interface PublishedMix extends Named {
  kind: "published mix";
  /** Bits per weight of the whole file, for models of so many parameters. */
  published: readonly {parameters: number; vocabSize: number; bitsPerWeight: number}[];
}
