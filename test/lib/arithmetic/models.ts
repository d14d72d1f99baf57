import type {Architecture} from "../../../src/lib/arithmetic/architecture.js";

/**
 * Models whose published totals and caches the laws must meet. Between them they have every part
 * that an architecture can have.
 */

type Sizes = Pick<
  Architecture,
  | "name"
  | "numLayers"
  | "hiddenSize"
  | "numHeads"
  | "numKvHeads"
  | "headDim"
  | "intermediateSize"
  | "vocabSize"
>;

/** RMSNorm, SwiGLU, no biases, an output matrix of its own. */
function llamaLike(sizes: Sizes, rest: Partial<Architecture> = {}): Architecture {
  return {
    family: "llama",
    tieEmbeddings: false,
    feedForwardMatrices: 3,
    biases: {queryKeyValue: false, attentionOutput: false, feedForward: false},
    norms: {perLayer: 2, bias: false},
    qkNorm: false,
    attentionSinks: false,
    learnedPositions: 0,
    ...sizes,
    ...rest,
  };
}

/** LayerNorm, two matrices with GELU between them, biases everywhere. */
function gptLike(sizes: Sizes, rest: Partial<Architecture> = {}): Architecture {
  return llamaLike(sizes, {
    family: "gpt2",
    tieEmbeddings: true,
    feedForwardMatrices: 2,
    biases: {queryKeyValue: true, attentionOutput: true, feedForward: true},
    norms: {perLayer: 2, bias: true},
    ...rest,
  });
}

const noBiases = {queryKeyValue: false, attentionOutput: false, feedForward: false};

function sizes(
  name: string,
  numLayers: number,
  hiddenSize: number,
  numHeads: number,
  numKvHeads: number,
  headDim: number,
  intermediateSize: number,
  vocabSize: number,
): Sizes {
  return {
    name,
    numLayers,
    hiddenSize,
    numHeads,
    numKvHeads,
    headDim,
    intermediateSize,
    vocabSize,
  };
}

export const llama7B = llamaLike(sizes("LLaMA-7B", 32, 4096, 32, 32, 128, 11008, 32000));
export const llama13B = llamaLike(sizes("LLaMA-13B", 40, 5120, 40, 40, 128, 13824, 32000));
export const llama33B = llamaLike(sizes("LLaMA-33B", 60, 6656, 52, 52, 128, 17920, 32000));
export const llama65B = llamaLike(sizes("LLaMA-65B", 80, 8192, 64, 64, 128, 22016, 32000));
export const llama2_70B = llamaLike(sizes("Llama-2-70B", 80, 8192, 64, 8, 128, 28672, 32000));
export const llama3_8B = llamaLike(sizes("Llama-3-8B", 32, 4096, 32, 8, 128, 14336, 128256));
export const llama3_70B = llamaLike(sizes("Llama-3-70B", 80, 8192, 64, 8, 128, 28672, 128256));
export const llama3_405B = llamaLike(
  sizes("Llama-3.1-405B", 126, 16384, 128, 8, 128, 53248, 128256),
);
export const llama32_3B = llamaLike(sizes("Llama-3.2-3B", 28, 3072, 24, 8, 128, 8192, 128256), {
  tieEmbeddings: true,
});
export const qwen25_7B = llamaLike(sizes("Qwen2.5-7B", 28, 3584, 28, 4, 128, 18944, 152064), {
  biases: {...noBiases, queryKeyValue: true},
});
export const qwen3_4B = llamaLike(sizes("Qwen3-4B", 36, 2560, 32, 8, 128, 9728, 151936), {
  qkNorm: true,
  tieEmbeddings: true,
});
export const qwen3_8B = llamaLike(sizes("Qwen3-8B", 36, 4096, 32, 8, 128, 12288, 151936), {
  qkNorm: true,
});
export const qwen3_14B = llamaLike(sizes("Qwen3-14B", 40, 5120, 40, 8, 128, 17408, 151936), {
  qkNorm: true,
});
export const phi4 = llamaLike(sizes("Phi-4", 40, 5120, 40, 10, 128, 17920, 100352));
export const gemma2_9B = llamaLike(sizes("Gemma-2-9B", 42, 3584, 16, 8, 256, 14336, 256000), {
  tieEmbeddings: true,
  norms: {perLayer: 4, bias: false},
  slidingWindow: {tokens: 4096, layers: 21},
});
export const mixtral = llamaLike(sizes("Mixtral-8x7B", 32, 4096, 32, 8, 128, 14336, 32000), {
  experts: {
    count: 8,
    perToken: 2,
    intermediateSize: 14336,
    sharedIntermediateSize: 0,
    denseLayers: 0,
    routerBias: false,
    expertBias: false,
  },
});
export const qwen3_30B = llamaLike(sizes("Qwen3-30B-A3B", 48, 2048, 32, 4, 128, 6144, 151936), {
  qkNorm: true,
  experts: {
    count: 128,
    perToken: 8,
    intermediateSize: 768,
    sharedIntermediateSize: 0,
    denseLayers: 0,
    routerBias: false,
    expertBias: false,
  },
});
export const deepseekV2Lite = llamaLike(
  sizes("DeepSeek-V2-Lite", 27, 2048, 16, 16, 192, 10944, 102400),
  {
    latentAttention: {keyValueRank: 512, nopeHeadDim: 128, ropeHeadDim: 64, valueHeadDim: 128},
    experts: {
      count: 64,
      perToken: 6,
      intermediateSize: 1408,
      sharedIntermediateSize: 2 * 1408,
      denseLayers: 1,
      routerBias: false,
      expertBias: false,
    },
  },
);
export const deepseekV3 = llamaLike(sizes("DeepSeek-V3", 61, 7168, 128, 128, 192, 18432, 129280), {
  latentAttention: {
    queryRank: 1536,
    keyValueRank: 512,
    nopeHeadDim: 128,
    ropeHeadDim: 64,
    valueHeadDim: 128,
  },
  experts: {
    count: 256,
    perToken: 8,
    intermediateSize: 2048,
    sharedIntermediateSize: 2048,
    denseLayers: 3,
    routerBias: true,
    expertBias: false,
  },
});
export const gptOss20B = llamaLike(sizes("gpt-oss-20b", 24, 2880, 64, 8, 64, 2880, 201088), {
  biases: {...noBiases, queryKeyValue: true, attentionOutput: true},
  attentionSinks: true,
  slidingWindow: {tokens: 128, layers: 12},
  experts: {
    count: 32,
    perToken: 4,
    intermediateSize: 2880,
    sharedIntermediateSize: 0,
    denseLayers: 0,
    routerBias: true,
    expertBias: true,
  },
});
export const gpt2 = gptLike(sizes("GPT-2", 12, 768, 12, 12, 64, 3072, 50257), {
  learnedPositions: 1024,
});
export const pythia = gptLike(sizes("Pythia-6.9B", 32, 4096, 32, 32, 128, 16384, 50432), {
  tieEmbeddings: false,
});
/** The 52-billion model of kipply's article: nothing but matrices. */
export const kipply52B = gptLike(sizes("52B", 64, 8192, 64, 64, 128, 32768, 65536), {
  biases: noBiases,
});

export const models: readonly Architecture[] = [
  llama7B,
  llama13B,
  llama33B,
  llama65B,
  llama2_70B,
  llama3_8B,
  llama3_70B,
  llama3_405B,
  llama32_3B,
  qwen25_7B,
  qwen3_4B,
  qwen3_8B,
  qwen3_14B,
  phi4,
  gemma2_9B,
  mixtral,
  qwen3_30B,
  deepseekV2Lite,
  deepseekV3,
  gptOss20B,
  gpt2,
  pythia,
  kipply52B,
];
