import type {Derivation} from "./derivation.js";

const {raw} = String;
const gpuTime = raw`\frac{a\,M}{W_{\mathrm{gpu}}}`;
const cpuTime = raw`\frac{\left(1 - a\right) M}{W_{\mathrm{cpu}}}`;

/** Derivations of the chapter on machines. */
export const machineDerivations = {
  offload: {
    symbols: [
      "offloadSeconds",
      "gpuBytes",
      "cpuBytes",
      "gpuBandwidth",
      "cpuBandwidth",
      "gpuShare",
      "weightBytes",
      "gpuSpeed",
      "cpuSpeed",
      "offloadSpeed",
    ],
    leadsTo: "offloadSpeed",
    steps: {
      sum: {
        tex: raw`t = \frac{M_{\mathrm{gpu}}}{W_{\mathrm{gpu}}} + \frac{M_{\mathrm{cpu}}}{W_{\mathrm{cpu}}}`,
        begins: true,
      },
      shares: {
        tex: raw`t = ${gpuTime} + ${cpuTime}`,
        given: {gpuBytes: raw`a\,M`, cpuBytes: raw`\left(1 - a\right) M`},
      },
      speeds: {
        tex: raw`t = \frac{a}{v_{\mathrm{gpu}}} + \frac{1 - a}{v_{\mathrm{cpu}}}`,
        given: {
          gpuSpeed: raw`\frac{W_{\mathrm{gpu}}}{M}`,
          cpuSpeed: raw`\frac{W_{\mathrm{cpu}}}{M}`,
        },
      },
      speed: {tex: raw`v = \frac{1}{t}`, begins: true},
      mean: {
        tex: raw`v = \frac{1}{\frac{a}{v_{\mathrm{gpu}}} + \frac{1 - a}{v_{\mathrm{cpu}}}}`,
        given: {
          offloadSeconds: raw`\frac{a}{v_{\mathrm{gpu}}} + \frac{1 - a}{v_{\mathrm{cpu}}}`,
        },
      },
    },
  },
} as const satisfies Record<string, Derivation>;
