import type {Architecture} from "./architecture.js";

/**
 * Elements that one layer keeps of one token: a key and a value for each KV head, or DeepSeek's
 * latent vector with its positional part. Elements: 2 × kvHeads × headDim, or rank + ropeDim.
 */
export function keptElements({numKvHeads, headDim, latentAttention}: Architecture): number {
  return latentAttention === undefined
    ? 2 * numKvHeads * headDim
    : latentAttention.keyValueRank + latentAttention.ropeHeadDim;
}

/**
 * Bytes that one more token of conversation adds, while no window is full.
 * bytes: layers × 2 × kvHeads × headDim × bytesPerElement. LLaMA-7B in fp16: 524,288.
 */
export function kvBytesPerToken(architecture: Architecture, bytesPerElement = 2): number {
  return architecture.numLayers * keptElements(architecture) * bytesPerElement;
}

/**
 * Token positions that the layers together keep of a conversation: layers × context, but a layer
 * with a sliding window keeps no more than its window.
 */
export function keptPositions({numLayers, slidingWindow}: Architecture, context: number): number {
  if (slidingWindow === undefined) return numLayers * context;
  const {layers, tokens} = slidingWindow;
  return (numLayers - layers) * context + layers * Math.min(context, tokens);
}

/**
 * Bytes of the KV cache of a batch of conversations, each `context` tokens long.
 * bytes: batch × kept positions × kept elements × bytesPerElement.
 * Source: kipply, "Transformer Inference Arithmetic" (2022), per token; context, batch, shared
 * heads, windows and latent attention added.
 */
export function kvCacheBytes(
  architecture: Architecture,
  {context, batch, bytesPerElement}: {context: number; batch: number; bytesPerElement: number},
): number {
  return (
    batch * keptPositions(architecture, context) * keptElements(architecture) * bytesPerElement
  );
}
