import type {Derivation} from "./derivation.js";

const {raw} = String;

/** Derivations of the chapter on the reader's own machine. */
export const deviceDerivations = {
  ownLatency: {
    symbols: [
      "ownSeconds",
      "ownComputeSeconds",
      "ownMemorySeconds",
      "ownOverhead",
      "ownParameters",
      "promptTokens",
      "ownFlops",
      "ownBytesPerWeight",
      "ownBandwidth",
    ],
    leadsTo: "ownLatency",
    steps: {
      clocks: {
        tex: raw`t = \max\left(t_{\mathrm{comp}}, t_{\mathrm{mem}}\right) + t_0`,
        begins: true,
      },
      compute: {
        tex: raw`t = \max\left(\frac{2\,P\,T}{F}, t_{\mathrm{mem}}\right) + t_0`,
        given: {ownComputeSeconds: raw`\frac{2\,P\,T}{F}`},
      },
      memory: {
        tex: raw`t = \max\left(\frac{2\,P\,T}{F}, \frac{P\,b}{W}\right) + t_0`,
        given: {ownMemorySeconds: raw`\frac{P\,b}{W}`},
      },
    },
  },
} as const satisfies Record<string, Derivation>;
