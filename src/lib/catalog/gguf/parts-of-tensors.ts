import type {Architecture} from "../../arithmetic/architecture.js";
import type {GgufTensor} from "./header.js";

/** The parts of an architecture that are seen from whether a tensor is there. */
type Parts = Pick<
  Architecture,
  | "tieEmbeddings"
  | "feedForwardMatrices"
  | "biases"
  | "norms"
  | "qkNorm"
  | "attentionSinks"
  | "learnedPositions"
>;

/**
 * Looks at the tensors of one layer: the last, which in a mixture of experts is a sparse one.
 * Names are those of llama.cpp, gguf-py/gguf/constants.py.
 */
export function partsOf(
  tensors: ReadonlyMap<string, GgufTensor>,
  shape: Pick<Architecture, "numLayers" | "intermediateSize" | "norms">,
): Parts {
  const layer = `blk.${shape.numLayers - 1}.`;
  const has = (...names: string[]): boolean => names.some((name) => tensors.has(layer + name));
  const up = tensors.get(`${layer}ffn_up.weight`);
  const isGated =
    has("ffn_gate.weight", "ffn_gate_exps.weight", "ffn_gate_up_exps.weight") ||
    has("ffn_gate.0.weight") || // Mixtral's experts, as they were written at first
    up?.dims[1] === 2 * shape.intermediateSize; // Phi-3 keeps gate and up in one
  return {
    tieEmbeddings: !tensors.has("output.weight"),
    feedForwardMatrices: isGated ? 3 : 2,
    biases: {
      queryKeyValue: has("attn_q.bias", "attn_qkv.bias"),
      attentionOutput: has("attn_output.bias"),
      feedForward: has("ffn_up.bias"),
    },
    norms: {
      perLayer: normsIn(tensors, layer) ?? shape.norms.perLayer,
      bias: tensors.has("output_norm.bias"),
    },
    qkNorm: has("attn_q_norm.weight"),
    attentionSinks: has("attn_sinks.weight", "attn_sinks"),
    learnedPositions: tensors.get("position_embd.weight")?.dims[1] ?? 0,
  };
}

const layerNorms: readonly string[] = [
  "attn_norm",
  "attn_norm_2", // Falcon's second
  "post_attention_norm",
  "ffn_norm",
  "post_ffw_norm",
];

/** Norms of a layer that are as long as the model is wide; not those within heads. */
function normsIn(tensors: ReadonlyMap<string, GgufTensor>, layer: string): 1 | 2 | 4 | undefined {
  const count = layerNorms.filter((name) => tensors.has(`${layer}${name}.weight`)).length;
  return count === 1 || count === 2 || count === 4 ? count : undefined;
}
