import {ownSeconds} from "../../arithmetic/own-law.js";
import {tie} from "../formula.js";

const {raw} = String;

/** Formulas of the chapter on the reader's own machine. */
export const deviceTies = {
  ownLatency: tie({
    tex: raw`t = \max\left(\frac{2\,P\,T}{F}, \frac{P\,b}{W}\right) + t_0`,
    result: "ownSeconds",
    law: ownSeconds,
    name: "ownSeconds",
    file: "src/lib/arithmetic/own-law.ts",
    arguments: {
      parameters: "ownParameters",
      promptTokens: "promptTokens",
      flops: "ownFlops",
      bytesPerWeight: "ownBytesPerWeight",
      bandwidth: "ownBandwidth",
      overhead: "ownOverhead",
    },
    parts: [
      {tex: raw`\frac{2\,P\,T}{F}`, symbol: "ownComputeSeconds"},
      {tex: raw`\frac{P\,b}{W}`, symbol: "ownMemorySeconds"},
    ],
  }),
} as const;
