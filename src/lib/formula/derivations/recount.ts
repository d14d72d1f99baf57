import type {Derivation} from "./derivation.js";

const {raw} = String;

/** Derivations of the recount. */
export const recountDerivations = {
  memorySpeed: {
    symbols: ["memorySeconds", "memorySpeed", "parameters", "bytesPerWeight", "bandwidth"],
    leadsTo: "memorySpeed",
    steps: {
      seconds: {tex: raw`t_{\mathrm{mem}} = \frac{P\,b}{W}`, begins: true},
      upsideDown: {tex: raw`v_{\mathrm{mem}} = \frac{1}{t_{\mathrm{mem}}}`, begins: true},
      speed: {
        tex: raw`v_{\mathrm{mem}} = \frac{W}{P\,b}`,
        given: {memorySeconds: raw`\frac{P\,b}{W}`},
      },
    },
  },
} as const satisfies Record<string, Derivation>;
