import type {Architecture} from "../arithmetic/architecture.js";
import {quoted} from "../catalog/gguf/error.js";
import type {GgufHeader} from "../catalog/gguf/header.js";
import {isArray} from "../catalog/gguf/header.js";
import {EngineError} from "./error.js";
import type {FileTensors} from "./find-tensors.js";
import type {NetworkShape} from "./shape.js";

/**
 * What a model that the engine runs is, in the terms of the laws. The catalog reads many more
 * families; for those that the engine knows, both say the same.
 */
export function architectureOf(
  header: GgufHeader,
  shape: NetworkShape,
  tensors: FileTensors,
): Architecture {
  const {family, numLayers, hiddenSize, numHeads, numKvHeads} = shape;
  const {headDim, intermediateSize, vocabSize} = shape;
  const [layer] = tensors.layers;
  const name = header.metadata.get("general.name");
  return {
    name: typeof name === "string" && name.trim() !== "" ? name.trim() : family,
    family,
    numLayers,
    hiddenSize,
    numHeads,
    numKvHeads,
    headDim,
    intermediateSize,
    vocabSize,
    tieEmbeddings: tensors.output === undefined,
    feedForwardMatrices: 3,
    biases: {
      queryKeyValue: layer?.vectors.queryBias !== undefined,
      attentionOutput: false,
      feedForward: false,
    },
    norms: {perLayer: 2, bias: false},
    qkNorm: layer?.vectors.queryNorm !== undefined,
    attentionSinks: false,
    learnedPositions: 0,
  };
}

/** The fields of a tokenizer, which the page will read: checked here for what could never be read. */
export function vocabularyOf({metadata}: GgufHeader): GgufHeader["metadata"] {
  const kind = metadata.get("tokenizer.ggml.model");
  const words = metadata.get("tokenizer.ggml.tokens");
  if (kind === undefined || !isArray(words) || words.length === 0) {
    throw new EngineError("missing", "The file has no vocabulary: nobody could read its tokens.");
  }
  if (kind !== "llama" && kind !== "gpt2") {
    throw new EngineError(
      "not supported",
      `The tokenizer of this file is of the kind ${quoted(String(kind))}; "llama" and "gpt2" are known.`,
    );
  }
  return new Map([...metadata].filter(([key]) => key.startsWith("tokenizer.")));
}
