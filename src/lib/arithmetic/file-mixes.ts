import type {PublishedMix, TensorMix} from "./format.js";

// Parameters of the four models for which the sizes are published, with their vocabularies.
const publishedFor = [
  {parameters: 6_738_415_616, vocabSize: 32_000},
  {parameters: 13_015_864_320, vocabSize: 32_000},
  {parameters: 68_976_648_192, vocabSize: 32_000},
  {parameters: 8_030_261_248, vocabSize: 128_256},
];

/**
 * Files as llama.cpp's quantize program writes them. "Q4_0" is a block format; the file called
 * Q4_0 keeps its output matrix in Q6_K, because errors there cost most.
 */
export const fileMixes: readonly (TensorMix | PublishedMix)[] = [
  withQ6Output("Q4_0", 4.5),
  withQ6Output("Q4_1", 5),
  withQ6Output("Q5_0", 5.5),
  withQ6Output("Q5_1", 6),

  // gpt-oss as published: experts in MXFP4, everything else in Q8_0.
  {
    name: "MXFP4 file",
    kind: "tensor mix",
    bitsPerWeight: 4.25,
    arithmetic: "fp16",
    formatOf: ({name}) => (name.startsWith("expert") ? "MXFP4" : "Q8_0"),
  },

  // Bits per weight of the whole file: Llama-2-7B, 13B, 70B, and Llama-3.1-8B with its large
  // vocabulary. Source: llama.cpp, tools/quantize/README.md; data/formats.csv, held equal by a test.
  published("Q2_K file", [3.35, 3.34, 3.4, 3.1593]),
  published("Q3_K_S", [3.5, 3.48, 3.47, 3.6429]),
  published("Q3_K_M", [3.91, 3.89, 3.85, undefined]),
  published("Q3_K_L", [4.27, 4.26, 4.19, 4.2979]),
  published("Q4_K_S", [4.58, 4.56, 4.53, 4.6672]),
  published("Q4_K_M", [4.84, 4.83, 4.8, 4.8944]),
  published("Q5_K_S", [5.52, 5.51, 5.5, 5.5704]),
  published("Q5_K_M", [5.68, 5.67, 5.65, 5.7036]),
];

function withQ6Output(name: string, bitsPerWeight: number): TensorMix {
  return {
    name: `${name} file`,
    kind: "tensor mix",
    bitsPerWeight,
    arithmetic: "fp16",
    // Where the embedding serves as output, it is the matrix that is kept in Q6_K.
    formatOf: ({part, name: tensor}, {tieEmbeddings}) =>
      part === "output" || (tieEmbeddings && tensor === "token embedding") ? "Q6_K" : name,
  };
}

function published(name: string, bits: readonly (number | undefined)[]): PublishedMix {
  const rows = publishedFor.flatMap((model, i) => {
    const bitsPerWeight = bits[i];
    return bitsPerWeight === undefined ? [] : [{...model, bitsPerWeight}];
  });
  return {
    name,
    kind: "published mix",
    bitsPerWeight: rows[0]!.bitsPerWeight,
    arithmetic: "fp16",
    published: rows,
  };
}
