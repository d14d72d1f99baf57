const {raw} = String;

/** Derivations of the chapter on precision. */
export const precisionDerivations = {
  bitsPerWeight: {
    symbols: ["blockBits", "blockWeights", "weightBits", "sharedBits", "storedBits"],
    leadsTo: "bitsPerWeight",
    steps: {
      block: {tex: raw`s_{\mathrm{block}} = g\,w + s`, begins: true},
      shared: {tex: raw`\beta = \frac{s_{\mathrm{block}}}{g}`, begins: true},
      putIn: {
        tex: raw`\beta = \frac{g\,w + s}{g}`,
        given: {blockBits: raw`g\,w + s`},
      },
      split: {tex: raw`\beta = w + \frac{s}{g}`},
    },
  },
} as const;
