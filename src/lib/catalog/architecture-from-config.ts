import type {Architecture, Experts, LatentAttention} from "../arithmetic/architecture.js";
import {familyNamed, unknownFamily, type Family} from "./architecture-from-config-families.js";
import {
  isObject,
  own,
  readFields,
  shown,
  wrong,
  type Fields,
  type Json,
} from "./architecture-from-config-fields.js";

/**
 * Reads a model's shape from its config.json on Hugging Face. Fields that the config leaves out are
 * filled as transformers would, and named in `assumed`; a family that is not known is read like a
 * Llama, and `warnings` says so.
 *
 * @throws a sentence that names the field, its value, and what would be right.
 */
export function architectureFromConfig(config: unknown): Architecture {
  if (!isObject(config)) throw wrong("config", config, "the object that a config.json holds");
  const {text, nested} = textConfigOf(config);
  const modelType = modelTypeOf(text) ?? modelTypeOf(config);
  const known = modelType === undefined ? undefined : familyNamed(modelType);
  const family = known ?? unknownFamily;
  const fields = readFields(text, family, nested);
  const warnings: string[] = [];
  if (known === undefined) warnings.push(warningOfUnknown(modelType));
  if (nested) {
    warnings.push(
      "Only text_config is read: what else the model has, such as an encoder for images, is not counted.",
    );
  }

  const numLayers = fields.size("num_hidden_layers");
  const hiddenSize = fields.size("hidden_size");
  const numHeads = fields.size("num_attention_heads");
  const intermediateSize = intermediateSizeOf(fields, family, hiddenSize);
  const latentAttention = latentAttentionOf(fields, family);
  const slidingWindow = slidingWindowOf(fields, family, numLayers, warnings);
  const experts = expertsOf(fields, family, numLayers);
  const architecture = {
    name: nameOf(text) ?? nameOf(config) ?? modelType ?? "unnamed",
    family: modelType ?? "unknown",
    numLayers,
    hiddenSize,
    numHeads,
    numKvHeads: numKvHeadsOf(fields, numHeads),
    headDim: headDimOf(fields, {hiddenSize, numHeads, latentAttention}),
    intermediateSize,
    vocabSize: fields.size("vocab_size"),
    tieEmbeddings: fields.told("tie_word_embeddings"),
    feedForwardMatrices: family.feedForwardMatrices,
    biases: {
      queryKeyValue: fields.told(family.biases.queryKeyValue),
      attentionOutput: fields.told(family.biases.attentionOutput),
      feedForward: fields.told(family.biases.feedForward),
    },
    norms: family.norms,
    qkNorm: fields.told(family.qkNorm),
    attentionSinks: family.attentionSinks,
    learnedPositions: family.learnedPositions ? fields.size("max_position_embeddings") : 0,
    ...(slidingWindow === undefined ? {} : {slidingWindow}),
    ...(latentAttention === undefined ? {} : {latentAttention}),
    ...(experts === undefined ? {} : {experts}),
  };
  warnings.push(...warningsOfUncounted(fields, architecture));
  const assumed = fields.assumed();
  return {
    ...architecture,
    ...(assumed.length === 0 ? {} : {assumed}),
    ...(warnings.length === 0 ? {} : {warnings}),
  };
}

/** Models that see or hear keep the config of their language model inside their own. */
function textConfigOf(config: Json): {text: Json; nested: boolean} {
  const text = own(config, "text_config");
  if (!isObject(text)) return {text: config, nested: false};
  const tied = own(config, "tie_word_embeddings");
  return {text: {tie_word_embeddings: tied, ...text}, nested: true};
}

function modelTypeOf(config: Json): string | undefined {
  const type = own(config, "model_type") ?? undefined;
  if (type === undefined || typeof type === "string") return type;
  throw wrong("model_type", type, 'a text such as "llama"');
}

/** e.g. {"_name_or_path": "mistralai/Mistral-7B-v0.1"} → "Mistral-7B-v0.1" */
function nameOf(config: Json): string | undefined {
  const path = own(config, "_name_or_path");
  const last = typeof path === "string" ? path.split("/").filter(Boolean).at(-1) : undefined;
  return last === "." ? undefined : last;
}

function warningOfUnknown(modelType: string | undefined): string {
  const named =
    modelType === undefined
      ? "The config names no model_type"
      : `The family ${shown(modelType)} is not known here`;
  return `${named}: it is read like a Llama, and parts that it has beyond that are not counted.`;
}

/** GPT-2's n_inner is usually null, which means four times the width of the model. */
function intermediateSizeOf(fields: Fields, {widening}: Family, hiddenSize: number): number {
  return widening === undefined
    ? fields.size("intermediate_size")
    : fields.sizeOr("intermediate_size", () => widening * hiddenSize);
}

/** Before heads were shared, no config had to say how many keep keys and values: all do. */
function numKvHeadsOf(fields: Fields, numHeads: number): number {
  const numKvHeads = fields.sizeOr("num_key_value_heads", () => numHeads);
  if (numHeads % numKvHeads === 0) return numKvHeads;
  throw wrong(
    "num_key_value_heads",
    numKvHeads,
    `a number that divides num_attention_heads, ${numHeads}`,
  );
}

function headDimOf(
  fields: Fields,
  {
    hiddenSize,
    numHeads,
    latentAttention,
  }: {
    hiddenSize: number;
    numHeads: number;
    latentAttention: LatentAttention | undefined;
  },
): number {
  // transformers calls the positional part alone the head_dim of latent attention.
  if (latentAttention !== undefined) {
    return latentAttention.nopeHeadDim + latentAttention.ropeHeadDim;
  }
  return fields.sizeOr("head_dim", () => {
    if (hiddenSize % numHeads === 0) return hiddenSize / numHeads;
    throw wrong(
      "hidden_size",
      hiddenSize,
      `a multiple of num_attention_heads, ${numHeads}, where no head_dim is given`,
    );
  });
}

function latentAttentionOf(fields: Fields, family: Family): LatentAttention | undefined {
  const has =
    family.latentAttention === "if given" ? fields.has("kv_lora_rank") : family.latentAttention;
  if (!has) return undefined;
  const queryRank = fields.optional("q_lora_rank") ?? 0; // null or 0: queries in one step, no rank
  return {
    ...(queryRank === 0 ? {} : {queryRank}),
    keyValueRank: fields.size("kv_lora_rank"),
    nopeHeadDim: fields.size("qk_nope_head_dim"),
    ropeHeadDim: fields.size("qk_rope_head_dim"),
    valueHeadDim: fields.size("v_head_dim"),
  };
}

const patternFields = ["sliding_window_pattern", "_sliding_window_pattern"]; // as first, and as now saved

function slidingWindowOf(
  fields: Fields,
  {windows}: Family,
  numLayers: number,
  warnings: string[],
): Architecture["slidingWindow"] {
  if (windows === "no layer" || !fields.told("use_sliding_window", true)) return undefined;
  const tokens = fields.optional("sliding_window") ?? 0; // null or 0: looks back without end
  if (tokens === 0) return undefined;

  const pattern = patternFields.find(fields.has);
  const allButEveryNth = (field: string) => numLayers - Math.floor(numLayers / fields.size(field));
  const layers = (): number => {
    switch (windows) {
      case "every layer":
        return numLayers;
      case "every second layer":
        return Math.ceil(numLayers / 2);
      case "all but every nth":
        return allButEveryNth(pattern ?? patternFields[0]!);
      case "from max_window_layers on":
        return Math.max(0, numLayers - (fields.optional("max_window_layers") ?? 0));
      case "every second before max_window_layers":
        return Math.ceil(Math.min(numLayers, fields.optional("max_window_layers") ?? 0) / 2);
      case "as the config says":
        return pattern === undefined ? numLayers : allButEveryNth(pattern);
    }
  };
  const windowed = listedWindows(fields, numLayers, warnings) ?? layers();
  return windowed === 0 ? undefined : {tokens, layers: windowed};
}

/** How many layers have a sliding window, where the config lists the type of each. */
function listedWindows(fields: Fields, numLayers: number, warnings: string[]): number | undefined {
  const types = fields.list("layer_types");
  if (types === undefined) return undefined;
  if (types.length !== numLayers) {
    throw new Error(
      `layer_types has ${types.length} entries; it should have one for each of the ${numLayers} layers`,
    );
  }
  if (types.some((each) => each !== "sliding_attention" && each !== "full_attention")) {
    warnings.push(
      "layer_types names more than full_attention and sliding_attention: the others are read as full_attention.",
    );
  }
  return types.filter((each) => each === "sliding_attention").length;
}

const countFields = ["num_local_experts", "num_experts", "n_routed_experts"]; // one of them

function expertsOf(fields: Fields, family: Family, numLayers: number): Experts | undefined {
  const {experts: rule} = family;
  const countField = countFields.find(fields.has) ?? rule?.count;
  if (rule === undefined || countField === undefined) return undefined;

  const count = fields.size(countField);
  const perToken = fields.size("num_experts_per_tok");
  if (perToken > count) {
    throw wrong(
      "num_experts_per_tok",
      perToken,
      `a whole number from 1 to ${countField}, ${count}`,
    );
  }
  const widthField =
    rule.width ??
    (fields.has("moe_intermediate_size") ? "moe_intermediate_size" : "intermediate_size");
  const intermediateSize = fields.size(widthField);
  const shared = fields.optional("n_shared_experts");
  return {
    count,
    perToken,
    intermediateSize,
    sharedIntermediateSize:
      shared === undefined
        ? (fields.optional("shared_expert_intermediate_size") ?? 0)
        : shared * intermediateSize,
    ...(rule.sharedGate ? {sharedGate: true} : {}),
    denseLayers: denseLayersOf(fields, numLayers),
    routerBias: rule.routerBias,
    expertBias: rule.expertBias,
  };
}

/** Layers with an ordinary feed-forward block: the first ones, listed ones, or all but every nth. */
function denseLayersOf(fields: Fields, numLayers: number): number {
  const first = fields.optional("first_k_dense_replace") ?? 0;
  const step = Math.max(1, fields.optional("decoder_sparse_step") ?? 1);
  const listed = new Set(fields.list("mlp_only_layers"));
  let dense = 0;
  for (let layer = 0; layer < numLayers; layer++) {
    if (layer < first || listed.has(layer) || (layer + 1) % step !== 0) dense += 1;
  }
  return dense;
}

/** Parts that a config tells of, and that the laws leave out. */
function warningsOfUncounted(
  fields: Fields,
  {latentAttention}: Pick<Architecture, "latentAttention">,
): string[] {
  const warnings: string[] = [];
  if ((fields.optional("num_nextn_predict_layers") ?? 0) > 0) {
    warnings.push(
      "The module that predicts further tokens (num_nextn_predict_layers) is not counted.",
    );
  }
  if (latentAttention !== undefined && fields.told("attention_bias")) {
    warnings.push("The biases of latent attention (attention_bias) are not counted.");
  }
  return warnings;
}
