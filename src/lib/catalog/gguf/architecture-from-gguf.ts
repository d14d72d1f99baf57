import type {Architecture} from "../../arithmetic/architecture.js";
import {parameterCount} from "../../arithmetic/parameters.js";
import {familyNamed} from "../architecture-from-config-families.js";
import {architectureFromConfig} from "../architecture-from-config.js";
import {GgufError, quoted} from "./error.js";
import {familyOf} from "./families.js";
import type {GgufHeader, GgufTensor} from "./header.js";
import {readMetadata, type Metadata} from "./metadata.js";
import {partsOf} from "./parts-of-tensors.js";
import {tensorSummary} from "./tensor-summary.js";

/**
 * Reads a model's shape from the header of a GGUF file. Sizes come from its fields, by the rules of
 * the same family's config.json; which parts there are, such as biases, is seen from its tensors.
 * Where the two count differently, `warnings` says so.
 *
 * @throws GgufError with a sentence that names what is missing or cannot be.
 */
export function architectureFromGguf(header: GgufHeader): Architecture {
  const metadata = readMetadata(header.metadata);
  const {prefix, isSplit} = metadata;
  const tensors = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));
  const modelType = familyOf(metadata, tensors);
  const isKnown = familyNamed(modelType) !== undefined;
  const read = readLike(modelType, metadata, tensors, isKnown);
  const isEmpty = header.tensors.length === 0;
  const whole = !isEmpty && !isSplit;
  const shape: Architecture = {...read, name: nameOf(metadata, prefix), family: modelType};
  delete shape.warnings;
  delete shape.assumed; // spelled as in a config.json, which the reader has not seen
  const architecture = whole ? {...shape, ...partsOf(tensors, shape)} : shape;
  const warnings = [
    ...(isKnown ? (read.warnings ?? []) : [warningOfUnknown(prefix, whole)]),
    ...(isSplit ? [warningOfSplit] : isEmpty ? [warningOfEmpty] : []),
    ...(whole ? warningsOfCount(architecture, header) : []),
  ];
  return {...architecture, ...(warnings.length > 0 && {warnings})};
}

/** The fields of the file under the names of a config.json, read by the family's rules. */
function readLike(
  modelType: string,
  metadata: Metadata,
  tensors: ReadonlyMap<string, GgufTensor>,
  isKnown: boolean,
): Architecture {
  try {
    return architectureFromConfig(configOf(modelType, metadata, tensors));
  } catch (error) {
    if (!(error instanceof Error) || error instanceof GgufError) throw error;
    const sentence = isKnown
      ? `The fields of the file make no model: ${error.message}.`
      : `The family ${quoted(metadata.prefix)} is not known here, and it cannot be read like a Llama: ${error.message}.`;
    throw new GgufError("no shape", sentence, {cause: error});
  }
}

/** A config.json that would say the same. */
function configOf(
  modelType: string,
  {own, prefix, words}: Metadata,
  tensors: ReadonlyMap<string, GgufTensor>,
): Record<string, unknown> {
  const rows = (name: string): number | undefined => tensors.get(name)?.dims[1];
  const layers = own.number("block_count");
  const heads = own.sameInEachLayer("attention.head_count");
  const width =
    own.sameInEachLayer("feed_forward_length") ?? own.number("expert_feed_forward_length");
  const window = own.number("attention.sliding_window");
  const pattern = own.number("attention.sliding_window_pattern");
  const windowed = own.flags("attention.sliding_window_pattern");
  return withoutMissing({
    model_type: modelType,
    num_hidden_layers: layers,
    hidden_size: own.number("embedding_length"),
    num_attention_heads: heads,
    num_key_value_heads: own.sameInEachLayer("attention.head_count_kv") ?? heads,
    head_dim: own.number("attention.key_length"),
    intermediate_size: width,
    vocab_size: rows("token_embd.weight") ?? own.number("vocab_size") ?? words,
    max_position_embeddings: rows("position_embd.weight") ?? own.number("context_length"),
    tie_word_embeddings: tensors.size > 0 ? !tensors.has("output.weight") : undefined,
    sliding_window: window,
    sliding_window_pattern: pattern,
    layer_types: windowed?.map((is) => (is ? "sliding_attention" : "full_attention")),
    ...expertFields(modelType, own),
    ...latentFields(own, heads),
    ...(prefix === "deepseek2" && {q_lora_rank: own.number("attention.q_lora_rank") ?? null}),
  });
}

function expertFields(modelType: string, own: Metadata["own"]): Record<string, unknown> {
  const count = own.number("expert_count") ?? 0;
  if (count === 0) return {};
  const field = familyNamed(modelType)?.experts?.count ?? "num_experts";
  return {
    [field]: count,
    num_experts_per_tok: own.number("expert_used_count"),
    moe_intermediate_size: own.number("expert_feed_forward_length"),
    n_shared_experts: own.number("expert_shared_count"),
    shared_expert_intermediate_size: own.number("expert_shared_feed_forward_length"),
    first_k_dense_replace: own.number("leading_dense_block_count"),
  };
}

/** DeepSeek's: newer files write the widths of a head beside those of what is kept. */
function latentFields(own: Metadata["own"], heads: number | undefined): Record<string, unknown> {
  const rank = own.number("attention.kv_lora_rank");
  if (rank === undefined) return {};
  const rope = own.number("rope.dimension_count");
  const key = own.number("attention.key_length_mla") ?? own.number("attention.key_length");
  return {
    kv_lora_rank: rank,
    qk_rope_head_dim: rope,
    qk_nope_head_dim: key === undefined || rope === undefined ? undefined : key - rope,
    v_head_dim: own.number("attention.value_length_mla") ?? own.number("attention.value_length"),
    num_key_value_heads: heads, // 1 in newer files, where one kept vector serves all heads
  };
}

function withoutMissing(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function nameOf({general}: Metadata, prefix: string): string {
  const name = general.text("name")?.trim() ?? "";
  if (name !== "") return name;
  const parts = [general.text("basename"), general.text("size_label")].filter(Boolean);
  return parts.length > 0 ? parts.join("-") : prefix;
}

function warningOfUnknown(prefix: string, whole: boolean): string {
  const named = `The family ${quoted(prefix)} is not known here`;
  return whole
    ? `${named}: it is read like a Llama, with the parts that the file’s tensors show.`
    : `${named}: it is read like a Llama, and parts that it has beyond that are not counted.`;
}

const warningOfSplit =
  "This file is one of several that make the model together: only its fields are read, not its tensors.";

const warningOfEmpty =
  "The file holds no weights, only a vocabulary or a description: the shape is what its fields say.";

const mostMissed = 0.005; // of the weights: tables of angles, and the like

function warningsOfCount(architecture: Architecture, header: GgufHeader): string[] {
  const counted = parameterCount(architecture).total;
  const {weights} = tensorSummary(header);
  if (Math.abs(counted / weights - 1) <= mostMissed) return [];
  return [
    `The file holds ${weights} weights; by the shape that was read they would be ${counted}, so estimates are off by as much.`,
  ];
}
