import type {Catalog, Measurement} from "../catalog/catalog.js";

/** The machine on which one program was measured with one to many readers, for several models. */
export const batchMachine = "DGX Spark";

/** What was measured with a model on it, from one reader to many, with the shortest conversations. */
export function batchRuns(catalog: Catalog, model: string): Measurement[] {
  const rows = catalog.measurements.filter(
    (row) => row.machine === batchMachine && row.model === model && row.phase === "decode",
  );
  const shortest = Math.min(...rows.filter(({batch}) => batch > 1).map(({context}) => context));
  return rows.filter(({context}) => context === shortest).sort((a, b) => a.batch - b.batch);
}

/** How many times as many tokens two readers get together as one gets alone; at most 2. */
export function batchGain(catalog: Catalog, model: string): number | undefined {
  const runs = batchRuns(catalog, model);
  const [one, two] = [1, 2].map((readers) => runs.find(({batch}) => batch === readers));
  return one && two && two.tokensPerSecond / one.tokensPerSecond;
}
