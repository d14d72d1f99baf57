import {Heap} from "./heap.js";

/**
 * How early two neighbours are to be merged: text[from…middle) and text[middle…to). The least
 * number comes first; undefined where they may not be merged.
 */
export type Rank = (text: string, from: number, middle: number, to: number) => number | undefined;

interface Pair {
  rank: number;
  /** Which symbols, by their place in the text. */
  left: number;
  right: number;
  /** Where both ended when they became a pair. */
  middle: number;
  to: number;
}

const isBefore = (one: Pair, other: Pair): boolean =>
  one.rank < other.rank || (one.rank === other.rank && one.left < other.left);

/**
 * Byte pair encoding, as both kinds of tokenizer have it: begins with single characters and merges
 * the two neighbours of least rank, the left ones first, until no neighbours have a rank.
 * Takes about n log n steps for n characters.
 *
 * Source: llama.cpp, src/llama-vocab.cpp, llm_tokenizer_spm_session and llm_tokenizer_bpe_session.
 */
export function mergePairs(text: string, rank: Rank): string[] {
  // Symbols are a chain. One is known by where it begins, and never begins elsewhere.
  const end = new Int32Array(text.length); // 0: no symbol begins here, or no longer
  const previous = new Int32Array(text.length); // −1: it is the first
  const queue = new Heap<Pair>(isBefore);

  const consider = (left: number, right: number): void => {
    if (left < 0 || right >= text.length) return;
    const [middle, to] = [right, end[right]!];
    const found = rank(text, left, middle, to);
    if (found !== undefined) queue.push({rank: found, left, right, middle, to});
  };

  for (let at = 0, before = -1; at < text.length;) {
    const next = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    end[at] = next;
    previous[at] = before;
    [before, at] = [at, next];
  }
  for (let at = 0; at < text.length; at = end[at]!) consider(previous[at]!, at);

  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    const {left, right, middle, to} = pair;
    if (end[left] !== middle || end[right] !== to) continue; // one of them was merged meanwhile
    end[left] = to;
    end[right] = 0;
    if (to < text.length) previous[to] = left;
    consider(previous[left]!, left);
    consider(left, to);
  }

  const symbols: string[] = [];
  for (let at = 0; at < text.length; at = end[at]!) symbols.push(text.slice(at, end[at]));
  return symbols;
}
