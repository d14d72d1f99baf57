/** What a word of a vocabulary is for. The numbers are those that stand in a file. */
export const wordKind = {
  undefined: 0,
  normal: 1,
  /** Stands for what the vocabulary has no words for. */
  unknown: 2,
  /** Says something about the text, e.g. that it begins, and is no part of it. */
  control: 3,
  /** Is cut out of a text before anything else is. */
  userDefined: 4,
  unused: 5,
  /** One byte of a character that has no word of its own, e.g. "<0xE2>". */
  byte: 6,
} as const;

/** The words of a model, and what its file says about how a text is cut into them. */
export interface Vocabulary {
  /** "llama": merged by score, as SentencePiece does; "gpt2": bytes, merged by rank. */
  model: "llama" | "gpt2";
  /** e.g. "▁king" or "Ġking", by its number. */
  words: readonly string[];
  /** One of wordKind for each word. */
  kinds: Uint8Array;
  /** Words with a greater score are formed first. */
  scores: Float32Array;
  /** "Ġk ing": which two may be merged, the earlier the sooner. */
  merges: readonly string[];
  /** How a text is cut before it is merged, e.g. "llama-bpe". */
  preTokenizer: string | undefined;
  /** A word in front of the text, where the model wants one. */
  begin: number | undefined;
  /** A word behind it, likewise. */
  end: number | undefined;
  /** Words that say that a text is over. */
  ends: readonly number[];
  unknown: number | undefined;
  /** Whether a text gets a space in front, so that its first word is like others. */
  addSpacePrefix: boolean;
}

/** Control words, and those for what is not known: they are no part of a text. */
export function isOutsideText(kind: number | undefined): boolean {
  return kind === wordKind.control || kind === wordKind.unknown;
}

/** Numbers by word. A word that stands twice has its last number; empty ones have none. */
export function numbersOf(words: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (let i = 0; i < words.length; i++) if (words[i] !== "") numbers.set(words[i]!, i);
  return numbers;
}
