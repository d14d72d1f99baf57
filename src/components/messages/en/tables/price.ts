/** Words of the tables of the chapter on the price of precision. */
export const priceTables = {
  demoPrices: {
    caption: (live: number, count: string, all: string) =>
      live === 0
        ? "Fable in eight formats: sizes by the law, the rest as recorded with this notebook’s engine"
        : `Fable in eight formats: ${count} of ${all} measured here, in this browser, the rest as recorded`,
    columns: (counted: string) => [
      "Stored as",
      "Bits",
      "Bytes",
      "Perplexity",
      `Surprised, of ${counted}`,
      "Tokens/s here",
    ],
    own: (stored: string) => `${stored}, ours`,
  },
  publishedLosses: {
    caption:
      "By how much the perplexity of published files is above that of the same model in 16 bits",
    columns: ["Model", "16 bits", "Q8_0", "Q5_0", "Q4_0", "Q3_K_S", "Q2_K"],
  },
};
