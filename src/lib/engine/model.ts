import type {
  Generated,
  GenerateOptions,
  LoadOptions,
  Measured,
  MeasureOptions,
  Model,
  Perplexity,
  PerplexityOptions,
} from "./api.js";
import {EngineError} from "./error.js";
import type {Description, GenerateJob, SourceMessage, Written} from "./messages.js";
import {createTokenizer, type GgufTokenizer} from "./tokenizer/tokenizer.js";
import type {WorkerLine} from "./worker-line.js";

/** Loads another model in a worker of its own. */
export type LoadFrom = (source: SourceMessage, options: LoadOptions) => Promise<Model>;

/** The page's side of a model that a worker holds. */
export function createModel(line: WorkerLine, description: Description, loadFrom: LoadFrom): Model {
  const {vocabulary, ...shown} = description;
  const tokenizer = createTokenizer(vocabulary);
  return {
    ...shown,
    tokenizer,
    generate(tokens, options = {}) {
      return generated(line, tokenizer, generateJob(tokens, tokenizer, options), options.signal);
    },
    async measure({promptTokens = 256, decodeTokens = 64, signal}: MeasureOptions = {}) {
      checkCount("promptTokens", promptTokens);
      checkCount("decodeTokens", decodeTokens);
      const job = {kind: "measure", promptTokens, decodeTokens} as const;
      return line.ask<Measured>(job, signal ? {signal} : {});
    },
    async perplexity(tokens, options: PerplexityOptions = {}) {
      const {contextLength, firstCounted, signal, onProgress} = options;
      if (contextLength !== undefined) checkCount("contextLength", contextLength, 2);
      if (firstCounted !== undefined) checkCount("firstCounted", firstCounted);
      return line.ask<Perplexity>(
        {
          kind: "perplexity",
          tokens: Int32Array.from(tokens),
          ...(tokenizer.beginToken !== undefined && {beginToken: tokenizer.beginToken}),
          ...(contextLength !== undefined && {contextLength}),
          ...(firstCounted !== undefined && {firstCounted}),
        },
        {
          ...(signal && {signal}),
          ...(onProgress && {
            onProgress: (tokens: number, totalTokens: number, perplexity = NaN) =>
              onProgress({tokens, totalTokens, perplexity}),
          }),
        },
      );
    },
    async requantize(format) {
      const {port1, port2} = new MessageChannel();
      await line.ask({kind: "serve", port: port1, format}, {transfer: [port1]});
      const {threads, simd, contextLength} = shown;
      const options = {threads, simd, contextLength, signal: line.ending};
      try {
        return await loadFrom({kind: "model", port: port2}, options);
      } catch (error) {
        throw line.ended ?? error;
      }
    },
    dispose: () => line.end(),
  };
}

function generateJob(
  tokens: ArrayLike<number>,
  tokenizer: GgufTokenizer,
  options: GenerateOptions,
): GenerateJob {
  const {maxTokens = Infinity, temperature = 0, topP = 1, seed = 0, stopAtEnd = true} = options;
  if (maxTokens !== Infinity) checkCount("maxTokens", maxTokens);
  if (!(temperature >= 0)) throw bad("temperature", "a number that is not negative", temperature);
  if (!(topP > 0 && topP <= 1)) throw bad("topP", "a number above 0, and at most 1", topP);
  return {
    kind: "generate",
    tokens: Int32Array.from(tokens),
    maxTokens,
    temperature,
    topP,
    seed,
    endTokens: stopAtEnd ? tokenizer.endTokens : [],
  };
}

/** What the worker writes, as it comes; leaving the loop stops it. */
async function* generated(
  line: WorkerLine,
  tokenizer: GgufTokenizer,
  job: GenerateJob,
  signal: AbortSignal | undefined,
): AsyncGenerator<Generated, void> {
  if (job.maxTokens === 0) return;
  const text = tokenizer.decodeStream();
  const textOf = (token: number): string => (token < tokenizer.vocabSize ? text.push(token) : "");
  const leaving = new AbortController();
  const leave = (): void => leaving.abort(signal?.reason);
  signal?.addEventListener("abort", leave);
  if (signal?.aborted) leave();
  const arrived: Written[] = [];
  let wake = (): void => {};
  let isDone = false;
  const answer = line
    .ask(job, {
      signal: leaving.signal,
      onWritten(written) {
        arrived.push(...written);
        wake();
      },
    })
    .finally(() => {
      isDone = true;
      wake();
    });
  answer.catch(() => {}); // thrown below, once what has arrived before is read
  try {
    for (let next = 0; ;) {
      const written = arrived[next];
      if (written !== undefined && !leaving.signal.aborted) {
        next++;
        const [token, seconds] = written;
        yield {token, text: textOf(token), seconds};
      } else if (isDone) {
        await answer;
        return;
      } else {
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }
  } finally {
    signal?.removeEventListener("abort", leave);
    leaving.abort();
  }
}

function checkCount(name: string, value: number, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    throw bad(name, `a whole number from ${least} on`, value);
  }
}

function bad(name: string, what: string, value: unknown): EngineError {
  return new EngineError("bad argument", `${name} is ${String(value)}; it should be ${what}.`);
}
