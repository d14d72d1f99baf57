import {symbolNamed, type SymbolId} from "../../../src/lib/formula/symbols.js";

/** Random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values of symbols within their ranges, spread evenly over the orders of magnitude. */
export function randomValues(
  ids: readonly SymbolId[],
  random: () => number,
): Record<SymbolId, number> {
  return Object.fromEntries(
    ids.map((id) => {
      const {min, max, integer = false} = symbolNamed(id).range;
      const value = min * (max / min) ** random();
      return [id, integer ? Math.round(value) : value];
    }),
  ) as Record<SymbolId, number>;
}

/** The difference of two numbers as a share of the larger. */
export function relativeDifference(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
