import type {Architecture} from "../arithmetic/architecture.js";
import {tensorGroups} from "../arithmetic/parameters.js";
import type {MeasuredFormat, Phase} from "../catalog/device-report.js";
import {packedBytes} from "../engine/pack.js";

/** One pass of the engine through a model: a token that it writes, or a prompt that it reads. */
export interface Pass {
  architecture: Architecture;
  format: MeasuredFormat;
  phase: Phase;
  /** Tokens of the prompt, in prefill; 1 in decode. */
  tokens: number;
  /** Tokens that a token looks back to, on average. */
  context: number;
}

/** What a pass asks of a machine. */
export interface PassWork {
  /** FLOP: two for each weight that a token meets, and attention's. */
  flops: number;
  /** Bytes that are read: weights as the engine keeps them, and the cache. */
  bytes: number;
  /** Numbers that go from layer to layer: tokens × layers × hiddenSize. */
  numbers: number;
}

const cacheElementBytes = 4; // the engine keeps keys and values in 32 bits

/**
 * Counts a pass as the engine makes it. Weights are read once for a whole prompt, up to 256 tokens
 * of it. Only the last token of a prompt goes on after the keys and values of the last layer, and
 * only it meets the output matrix.
 */
export function passWork({architecture, format, tokens, context}: Pass): PassWork {
  const {hiddenSize, numLayers, numHeads, numKvHeads, headDim} = architecture;
  const chunks = Math.ceil(tokens / tokensOfChunk);
  let flops = 0;
  let bytes = 0;
  for (const {name, part, kind, rows, columns, copies} of tensorGroups(architecture)) {
    if (kind === "vector") continue;
    const isOutput = part === "output" || (part === "embedding" && architecture.tieEmbeddings);
    if (part === "embedding" && !isOutput) continue; // one row of it is looked up
    const once = isOutput ? copies : isForEveryToken(name) ? 0 : copies / numLayers;
    const often = copies - once;
    const elements = rows * columns;
    flops += 2 * elements * (often * tokens + once);
    bytes += packedBytes(format, rows, columns) * (often * chunks + once);
  }
  const lookedBack = tokens * numLayers * context;
  flops += 4 * numHeads * headDim * lookedBack;
  bytes += (2 * numKvHeads * headDim * cacheElementBytes * lookedBack) / tokens;
  return {flops, bytes, numbers: tokens * numLayers * hiddenSize};
}

const tokensOfChunk = 256;

/** Whether all tokens of a prompt meet this matrix in the last layer too: its keys are kept. */
function isForEveryToken(name: string): boolean {
  return ["query", "key", "value"].includes(name);
}
