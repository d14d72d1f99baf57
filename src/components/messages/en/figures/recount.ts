import type {Verdict} from "../../../../lib/catalog/catalog.js";
import type {Entry} from "../../../../lib/scenario/claims/topics.js";

/** Short names of the numbers, for the rows of the chart. */
const names: Partial<Record<Entry, string>> = {
  "memory-table": "16 sizes",
  "weights-33b-int4": "size, 33B",
  "parameters-7b": "parameters, 7B",
  "operations-per-weight": "operations",
  "critical-batch-a100": "batch of 161",
  "latency-table": "16 latencies",
  "speed-a100-7b-int4": "A100, 7B",
  "speed-a100-65b-int4": "A100, 65B",
  "speed-m1-7b-int4": "M1, 7B",
  "speed-m1-65b-int4": "M1, 65B",
  "speed-m2-max-65b-int4": "M2 Max, 65B",
  "speed-pi-7b-int4": "Pi 4, by memory",
  "speed-pi-compute": "Pi 4, by compute",
  "flops-pi": "Pi 4, FLOP/s",
  "bandwidth-pi": "Pi 4, bandwidth",
  "kv-cache-total": "KV cache, total",
  "bandwidth-a100": "A100, bandwidth",
  "bandwidth-4090": "4090, bandwidth",
  "bandwidth-m1": "M1, bandwidth",
  "bandwidth-m2-pro": "M2 Pro, bandwidth",
  "bandwidth-m2-max": "M2 Max, bandwidth",
  "on-chip-a100": "A100, on the chip",
  "flops-a100": "A100, FP16",
  "flops-a100-int4": "A100, INT4",
  "flops-4090": "4090, FP16",
  "flops-m1": "M1, FP16",
};

const verdicts: Record<Verdict, string> = {
  right: "right",
  "with exceptions": "right, with exceptions",
  "factor of two": "out by a factor of two",
  units: "another unit",
  "other figure": "another figure",
  "not reproducible": "not reproduced",
};

export const recount = {
  title: (right: string, all: string, twofold: string) =>
    `${right} of ${all} numbers come out as printed. ${twofold} are out by a factor of two.`,
  summary:
    "Each sign is a printed number, as a multiple of what is right. Ticks are what the printed law gives, diamonds what was measured (a broken outline: known second-hand). A time twice too long is a speed half too low.",
  x: "printed, as a multiple of what is right",
  times: (ratio: string) => `${ratio}×`,
  guess: "your guess",
  name: (entry: Entry) => names[entry] ?? entry,
  share: (verdict: Verdict, count: string, all: string) =>
    `${count} of ${all} numbers: ${verdicts[verdict]}`,
  big: (verdict: Verdict, count: string, short: boolean) =>
    short && verdict === "factor of two"
      ? `${count} factor of two`
      : `${count} ${verdicts[verdict]}`,
  mark: (name: string, ratio: string, verdict: Verdict) =>
    `${name}: printed ${ratio} times what is right; ${verdicts[verdict]}`,
  own: (name: string, ratio: string) =>
    `${name}: the printed law gives ${ratio} times what is right`,
  measured: (name: string, ratio: string) =>
    `${name}: measured ${ratio} times the corrected ceiling`,
  beyond: (ratio: string) => `1/${ratio}`,
  columns: [
    "claim",
    "numbers",
    "verdict",
    "printed ÷ right",
    "own law ÷ right",
    "measured ÷ right",
  ],
  verdicts,
};
