import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import type {GoldenGreedy} from "../../../scripts/golden/greedy.js";
import type {GoldenLogits} from "../../../scripts/golden/logits.js";
import {goldenModels} from "./golden-models.js";
import {makeGguf} from "./random-model.js";

/** What native llama.cpp answered; scripts/golden/README.md says how it was asked. */
export const goldenLogits = read("logits") as Readonly<Record<string, GoldenLogits>>;
export const goldenGreedy = read("greedy") as Readonly<Record<string, GoldenGreedy[]>>;

function read(name: string): unknown {
  return JSON.parse(readFileSync(`test/golden/${name}.json`, "utf8"));
}

/** The file of a random model, which must be the one that native llama.cpp was given. */
export function goldenFile(name: string): Uint8Array<ArrayBuffer> {
  const file = makeGguf(goldenModels[name]!);
  const hash = createHash("sha256").update(file).digest("hex");
  if (hash === goldenLogits[name]!.file) return file;
  throw new Error(`The file of “${name}” is another now: make the golden files again.`);
}

/**
 * How far two lists of logits are from saying the same: √(Σ (d − mean d)² / Σ (x − mean x)²), with d
 * their differences. What all logits have in common does not change any odds, and is left out.
 */
export function distance(logits: ArrayLike<number>, expected: readonly number[]): number {
  if (logits.length !== expected.length) return Infinity;
  const spread = (values: readonly number[]): number => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  return Math.sqrt(spread(expected.map((x, i) => x - logits[i]!)) / spread(expected));
}
