import {
  linkBandwidth,
  linkSeconds,
  messageSeconds,
  messagesPerLayer,
  pipelineGain,
  trainingBytes,
  trainingFlops,
} from "../../arithmetic/parallelism.js";
import {computeSeconds} from "../../arithmetic/simple-law.js";
import {conversationSeconds, promptGap, ridgePrompt} from "../../arithmetic/prompt-laws.js";
import {microBatch} from "../../arithmetic/work.js";
import type {Catalog, TrainingRun} from "../../catalog/catalog.js";
import {conversationOf} from "../conversation.js";
import {measuredGaps, measuredPrompt, readingSeconds, roofGap} from "../prompt-gap.js";
import {chunksOf, measuredShare, sharedGain, splitSecondsOf} from "../several-gpus.js";
import {statedUtilisation, trainingSecondsOn} from "../training.js";
import {againstRival, type View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Quantities of the chapter on prompts: two machines, a prompt, an answer, several GPUs. */
export const promptQuantities = {
  answerTokens: ({scenario}) => scenario.answerTokens,
  devices: ({scenario}) => scenario.devices,

  // The second machine.
  rivalBandwidth: ({rival}) => rival.hardware.bandwidth,
  rivalFlops: (view, catalog) => againstRival(view, catalog).simple.flops,
  rivalSpeed: (view, catalog) => againstRival(view, catalog).simple.tokensPerSecond,
  rivalRidgePrompt: (view, catalog) => ridgePrompt(againstRival(view, catalog).simple),
  rivalPromptSeconds: (view, catalog) =>
    readingSeconds(againstRival(view, catalog), view.scenario.promptTokens),
  rivalConversationSeconds: (view, catalog) => wholeSeconds(againstRival(view, catalog)),
  /** How many times longer the machine takes for a token than the second one. */
  decodeGap: (view, catalog) => view.simple.seconds / againstRival(view, catalog).simple.seconds,
  /** The same for the prompt: at its length, and at any that is long enough. */
  readingGap: (view, catalog) => roofGap(view, view.scenario.promptTokens, catalog),
  promptGap: (view, catalog) =>
    promptGap({flops: view.simple.flops, rivalFlops: againstRival(view, catalog).simple.flops}),
  measuredReadingGap: (view, catalog) => measuredGapAt(measuredPrompt, view, catalog),
  measuredDecodeGap: (view, catalog) => measuredGapAt(1, view, catalog),

  // Reading and writing, by the law of two clocks.
  promptSeconds: (view) => readingSeconds(view, view.scenario.promptTokens),
  promptComputeSeconds: ({simple, scenario}) =>
    computeSeconds({...simple, batch: scenario.promptTokens}),
  promptSpeed: (view) =>
    view.scenario.promptTokens / readingSeconds(view, view.scenario.promptTokens),
  ridgePrompt: ({simple}) => ridgePrompt(simple),
  /** How many times as fast a token is read as one is written. */
  readingGain: (view) =>
    (view.simple.seconds * view.scenario.promptTokens) /
    readingSeconds(view, view.scenario.promptTokens),
  conversationSeconds: (view) => wholeSeconds(view),
  // By the full law: the roof, and as forecast.
  fullPromptSeconds: ({estimate}) => estimate.prefill.roofSeconds,
  rivalFullPromptSeconds: (view, catalog) =>
    againstRival(view, catalog).estimate.prefill.roofSeconds,
  /** The share of the whole time in which nothing of the answer is there yet. */
  waitingShare: (view, catalog) => {
    const {read, total} = conversationOf(view, catalog);
    return read.roof / total.roof;
  },
  firstTokenForecast: (view, catalog) => conversationOf(view, catalog).read.forecast,
  wholeForecast: (view, catalog) => conversationOf(view, catalog).total.forecast,

  enginePromptSeconds: (_, catalog) => enginePromptSeconds(catalog),

  // Several GPUs of the second kind.
  message: () => messageSeconds,
  link: () => linkBandwidth,
  linkSeconds: ({model, scenario}) =>
    linkSeconds({
      batch: scenario.batch,
      layers: model.architecture.numLayers,
      hiddenSize: model.architecture.hiddenSize,
      link: linkBandwidth,
    }),
  /** Messages of one step, whatever is in them. */
  messagesSeconds: ({model}) => messagesPerLayer * model.architecture.numLayers * messageSeconds,
  chunk: () => microBatch,
  chunks: ({scenario}) => chunksOf(scenario.promptTokens),
  splitSeconds: (view, catalog) => splitSecondsOf(view, view.scenario.devices, catalog),
  splitGain: (view, catalog) => sharedGain(view, view.scenario.devices, catalog).matrices,
  pipelineGain: ({scenario}) =>
    pipelineGain({devices: scenario.devices, chunks: chunksOf(scenario.promptTokens)}),
  measuredSplitGain: (_, catalog) => measuredShare(catalog, "matrices", 2),
  measuredLayersGain: (_, catalog) => measuredShare(catalog, "layers", 8),
  measuredPipelineGain: (_, catalog) => measuredShare(catalog, "pipeline", 8),

  // Training.
  utilisation: () => statedUtilisation,
  trainingTokens: (view, catalog) => runOf(view, catalog)?.tokens,
  trainingFlops: (view, catalog) => {
    const trainingTokens = runOf(view, catalog)?.tokens;
    return trainingTokens && trainingFlops({parameters: view.simple.parameters, trainingTokens});
  },
  trainingSeconds: (view, catalog) => secondsOfTraining(view, catalog),
  trainingHours: (view, catalog) => perUnit(secondsOfTraining(view, catalog), hour),
  trainingYears: (view, catalog) => perUnit(secondsOfTraining(view, catalog), year),
  publishedHours: (view, catalog) => runOf(view, catalog)?.gpuHours,
  trainingBytes: ({simple}) => trainingBytes(simple),
} satisfies Record<string, Quantity>;

/** Seconds in which NVIDIA's own program read a prompt of 512 tokens, as kipply measured. */
const enginePromptSeconds = ({sharing}: Catalog): number | undefined => {
  const run = sharing.find(({id}) => id === "kipply/13b/1/prefill");
  return run && run.promptTokens / run.tokensPerSecond;
};

const hour = 3600; // s
const year = 365.25 * 24 * hour; // s

const perUnit = (seconds: number | undefined, unit: number): number | undefined =>
  seconds && seconds / unit;

const wholeSeconds = (view: View): number =>
  conversationSeconds({
    promptSeconds: readingSeconds(view, view.scenario.promptTokens),
    answerTokens: view.scenario.answerTokens,
    seconds: view.simple.seconds,
  });

const secondsOfTraining = (view: View, catalog: Catalog): number | undefined => {
  const run = runOf(view, catalog);
  return run && trainingSecondsOn(catalog, {...run, machine: view.machine.name});
};

const measuredGapAt = (promptTokens: number, view: View, catalog: Catalog): number | undefined =>
  measuredGaps(view, catalog).find((row) => row.promptTokens === promptTokens)?.gap;

const runOf = ({model}: View, catalog: Catalog): TrainingRun | undefined =>
  catalog.training.find((run) => run.model === model.name);
