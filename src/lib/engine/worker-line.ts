import {aborted, disposed} from "./as-engine-error.js";
import {EngineError} from "./error.js";
import type {FromWorker, Job, ToWorker, Written} from "./messages.js";

export interface AskOptions {
  signal?: AbortSignal;
  /** How much is done, of how much, and what has been found until then, where the job says so. */
  onProgress?: (done: number, total: number, found?: number) => void;
  onWritten?: (written: readonly Written[]) => void;
  transfer?: readonly Transferable[];
}

interface Waiting extends AskOptions {
  resolve(result: unknown): void;
  reject(error: EngineError): void;
}

/** The page's end of the line to a worker: jobs go out, and what becomes of them comes back. */
export class WorkerLine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #isReady = false;
  readonly #ending = new AbortController();
  #ended: EngineError | undefined;
  #jobs = 0;

  /** @throws EngineError where the page's policy does not let a worker start. */
  constructor(start: () => Worker) {
    try {
      this.#worker = start();
    } catch (error) {
      throw policyError(error);
    }
    this.#worker.onmessage = ({data}: MessageEvent<FromWorker>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#endWith(
        this.#isReady
          ? new EngineError("failed", `The engine's worker failed: ${event.message}`)
          : policyError(event),
      );
    };
  }

  /** Why the worker has ended, once it has. */
  get ended(): EngineError | undefined {
    return this.#ended;
  }

  /** Aborted when the worker ends. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  /** Has a job done; what the worker makes of it comes back as it is. */
  ask<Result>(job: Job, options: AskOptions = {}): Promise<Result> {
    const {signal, transfer = []} = options;
    if (this.#ended) return Promise.reject(this.#ended);
    if (signal?.aborted) return Promise.reject(aborted(signal.reason));
    const id = ++this.#jobs;
    const cancel = (): void => {
      this.#waiting.get(id)?.reject(aborted(signal?.reason));
      this.#tell({id, cancel: true});
    };
    signal?.addEventListener("abort", cancel);
    const answer = new Promise<Result>((resolve, reject) => {
      this.#waiting.set(id, {...options, resolve: resolve as (result: unknown) => void, reject});
      this.#tell({id, job}, transfer);
    });
    return answer.finally(() => {
      signal?.removeEventListener("abort", cancel);
      this.#waiting.delete(id);
    });
  }

  /** Ends the worker at once, with all that it holds; who still waits is told. */
  end(): void {
    this.#endWith(disposed());
  }

  #endWith(error: EngineError): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#worker.terminate();
    this.#ending.abort();
    for (const {reject} of this.#waiting.values()) reject(error);
  }

  #tell(message: ToWorker, transfer: readonly Transferable[] = []): void {
    if (!this.#ended) this.#worker.postMessage(message, [...transfer]);
  }

  #hear(message: FromWorker): void {
    if ("ready" in message) {
      this.#isReady = true;
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return; // it was cancelled, and this was already on its way
    if ("progress" in message) waiting.onProgress?.(...message.progress);
    else if ("written" in message) waiting.onWritten?.(message.written);
    else if ("problem" in message) {
      waiting.reject(new EngineError(message.problem, message.message));
    } else waiting.resolve(message.result);
  }
}

function policyError(cause: unknown): EngineError {
  return new EngineError(
    "policy",
    "The policy of this page does not let the engine start its worker: it needs worker-src blob: in its Content-Security-Policy.",
    {cause},
  );
}
