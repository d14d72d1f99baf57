import type {Architecture} from "./architecture.js";
import {blockFormats} from "./block-formats.js";
import {fileMixes} from "./file-mixes.js";
import type {ArithmeticPrecision, Format, IdealFormat, PublishedMix} from "./format.js";
import {tensorGroups, type TensorGroup} from "./parameters.js";

const ideal = (name: string, bits: number, arithmetic: ArithmeticPrecision): IdealFormat => ({
  name,
  kind: "ideal",
  bitsPerWeight: bits,
  arithmetic,
});

/** INT8 and INT4 are stored widths: like llama.cpp, a machine calculates with them in FP16. */
const idealFormats: readonly IdealFormat[] = [
  ideal("FP32", 32, "fp32"),
  ideal("FP16", 16, "fp16"),
  ideal("BF16", 16, "bf16"),
  ideal("FP8", 8, "fp8"),
  ideal("INT8", 8, "fp16"),
  ideal("INT4", 4, "fp16"),
];

/** Every format that the notebook knows. */
export const formats: readonly Format[] = [...idealFormats, ...blockFormats, ...fileMixes];

const spelling = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]/g, "")
    .replace(/^f(16|32)$/, "fp$1");
const byName = new Map(formats.map((format) => [format.name, format]));
const bySpelling = new Map(formats.map((format) => [spelling(format.name), format]));

/**
 * The format of this name, however it is spelled: "q4_k_m" finds "Q4_K_M".
 *
 * @throws with the known names where there is none.
 */
export function formatNamed(name: string): Format {
  const format = byName.get(name) ?? bySpelling.get(spelling(name));
  if (format === undefined) {
    const known = formats.map((each) => each.name).join(", ");
    throw new Error(`format is "${name}"; it should be one of ${known}`);
  }
  return format;
}

const fullPrecisionBytes = 4; // norms and biases stay FP32 in a GGUF file

/**
 * Bytes of a model's weights.
 * bytes: parameters × bits / 8 (ideal), or Σ over tensors: matrices in their block format, vectors
 * in FP32 (block, tensor mix), or parameters × published bits / 8. LLaMA-7B, "Q4_0 file":
 * 3,825,065,984.
 */
export function weightBytes(architecture: Architecture, format: Format | string): number {
  const chosen = typeof format === "string" ? formatNamed(format) : format;
  let bytes = 0;
  for (const {tensor, bytesOfOne} of storedTensors(architecture, chosen)) {
    bytes += tensor.copies * bytesOfOne;
  }
  return bytes;
}

/** Equal tensors of a model, as they lie in a file. */
export interface StoredTensor {
  tensor: TensorGroup;
  /** bytes of one copy: rows × columns × bits / 8 */
  bytesOfOne: number;
}

const stored = new WeakMap<Architecture, Map<Format, readonly StoredTensor[]>>();

/** All tensors of a model with their bytes, sized once for each architecture and format. */
export function storedTensors(architecture: Architecture, format: Format): readonly StoredTensor[] {
  let inFormats = stored.get(architecture);
  if (inFormats === undefined) stored.set(architecture, (inFormats = new Map()));
  let tensors = inFormats.get(format);
  if (tensors === undefined) {
    const bitsOf = bitsIn(format, architecture);
    tensors = tensorGroups(architecture).map((tensor) => ({
      tensor,
      bytesOfOne: (tensor.rows * tensor.columns * bitsOf(tensor)) / 8,
    }));
    inFormats.set(format, tensors);
  }
  return tensors;
}

/** Tells how many bits a weight of each tensor takes. */
function bitsIn(format: Format, architecture: Architecture): (tensor: TensorGroup) => number {
  switch (format.kind) {
    case "ideal":
      return () => format.bitsPerWeight;
    case "published mix": {
      const bits = publishedBits(format, architecture);
      return () => bits;
    }
    case "block":
      return ({kind}) => (kind === "vector" ? 8 * fullPrecisionBytes : format.bitsPerWeight);
    case "tensor mix":
      return (tensor) =>
        tensor.kind === "vector"
          ? 8 * fullPrecisionBytes
          : formatNamed(format.formatOf(tensor, architecture)).bitsPerWeight;
  }
}

/**
 * The published bits per weight of the model that is most alike: by size, and by vocabulary,
 * whose matrices are kept wider than the rest.
 */
function publishedBits(
  {published}: PublishedMix,
  {vocabSize, numLayers, hiddenSize}: Architecture,
): number {
  const size = 12 * numLayers * hiddenSize ** 2; // parameters, roughly: enough to find the nearest
  let nearest = published[0]!;
  let distance = Infinity;
  for (const row of published) {
    const here =
      Math.abs(Math.log(row.parameters / size)) + Math.abs(Math.log(row.vocabSize / vocabSize));
    if (here < distance) [nearest, distance] = [row, here];
  }
  return nearest.bitsPerWeight;
}
