import * as laws from "../../arithmetic/simple-law.js";
import {tie} from "../formula.js";

/** Formulas of the chapter on graphics processors. */
export const gpuFormulas = {
  busyShare: tie({
    tex: String.raw`s = \min\left(1, \frac{I}{I_{\mathrm{ridge}}}\right)`,
    result: "busyShare",
    law: laws.busyShare,
    name: "busyShare",
    file: "src/lib/arithmetic/simple-law.ts",
    arguments: {intensity: "intensity", ridge: "ridge"},
  }),
} as const;
