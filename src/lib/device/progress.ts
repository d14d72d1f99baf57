/** What is being measured. */
export type MeasuringStep = "bandwidth" | "arithmetic" | "models" | "gpu";

export interface MeasuringProgress {
  step: MeasuringStep;
  /** From 0 to 1: of the expected time. */
  fraction: number;
  /** Expected, from the plan and from what the steps so far have taken. */
  secondsLeft: number;
}

/** A part of the measurement that is done without a pause. */
export interface Job {
  step: MeasuringStep;
  /** That it is expected to take. */
  seconds: number;
  run(): Promise<void>;
}

/**
 * Tells how far a list of jobs has come. On a machine that needs twice as long as expected for the
 * first of them, the rest is expected to take longer as well.
 */
export class ProgressMeter {
  #done = 0;
  readonly #total: number;
  readonly #begin: number;

  constructor(
    jobs: readonly Pick<Job, "seconds">[],
    private readonly clock: () => number,
    private readonly onProgress: ((progress: MeasuringProgress) => void) | undefined,
  ) {
    this.#total = jobs.reduce((sum, {seconds}) => sum + seconds, 0);
    this.#begin = clock();
  }

  /** Before a job. */
  begin({step}: Pick<Job, "step">): void {
    const fraction = this.#total === 0 ? 0 : Math.min(1, this.#done / this.#total);
    const took = this.clock() - this.#begin;
    const pace = this.#done === 0 ? 1 : took / this.#done;
    // Early on the plan is believed, later what has been seen.
    const expected = 1 + fraction * (pace - 1);
    this.onProgress?.({step, fraction, secondsLeft: (this.#total - this.#done) * expected});
  }

  /** After it. */
  end({seconds}: Pick<Job, "seconds">): void {
    this.#done += seconds;
  }
}
