import * as laws from "../../arithmetic/overflow.js";
import {tie} from "../formula.js";

const {raw} = String;
const file = "src/lib/arithmetic/overflow.ts";

/** Formulas of the chapter on machines: what happens when a model does not fit. */
export const machineTies = {
  offloadTime: tie({
    tex: raw`t = \frac{M_{\mathrm{gpu}}}{W_{\mathrm{gpu}}} + \frac{M_{\mathrm{cpu}}}{W_{\mathrm{cpu}}}`,
    result: "offloadSeconds",
    law: laws.offloadSeconds,
    name: "offloadSeconds",
    file,
    arguments: {
      gpuBytes: "gpuBytes",
      gpuBandwidth: "gpuBandwidth",
      cpuBytes: "cpuBytes",
      cpuBandwidth: "cpuBandwidth",
    },
  }),
  offloadSpeed: tie({
    tex: raw`v = \frac{1}{\frac{a}{v_{\mathrm{gpu}}} + \frac{1 - a}{v_{\mathrm{cpu}}}}`,
    result: "offloadSpeed",
    law: laws.offloadSpeed,
    name: "offloadSpeed",
    file,
    arguments: {gpuShare: "gpuShare", gpuSpeed: "gpuSpeed", cpuSpeed: "cpuSpeed"},
  }),
  latencyWithStorage: tie({
    tex: raw`t = \max\left(\frac{2\,P\,B}{F}, \frac{P\,b}{W}, \frac{P\,b - M_{\mathrm{free}}}{W_{\mathrm{store}}}\right)`,
    result: "spilledSeconds",
    law: laws.latencyWithStorage,
    name: "latencyWithStorage",
    file,
    arguments: {
      parameters: "parameters",
      batch: "batch",
      flops: "flops",
      bytesPerWeight: "bytesPerWeight",
      bandwidth: "bandwidth",
      freeBytes: "freeBytes",
      storageBandwidth: "storageBandwidth",
    },
    parts: [
      {tex: raw`\frac{2\,P\,B}{F}`, symbol: "computeSeconds"},
      {tex: raw`\frac{P\,b}{W}`, symbol: "memorySeconds"},
      {tex: raw`\frac{P\,b - M_{\mathrm{free}}}{W_{\mathrm{store}}}`, symbol: "overhangSeconds"},
    ],
  }),
} as const;
