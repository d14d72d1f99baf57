import type {Norms} from "../arithmetic/architecture.js";

/** Something that every model of a family has, or none; or the field of the config that tells. */
export type Told = boolean | string;

/** What the configs of one family leave unsaid. */
export interface Family {
  /** Hugging Face's model_type, e.g. ["gemma3_text", "gemma3"]. */
  modelTypes: readonly string[];
  /** Fields that the family spells in its own way, e.g. {hidden_size: "n_embd"}. */
  spellings?: Readonly<Record<string, string>>;
  /** What transformers takes for a field that the config leaves out; null is "none". */
  defaults: Readonly<Record<string, number | boolean | null>>;
  /**
   * The same for the sizes that make a model what it is. They fill a nested text_config, which is
   * saved as its differences from them. A config that stands alone and lacks them is a broken one,
   * not a wish for the model that happens to be the default.
   */
  sizes: Readonly<Record<string, number>>;
  feedForwardMatrices: 2 | 3;
  /** The feed-forward block's width in widths of the model, where a config need not give it. */
  widening?: number;
  /** Whether there is a learned table of max_position_embeddings rows. */
  learnedPositions: boolean;
  biases: {queryKeyValue: Told; attentionOutput: Told; feedForward: Told};
  norms: Norms;
  qkNorm: Told;
  attentionSinks: boolean;
  windows: WindowRule;
  experts?: ExpertRule;
  /** "if given": where the config has a kv_lora_rank. */
  latentAttention: boolean | "if given";
}

/** Which layers have a sliding window, where no layer_types says so. */
export type WindowRule =
  | "no layer"
  | "every layer"
  | "every second layer" // the first, the third, …
  | "all but every nth" // n is sliding_window_pattern
  | "from max_window_layers on"
  | "every second before max_window_layers"
  | "as the config says"; // all but every nth if there is a pattern, else every layer

/** How a family writes down its experts. */
export interface ExpertRule {
  /** Field with the number of routed experts; absent: a mixture only where the config has one. */
  count?: string;
  /** Field with an expert's width; absent: moe_intermediate_size, else intermediate_size. */
  width?: string;
  routerBias: boolean;
  expertBias: boolean;
  sharedGate: boolean;
}

const noBias = {queryKeyValue: false, attentionOutput: false, feedForward: false};
const attentionBias = {
  ...noBias,
  queryKeyValue: "attention_bias",
  attentionOutput: "attention_bias",
};
const plainExperts: ExpertRule = {routerBias: false, expertBias: false, sharedGate: false};

const llama: Family = {
  modelTypes: ["llama"],
  defaults: {tie_word_embeddings: false, attention_bias: false, mlp_bias: false},
  sizes: {
    vocab_size: 32_000,
    hidden_size: 4096,
    intermediate_size: 11_008,
    num_hidden_layers: 32,
    num_attention_heads: 32,
  },
  feedForwardMatrices: 3,
  learnedPositions: false,
  biases: {...attentionBias, feedForward: "mlp_bias"},
  norms: {perLayer: 2, bias: false},
  qkNorm: false,
  attentionSinks: false,
  windows: "no layer",
  latentAttention: false,
};

const mistral: Family = {
  ...llama,
  modelTypes: ["mistral"],
  defaults: {tie_word_embeddings: false, num_key_value_heads: 8, sliding_window: 4096},
  sizes: {...llama.sizes, intermediate_size: 14_336},
  biases: noBias,
  windows: "every layer",
};

const mixtral: Family = {
  ...mistral,
  modelTypes: ["mixtral"],
  defaults: {...mistral.defaults, sliding_window: null},
  sizes: {...mistral.sizes, num_local_experts: 8, num_experts_per_tok: 2},
  experts: {...plainExperts, count: "num_local_experts", width: "intermediate_size"},
};

const qwen2: Family = {
  ...llama,
  modelTypes: ["qwen2"],
  defaults: {
    tie_word_embeddings: false,
    num_key_value_heads: 32,
    use_sliding_window: false,
    sliding_window: 4096,
    max_window_layers: 28,
  },
  sizes: {...llama.sizes, vocab_size: 151_936, intermediate_size: 22_016},
  biases: {...noBias, queryKeyValue: true},
  windows: "from max_window_layers on",
};

const qwen3: Family = {
  ...qwen2,
  modelTypes: ["qwen3"],
  defaults: {...qwen2.defaults, head_dim: 128, attention_bias: false},
  biases: attentionBias,
  qkNorm: true,
};

const qwen2Moe: Family = {
  ...qwen2,
  modelTypes: ["qwen2_moe"],
  defaults: {
    ...qwen2.defaults,
    num_key_value_heads: 16,
    qkv_bias: true,
    decoder_sparse_step: 1,
    shared_expert_intermediate_size: 5632,
  },
  sizes: {
    vocab_size: 151_936,
    hidden_size: 2048,
    intermediate_size: 5632,
    num_hidden_layers: 24,
    num_attention_heads: 16,
    moe_intermediate_size: 1408,
    num_experts: 60,
    num_experts_per_tok: 4,
  },
  biases: {...noBias, queryKeyValue: "qkv_bias"},
  windows: "every second before max_window_layers",
  experts: {
    ...plainExperts,
    count: "num_experts",
    width: "moe_intermediate_size",
    sharedGate: true,
  },
};

const qwen3Moe: Family = {
  ...qwen3,
  modelTypes: ["qwen3_moe"],
  defaults: {
    tie_word_embeddings: false,
    num_key_value_heads: 4,
    attention_bias: false,
    use_sliding_window: false,
    sliding_window: 4096,
    decoder_sparse_step: 1,
  },
  sizes: {
    vocab_size: 151_936,
    hidden_size: 2048,
    intermediate_size: 6144,
    num_hidden_layers: 24,
    num_attention_heads: 32,
    moe_intermediate_size: 768,
    num_experts: 128,
    num_experts_per_tok: 8,
  },
  windows: "every layer",
  experts: {...plainExperts, count: "num_experts", width: "moe_intermediate_size"},
};

const gemma: Family = {
  ...llama,
  modelTypes: ["gemma"],
  defaults: {
    tie_word_embeddings: true,
    num_key_value_heads: 16,
    head_dim: 256,
    attention_bias: false,
  },
  sizes: {
    vocab_size: 256_000,
    hidden_size: 3072,
    intermediate_size: 24_576,
    num_hidden_layers: 28,
    num_attention_heads: 16,
  },
  biases: attentionBias,
};

const gemma2: Family = {
  ...gemma,
  modelTypes: ["gemma2"],
  defaults: {...gemma.defaults, num_key_value_heads: 4, sliding_window: 4096},
  sizes: {
    vocab_size: 256_000,
    hidden_size: 2304,
    intermediate_size: 9216,
    num_hidden_layers: 26,
    num_attention_heads: 8,
  },
  norms: {perLayer: 4, bias: false},
  windows: "every second layer",
};

/** Configs of Gemma 3 leave out heads and words, alone as well as nested. */
const gemma3: Family = {
  ...gemma2,
  modelTypes: ["gemma3_text", "gemma3"],
  defaults: {
    ...gemma2.defaults,
    vocab_size: 262_208,
    num_attention_heads: 8,
    sliding_window_pattern: 6,
  },
  qkNorm: true,
  windows: "all but every nth",
};

const phi3: Family = {
  ...llama,
  modelTypes: ["phi3"],
  defaults: {tie_word_embeddings: false, sliding_window: null},
  sizes: {...llama.sizes, vocab_size: 32_064, hidden_size: 3072, intermediate_size: 8192},
  biases: noBias,
  windows: "every layer",
};

const gpt2: Family = {
  ...llama,
  modelTypes: ["gpt2"],
  spellings: {
    hidden_size: "n_embd",
    num_hidden_layers: "n_layer",
    num_attention_heads: "n_head",
    intermediate_size: "n_inner",
    max_position_embeddings: "n_positions",
  },
  defaults: {tie_word_embeddings: true, max_position_embeddings: 1024},
  sizes: {vocab_size: 50_257, hidden_size: 768, num_hidden_layers: 12, num_attention_heads: 12},
  feedForwardMatrices: 2,
  widening: 4,
  learnedPositions: true,
  biases: {queryKeyValue: true, attentionOutput: true, feedForward: true},
  norms: {perLayer: 2, bias: true},
};

const gptNeoX: Family = {
  ...llama,
  modelTypes: ["gpt_neox"],
  defaults: {tie_word_embeddings: false, attention_bias: true},
  sizes: {
    vocab_size: 50_432,
    hidden_size: 6144,
    intermediate_size: 24_576,
    num_hidden_layers: 44,
    num_attention_heads: 64,
  },
  feedForwardMatrices: 2,
  biases: {...attentionBias, feedForward: true},
  norms: {perLayer: 2, bias: true},
};

const deepseekV2: Family = {
  ...llama,
  modelTypes: ["deepseek_v2"],
  defaults: {
    tie_word_embeddings: false,
    first_k_dense_replace: 0,
    n_shared_experts: 2,
    q_lora_rank: 1536,
    qk_nope_head_dim: 128,
    qk_rope_head_dim: 64,
    v_head_dim: 128,
  },
  sizes: {
    ...llama.sizes,
    kv_lora_rank: 512,
    moe_intermediate_size: 1407,
    n_routed_experts: 64,
  },
  biases: noBias,
  experts: {...plainExperts, count: "n_routed_experts", width: "moe_intermediate_size"},
  latentAttention: true,
};

const deepseekV3: Family = {
  ...deepseekV2,
  modelTypes: ["deepseek_v3"],
  defaults: {...deepseekV2.defaults, first_k_dense_replace: 3, n_shared_experts: 1},
  sizes: {
    vocab_size: 129_280,
    hidden_size: 7168,
    intermediate_size: 18_432,
    num_hidden_layers: 61,
    num_attention_heads: 128,
    kv_lora_rank: 512,
    moe_intermediate_size: 2048,
    n_routed_experts: 256,
    num_experts_per_tok: 8,
  },
  experts: {...deepseekV2.experts!, routerBias: true},
};

const gptOss: Family = {
  ...llama,
  modelTypes: ["gpt_oss"],
  defaults: {
    tie_word_embeddings: false,
    num_key_value_heads: 8,
    head_dim: 64,
    attention_bias: true,
    sliding_window: 128,
  },
  sizes: {
    vocab_size: 201_088,
    hidden_size: 2880,
    intermediate_size: 2880,
    num_hidden_layers: 36,
    num_attention_heads: 64,
    num_local_experts: 128,
    num_experts_per_tok: 4,
  },
  biases: attentionBias,
  attentionSinks: true,
  windows: "every second layer",
  experts: {
    count: "num_local_experts",
    width: "intermediate_size",
    routerBias: true,
    expertBias: true,
    sharedGate: false,
  },
};

/** Llama's parts, and whatever else the config itself tells of. */
export const unknownFamily: Family = {
  ...llama,
  modelTypes: [],
  sizes: {},
  qkNorm: "use_qk_norm",
  windows: "as the config says",
  experts: plainExperts,
  latentAttention: "if given",
};

/**
 * The families that are read exactly. Defaults are those of the configuration classes of
 * transformers, parts those of its models: transformers, src/transformers/models/<family>.
 */
const families: readonly Family[] = [
  llama,
  mistral,
  mixtral,
  qwen2,
  qwen3,
  qwen2Moe,
  qwen3Moe,
  gemma,
  gemma2,
  gemma3,
  phi3,
  gpt2,
  gptNeoX,
  deepseekV2,
  deepseekV3,
  gptOss,
];

const byModelType = new Map(
  families.flatMap((family) => family.modelTypes.map((type) => [type, family] as const)),
);

/** The family of a model_type, if it is one of those that are read exactly. */
export function familyNamed(modelType: string): Family | undefined {
  return byModelType.get(modelType);
}
