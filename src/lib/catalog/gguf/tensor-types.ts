import {blockFormats} from "../../arithmetic/block-formats.js";

/** How a tensor's numbers are stored: blocks of so many of them, in so many bytes. */
export interface TensorType {
  /** e.g. "Q4_0", "F16" */
  name: string;
  /** Numbers in a block; 1 where each stands alone. */
  blockWeights: number;
  blockBytes: number;
}

const plain = (name: string, blockBytes: number): TensorType => ({
  name,
  blockWeights: 1,
  blockBytes,
});

/** By the number that stands in a file. Source: llama.cpp, ggml/include/ggml.h, ggml_type. */
const numbers: Readonly<Record<number, TensorType | string>> = {
  0: plain("F32", 4),
  1: plain("F16", 2),
  2: "Q4_0",
  3: "Q4_1",
  6: "Q5_0",
  7: "Q5_1",
  8: "Q8_0",
  9: "Q8_1",
  10: "Q2_K",
  11: "Q3_K",
  12: "Q4_K",
  13: "Q5_K",
  14: "Q6_K",
  15: "Q8_K",
  16: "IQ2_XXS",
  17: "IQ2_XS",
  18: "IQ3_XXS",
  19: "IQ1_S",
  20: "IQ4_NL",
  21: "IQ3_S",
  22: "IQ2_S",
  23: "IQ4_XS",
  24: plain("I8", 1),
  25: plain("I16", 2),
  26: plain("I32", 4),
  27: plain("I64", 8),
  28: plain("F64", 8),
  29: "IQ1_M",
  30: plain("BF16", 2),
  34: "TQ1_0",
  35: "TQ2_0",
  39: "MXFP4",
};

const types = new Map(
  Object.entries(numbers).map(([number, type]) => [
    Number(number),
    typeof type === "string" ? blockType(type) : type,
  ]),
);

/** The type that a file calls by this number; undefined where it is none, or no longer one. */
export function tensorType(number: number): TensorType | undefined {
  return types.get(number);
}

/** The number by which files call the type of this name, e.g. 2 for "Q4_0". */
export function tensorTypeNumber(name: string): number | undefined {
  for (const [number, type] of types) if (type.name === name) return number;
  return undefined;
}

function blockType(name: string): TensorType {
  const {weights, bitsPerWeight} = blockFormats.find((format) => format.name === name)!;
  return {name, blockWeights: weights, blockBytes: (weights * bitsPerWeight) / 8};
}
