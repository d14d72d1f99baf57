import {mergePairs} from "./merge-pairs.js";
import type {Vocabulary} from "./vocabulary.js";

/** SentencePiece's sign for a space. */
export const visibleSpace = "▁";

/**
 * SentencePiece's way: two neighbours are merged if together they are a word, the word with the
 * greatest score first. A character that is no word is written in its bytes, <0xE2> and so on, or
 * where there are none, as the unknown word.
 */
export function scoreMerging(
  {scores, unknown}: Vocabulary,
  numbers: ReadonlyMap<string, number>,
): (text: string) => number[] {
  let longest = 0;
  for (const word of numbers.keys()) longest = Math.max(longest, word.length);
  const encoder = new TextEncoder();
  const ofByte = byteWords(numbers);

  const rank = (text: string, from: number, _middle: number, to: number): number | undefined => {
    if (to - from > longest) return undefined;
    const number = numbers.get(text.slice(from, to));
    return number === undefined ? undefined : -scores[number]!;
  };
  const inBytes = (character: string): number[] => {
    const bytes = Array.from(encoder.encode(character), (byte) => ofByte[byte]);
    if (bytes.every((number) => number !== undefined)) return bytes;
    return unknown === undefined ? [] : [unknown];
  };
  return (text) =>
    mergePairs(text.replaceAll(" ", visibleSpace), rank).flatMap(
      (symbol) => numbers.get(symbol) ?? inBytes(symbol),
    );
}

/** The word of each byte: "<0x0A>", or the character itself where it has one byte. */
function byteWords(numbers: ReadonlyMap<string, number>): (number | undefined)[] {
  return Array.from({length: 256}, (_, byte) => {
    const spelled = `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
    const itself = byte < 0x80 ? numbers.get(String.fromCharCode(byte)) : undefined;
    return numbers.get(spelled) ?? itself;
  });
}

/** The byte of a word like "<0x0A>". */
export function byteOfWord(word: string): number | undefined {
  const digits = /^<0x([0-9A-Fa-f]{2})>$/.exec(word)?.[1];
  return digits === undefined ? undefined : parseInt(digits, 16);
}
