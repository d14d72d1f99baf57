import {quoted} from "../catalog/gguf/error.js";
import type {GgufHeader} from "../catalog/gguf/header.js";
import {readMetadata, type FieldReader, type Metadata} from "../catalog/gguf/metadata.js";
import {EngineError} from "./error.js";
import type {Family, NetworkShape} from "./shape.js";

/** How pairs of a head's elements lie in the files of each family. */
const ropeLayouts: Readonly<Record<Family, NetworkShape["ropeLayout"]>> = {
  llama: "adjacent",
  qwen2: "halves",
  qwen3: "halves",
};

/** More than any model of these families has; what lies beyond is a broken file. */
const most = {layers: 512, width: 1 << 17, heads: 1 << 12, context: 1 << 24} as const;

/**
 * The sizes of a network, from the fields of a GGUF header. Every number is checked for itself and
 * against the others, so that whoever calculates with them need not.
 *
 * @throws EngineError with a sentence that names the field.
 */
export function readShape(header: GgufHeader): NetworkShape {
  const metadata = readMetadata(header.metadata);
  const family = familyOf(metadata);
  const {own, prefix} = metadata;
  const whole = (field: string, greatest: number, otherwise?: number): number =>
    wholeNumber(prefix, field, own.sameInEachLayer(field) ?? otherwise, greatest);

  const hiddenSize = whole("embedding_length", most.width);
  const numHeads = whole("attention.head_count", most.heads);
  const numKvHeads = whole("attention.head_count_kv", most.heads, numHeads);
  const headDim = whole("attention.key_length", most.width, hiddenSize / numHeads);
  const shape: NetworkShape = {
    family,
    hiddenSize,
    numLayers: whole("block_count", most.layers),
    numHeads,
    numKvHeads,
    headDim,
    intermediateSize: whole("feed_forward_length", most.width),
    vocabSize: vocabSizeOf(header),
    contextLength: whole("context_length", most.context),
    rmsNormEps: positive(prefix, own, "attention.layer_norm_rms_epsilon"),
    ropeTheta: positive(prefix, own, "rope.freq_base", 10_000),
    ropeDimensions: whole("rope.dimension_count", headDim, headDim),
    ropeLayout: ropeLayouts[family],
  };
  if (numHeads % numKvHeads !== 0) {
    throw contradictory(`${numHeads} heads cannot share ${numKvHeads} heads of keys and values`);
  }
  if (headDim % 2 !== 0 || shape.ropeDimensions % 2 !== 0) {
    throw contradictory(`a head of ${headDim} numbers cannot turn in pairs`);
  }
  for (const size of [hiddenSize, headDim, shape.intermediateSize]) {
    if (size % 4 !== 0) throw notSupported(`It has rows of ${size} numbers, no multiple of four`);
  }
  if (whole("attention.value_length", most.width, headDim) !== headDim) {
    throw notSupported("Its keys and values have different lengths");
  }
  return shape;
}

/** What all rotations are slowed down by, where a model was stretched to a longer context; else 1. */
export function ropeScale(header: GgufHeader): number {
  const {own, prefix} = readMetadata(header.metadata);
  const kind = own.text("rope.scaling.type") ?? "none";
  if (kind === "none") return 1;
  if (kind === "linear") return positive(prefix, own, "rope.scaling.factor", 1);
  throw notSupported(`Its positions are stretched by ${quoted(kind)}`);
}

function familyOf(metadata: Metadata): Family {
  const {prefix, own, isSplit} = metadata;
  if (isSplit) {
    throw notSupported("It is one of several files that make the model together");
  }
  if (!Object.hasOwn(ropeLayouts, prefix)) {
    throw notSupported(
      `It is of the family ${quoted(prefix)}; ${Object.keys(ropeLayouts).join(", ")} are known`,
    );
  }
  if ((own.number("expert_count") ?? 0) > 0) throw notSupported("It is a mixture of experts");
  return prefix as Family;
}

/** Rows of the embedding: fields and word lists may count words that have no row, or the reverse. */
function vocabSizeOf({tensors}: GgufHeader): number {
  const embedding = tensors.find(({name}) => name === "token_embd.weight");
  const rows = embedding?.dims[1];
  if (rows !== undefined) return rows;
  throw new EngineError(
    "missing",
    tensors.length === 0
      ? "The file holds no weights, only a vocabulary or a description."
      : "The file has no embedding: the tensor token_embd.weight is missing or is no matrix.",
  );
}

function wholeNumber(
  prefix: string,
  field: string,
  value: number | undefined,
  greatest: number,
): number {
  if (value === undefined) throw missing(prefix, field);
  if (Number.isInteger(value) && value >= 1 && value <= greatest) return value;
  throw contradictory(
    `${prefix}.${field} is ${value}, and should be a whole number from 1 to ${greatest}`,
  );
}

function positive(prefix: string, own: FieldReader, field: string, otherwise?: number): number {
  const value = own.number(field) ?? otherwise;
  if (value === undefined) throw missing(prefix, field);
  if (value > 0 && value < 1e12) return value;
  throw contradictory(`${prefix}.${field} is ${value}, and should be a positive number`);
}

function missing(prefix: string, field: string): EngineError {
  return new EngineError("missing", `The header does not say what ${prefix}.${field} is.`);
}

function contradictory(what: string): EngineError {
  return new EngineError("contradictory", `The header describes no model: ${what}.`);
}

function notSupported(what: string): EngineError {
  return new EngineError("not supported", `The engine cannot run this file. ${what}.`);
}
