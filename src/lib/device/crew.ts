import type {Clock} from "./clock.js";
import type {Answer, Order, Task} from "./messages.js";
import {commonRates, commonWindow, type Recording} from "./recording.js";

/** What is used of a worker. */
export interface MeasuringWorker {
  postMessage(order: Order): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: {data: Answer}) => void): void;
  addEventListener(type: "error", listener: (event: {message?: string}) => void): void;
}

/** How long a task runs, and into how many samples the time is cut. */
export interface Sampling {
  /** Seconds before the first sample: the browser compiles better what runs often. */
  warmSeconds: number;
  samples: number;
  sampleSeconds: number;
}

const headStart = 0.002; // seconds, until an order has reached every worker
const chunksOfSample = 5; // looks at the clock in a sample
const leastShare = 0.6; // of the time of all samples, in which all workers must be at work
const attempts = 10;

/**
 * Several workers, each with a memory of its own, which do the same thing at the same time. They
 * need no shared memory, so they work on every page.
 */
export class Crew {
  #answered = new Map<MeasuringWorker, (answer: Answer) => void>();
  #stop: (reason: unknown) => void = () => {};
  /** Never resolved: rejected when the signal aborts, or a worker breaks. */
  readonly #stopped: Promise<never>;

  private constructor(
    private readonly workers: readonly MeasuringWorker[],
    private readonly clock: Clock,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.#stopped = new Promise((_, reject) => (this.#stop = reject));
    this.#stopped.catch(() => {}); // whoever waits is told; nobody may be waiting
    for (const worker of workers) {
      worker.addEventListener("message", ({data}) => this.#answered.get(worker)?.(data));
      worker.addEventListener("error", ({message}) =>
        this.#stop(new Error(`A worker stopped: ${message ?? "no reason was given"}.`)),
      );
    }
    signal?.addEventListener("abort", this.#onAbort);
  }

  /**
   * Starts workers and gives each a memory, the first one a larger one: it works alone as well.
   *
   * @param bytesOf what each must hold, the first worker's number is 0
   */
  static async start({
    count,
    startWorker,
    kernels,
    bytesOf,
    clock,
    signal,
  }: {
    count: number;
    startWorker: () => MeasuringWorker;
    kernels: WebAssembly.Module;
    bytesOf: (worker: number) => number;
    clock: Clock;
    signal: AbortSignal | undefined;
  }): Promise<{crew: Crew; timerResolution: number}> {
    signal?.throwIfAborted();
    const crew = new Crew(Array.from({length: count}, startWorker), clock, signal);
    try {
      const answers = await crew.#all(count, (worker) => ({
        kind: "prepare",
        kernels,
        bytes: bytesOf(worker),
      }));
      const resolutions = answers.map((answer) =>
        answer.kind === "prepared" ? answer.timerResolution : NaN,
      );
      return {crew, timerResolution: Math.max(...resolutions)};
    } catch (error) {
      crew.dispose();
      throw error;
    }
  }

  get count(): number {
    return this.workers.length;
  }

  /**
   * Lets the first so many workers do a task together: what they did a second, in each sample.
   *
   * Other programs may keep a worker waiting. Where too little time is left in which all were at
   * work, they begin again.
   */
  async measure(task: Task, count: number, sampling: Sampling): Promise<number[]> {
    const {warmSeconds, samples, sampleSeconds} = sampling;
    await this.#all(count, () => ({kind: "get ready", task}));
    for (let attempt = 1; ; attempt++) {
      const from = this.clock() + headStart + warmSeconds;
      const until = from + samples * sampleSeconds;
      const chunkSeconds = sampleSeconds / chunksOfSample;
      const answers = await this.#all(count, () => ({kind: "run", task, until, chunkSeconds}));
      const recordings = answers.flatMap((answer): Recording[] =>
        answer.kind === "ran" ? [answer.recording] : [],
      );
      const {begin, end} = commonWindow(recordings, from);
      if (end - begin >= leastShare * (until - from)) {
        return commonRates(recordings, {begin, end, count: samples});
      }
      if (attempt === attempts) {
        throw new Error("The machine is too busy: its workers never ran at the same time.");
      }
    }
  }

  /** Stops all workers and frees their memory. */
  dispose(): void {
    this.signal?.removeEventListener("abort", this.#onAbort);
    for (const worker of this.workers) worker.terminate();
    this.#stop(new Error("The workers were stopped."));
  }

  readonly #onAbort = (): void => {
    this.#stop(this.signal?.reason);
    this.dispose();
  };

  #all(count: number, orderOf: (worker: number) => Order): Promise<Answer[]> {
    const answers = this.workers.slice(0, count).map(
      (worker, index) =>
        new Promise<Answer>((resolve, reject) => {
          this.#answered.set(worker, (answer) =>
            answer.kind === "failed" ? reject(new Error(answer.message)) : resolve(answer),
          );
          worker.postMessage(orderOf(index));
        }),
    );
    return Promise.race([Promise.all(answers), this.#stopped]);
  }
}
