import * as v from "valibot";

// What a cell may hold, and how that is said: every error ends "it should be …".

/** Text, e.g. "LLaMA-7B". */
export const text = (wanted: string) => v.pipe(v.string(), v.nonEmpty(), v.description(wanted));

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  v.pipe(v.picklist(words), v.description(`one of ${words.join(", ")}`));

/** "true" or "false" */
export const truth = v.pipe(
  v.picklist(["true", "false"]),
  v.transform((cell) => cell === "true"),
  v.description("true or false"),
);

const decimal = /^-?\d+(\.\d+)?(e\d+)?$/;

// "1248 sparse", "1,555" and "~110" are no numbers, so a sparse peak cannot slip in as a dense one.
const number = v.pipe(v.string(), v.regex(decimal), v.transform(Number));

/** A number above zero, e.g. 68.25e9. */
export const positive = (wanted: string) =>
  v.pipe(number, v.gtValue(0), v.description(`a positive number: ${wanted}`));

/** A count of at least one. */
export const count = (wanted: string) =>
  v.pipe(number, v.safeInteger(), v.minValue(1), v.description(`a whole number: ${wanted}`));

/** A count that may be zero. */
export const countOrZero = (wanted: string) =>
  v.pipe(
    number,
    v.safeInteger(),
    v.minValue(0),
    v.description(`zero or a whole number: ${wanted}`),
  );

/** One of a few small numbers, e.g. 2 or 3. */
export const oneNumberOf = <const Numbers extends readonly number[]>(numbers: Numbers) =>
  v.pipe(number, v.picklist(numbers), v.description(numbers.join(" or ")));

/** Words with spaces between, e.g. "memoryBytes fp16". */
export const wordsOf = <const Words extends readonly string[]>(words: Words) =>
  v.pipe(
    v.string(),
    v.transform((cell) => cell.split(" ")),
    v.array(v.picklist(words)),
    v.description(`some of ${words.join(", ")}, with spaces between`),
  );

/** The columns that every file has: where a row comes from. */
export const sourced = {
  source: text("the page or person that says so, in words"),
  url: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^https:\/\/[^\s"<>]+$/),
      v.description("the address of the page, https://…, or empty"),
    ),
  ),
  readOn: v.pipe(
    v.string(),
    v.isoDate(),
    v.description("the day on which it was read, such as 2026-11-22"),
  ),
  verified: truth,
};
