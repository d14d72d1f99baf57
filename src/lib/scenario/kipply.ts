import {tokenCacheBytes, tokensThatFit} from "../arithmetic/conversation.js";
import {ridgePoint} from "../arithmetic/simple-law.js";

/**
 * kipply's example: a model of 52 billion parameters in FP16 on A100s with 40 GB each, with her
 * round numbers. Source: kipply, "Transformer Inference Arithmetic" (2022).
 */
const model = {parameters: 52e9, layers: 64, heads: 64, headDim: 128, bytesPerWeight: 2};
const card = {memoryBytes: 40e9, bandwidth: 1.5e12, flops: 312e12};

/** Bytes that a token leaves: 2,097,152. */
export const kipplyBytesPerToken = tokenCacheBytes({
  bytesPerElement: 2,
  layers: model.layers,
  keptElements: 2 * model.heads * model.headDim,
});

/** Tokens that fit beside the weights on so many cards. */
export function kipplyTokens(cards: number): number {
  return tokensThatFit({
    memoryBytes: cards * card.memoryBytes,
    weightBytes: model.parameters * model.bytesPerWeight,
    batch: 1,
    kvBytesPerToken: kipplyBytesPerToken,
  });
}

/** Operations that a card can do while a byte arrives: as many tokens are calculated for one. */
export const kipplyRidge = ridgePoint(card);
