import * as laws from "../../arithmetic/llama-parameters.js";
import {parameterEstimate} from "../../arithmetic/parameters.js";
import {tie} from "../formula.js";

const {raw} = String;
const file = "src/lib/arithmetic/llama-parameters.ts";

/** Formulas of the chapter on counting parameters. */
export const parameterTies = {
  parameterEstimate: tie({
    tex: raw`P_{\mathrm{GPT}} = 12\,L\,d^{2} + V\,d`,
    result: "estimatedParameters",
    law: ({layers, hiddenSize, vocabularySize}: Omit<laws.LlamaSizes, "intermediateSize">) =>
      parameterEstimate(layers, hiddenSize, vocabularySize),
    name: "parameterEstimate",
    file: "src/lib/arithmetic/parameters.ts",
    arguments: {layers: "layers", hiddenSize: "hiddenSize", vocabularySize: "vocabularySize"},
  }),
  llamaParameters: tie({
    tex: raw`P = L \left(4\,d^{2} + 3\,d\,d_{\mathrm{ff}} + 2\,d\right) + 2\,V\,d + d`,
    result: "llamaParameters",
    law: laws.llamaParameters,
    name: "llamaParameters",
    file,
    arguments: {
      layers: "layers",
      hiddenSize: "hiddenSize",
      intermediateSize: "intermediateSize",
      vocabularySize: "vocabularySize",
    },
  }),
  groupedParameters: tie({
    tex: raw`P = L \left(2\,d\,d_{\mathrm{head}} \left(n_q + n_{\mathrm{kv}}\right) + 3\,d\,d_{\mathrm{ff}} + 2\,d\right) + n_{\mathrm{emb}}\,V\,d + d`,
    result: "groupedParameters",
    law: laws.groupedParameters,
    name: "groupedParameters",
    file,
    arguments: {
      layers: "layers",
      hiddenSize: "hiddenSize",
      headSize: "headSize",
      heads: "heads",
      kvHeads: "kvHeads",
      intermediateSize: "intermediateSize",
      tables: "tables",
      vocabularySize: "vocabularySize",
    },
  }),
  idleParameters: tie({
    tex: raw`P_{\mathrm{idle}} = 3\,L_{\mathrm{exp}}\,d\,d_{\mathrm{exp}} \left(E - k\right)`,
    result: "idleParameters",
    law: laws.idleParameters,
    name: "idleParameters",
    file,
    arguments: {
      sparseLayers: "sparseLayers",
      hiddenSize: "hiddenSize",
      expertSize: "expertSize",
      experts: "experts",
      expertsPerToken: "expertsPerToken",
    },
  }),
} as const;
