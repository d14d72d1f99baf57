import {relaxedSimd, simd as plainSimd} from "wasm-feature-detect";
import {blobSource, streamSource, type ByteSource} from "../catalog/gguf/byte-source.js";
import type {GgufHeader} from "../catalog/gguf/header.js";
import type {Simd} from "./api.js";
import {aborted, asEngineError} from "./as-engine-error.js";
import {EngineError} from "./error.js";
import {help, startHelper, type HelpMessage} from "./helper.js";
import type {FromWorker, Job, LoadJob, ServedHeader, ToWorker, Written} from "./messages.js";
import {requantizedBytes, requantizedHeader, writableFormat} from "./requantize.js";
import {Session, type Breathe} from "./session.js";
import {portSource, servePort} from "./sources.js";

/**
 * Begins the life of a worker: as the model's, or as one of its threads. Which it is, the first
 * message tells.
 */
export function liveInWorker(scope: WorkerScope, home: Omit<WorkerHome, "post" | "listen">): void {
  const post = (message: FromWorker): void => scope.postMessage(message);
  scope.onmessage = ({data}: MessageEvent<ToWorker | HelpMessage>) => {
    if ("help" in data) {
      void help(data.help, () => post({ready: true}));
      return;
    }
    const first = data;
    serveJobs({
      ...home,
      post,
      listen(listener) {
        scope.onmessage = ({data}: MessageEvent<ToWorker>) => listener(data);
        listener(first);
      },
    });
  };
  post({ready: true});
}

/** What the global scope of a worker is used for. */
export interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** What a worker needs of the place where it runs. */
export interface WorkerHome {
  /** Tells the page something. */
  post(message: FromWorker): void;
  /** Calls back for each message of the page. */
  listen(listener: (message: ToWorker) => void): void;
  /** The kernels of a build, as they were compiled. */
  binary(simd: Simd): Promise<Uint8Array>;
  /** Another worker of the same script, which becomes a thread. */
  startWorker(): Worker;
}

/** Longest that a message waits while tokens are written. Milliseconds. */
const breath = 8;

/** Longest that a token waits until others are told with it. Milliseconds. */
const telling = 4;

/** The model's side: takes jobs from the page and does them one after the other. */
export function serveJobs(home: WorkerHome): void {
  const cancelled = new Map<number, AbortController>();
  let session: Session | undefined;
  let before: Promise<unknown> = Promise.resolve();

  home.listen((message) => {
    if ("cancel" in message) {
      cancelled.get(message.id)?.abort();
      return;
    }
    const {id, job} = message;
    const controller = new AbortController();
    cancelled.set(id, controller);
    before = before
      .then(() => doJob(id, job, controller.signal))
      .then(
        (result) => home.post({id, result}),
        (error: unknown) => {
          const {problem, message} = asEngineError(error);
          home.post({id, problem, message});
        },
      )
      .finally(() => cancelled.delete(id));
  });

  async function doJob(id: number, job: Job, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    const onProgress = paced((...progress) => home.post({id, progress}));
    const breathe = breatheUnder(signal);
    if (job.kind === "load") {
      session = await load(home, job, signal, onProgress);
      return session.description;
    }
    if (session === undefined) throw new EngineError("failed", "There is no model yet.");
    switch (job.kind) {
      case "generate":
        return generate(id, session, job, breathe);
      case "measure":
        return session.measure(job, breathe);
      case "perplexity":
        return session.perplexity(job, onProgress, breathe);
      case "serve":
        return serve(session, job);
    }
  }

  /**
   * Tokens are told together that come within a few milliseconds. A message wakes the page, which
   * takes a core away from a thread for which the others then wait; a reader sees no difference.
   */
  async function generate(
    id: number,
    model: Session,
    job: Job & {kind: "generate"},
    breathe: Breathe,
  ): Promise<void> {
    let waiting: Written[] = [];
    let told = -Infinity;
    const tell = (): void => {
      if (waiting.length > 0) home.post({id, written: waiting});
      waiting = [];
      told = performance.now();
    };
    const emit = (token: number, seconds: number): void => {
      waiting.push([token, seconds]);
      if (performance.now() - told >= telling) tell();
    };
    try {
      await model.generate(job, emit, breathe);
    } finally {
      tell();
    }
  }
}

async function load(
  home: WorkerHome,
  job: LoadJob,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Session> {
  const simd = await chosenSimd(job.simd);
  const binary = await home.binary(simd);
  const helpers = Promise.all(
    Array.from({length: job.threads - 1}, () => startHelper(() => home.startWorker())),
  );
  const {source, header} = await sourceOf(job.source);
  return Session.open({
    source,
    ...(header && {header}),
    simd,
    binary,
    helpers: helpers.then((all) => all.filter((helper) => helper !== undefined)),
    ...(job.contextLength !== undefined && {contextLength: job.contextLength}),
    signal,
    onProgress,
  });
}

async function chosenSimd(wanted: Simd | undefined): Promise<Simd> {
  const isRelaxed = await relaxedSimd();
  if (isRelaxed && wanted !== "plain") return "relaxed";
  if (wanted !== "relaxed" && (await plainSimd())) return "plain";
  throw new EngineError(
    "no SIMD",
    wanted === "relaxed"
      ? "This browser does not know relaxed SIMD; the plain kernels may run in it."
      : "This browser cannot calculate with several numbers at once (WebAssembly SIMD); a newer one can.",
  );
}

async function sourceOf(
  message: LoadJob["source"],
): Promise<{source: ByteSource; header?: GgufHeader}> {
  switch (message.kind) {
    case "blob":
      return {source: blobSource(message.blob)};
    case "url":
      return {source: streamSource(message.url)};
    case "port":
      return {source: portSource(message.port, message.size)};
    case "model": {
      const {port} = message;
      const header = await new Promise<GgufHeader>((resolve) => {
        port.onmessage = ({data}: MessageEvent<ServedHeader>) => resolve(data.header);
      });
      return {source: portSource(port, header.fileBytes ?? 0), header};
    }
  }
}

function serve(session: Session, {port, format}: Job & {kind: "serve"}): void {
  const header = requantizedHeader(session.header, writableFormat(format));
  port.postMessage({header} satisfies ServedHeader);
  servePort(port, (from, to) => requantizedBytes(header, session.oldWeights, from, to));
}

/** Lets messages in every few milliseconds. */
function breatheUnder(signal: AbortSignal): Breathe {
  let last = performance.now();
  return async () => {
    if (performance.now() - last >= breath) {
      await nextTask();
      last = performance.now();
    }
    if (signal.aborted) throw aborted();
  };
}

/** A task later: by a message, since timers wait for milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** At most twenty calls a second, and the one that says that all is done. */
function paced(tell: (done: number, total: number, found?: number) => void) {
  let last = -Infinity;
  return (done: number, total: number, found?: number): void => {
    const now = performance.now();
    if (now - last < 50 && done < total) return;
    last = now;
    tell(done, total, found);
  };
}
