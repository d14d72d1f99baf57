import type {LoadModel, Simd} from "../engine/api.js";
import type {Clock} from "./clock.js";
import type {Plan} from "./plan.js";
import type {Job} from "./progress.js";
import type {MeasuredFormat, ModelRun} from "./report.js";
import {spreadOf} from "./statistics.js";
import {syntheticModel} from "./synthetic.js";

/** A model of random weights that is run round after round. */
export interface ModelSeries {
  model: Plan["models"][number];
  format: MeasuredFormat;
  threads: number;
  /** Seconds of the whole prompt, in each round. */
  prefill: number[];
  /** Seconds of one token of the answer, in each round. */
  decode: number[];
}

/** Steps that the engine takes before it counts: they are in the cache when it begins to. */
const uncounted = 8;

/** Loads a model and runs it until its rounds are done, or its time is over. */
export function modelJob(
  series: ModelSeries,
  {
    laboratory: {loadModel, simd},
    clock,
    signal,
  }: {
    laboratory: {loadModel: LoadModel; simd: Simd};
    clock: Clock;
    signal: AbortSignal | undefined;
  },
): Job {
  const {model, format, threads} = series;
  const {size, promptTokens, decodeTokens, rounds, seconds} = model;
  const stoppable = signal === undefined ? {} : {signal};
  return {
    step: "models",
    seconds: 1.5 * seconds, // and loading
    async run() {
      const contextLength = Math.max(promptTokens, uncounted + decodeTokens) + 1;
      const options = {threads, simd, contextLength, ...stoppable};
      const loaded = await loadModel(syntheticModel(size, format), options);
      try {
        const begin = clock();
        for (let round = 0; round < rounds && (round === 0 || clock() - begin < seconds); round++) {
          const {prefill, decode} = await loaded.measure({
            promptTokens,
            decodeTokens,
            ...stoppable,
          });
          series.prefill.push(prefill.seconds);
          series.decode.push(decode.seconds / decode.tokens);
        }
      } finally {
        loaded.dispose();
      }
    },
  };
}

export function modelRuns(series: readonly ModelSeries[]): ModelRun[] {
  return series.flatMap(({model, format, threads, prefill, decode}): ModelRun[] => {
    const {size, promptTokens, decodeTokens} = model;
    return [
      {
        model: size,
        format,
        phase: "prefill",
        threads,
        tokens: promptTokens,
        context: promptTokens / 2,
        seconds: spreadOf(prefill),
      },
      {
        model: size,
        format,
        phase: "decode",
        threads,
        tokens: decodeTokens,
        context: uncounted + decodeTokens / 2,
        seconds: spreadOf(decode),
      },
    ];
  });
}
