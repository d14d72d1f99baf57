import type {Catalog, Measurement} from "../catalog/catalog.js";

/** The processor and the model whose speed was measured with one thread and with more. */
export const threadRun = {
  model: "LLaMA-7B",
  machine: "Core i9-13900K",
  format: "Q4_0 file",
} as const;

export type ThreadRun = Measurement & {threads: number};

/** Those measurements of one phase, from few threads to many. */
export function threadRuns(catalog: Catalog, phase: "decode" | "prefill"): ThreadRun[] {
  return catalog.measurements
    .flatMap((row) => {
      const belongs = row.group === "cpu-threads" && row.phase === phase;
      return belongs && row.threads !== undefined ? [{...row, threads: row.threads}] : [];
    })
    .sort((a, b) => a.threads - b.threads);
}

/** How many times faster the last of two numbers of threads is than the first. */
export function threadGain(
  catalog: Catalog,
  phase: "decode" | "prefill",
  [few, many]: readonly [number, number],
): number | undefined {
  const runs = threadRuns(catalog, phase);
  const speed = (threads: number) => runs.find((run) => run.threads === threads)?.tokensPerSecond;
  const [before, after] = [speed(few), speed(many)];
  return before === undefined || after === undefined ? undefined : after / before;
}
