import type {BlockField, BlockFormat} from "./format.js";

/**
 * GGML's block layouts, from the fields of their structs, so that a block can be drawn bit by bit.
 * Source: llama.cpp, ggml/src/ggml-common.h; data/formats.csv has the published sizes, and a test
 * holds the two equal.
 */
export const blockFormats: readonly BlockFormat[] = [
  // 32 weights share a scale, or a scale and a minimum.
  block("Q4_0", 32, [scale(), field("weights", 4, 32)]),
  block("Q4_1", 32, [scale(), minimum(), field("weights", 4, 32)]),
  block("Q5_0", 32, [scale(), field("high bits", 1, 32), field("low bits", 4, 32)]),
  block("Q5_1", 32, [scale(), minimum(), field("high bits", 1, 32), field("low bits", 4, 32)]),
  block("Q8_0", 32, [scale(), field("weights", 8, 32)]),
  block("IQ4_NL", 32, [scale(), field("indices", 4, 32)]),
  block("MXFP4", 32, [field("exponent", 8), field("weights", 4, 32)]),

  // 256 weights in groups with small scales of their own, which share a scale of scales.
  block("Q2_K", 256, [
    scale(),
    minimum(),
    field("scales and minima", 8, 16),
    field("weights", 2, 256),
  ]),
  block("Q3_K", 256, [
    scale(),
    field("scales", 6, 16),
    field("high bits", 1, 256),
    field("low bits", 2, 256),
  ]),
  block("Q4_K", 256, [
    scale(),
    minimum(),
    field("scales and minima", 12, 8),
    field("weights", 4, 256),
  ]),
  block("Q5_K", 256, [
    scale(),
    minimum(),
    field("scales and minima", 12, 8),
    field("high bits", 1, 256),
    field("low bits", 4, 256),
  ]),
  block("Q6_K", 256, [
    scale(),
    field("scales", 8, 16),
    field("low bits", 4, 256),
    field("high bits", 2, 256),
  ]),

  // Weights looked up in tables of patterns.
  block("IQ1_S", 256, [scale(), field("indices", 8, 32), field("high bits and scales", 16, 8)]),
  block("IQ1_M", 256, [field("indices", 8, 32), field("high bits", 8, 16), field("scales", 8, 8)]),
  block("IQ2_XXS", 256, [scale(), field("indices, signs and scales", 16, 32)]),
  block("IQ2_XS", 256, [scale(), field("indices and signs", 16, 32), field("scales", 8, 8)]),
  block("IQ2_S", 256, [
    scale(),
    field("indices and signs", 8, 64),
    field("high bits", 8, 8),
    field("scales", 8, 8),
  ]),
  block("IQ3_XXS", 256, [scale(), field("indices, signs and scales", 8, 96)]),
  block("IQ3_S", 256, [
    scale(),
    field("indices", 8, 64),
    field("high bits", 8, 8),
    field("signs", 8, 32),
    field("scales", 8, 4),
  ]),
  block("IQ4_XS", 256, [
    scale(),
    field("high bits of scales", 16),
    field("low bits of scales", 8, 4),
    field("indices", 4, 256),
  ]),

  // Three values to a weight.
  block("TQ1_0", 256, [
    scale(),
    field("five weights each", 8, 48),
    field("four weights each", 8, 4),
  ]),
  block("TQ2_0", 256, [scale(), field("weights", 2, 256)]),

  // What the activations become before they meet quantized weights.
  block("Q8_1", 32, [scale(), field("sum", 16), field("weights", 8, 32)]),
  block("Q8_K", 256, [field("scale", 32), field("weights", 8, 256), field("sums", 16, 16)]),
];

function field(name: string, bits: number, count = 1): BlockField {
  return {name, bits, count};
}

function scale(): BlockField {
  return field("scale", 16);
}

function minimum(): BlockField {
  return field("minimum", 16);
}

/** bits per weight: Σ fields (bits × count) / weights. llama.cpp calculates with them in FP16. */
function block(name: string, weights: number, fields: readonly BlockField[]): BlockFormat {
  const bits = fields.reduce((sum, {bits, count}) => sum + bits * count, 0);
  return {name, kind: "block", weights, fields, bitsPerWeight: bits / weights, arithmetic: "fp16"};
}
