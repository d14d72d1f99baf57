import * as laws from "../../arithmetic/article-laws.js";
import {tie} from "../formula.js";

const {raw} = String;
const file = "src/lib/arithmetic/article-laws.ts";

/** Formulas of the recount: lines by which the article computes. */
export const recountTies = {
  bytesOfWeights: tie({
    tex: raw`M = P\,b`,
    result: "weightBytes",
    law: laws.bytesOfWeights,
    name: "bytesOfWeights",
    file,
    arguments: {parameters: "parameters", bytesPerWeight: "bytesPerWeight"},
  }),
  memorySpeed: tie({
    tex: raw`v_{\mathrm{mem}} = \frac{W}{P\,b}`,
    result: "memorySpeed",
    law: laws.memorySpeed,
    name: "memorySpeed",
    file,
    arguments: {parameters: "parameters", bytesPerWeight: "bytesPerWeight", bandwidth: "bandwidth"},
  }),
  criticalBatchAsPublished: tie({
    tex: raw`B_{\mathrm{pub}} = \frac{F\,b}{W}`,
    result: "publishedBatch",
    law: laws.criticalBatchAsPublished,
    name: "criticalBatchAsPublished",
    file,
    arguments: {flops: "flops", bytesPerWeight: "bytesPerWeight", bandwidth: "bandwidth"},
  }),
} as const;
