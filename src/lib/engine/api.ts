import type {Architecture} from "../arithmetic/architecture.js";
import type {TensorFormat} from "./formats.js";

/** Where a model's GGUF bytes come from. A URL is read by fetch, and needs CORS on another site. */
export type ModelSource = Blob | ArrayBuffer | Uint8Array | URL;

/**
 * Reads a GGUF file and makes it ready to write. Everything runs in workers.
 *
 * @throws EngineError with a sentence that says what is wrong; nothing stays in memory then.
 */
export type LoadModel = (source: ModelSource, options?: LoadOptions) => Promise<Model>;

export interface LoadOptions {
  /** Threads to work with; one where the page is not cross-origin isolated. */
  threads?: number;
  /** Which kernels; unless told, the best that the browser takes. */
  simd?: Simd;
  /** Tokens that the cache of keys and values holds, prompt and answer together. */
  contextLength?: number;
  signal?: AbortSignal;
  onProgress?: (progress: LoadProgress) => void;
}

/** "relaxed" is faster; "plain" runs in every browser of the last years. */
export type Simd = "relaxed" | "plain";

export interface LoadProgress {
  /** Bytes of the file that have been read. */
  bytes: number;
  totalBytes: number;
}

export interface Model {
  readonly architecture: Architecture;
  readonly tokenizer: Tokenizer;
  /** Tokens that prompt and answer may have together. */
  readonly contextLength: number;
  readonly threads: number;
  readonly simd: Simd;
  /** Bytes that the model takes: weights, cache of keys and values, and what it calculates in. */
  readonly memory: ModelMemory;
  /** Goes on writing where the tokens end, from an empty context. */
  generate(tokens: ArrayLike<number>, options?: GenerateOptions): AsyncIterable<Generated>;
  /**
   * How fast it is: a prompt of so many tokens, then so many steps of one token each from an empty
   * context, with logits at each step, after 8 steps that are not counted.
   */
  measure(options?: MeasureOptions): Promise<Measured>;
  /**
   * How surprised it is by a text; see perplexity.ts for the windows in which it reads.
   * A begin token in front of the text is left out: each window gets one of its own.
   */
  perplexity(tokens: ArrayLike<number>, options?: PerplexityOptions): Promise<Perplexity>;
  /** The same model with its matrices in another format; this one stays as it is. */
  requantize(format: TensorFormat | Lowercase<TensorFormat>): Promise<Model>;
  /** Stops whatever it does and frees all of its memory. Further calls do nothing. */
  dispose(): void;
}

export interface Tokenizer {
  encode(text: string, options?: {addSpecial?: boolean}): number[];
  decode(tokens: ArrayLike<number>): string;
  /** What stands before every text, where the model wants it. */
  readonly beginToken: number | undefined;
  /** What says that a text is over. */
  readonly endTokens: readonly number[];
  readonly vocabSize: number;
}

export interface GenerateOptions {
  /** At most so many tokens; the context ends the answer in any case. */
  maxTokens?: number;
  /** 0, the default, takes the likeliest token each time; 1 draws by the model's own odds. */
  temperature?: number;
  /** Draws only from the likeliest tokens that have this share of the odds together. 1 unless told. */
  topP?: number;
  /** The same seed writes the same text. 0 unless told. */
  seed?: number;
  /** Whether a token that says that the text is over ends the answer. True unless told. */
  stopAtEnd?: boolean;
  signal?: AbortSignal;
}

export interface Generated {
  token: number;
  /** Whole characters only: the first bytes of one that is not complete wait for the rest. */
  text: string;
  /** What this token took; the first one's include the prompt. */
  seconds: number;
}

export interface MeasureOptions {
  /** 256 unless told; 0 leaves the prompt out. */
  promptTokens?: number;
  /** 64 unless told; 0 leaves the steps out. */
  decodeTokens?: number;
  signal?: AbortSignal;
}

export interface Measured {
  threads: number;
  simd: Simd;
  prefill: Timed;
  decode: Timed;
}

export interface Timed {
  tokens: number;
  seconds: number;
}

export interface PerplexityOptions {
  /** Length of the windows, begin token included. 512 unless told, or the model's if that is less. */
  contextLength?: number;
  /**
   * Place in each window from which tokens count, the begin token not among them: a quarter of the
   * context unless told, which is 128 of 512, so that none is judged without a beginning. With 0 every token counts, of a short text too.
   */
  firstCounted?: number;
  signal?: AbortSignal;
  /** Tokens of the text that have been read, of those that will be, and the perplexity until then. */
  onProgress?: (progress: {tokens: number; totalTokens: number; perplexity: number}) => void;
}

export interface Perplexity {
  perplexity: number;
  /** Tokens whose odds were counted. */
  tokens: number;
  /** Natural logarithm of the odds that each of these had, in their order. */
  logLikelihoods: Float32Array;
}

/** Bytes. */
export interface ModelMemory {
  weights: number;
  cache: number;
  workspace: number;
}
