/** A part of a text that is not cut yet, or a word that was found in it. */
export type Part = string | number;

/**
 * Takes words out of a text wherever they stand, the longest words first.
 *
 * @param special words and their numbers, as longestFirst gives them.
 */
export function partText(text: string, special: readonly (readonly [string, number])[]): Part[] {
  let parts: Part[] = text === "" ? [] : [text];
  for (const [word, number] of special) {
    if (text.includes(word)) {
      parts = parts.flatMap((part) =>
        typeof part === "string" ? around(part, word, number) : part,
      );
    }
  }
  return parts;
}

function around(text: string, word: string, number: number): Part[] {
  const parts: Part[] = [];
  text.split(word).forEach((between, i) => {
    if (i > 0) parts.push(number);
    if (between !== "") parts.push(between);
  });
  return parts;
}

/** In UTF-8 bytes, as llama.cpp counts. */
export function longestFirst(
  words: readonly (readonly [string, number])[],
): (readonly [string, number])[] {
  const encoder = new TextEncoder();
  return words
    .map((entry) => ({entry, bytes: encoder.encode(entry[0]).length}))
    .sort((a, b) => b.bytes - a.bytes)
    .map(({entry}) => entry);
}
