import type {Derivation} from "./derivation.js";

const {raw} = String;

/** Derivations of the chapter on graphics processors. */
export const gpuDerivations = {
  busyShare: {
    symbols: [
      "busyShare",
      "computeSeconds",
      "memorySeconds",
      "tokenFlops",
      "flops",
      "weightBytes",
      "bandwidth",
      "intensity",
      "ridge",
    ],
    leadsTo: "busyShare",
    steps: {
      share: {
        tex: raw`s = \frac{t_{\mathrm{comp}}}{\max\left(t_{\mathrm{comp}}, t_{\mathrm{mem}}\right)}`,
        begins: true,
      },
      smaller: {tex: raw`s = \min\left(1, \frac{t_{\mathrm{comp}}}{t_{\mathrm{mem}}}\right)`},
      putIn: {
        tex: raw`s = \min\left(1, \frac{f_{\mathrm{token}}}{F} \cdot \frac{W}{M}\right)`,
        given: {
          computeSeconds: raw`\frac{f_{\mathrm{token}}}{F}`,
          memorySeconds: raw`\frac{M}{W}`,
        },
      },
      regroup: {tex: raw`s = \min\left(1, \frac{f_{\mathrm{token}}}{M} \cdot \frac{W}{F}\right)`},
      quotients: {
        tex: raw`s = \min\left(1, \frac{I}{I_{\mathrm{ridge}}}\right)`,
        given: {intensity: raw`\frac{f_{\mathrm{token}}}{M}`, ridge: raw`\frac{F}{W}`},
      },
    },
  },
} as const satisfies Record<string, Derivation>;
