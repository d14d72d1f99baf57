/** What a module test/bench/<name>.bench.ts exports. */
export interface Bench {
  /** By which it is asked for: npm run bench -- estimate */
  name: string;
  run(): Promise<readonly Timing[]>;
}

/** How long one thing takes, over many runs of it. Seconds. */
export interface Timing {
  /** e.g. "LLaMA-7B, Q4_0 file" */
  what: string;
  median: number;
  /** Half of the runs lie within so much of the median (median absolute deviation). */
  spread: number;
  runs: number;
  /** The most that the median may be. */
  budget: number;
}
