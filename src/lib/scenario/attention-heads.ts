import type {Architecture} from "../arithmetic/architecture.js";
import {keptElements} from "../arithmetic/kv-cache.js";

/** How the heads of a model come by their keys and values. */
export type AttentionKind = "multiHead" | "grouped" | "multiQuery" | "latent";

/** What one layer keeps of one token, and what it would keep if every head had keys of its own. */
export interface AttentionHeads {
  kind: AttentionKind;
  /** Heads that ask: each has a query of its own. */
  heads: number;
  /** Keys and values that they share: one latent vector counts as one. */
  kvHeads: number;
  /** Heads that share one key and one value. */
  perKvHead: number;
  /** Numbers that the layer keeps. */
  kept: number;
  /** Numbers that it would keep with a key and a value for each head. */
  own: number;
  /** kept / own */
  share: number;
}

export function attentionHeads(architecture: Architecture): AttentionHeads {
  const {numHeads: heads, numKvHeads, headDim, latentAttention} = architecture;
  const kvHeads = latentAttention === undefined ? numKvHeads : 1;
  const kept = keptElements(architecture);
  const own =
    latentAttention === undefined
      ? 2 * heads * headDim
      : heads *
        (latentAttention.nopeHeadDim + latentAttention.ropeHeadDim + latentAttention.valueHeadDim);
  return {
    kind: kindOf(architecture),
    heads,
    kvHeads,
    perKvHead: heads / kvHeads,
    kept,
    own,
    share: kept / own,
  };
}

function kindOf({numHeads, numKvHeads, latentAttention}: Architecture): AttentionKind {
  if (latentAttention !== undefined) return "latent";
  if (numKvHeads === numHeads) return "multiHead";
  return numKvHeads === 1 ? "multiQuery" : "grouped";
}
