import type {Derivation} from "./derivation.js";

const {raw} = String;
const readingTex = raw`\frac{2\,P\,T}{F}`;
const secondTex = raw`\frac{2\,P\,T}{F_2}`;

/** Derivations of the chapter on prompts. */
export const promptDerivations = {
  ridgePrompt: {
    symbols: ["ridgePrompt", "parameters", "flops", "bytesPerWeight", "bandwidth"],
    leadsTo: "ridgePrompt",
    steps: {
      equal: {tex: raw`\frac{2\,P\,T_{\mathrm{ridge}}}{F} = \frac{P\,b}{W}`, begins: true},
      divide: {tex: raw`\frac{2\,T_{\mathrm{ridge}}}{F} = \frac{b}{W}`},
      solve: {tex: raw`T_{\mathrm{ridge}} = \frac{F\,b}{2\,W}`},
    },
  },
  promptGap: {
    symbols: [
      "promptSeconds",
      "rivalPromptSeconds",
      "promptGap",
      "parameters",
      "promptTokens",
      "flops",
      "rivalFlops",
    ],
    leadsTo: "promptGap",
    steps: {
      first: {tex: raw`t_{\mathrm{read}} = ${readingTex}`, begins: true},
      second: {tex: raw`t_2 = ${secondTex}`, begins: true},
      quotient: {tex: raw`g = \frac{t_{\mathrm{read}}}{t_2}`, begins: true},
      cancel: {
        tex: raw`g = \frac{F_2}{F}`,
        given: {promptSeconds: readingTex, rivalPromptSeconds: secondTex},
      },
    },
  },
} as const satisfies Record<string, Derivation>;
