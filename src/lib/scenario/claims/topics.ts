/** Claims as a reader meets them: each is one entry, of one row of data/claims.csv or of a table. */
export const topics = {
  memory: ["memory-table", "fits-24-gb", "fits-80-gb", "weights-33b-int4", "parameters-7b"],
  clocks: [
    "operations-per-weight",
    "memory-decides",
    "orders-of-magnitude",
    "critical-batch-a100",
    "same-equation",
    "linear-precision",
  ],
  speeds: [
    "latency-table",
    "speed-a100-7b-int4",
    "speed-a100-65b-int4",
    "speed-m1-7b-int4",
    "speed-m1-65b-int4",
    "speed-m2-max-65b-int4",
  ],
  pi: ["speed-pi-7b-int4", "speed-pi-compute", "flops-pi", "bandwidth-pi"],
  cache: ["kv-cache-total", "kv-cache"],
  machines: [
    "bandwidth-a100",
    "bandwidth-4090",
    "bandwidth-m1",
    "bandwidth-m2-pro",
    "bandwidth-m2-max",
    "on-chip-a100",
    "flops-a100",
    "flops-a100-int4",
    "flops-4090",
    "flops-m1",
  ],
  others: ["karpathy-compute", "karpathy-bandwidth", "kipply-ridge", "kipply-weights"],
} as const;

export type Topic = keyof typeof topics;
export type Entry = (typeof topics)[Topic][number];

/** Every entry, in the order of the page. */
export const entries: readonly Entry[] = Object.values(topics).flat();

/** The ids of the rows that an entry stands for: sixteen for a table, else its own. */
export function rowsOf(entry: Entry, ids: readonly string[]): string[] {
  const [, table] = /^(\w+)-table$/.exec(entry) ?? [];
  return table === undefined ? [entry] : ids.filter((id) => cell.test(id) && id.startsWith(table));
}

const cell = /^\w+-\d+b-(fp|int)\d+$/;
