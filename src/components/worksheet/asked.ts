import {exerciseIds, type ExerciseId} from "../../lib/scenario/worksheet/exercises.js";
import {cleanSeed, firstSeed} from "../../lib/scenario/worksheet/variant.js";
import type {Messages} from "../messages/en/index.js";

/** What the address of the worksheet asks for. */
export interface AskedSheet {
  seed: string;
  /** The sheets of a class, where it asks for many: their seeds. */
  seeds: readonly string[];
  /** Which exercises; all where it names none. */
  exercises: readonly ExerciseId[];
  /** Whether answers and solutions are shown. */
  isKey: boolean;
  /** What of it cannot be done, a sentence each. */
  notes: readonly string[];
}

const mostSeeds = 40;
const shownCharacters = 60;

/** Reads an address such as "?seed=ann&exercises=gpus-1,latency-2&key=1" or "?seeds=1-30". */
export function askedSheet(query: string, texts: Messages["figures"]["worksheet"]): AskedSheet {
  const asked = new URLSearchParams(query);
  const notes: string[] = [];

  const seedText = asked.get("seed");
  const seed = seedText === null ? firstSeed : cleanSeed(seedText);
  if (seed === undefined) notes.push(texts.badSeed);

  const seedsText = asked.get("seeds");
  const seeds = seedsText === null ? [] : seedsIn(seedsText);
  if (seeds === undefined) notes.push(texts.badSeeds(seedsText!.slice(0, shownCharacters)));

  const names = (asked.get("exercises") ?? "").split(",").filter((name) => name !== "");
  const exercises = exerciseIds.filter((id) => names.includes(id));
  const unknown = names.filter((name) => !exerciseIds.some((id) => id === name));
  if (unknown.length > 0) {
    notes.push(texts.leftOut(unknown.join(", ").slice(0, shownCharacters)));
  }
  return {
    seed: seed ?? firstSeed,
    seeds: seeds ?? [],
    exercises: exercises.length > 0 ? exercises : exerciseIds,
    isKey: asked.get("key") === "1",
    notes,
  };
}

/** "1-30" → ["1", "2", …, "30"]; undefined where it is no range, or too long a one. */
export function seedsIn(text: string): string[] | undefined {
  const [, from, to] = /^\s*(\d{1,6})\s*[-–]\s*(\d{1,6})\s*$/.exec(text) ?? [];
  const count = Number(to) - Number(from) + 1;
  if (from === undefined || count < 1 || count > mostSeeds) return undefined;
  return Array.from({length: count}, (_, i) => String(Number(from) + i));
}
