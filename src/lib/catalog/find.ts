import type {Catalog, Machine, Model} from "./catalog.js";

/**
 * Finds a machine by a name as people write it: case, spaces, hyphens and the vendor's words do not
 * matter, so "NVIDIA GeForce RTX 4090" and "rtx4090" find "RTX 4090", and "M1" finds "Apple M1".
 * Throws a sentence with the nearest names where none or several fit.
 */
export function findMachine(catalog: Pick<Catalog, "machines">, name: string): Machine {
  return findNamed("machine", catalog.machines, name, machineSpelling);
}

/**
 * Bytes of memory of a machine that stands in data/hardware.csv, where every row has them.
 *
 * @throws where it is another machine, whose memory nobody has told.
 */
export function memoryOf(catalog: Pick<Catalog, "machines">, name: string): number {
  const {memoryBytes} = findMachine(catalog, name).hardware;
  if (memoryBytes === undefined) throw new Error(`the memory of ${name} is not known`);
  return memoryBytes;
}

/** Finds a model by a name as people write it: "llama 7b" finds "LLaMA-7B". */
export function findModel(catalog: Pick<Catalog, "models">, name: string): Model {
  return findNamed("model", catalog.models, name, modelSpelling);
}

/** Words by which a maker or a shop calls a machine, and which do not tell two machines apart. */
const vendorWords = /\b(nvidia|geforce|tesla|amd|radeon|intel|apple|google|graphics card|gpu)\b/g;

/** e.g. "NVIDIA GeForce RTX 4090" → "rtx4090", "Apple M1 (7-core GPU)" → "m17core" */
function machineSpelling(name: string): string {
  return bareSpelling(name.toLowerCase().replaceAll(vendorWords, " "));
}

/** e.g. "meta-llama/Meta-Llama-3-8B" → "llama38b" */
function modelSpelling(name: string): string {
  const withoutOwner = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  return bareSpelling(withoutOwner.replace(/^meta[- ]/, ""));
}

function bareSpelling(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.+]/g, "");
}

function findNamed<Row extends {name: string}>(
  kind: string,
  rows: readonly Row[],
  name: string,
  spelling: (name: string) => string,
): Row {
  const exact = rows.find((row) => row.name === name);
  if (exact !== undefined) return exact;

  const wanted = spelling(name);
  const found = rows.filter((row) => spelling(row.name) === wanted);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const names = found.map((row) => `"${row.name}"`).join(", ");
    throw new Error(`"${name}" names several ${kind}s: ${names}; it should be one of them.`);
  }
  const names = nearest(rows, wanted, spelling).map((row) => `"${row.name}"`);
  throw new Error(`There is no ${kind} "${name}"; the nearest names are ${names.join(", ")}.`);
}

/** The five rows whose names take the fewest changes to become what was wanted. */
function nearest<Row extends {name: string}>(
  rows: readonly Row[],
  wanted: string,
  spelling: (name: string) => string,
): Row[] {
  return rows
    .map((row) => ({row, distance: distanceOf(wanted, spelling(row.name))}))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 5)
    .map(({row}) => row);
}

/** A name that holds the other whole is nearer than any that must be changed. */
function distanceOf(wanted: string, name: string): number {
  const contained = wanted !== "" && (name.includes(wanted) || wanted.includes(name));
  return changes(wanted, name) - (contained ? wanted.length + name.length : 0);
}

/** Letters to insert, delete or replace to make one word of the other (Levenshtein 1965). */
function changes(from: string, to: string): number {
  let above = Array.from({length: to.length + 1}, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const here = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = above[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      here.push(Math.min(above[column]! + 1, here[column - 1]! + 1, replaced));
    }
    above = here;
  }
  return above[to.length]!;
}
