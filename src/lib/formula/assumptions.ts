import type {FormulaId} from "./formulas.js";

/** What a law takes for granted or leaves out; its sentence is in messages. */
export type AssumptionId =
  | "peaks"
  | "together"
  | "weightsOnce"
  | "noOverhead"
  | "noConversation"
  | "matricesAlone"
  | "sameWidth"
  | "activeAlone"
  | "publishedFactor"
  | "oneMemory"
  | "everyLayer"
  | "allMemory"
  | "noPromptAttention"
  | "shortAnswer"
  | "sameShare"
  | "fitted"
  | "randomExperts"
  | "gptShape"
  | "llamaShape"
  | "groupedShape"
  | "expertsAlone"
  | "wholeBlocks"
  | "fileHead"
  | "sameTokenizer"
  | "splitEvenly"
  | "messagesAlone"
  | "linkAlone"
  | "evenStages"
  | "handOver"
  | "keptInMemory"
  | "trainingPasses"
  | "wholeRun"
  | "adam"
  | "exact"
  | "measuredHere";

const clocks = ["peaks", "together", "weightsOnce", "noConversation", "noOverhead"] as const;

/** What each law takes for granted, the weightiest first. */
export const assumptions: Readonly<Record<FormulaId, readonly AssumptionId[]>> = {
  matrixVectorFlops: ["exact"],
  flopsPerToken: ["matricesAlone", "activeAlone"],
  computeTime: ["peaks", "matricesAlone", "activeAlone"],
  memoryTime: ["peaks", "weightsOnce", "noConversation", "sameWidth"],
  memoryAsPublished: ["publishedFactor", "peaks", "weightsOnce", "noConversation"],
  latency: [...clocks, "activeAlone"],
  intensity: ["weightsOnce", "noConversation", "matricesAlone"],
  ridge: ["peaks", "oneMemory"],
  criticalBatch: clocks,
  roofline: ["peaks", "together", "oneMemory"],
  kvBytesPerToken: ["everyLayer", "sameWidth"],
  decodeWithContext: ["peaks", "weightsOnce", "everyLayer", "noOverhead"],
  forecast: ["fitted", "weightsOnce"],
  expectedExperts: ["randomExperts"],
  bandwidthNeeded: ["peaks", "noOverhead"],
  bitsPerWeight: ["wholeBlocks"],
  fileBytes: ["fileHead", "wholeBlocks"],
  perplexity: ["sameTokenizer"],
  tokensPerSecond: ["exact"],
  promptTime: ["peaks", "together", "noPromptAttention", "noOverhead"],
  ridgePrompt: ["peaks", "together", "noPromptAttention"],
  promptGap: ["sameShare", "noPromptAttention"],
  conversationTime: ["shortAnswer"],
  splitTime: ["peaks", "splitEvenly", "messagesAlone", "noConversation"],
  linkTime: ["linkAlone"],
  pipelineGain: ["evenStages"],
  trainingFlops: ["trainingPasses"],
  trainingTime: ["trainingPasses", "wholeRun"],
  trainingBytes: ["adam"],
  bytesOfWeights: ["sameWidth"],
  memorySpeed: ["peaks", "weightsOnce", "noConversation", "noOverhead"],
  criticalBatchAsPublished: ["publishedFactor", "peaks"],
  busyShare: ["peaks", "together"],
  tokenCache: ["sameWidth"],
  tokensThatFit: ["allMemory", "everyLayer"],
  windowedCache: ["sameWidth"],
  recomputeRatio: ["peaks", "matricesAlone"],
  offloadTime: ["peaks", "handOver", "noConversation"],
  offloadSpeed: ["handOver", "noConversation"],
  latencyWithStorage: ["peaks", "together", "keptInMemory", "noConversation"],
  parameterEstimate: ["gptShape"],
  llamaParameters: ["llamaShape"],
  groupedParameters: ["groupedShape"],
  idleParameters: ["expertsAlone"],
  ownLatency: ["measuredHere", "together", "weightsOnce"],
};
