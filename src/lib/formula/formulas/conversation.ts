import * as laws from "../../arithmetic/conversation.js";
import {tie} from "../formula.js";

const {raw} = String;
const file = "src/lib/arithmetic/conversation.ts";

/** Formulas of the chapter on conversations. */
export const conversationTies = {
  tokenCache: tie({
    tex: raw`K = b_{\mathrm{kv}}\,L\,n_{\mathrm{kept}}`,
    result: "kvBytesPerToken",
    law: laws.tokenCacheBytes,
    name: "tokenCacheBytes",
    file,
    arguments: {bytesPerElement: "bytesPerElement", layers: "layers", keptElements: "keptElements"},
  }),
  tokensThatFit: tie({
    tex: raw`C_{\mathrm{fit}} = \frac{M_{\mathrm{mach}} - M}{B\,K}`,
    result: "tokensThatFit",
    law: laws.tokensThatFit,
    name: "tokensThatFit",
    file,
    arguments: {
      memoryBytes: "memoryBytes",
      weightBytes: "weightBytes",
      batch: "batch",
      kvBytesPerToken: "kvBytesPerToken",
    },
  }),
  windowedCache: tie({
    tex: raw`M_{\mathrm{kv}} = B\,b_{\mathrm{kv}}\,n_{\mathrm{kept}} \left(L_{\mathrm{all}}\,C + L_{\mathrm{win}} \min\left(C, w\right)\right)`,
    result: "conversationBytes",
    law: laws.windowedCacheBytes,
    name: "windowedCacheBytes",
    file,
    arguments: {
      batch: "batch",
      bytesPerElement: "bytesPerElement",
      keptElements: "keptElements",
      fullLayers: "fullLayers",
      context: "context",
      windowLayers: "windowLayers",
      windowTokens: "windowTokens",
    },
  }),
  recomputeRatio: tie({
    tex: raw`r = \frac{2\,P\,W}{F\,K}`,
    result: "recomputeRatio",
    law: laws.recomputeRatio,
    name: "recomputeRatio",
    file,
    arguments: {
      parameters: "parameters",
      bandwidth: "bandwidth",
      flops: "flops",
      kvBytesPerToken: "kvBytesPerToken",
    },
  }),
} as const;
