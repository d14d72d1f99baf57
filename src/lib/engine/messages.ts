import type {Architecture} from "../arithmetic/architecture.js";
import type {GgufHeader, GgufValue} from "../catalog/gguf/header.js";
import type {ModelMemory, Simd} from "./api.js";
import type {EngineProblem} from "./error.js";
import type {SampleOptions} from "./sample.js";

/** Where a worker gets a model from: a blob, an address, or whoever holds the other end of a port. */
export type SourceMessage =
  | {kind: "blob"; blob: Blob}
  | {kind: "url"; url: string}
  | {kind: "port"; port: MessagePort; size: number}
  | {kind: "model"; port: MessagePort};

export interface LoadJob {
  kind: "load";
  source: SourceMessage;
  /** Threads that should work; more than one only where memory may be shared. */
  threads: number;
  simd?: Simd;
  contextLength?: number;
}

export interface GenerateJob extends SampleOptions {
  kind: "generate";
  tokens: Int32Array;
  maxTokens: number;
  /** Tokens that end the answer, and are not part of it. */
  endTokens: readonly number[];
}

export interface MeasureJob {
  kind: "measure";
  promptTokens: number;
  decodeTokens: number;
}

export interface PerplexityJob {
  kind: "perplexity";
  tokens: Int32Array;
  beginToken?: number;
  contextLength?: number;
  firstCounted?: number;
}

/** Serves the weights in another format at a port, for another worker to load. */
export interface ServeJob {
  kind: "serve";
  port: MessagePort;
  /** As the caller spelled it. */
  format: string;
}

export type Job = LoadJob | GenerateJob | MeasureJob | PerplexityJob | ServeJob;

/** What a page tells a worker. Jobs are numbered, and done one after the other. */
export type ToWorker = {id: number; job: Job} | {id: number; cancel: true};

/** What a worker tells a page. */
export type FromWorker =
  | {ready: true}
  | {id: number; progress: readonly [done: number, total: number, found?: number | undefined]}
  | {id: number; written: readonly Written[]}
  | {id: number; result: unknown}
  | {id: number; problem: EngineProblem; message: string};

/** A token and the seconds that it took. */
export type Written = readonly [token: number, seconds: number];

/** What a page learns of a model that has been loaded. */
export interface Description {
  architecture: Architecture;
  /** The fields that describe its tokenizer. */
  vocabulary: ReadonlyMap<string, GgufValue>;
  contextLength: number;
  threads: number;
  simd: Simd;
  memory: ModelMemory;
}

/** First message at a port from which another model is loaded. */
export interface ServedHeader {
  header: GgufHeader;
}
