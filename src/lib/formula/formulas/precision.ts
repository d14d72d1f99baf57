import {bitsPerWeight, fileBytes} from "../../arithmetic/file-size.js";
import {tie} from "../formula.js";

const {raw} = String;
const file = "src/lib/arithmetic/file-size.ts";

/** Formulas of the chapter on precision. */
export const precisionTies = {
  bitsPerWeight: tie({
    tex: raw`\beta = w + \frac{s}{g}`,
    result: "storedBits",
    law: bitsPerWeight,
    name: "bitsPerWeight",
    file,
    arguments: {weightBits: "weightBits", sharedBits: "sharedBits", blockWeights: "blockWeights"},
  }),
  fileBytes: tie({
    tex: raw`M = \frac{P_m\,\beta}{8} + \frac{P_o\,\beta_o}{8} + 4\,P_n`,
    result: "weightBytes",
    law: fileBytes,
    name: "fileBytes",
    file,
    arguments: {
      matrixParameters: "matrixParameters",
      storedBits: "storedBits",
      outputParameters: "outputParameters",
      outputBits: "outputBits",
      normParameters: "normParameters",
    },
  }),
} as const;
