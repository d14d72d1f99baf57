/**
 * Bytes in words: "812 kB", "4.35 MB", "16.1 GB", in powers of 1000. Errors of the engine are
 * sentences, and this is how they say how much.
 */
export function sized(bytes: number): string {
  for (const [unit, size] of units) {
    if (bytes >= size) return `${Number((bytes / size).toPrecision(3))} ${unit}`;
  }
  return `${bytes} bytes`;
}

const units = [
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
] as const;
