const {raw} = String;

/** Derivations of the chapter on the price of precision. */
export const priceDerivations = {
  perplexity: {
    symbols: ["surpriseEach", "surpriseBits", "countedTokens", "meanOdds", "demoPerplexity"],
    leadsTo: "perplexity",
    steps: {
      mean: {tex: raw`s = \frac{S}{n}`, begins: true},
      odds: {tex: raw`q = 2^{-s}`, begins: true},
      words: {tex: raw`\mathrm{PPL} = \frac{1}{q}`, begins: true},
      putOdds: {tex: raw`\mathrm{PPL} = 2^{s}`, given: {meanOdds: raw`2^{-s}`}},
      putMean: {tex: raw`\mathrm{PPL} = 2^{\frac{S}{n}}`, given: {surpriseEach: raw`\frac{S}{n}`}},
    },
  },
} as const;
