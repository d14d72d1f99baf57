import type {LoadModel, LoadOptions, Model, ModelSource} from "./api.js";
import {aborted} from "./as-engine-error.js";
import {EngineError} from "./error.js";
import type {Description, SourceMessage} from "./messages.js";
import {createModel} from "./model.js";
import {servePort} from "./sources.js";
import {WorkerLine} from "./worker-line.js";

/** What a page gives to the engine: it knows no window, and can be tested without one. */
export interface PageHost {
  /** Starts a worker of the engine's script; what it throws means that the page may not. */
  startWorker(): Worker;
  /** Whether memory may be shared between workers. */
  isIsolated: boolean;
  /** Threads that the machine runs at once. */
  cores: number;
}

/** Makes the function with which a page loads models. */
export function createLoader(host: PageHost): LoadModel {
  return (source, options = {}) => loadModel(host, source, options);
}

async function loadModel(
  host: PageHost,
  source: ModelSource,
  options: LoadOptions,
): Promise<Model> {
  checkOptions(options);
  return loadFrom(host, messageOf(source), options);
}

/** Starts a worker, and has it read a model; the worker ends where that fails. */
async function loadFrom(
  host: PageHost,
  source: SourceMessage,
  options: LoadOptions,
): Promise<Model> {
  const {signal, onProgress, simd, contextLength} = options;
  if (signal?.aborted) throw aborted(signal.reason);
  const line = new WorkerLine(() => host.startWorker());
  try {
    const threads = host.isIsolated ? (options.threads ?? usualThreads(host.cores)) : 1;
    const description = await line.ask<Description>(
      {
        kind: "load",
        source,
        threads,
        ...(simd && {simd}),
        ...(contextLength !== undefined && {contextLength}),
      },
      {
        ...(signal && {signal}),
        ...(onProgress && {
          onProgress: (bytes: number, totalBytes: number) => onProgress({bytes, totalBytes}),
        }),
        transfer: "port" in source ? [source.port] : [],
      },
    );
    return createModel(line, description, (from, how) => loadFrom(host, from, how));
  } catch (error) {
    line.end();
    throw error;
  }
}

/** All cores of a small machine; of a larger one half, as two of them often share one's units. */
function usualThreads(cores: number): number {
  return cores <= 4 ? Math.max(1, cores) : Math.min(8, Math.max(4, Math.floor(cores / 2)));
}

function messageOf(source: ModelSource): SourceMessage {
  if (source instanceof Blob) return {kind: "blob", blob: source};
  if (source instanceof URL) return {kind: "url", url: source.href};
  const bytes = source instanceof Uint8Array ? source : new Uint8Array(source);
  const {port1, port2} = new MessageChannel();
  servePort(
    port1,
    (from, to) => new Uint8Array(bytes.slice(from, Math.min(to, from + pieceBytes))),
  );
  return {kind: "port", port: port2, size: bytes.length};
}

/** Copied at a time of what lies in the page's memory: less than a millisecond's work. */
const pieceBytes = 1 << 20;

function checkOptions({threads, contextLength, simd}: LoadOptions): void {
  checkWhole("threads", threads, 64);
  checkWhole("contextLength", contextLength, 1 << 20);
  if (simd === undefined || simd === "relaxed" || simd === "plain") return;
  throw new EngineError("bad argument", `simd should be "relaxed" or "plain".`);
}

function checkWhole(name: string, value: number | undefined, most: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= most)) return;
  throw new EngineError("bad argument", `${name} should be a whole number from 1 to ${most}.`);
}
