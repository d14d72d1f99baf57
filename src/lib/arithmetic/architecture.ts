/** The shape of a language model: everything that its parameters, bytes and operations follow from. */
export interface Architecture {
  /** e.g. "LLaMA-7B" */
  name: string;
  /** Hugging Face's model_type, e.g. "llama" */
  family: string;
  numLayers: number;
  hiddenSize: number;
  numHeads: number;
  /** Heads that keep keys and values: numHeads is multi-head, 1 is multi-query, between is grouped. */
  numKvHeads: number;
  headDim: number;
  /** Width of the dense feed-forward block. */
  intermediateSize: number;
  vocabSize: number;
  /** True where the output matrix is the embedding matrix once more. */
  tieEmbeddings: boolean;
  /** 2: up and down (GELU). 3: gate, up and down (SwiGLU and its like). */
  feedForwardMatrices: 2 | 3;
  biases: Biases;
  norms: Norms;
  /** Vectors of headDim that scale queries and keys before they meet. */
  qkNorm: boolean;
  /** One learned score a head that stands for "attend to nothing". */
  attentionSinks: boolean;
  /** Rows of a learned position table; 0 for rotary and other computed positions. */
  learnedPositions: number;
  /** Layers that look back at most this many tokens, so that they need keep no more. */
  slidingWindow?: {tokens: number; layers: number};
  /** DeepSeek's latent attention: keys and values are kept as one short vector. */
  latentAttention?: LatentAttention;
  experts?: Experts;
  /** Fields that the config left out and the family's default filled. */
  assumed?: readonly string[];
  /** What the reader should know, e.g. that an unknown family was read as llama-like. */
  warnings?: readonly string[];
}

/** Which matrices are followed by an added vector. */
export interface Biases {
  queryKeyValue: boolean;
  attentionOutput: boolean;
  feedForward: boolean;
}

/** Vectors that scale what passes between the blocks of a layer. */
export interface Norms {
  /** 2 before attention and feed-forward; 4 with one after each as well; 1 where both share it. */
  perLayer: 1 | 2 | 4;
  /** LayerNorm has a bias beside its scale, RMSNorm has not. */
  bias: boolean;
}

/** How DeepSeek squeezes keys and values of all heads into one vector. */
export interface LatentAttention {
  /** Length of the latent query; absent where queries are computed in one step. */
  queryRank?: number;
  /** Length of the vector that is kept instead of keys and values. */
  keyValueRank: number;
  /** Part of a head's key that carries no position. */
  nopeHeadDim: number;
  /** Part that carries the position, shared by all heads. */
  ropeHeadDim: number;
  valueHeadDim: number;
}

/** A mixture of experts: feed-forward blocks of which each token uses a few. */
export interface Experts {
  /** Routed experts in each sparse layer. */
  count: number;
  /** Of which a token uses this many. */
  perToken: number;
  intermediateSize: number;
  /** Experts that every token uses, given as their joint width; 0 for none. */
  sharedIntermediateSize: number;
  /** Qwen2-MoE: a vector in each sparse layer that weighs what the shared expert says. */
  sharedGate?: boolean;
  /** First layers with an ordinary feed-forward block. */
  denseLayers: number;
  /** A bias for each expert in the router. */
  routerBias: boolean;
  /** gpt-oss: biases in every expert. */
  expertBias: boolean;
}
