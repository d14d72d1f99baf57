import type {ByteSource} from "../catalog/gguf/byte-source.js";
import type {GgufHeader} from "../catalog/gguf/header.js";
import {readGgufHeader} from "../catalog/gguf/read-header.js";
import type {Measured, Perplexity, Simd} from "./api.js";
import {architectureOf, vocabularyOf} from "./architecture-of.js";
import {EngineError} from "./error.js";
import {findTensors} from "./find-tensors.js";
import {compileFor, createMemory, instantiateKernels, type Kernels} from "./kernels.js";
import type {Description, GenerateJob, MeasureJob, PerplexityJob} from "./messages.js";
import {Network, type Wanted} from "./network.js";
import {unpackRow} from "./pack.js";
import {logLikelihood, windowsOf} from "./perplexity.js";
import {allocate, planMemory, type MemoryPlan} from "./plan.js";
import {readShape, ropeScale} from "./read-shape.js";
import type {OldWeights} from "./requantize.js";
import {createSampler, likeliest} from "./sample.js";
import type {NetworkShape} from "./shape.js";
import {RememberingSource} from "./sources.js";
import {streamWeights} from "./stream-weights.js";
import {CommandBoard} from "./team.js";
import {warmUp} from "./warm-up.js";
import type {Matrix, Weights} from "./weights.js";

export interface OpenOptions {
  source: ByteSource;
  /** Where the source has none, because another model's weights come out of it. */
  header?: GgufHeader;
  simd: Simd;
  /** The compiled kernels, before they are made fit for a memory. */
  binary: Uint8Array;
  /** Workers that will wait to be threads; none where memory may not be shared. */
  helpers: Promise<readonly Helper[]>;
  contextLength?: number;
  signal?: AbortSignal;
  onProgress?: (bytes: number, totalBytes: number) => void;
}

/** A worker that is to be a thread of the team. */
export interface Helper {
  begin(setup: HelperSetup): Promise<void>;
}

/** All that a thread needs to make the same passes as the first one. */
export interface HelperSetup {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  shape: NetworkShape;
  weights: Weights;
  workspace: number;
  command: number;
  contextLength: number;
  thread: number;
  threads: number;
}

/** Called between steps of a long job: lets messages in, and throws where the job was cancelled. */
export type Breathe = () => Promise<void>;

/** Tokens that are read in one pass: the time that a cancelled prompt still takes. */
const tokensOfPass = 256;
/** Tokens whose logits are all wanted at once. */
const tokensOfLogits = 16;
const usualContext = 2048;
const uncountedTokens = 8;

/** A model in memory, and what can be done with it. Lives in a worker, and knows nothing of it. */
export class Session {
  private constructor(
    readonly description: Description,
    readonly header: GgufHeader,
    private readonly shape: NetworkShape,
    private readonly plan: MemoryPlan,
    private readonly kernels: Kernels,
    private readonly memory: WebAssembly.Memory,
    private readonly network: Network,
    private readonly board: CommandBoard | undefined,
  ) {}

  /**
   * Reads a model. Whether it can be run, and has room, is known before its first weight is fetched.
   *
   * @throws EngineError, GgufError, or the signal's reason.
   */
  static async open(options: OpenOptions): Promise<Session> {
    const source = new RememberingSource(options.source);
    try {
      return await Session.#open(source, options);
    } finally {
      source.end();
    }
  }

  static async #open(source: RememberingSource, options: OpenOptions): Promise<Session> {
    const {simd, signal, onProgress} = options;
    const aborting = signal ? {signal} : {};
    const header =
      options.header ?? (await readGgufHeader(source, {...aborting, keepArrays: keptOf}));
    const shape = readShape(header);
    const scale = ropeScale(header);
    const tensors = findTensors(header, shape);
    const vocabulary = vocabularyOf(header);
    const contextLength = options.contextLength ?? Math.min(shape.contextLength, usualContext);
    const helpers = await options.helpers;
    const threads = 1 + helpers.length;
    const plan = planMemory(tensors, shape, {contextLength, threads, ropeScale: scale});
    const isShared = threads > 1;
    const memory = allocate(plan, (bytes) => createMemory(bytes, isShared));
    const module = await compileFor(options.binary, isShared);
    const kernels = await instantiateKernels(module, memory);
    warmUp(kernels, memory, shape, plan.weights, plan.workspace, contextLength);
    const totalBytes = header.fileBytes ?? promised(header);
    await streamWeights(source, header, plan, kernels, memory, {
      ...aborting,
      ...(onProgress && {onProgress: (bytes: number) => onProgress(bytes, totalBytes)}),
    });
    if (scale !== 1 && tensors.ropeFactors === undefined) {
      const {ropeFactors = 0} = plan.weights;
      new Float32Array(memory.buffer, ropeFactors, shape.ropeDimensions / 2).fill(scale);
    }
    const {weights, workspace, command} = plan;
    const setup = {module, memory, shape, weights, workspace, command, contextLength, threads};
    await Promise.all(helpers.map((helper, i) => helper.begin({...setup, thread: i + 1})));
    const description: Description = {
      architecture: architectureOf(header, shape, tensors),
      vocabulary,
      contextLength,
      threads,
      simd,
      memory: plan.memory,
    };
    return new Session(
      description,
      header,
      shape,
      plan,
      kernels,
      memory,
      new Network(kernels, memory, shape, weights, workspace, {contextLength, thread: 0, threads}),
      isShared ? new CommandBoard(memory, command, contextLength) : undefined,
    );
  }

  /** Writes on from a prompt, and hands over each token with the seconds that it took. */
  async generate(
    job: GenerateJob,
    emit: (token: number, seconds: number) => void,
    breathe: Breathe,
  ): Promise<void> {
    const {tokens, maxTokens, endTokens} = job;
    this.#checkPrompt(tokens);
    const ends = new Set(endTokens);
    const sample = createSampler(job);
    let began = performance.now();
    let logits = await this.#read(tokens, 0, "last", breathe);
    for (let count = 1; ; count++) {
      const token = sample(logits);
      if (ends.has(token)) return;
      const now = performance.now();
      emit(token, (now - began) / 1000);
      began = now;
      const position = tokens.length + count - 1;
      if (count >= maxTokens || position >= this.description.contextLength) return;
      await breathe();
      logits = this.#forward([token], position, "last");
    }
  }

  /** Times a prompt, then single steps, each from an empty context. */
  async measure(job: MeasureJob, breathe: Breathe): Promise<Measured> {
    const {threads, simd} = this.description;
    const prompt = this.#anyTokens(job.promptTokens);
    const steps = job.decodeTokens === 0 ? 0 : uncountedTokens + job.decodeTokens;
    this.#checkLength(Math.max(prompt.length, steps));
    let seconds = 0;
    if (prompt.length > 0) {
      const began = performance.now();
      await this.#read(prompt, 0, "last", breathe);
      seconds = (performance.now() - began) / 1000;
    }
    const prefill = {tokens: prompt.length, seconds};
    let token = this.#anyTokens(1)[0]!;
    let began = 0;
    for (let step = 0; step < steps; step++) {
      if (step === uncountedTokens) began = performance.now();
      token = likeliest(this.#forward([token], step, "last"));
      await breathe();
    }
    const decode = {
      tokens: job.decodeTokens,
      seconds: steps === 0 ? 0 : (performance.now() - began) / 1000,
    };
    return {threads, simd, prefill, decode};
  }

  /** Reads a text window by window, and says how likely each of its tokens was. */
  async perplexity(
    {tokens, beginToken, contextLength, firstCounted}: PerplexityJob,
    onProgress: (tokens: number, totalTokens: number, perplexity: number) => void,
    breathe: Breathe,
  ): Promise<Perplexity> {
    const length = contextLength ?? Math.min(512, this.description.contextLength);
    this.#checkLength(length);
    this.#checkTokens(tokens);
    const text = Array.from(tokens);
    if (text[0] === beginToken) text.shift();
    const windows = windowsOf(text, length, firstCounted);
    const total = windows.reduce((sum, window) => sum + window.tokens.length, 0);
    const likelihoods: number[] = [];
    let sum = 0;
    const perplexity = () => Math.exp(-sum / likelihoods.length);
    let done = 0;
    for (const {tokens: window, countFrom} of windows) {
      const begin = beginToken === undefined ? [] : [beginToken];
      const inputs = [...begin, ...window.slice(0, -1)];
      // The logits at input i are about window token i where a begin token stands in front, else
      // about the one after it: then the first token of the window has no odds.
      const shift = begin.length === 0 ? 1 : 0;
      const first = Math.max(0, countFrom - shift);
      await this.#read(inputs.slice(0, first), 0, "none", breathe);
      for (let from = first; from < inputs.length; from += tokensOfLogits) {
        const part = inputs.slice(from, from + tokensOfLogits);
        const logits = this.#forward(part, from, "all");
        for (let i = 0; i < part.length; i++) {
          const row = logits.subarray(i * this.shape.vocabSize, (i + 1) * this.shape.vocabSize);
          const value = logLikelihood(row, window[from + i + shift]!);
          likelihoods.push(value);
          sum += value;
        }
        onProgress(done + from + part.length, total, perplexity());
        await breathe();
      }
      done += window.length;
    }
    onProgress(total, total, perplexity());
    return {
      perplexity: perplexity(),
      tokens: likelihoods.length,
      logLikelihoods: Float32Array.from(likelihoods),
    };
  }

  /** Its weights as 32-bit floats, row by row. */
  readonly oldWeights: OldWeights = {
    row: (name, row) => {
      const matrix = this.plan.matrices.find(({from}) => from.tensor.name === name);
      if (matrix !== undefined) return this.#row(matrix.to, row);
      const vector = this.plan.vectors.find(({from}) => from.tensor.name === name)!;
      return new Float32Array(this.memory.buffer, vector.to, vector.from.length).slice();
    },
  };

  #row(matrix: Matrix, row: number): Float32Array {
    unpackRow(this.kernels, matrix, row, this.plan.row);
    return new Float32Array(this.memory.buffer, this.plan.row, matrix.columns).slice();
  }

  /** Reads tokens in passes, so that the job can be cancelled between them. */
  async #read(
    tokens: ArrayLike<number>,
    position: number,
    wanted: "last" | "none",
    breathe: Breathe,
  ): Promise<Float32Array> {
    const all = Array.from(tokens);
    let logits: Float32Array = new Float32Array(0);
    for (let from = 0; from < all.length; from += tokensOfPass) {
      const part = all.slice(from, from + tokensOfPass);
      const isLast = from + part.length === all.length;
      logits = this.#forward(part, position + from, isLast ? wanted : "none");
      if (!isLast) await breathe();
    }
    return logits;
  }

  #forward(tokens: ArrayLike<number>, position: number, wanted: Wanted): Float32Array {
    this.board?.give({tokens, position, wanted});
    return this.network.forward(tokens, position, wanted);
  }

  #checkPrompt(tokens: Int32Array): void {
    if (tokens.length === 0) {
      throw new EngineError("bad argument", "There is no token to go on from.");
    }
    this.#checkLength(tokens.length);
    this.#checkTokens(tokens);
  }

  #checkLength(tokens: number): void {
    const {contextLength} = this.description;
    if (tokens <= contextLength) return;
    throw new EngineError(
      "too long",
      `${tokens} tokens do not fit into the context of ${contextLength}.`,
    );
  }

  #checkTokens(tokens: Int32Array): void {
    const {vocabSize} = this.shape;
    const wrong = tokens.find((token) => token < 0 || token >= vocabSize);
    if (wrong === undefined) return;
    throw new EngineError(
      "bad argument",
      `There is no token ${wrong}: the vocabulary has ${vocabSize}.`,
    );
  }

  /** Tokens to measure with: which ones does not matter, as long as they are many. */
  #anyTokens(count: number): Int32Array {
    return Int32Array.from({length: count}, (_, i) => (i * 7919 + 300) % this.shape.vocabSize);
  }
}

/** A vocabulary is kept whole; of other arrays, those that have an entry for each layer. */
function keptOf(key: string): number {
  return key.startsWith("tokenizer.") ? 1 << 20 : 1 << 12;
}

function promised({tensors, dataOffset}: GgufHeader): number {
  return tensors.reduce((end, {offset, bytes}) => Math.max(end, dataOffset + offset + bytes), 0);
}
