import * as parallelism from "../../arithmetic/parallelism.js";
import * as prompts from "../../arithmetic/prompt-laws.js";
import {tie} from "../formula.js";

const {raw} = String;
const file = "src/lib/arithmetic/prompt-laws.ts";
const parallelismFile = "src/lib/arithmetic/parallelism.ts";

/** Formulas of the chapter on prompts. */
export const promptTies = {
  promptTime: tie({
    tex: raw`t_{\mathrm{read}} = \max\left(\frac{2\,P\,T}{F}, \frac{P\,b}{W}\right)`,
    result: "promptSeconds",
    law: prompts.promptSeconds,
    name: "promptSeconds",
    file,
    arguments: {
      parameters: "parameters",
      promptTokens: "promptTokens",
      flops: "flops",
      bytesPerWeight: "bytesPerWeight",
      bandwidth: "bandwidth",
    },
    parts: [
      {tex: raw`\frac{2\,P\,T}{F}`, symbol: "promptComputeSeconds"},
      {tex: raw`\frac{P\,b}{W}`, symbol: "memorySeconds"},
    ],
  }),
  ridgePrompt: tie({
    tex: raw`T_{\mathrm{ridge}} = \frac{F\,b}{2\,W}`,
    result: "ridgePrompt",
    law: prompts.ridgePrompt,
    name: "ridgePrompt",
    file,
    arguments: {flops: "flops", bytesPerWeight: "bytesPerWeight", bandwidth: "bandwidth"},
  }),
  promptGap: tie({
    tex: raw`g = \frac{F_2}{F}`,
    result: "promptGap",
    law: prompts.promptGap,
    name: "promptGap",
    file,
    arguments: {rivalFlops: "rivalFlops", flops: "flops"},
  }),
  conversationTime: tie({
    tex: raw`t_{\mathrm{all}} = t_{\mathrm{read}} + \left(A - 1\right) t`,
    result: "conversationSeconds",
    law: prompts.conversationSeconds,
    name: "conversationSeconds",
    file,
    arguments: {
      promptSeconds: "promptSeconds",
      answerTokens: "answerTokens",
      seconds: "seconds",
    },
  }),
  splitTime: tie({
    tex: raw`t_N = \frac{P\,b}{N\,W} + 4\,L\,t_{\mathrm{msg}}`,
    result: "splitSeconds",
    law: parallelism.splitSeconds,
    name: "splitSeconds",
    file: parallelismFile,
    arguments: {
      parameters: "parameters",
      bytesPerWeight: "bytesPerWeight",
      devices: "devices",
      bandwidth: "bandwidth",
      layers: "layers",
      message: "message",
    },
  }),
  linkTime: tie({
    tex: raw`t_{\mathrm{link}} = \frac{8\,B\,L\,d}{W_{\mathrm{link}}}`,
    result: "linkSeconds",
    law: parallelism.linkSeconds,
    name: "linkSeconds",
    file: parallelismFile,
    arguments: {batch: "batch", layers: "layers", hiddenSize: "hiddenSize", link: "link"},
  }),
  pipelineGain: tie({
    tex: raw`G = \frac{N\,c}{c + N - 1}`,
    result: "pipelineGain",
    law: parallelism.pipelineGain,
    name: "pipelineGain",
    file: parallelismFile,
    arguments: {devices: "devices", chunks: "chunks"},
  }),
  trainingFlops: tie({
    tex: raw`f_{\mathrm{train}} = 6\,P\,D`,
    result: "trainingFlops",
    law: parallelism.trainingFlops,
    name: "trainingFlops",
    file: parallelismFile,
    arguments: {parameters: "parameters", trainingTokens: "trainingTokens"},
  }),
  trainingTime: tie({
    tex: raw`t_{\mathrm{train}} = \frac{6\,P\,D}{u\,F}`,
    result: "trainingSeconds",
    law: parallelism.trainingSeconds,
    name: "trainingSeconds",
    file: parallelismFile,
    arguments: {
      parameters: "parameters",
      trainingTokens: "trainingTokens",
      utilisation: "utilisation",
      flops: "flops",
    },
  }),
  trainingBytes: tie({
    tex: raw`M_{\mathrm{train}} = 16\,P`,
    result: "trainingBytes",
    law: parallelism.trainingBytes,
    name: "trainingBytes",
    file: parallelismFile,
    arguments: {parameters: "parameters"},
  }),
} as const;
