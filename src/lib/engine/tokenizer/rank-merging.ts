import {lettersOf} from "./byte-letters.js";
import {mergePairs} from "./merge-pairs.js";
import {cutText, preTokenizerNamed} from "./pre-tokenizers.js";
import type {Vocabulary} from "./vocabulary.js";

const mostKept = 1 << 14; // pieces whose words are remembered: texts repeat theirs

/**
 * GPT-2's way: the text is cut into pieces, each is written in letters that stand for its bytes,
 * and neighbours are merged in the order of the vocabulary's list. What is then no word falls back
 * to its letters; a letter that is no word either is left out.
 */
export function rankMerging(
  {merges, preTokenizer}: Vocabulary,
  numbers: ReadonlyMap<string, number>,
): (text: string) => number[] {
  const {cuts, wholeWords} = preTokenizerNamed(preTokenizer);
  const ranks = new Map<string, number>(); // "Ġk ing" → 4711; of two alike the first counts
  merges.forEach((merge, i) => ranks.has(merge) || ranks.set(merge, i));

  const rank = (text: string, from: number, middle: number, to: number): number | undefined =>
    ranks.get(`${text.slice(from, middle)} ${text.slice(middle, to)}`);
  const numbersOfPiece = (piece: string): readonly number[] => {
    const letters = lettersOf(piece);
    const whole = wholeWords ? numbers.get(letters) : undefined;
    if (whole !== undefined) return [whole];
    return mergePairs(letters, rank).flatMap((symbol) => {
      const number = numbers.get(symbol);
      if (number !== undefined) return number;
      return [...symbol].flatMap((letter) => numbers.get(letter) ?? []);
    });
  };

  const kept = new Map<string, readonly number[]>();
  return (text) =>
    cutText(text, cuts).flatMap((piece) => {
      const known = kept.get(piece);
      if (known !== undefined) return known;
      const found = numbersOfPiece(piece);
      if (kept.size === mostKept) kept.clear();
      kept.set(piece, found);
      return found;
    });
}
