/** Words of the tables of the chapter on the price of precision. */
export const priceTables = {
  demoPrices: {
    caption: (live: number, count: string, all: string) =>
      live === 0
        ? "Fable in eight formats: sizes by the law, the rest as recorded with this notebook’s engine"
        : count === all
          ? "Fable in eight formats: sizes by the law, the rest measured here, in this browser"
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
      "By how much rounding raises the perplexity: Fable as recorded, the others as published",
    columns: ["Model", "Tokens per weight", "Q8_0", "Q5_0", "Q4_0", "Q3_K", "Q2_K", "Bits of Q2_K"],
  },
};
