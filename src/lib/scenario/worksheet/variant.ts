import {bench, exercises, type ExerciseId} from "./exercises.js";

/** Values that stand in the place of others, by the field of the scenario, e.g. {machine: "L4"}. */
export type Values = Readonly<Record<string, string>>;

/** Version of the way from a seed to a sheet. A sheet that was handed out stays what it was. */
const sheetVersion = 1;
/**
 * The seed of the sheet that stands on the page before anybody asks for another: on it every exercise
 * has the values with which its chapter writes it.
 */
export const firstSeed = "1";
const longestSeed = 40; // characters

/**
 * A seed as it is used: a number or a word, e.g. a student's name; how it is spaced, and whether it
 * is written with capitals, makes no difference. Undefined where nothing is left.
 */
export function cleanSeed(text: string): string | undefined {
  const seed = text
    .normalize("NFKC")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .toLowerCase();
  const letters = [...seed];
  return letters.length === 0 || letters.length > longestSeed ? undefined : seed;
}

/** The values of an exercise on the sheet of this seed: the same for ever. */
export function variantOf(id: ExerciseId, seed: string): Values {
  return drawn(id, exercises[id], seed);
}

/** The values with which the sheet's sliders begin. */
export function benchOf(seed: string): {machine: string; model: string} {
  const {machine = bench.machine[0], model = bench.model[0]} = drawn("bench", bench, seed);
  return {machine, model};
}

/** With which values an exercise is written where it stands. */
export function writtenValues(id: ExerciseId): Values {
  const axes: Readonly<Record<string, readonly string[]>> = exercises[id];
  return Object.fromEntries(Object.entries(axes).map(([field, [first = ""]]) => [field, first]));
}

/** The attributes of a tag with the variant's values in the place of those that are written there. */
export function inVariant(id: ExerciseId, attributes: Values, variant: Values): Values {
  const written = Object.entries(writtenValues(id));
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const varied = written.find(([field, one]) => one === value && isSameKind(field, name));
      return [name, varied === undefined ? value : (variant[varied[0]] ?? value)];
    }),
  );
}

/** Attributes know no capitals, and the second machine of a question is the first of another number. */
function isSameKind(field: string, name: string): boolean {
  const kind = (text: string) => (text === "rival" ? "machine" : text.toLowerCase());
  return kind(field) === kind(name);
}

function drawn(
  name: string,
  axes: Readonly<Record<string, readonly string[]>>,
  seed: string,
): Values {
  return Object.fromEntries(
    Object.entries(axes).map(([field, values]) => {
      const isFirst = seed === firstSeed;
      const index = isFirst ? 0 : hash(`${sheetVersion}/${seed}/${name}/${field}`) % values.length;
      return [field, values[index]!];
    }),
  );
}

/** FNV-1a in 32 bits over UTF-8, and a last mixing, so that near seeds are far apart. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
