import type {Derivation} from "./derivation.js";

const {raw} = String;
const keptTex = raw`2\,n_{\mathrm{kv}}\,d_{\mathrm{head}}`;

/** Derivations of the chapter on conversations. */
export const conversationDerivations = {
  tokenCache: {
    symbols: [
      "keptElements",
      "kvHeads",
      "headSize",
      "bytesPerElement",
      "layers",
      "kvBytesPerToken",
    ],
    leadsTo: "kvBytesPerToken",
    steps: {
      head: {
        tex: raw`n_{\mathrm{kept}} = n_{\mathrm{kv}} \left(d_{\mathrm{head}} + d_{\mathrm{head}}\right)`,
        begins: true,
      },
      two: {tex: raw`n_{\mathrm{kept}} = ${keptTex}`},
      layers: {tex: raw`K = b_{\mathrm{kv}}\,L\,n_{\mathrm{kept}}`, begins: true},
      token: {
        tex: raw`K = 2\,b_{\mathrm{kv}}\,L\,n_{\mathrm{kv}}\,d_{\mathrm{head}}`,
        given: {keptElements: keptTex},
      },
    },
  },
  tokensThatFit: {
    symbols: ["memoryBytes", "weightBytes", "batch", "kvBytesPerToken", "tokensThatFit"],
    leadsTo: "tokensThatFit",
    steps: {
      full: {
        tex: raw`M + B\,C_{\mathrm{fit}}\,K = M_{\mathrm{mach}}`,
        begins: true,
      },
      room: {
        tex: raw`B\,C_{\mathrm{fit}}\,K = M_{\mathrm{mach}} - M`,
        begins: true,
      },
      divide: {tex: raw`C_{\mathrm{fit}} = \frac{M_{\mathrm{mach}} - M}{B\,K}`},
    },
  },
  recomputeRatio: {
    symbols: [
      "recomputeSeconds",
      "readBackSeconds",
      "recomputeRatio",
      "parameters",
      "flops",
      "kvBytesPerToken",
      "bandwidth",
    ],
    leadsTo: "recomputeRatio",
    steps: {
      anew: {tex: raw`t_{\mathrm{anew}} = \frac{2\,P}{F}`, begins: true},
      back: {tex: raw`t_{\mathrm{back}} = \frac{K}{W}`, begins: true},
      ratio: {tex: raw`r = \frac{t_{\mathrm{anew}}}{t_{\mathrm{back}}}`, begins: true},
      putIn: {
        tex: raw`r = \frac{2\,P\,W}{F\,K}`,
        given: {recomputeSeconds: raw`\frac{2\,P}{F}`, readBackSeconds: raw`\frac{K}{W}`},
      },
    },
  },
} as const satisfies Record<string, Derivation>;
