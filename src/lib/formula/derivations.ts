import {priceDerivations} from "./derivations/price.js";
import {promptDerivations} from "./derivations/prompts.js";
import {recountDerivations} from "./derivations/recount.js";
import {gpuDerivations} from "./derivations/gpus.js";
import {conversationDerivations} from "./derivations/conversation.js";
import {machineDerivations} from "./derivations/machines.js";
import {precisionDerivations} from "./derivations/precision.js";
import {parameterDerivations} from "./derivations/parameters.js";
import {deviceDerivations} from "./derivations/device.js";
import type {Derivation} from "./derivations/derivation.js";

const {raw} = String;
const computeTex = raw`\frac{2\,P\,B}{F}`;
const memoryTex = raw`\frac{P\,b}{W}`;
const modelTex = raw`L \left(4\,d^{2} + 3\,d\,d_{\mathrm{ff}}\right) + V\,d`;

export const derivations = {
  flopsPerToken: {
    symbols: [
      "rowFlops",
      "columns",
      "matrixFlops",
      "rows",
      "matrixWeights",
      "tokenFlops",
      "layers",
      "hiddenSize",
      "intermediateSize",
      "vocabularySize",
      "parameters",
    ],
    leadsTo: "flopsPerToken",
    steps: {
      row: {tex: raw`f_{\mathrm{row}} = n + n`, begins: true},
      twice: {tex: raw`f_{\mathrm{row}} = 2\,n`},
      rows: {tex: raw`f = m\,f_{\mathrm{row}}`, begins: true},
      matrix: {tex: raw`f = 2\,m\,n`, given: {rowFlops: raw`2\,n`}},
      weights: {tex: raw`f = 2\,p`, given: {matrixWeights: raw`m\,n`}},
      model: {
        tex: raw`f_{\mathrm{token}} = L \left(4 \cdot 2\,d^{2} + 3 \cdot 2\,d\,d_{\mathrm{ff}}\right) + 2\,V\,d`,
        begins: true,
      },
      factor: {tex: raw`f_{\mathrm{token}} = 2 \left(${modelTex}\right)`},
      token: {tex: raw`f_{\mathrm{token}} = 2\,P`, given: {parameters: modelTex}},
    },
  },
  latency: {
    symbols: [
      "computeSeconds",
      "memorySeconds",
      "seconds",
      "parameters",
      "batch",
      "flops",
      "bytesPerWeight",
      "bandwidth",
    ],
    leadsTo: "latency",
    steps: {
      compute: {tex: raw`t_{\mathrm{comp}} = ${computeTex}`, begins: true},
      memory: {tex: raw`t_{\mathrm{mem}} = ${memoryTex}`, begins: true},
      slower: {tex: raw`t = \max\left(t_{\mathrm{comp}}, t_{\mathrm{mem}}\right)`, begins: true},
      together: {
        tex: raw`t = \max\left(${computeTex}, ${memoryTex}\right)`,
        given: {computeSeconds: computeTex, memorySeconds: memoryTex},
      },
    },
  },
  intensity: {
    symbols: ["intensity", "parameters", "batch", "bytesPerWeight"],
    leadsTo: "intensity",
    steps: {
      quotient: {tex: raw`I = \frac{2\,P\,B}{P\,b}`, begins: true},
      cancel: {tex: raw`I = \frac{2\,B}{b}`},
    },
  },
  criticalBatch: {
    symbols: ["criticalBatch", "parameters", "flops", "bytesPerWeight", "bandwidth"],
    leadsTo: "criticalBatch",
    steps: {
      equal: {tex: raw`\frac{2\,P\,B_{\mathrm{crit}}}{F} = \frac{P\,b}{W}`, begins: true},
      divide: {tex: raw`\frac{2\,B_{\mathrm{crit}}}{F} = \frac{b}{W}`},
      multiply: {tex: raw`2\,B_{\mathrm{crit}} = \frac{F\,b}{W}`},
      halve: {tex: raw`B_{\mathrm{crit}} = \frac{F\,b}{2\,W}`},
    },
  },
  memoryCorrected: {
    symbols: ["publishedSeconds", "memorySeconds", "parameters", "bytesPerWeight", "bandwidth"],
    leadsTo: "memoryTime",
    steps: {
      published: {tex: raw`t_{\mathrm{pub}} = \frac{2\,P\,b}{W}`, begins: true},
      leftOver: {tex: raw`t_{\mathrm{pub}} = 2 \cdot \frac{P\,b}{W}`},
      source: {tex: raw`t_{\mathrm{mem}} = \frac{2\,P}{W}`, begins: true},
      corrected: {tex: raw`t_{\mathrm{mem}} = ${memoryTex}`, given: {bytesPerWeight: "2"}},
    },
  },
  speedWithContext: {
    symbols: [
      "stepBytes",
      "bytesRead",
      "batch",
      "context",
      "kvBytesPerToken",
      "bandwidth",
      "decodeSeconds",
      "decodeSpeed",
    ],
    leadsTo: "decodeWithContext",
    steps: {
      bytes: {tex: raw`D = M + B\,C\,K`, begins: true},
      time: {tex: raw`t = \frac{D}{W}`, begins: true},
      putIn: {tex: raw`t = \frac{M + B\,C\,K}{W}`, given: {stepBytes: raw`M + B\,C\,K`}},
      speed: {tex: raw`v = \frac{1}{t}`, begins: true},
      slower: {
        tex: raw`v = \frac{W}{M + B\,C\,K}`,
        given: {decodeSeconds: raw`\frac{M + B\,C\,K}{W}`},
      },
    },
  },
  ...promptDerivations,
  ...recountDerivations,
  ...gpuDerivations,
  ...conversationDerivations,
  ...machineDerivations,
  ...precisionDerivations,
  ...priceDerivations,
  ...parameterDerivations,
  ...deviceDerivations,
} as const satisfies Record<string, Derivation>;

/** Name of a derivation: the value of data-derivation. */
export type DerivationId = keyof typeof derivations;

/** The names of a derivation's steps: the keys of its reasons. */
export type StepId<Id extends DerivationId> = keyof (typeof derivations)[Id]["steps"];
