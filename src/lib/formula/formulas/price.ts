import {perplexity} from "../../arithmetic/perplexity.js";
import {tie} from "../formula.js";

const {raw} = String;

/** Formulas of the chapter on the price of precision. */
export const priceTies = {
  perplexity: tie({
    tex: raw`\mathrm{PPL} = 2^{\frac{S}{n}}`,
    result: "demoPerplexity",
    law: perplexity,
    name: "perplexity",
    file: "src/lib/arithmetic/perplexity.ts",
    arguments: {surpriseBits: "surpriseBits", countedTokens: "countedTokens"},
  }),
} as const;
