import type {GgufHeader} from "../../catalog/gguf/header.js";
import type {Tokenizer} from "../api.js";
import {isPreTokenizer} from "./pre-tokenizers.js";
import {rankMerging} from "./rank-merging.js";
import {readVocabulary} from "./read-vocabulary.js";
import {scoreMerging} from "./score-merging.js";
import {longestFirst, partText} from "./special-words.js";
import {tokenStream, type DecodeOptions, type TokenStream} from "./text-decoder.js";
import {isOutsideText, numbersOf, wordKind, type Vocabulary} from "./vocabulary.js";

export interface EncodeOptions {
  /**
   * Whether the text gets the words in front and behind that the model was trained with, mostly a
   * begin word. True unless told: generate() wants them. llama.cpp's tests of tokenizers, and
   * whoever appends a text to another, want it without.
   */
  addSpecial?: boolean;
  /**
   * Whether control words within the text, e.g. "<|im_end|>", are read as such. False unless told:
   * a text that somebody else wrote should not end an answer. Words that a vocabulary calls
   * user-defined are always read.
   */
  parseSpecial?: boolean;
}

/** Cuts texts into a model's words as llama.cpp does, and joins them again. */
export interface GgufTokenizer extends Tokenizer {
  encode(text: string, options?: EncodeOptions): number[];
  /** The text of the tokens, without control words. What is no UTF-8 becomes �. */
  decode(tokens: ArrayLike<number>, options?: DecodeOptions): string;
  /** Decodes what a model writes behind a prompt, token by token. */
  decodeStream(options?: DecodeOptions): TokenStream;
  /** What a reader should know about it, in sentences. */
  readonly warnings: readonly string[];
}

/**
 * The tokenizer that a GGUF header describes. The arrays tokenizer.ggml.* must have been kept.
 *
 * @throws EngineError where they are missing, not supported or contradict each other.
 */
export function createTokenizer(metadata: GgufHeader["metadata"]): GgufTokenizer {
  return tokenizerOf(readVocabulary(metadata));
}

export function tokenizerOf(vocabulary: Vocabulary): GgufTokenizer {
  const {model, words, begin, end, ends, addSpacePrefix} = vocabulary;
  const numbers = numbersOf(words);
  const merge = (model === "llama" ? scoreMerging : rankMerging)(vocabulary, numbers);
  const special = specialWords(vocabulary, numbers);

  return {
    beginToken: begin,
    endTokens: ends,
    vocabSize: words.length,
    warnings: warningsOf(vocabulary),
    encode(text, {addSpecial = true, parseSpecial = false} = {}) {
      const tokens: number[] = addSpecial && begin !== undefined ? [begin] : [];
      let isFirst = true; // of the text, or behind a word that was taken out
      for (const part of partText(wellFormed(text), parseSpecial ? special.all : special.always)) {
        if (typeof part === "number") tokens.push(part);
        else {
          const whole = isFirst && addSpacePrefix ? ` ${part}` : part;
          for (const token of merge(whole)) tokens.push(token);
        }
        isFirst = typeof part === "number";
      }
      if (addSpecial && end !== undefined) tokens.push(end);
      return tokens;
    },
    decode(tokens, options) {
      const stream = tokenStream(vocabulary, false, options);
      const pieces = Array.from(tokens, (token) => stream.push(token));
      return pieces.join("") + stream.end();
    },
    decodeStream: (options) => tokenStream(vocabulary, true, options),
  };
}

/** Words that are found in a text before it is cut: user-defined ones always, others if asked. */
function specialWords({kinds}: Vocabulary, numbers: ReadonlyMap<string, number>) {
  const ofKind = (is: (kind: number | undefined) => boolean) =>
    longestFirst([...numbers].filter(([, number]) => is(kinds[number])));
  const isUserDefined = (kind: number | undefined): boolean => kind === wordKind.userDefined;
  return {
    always: ofKind(isUserDefined),
    all: ofKind((kind) => isUserDefined(kind) || isOutsideText(kind)),
  };
}

function warningsOf({model, preTokenizer}: Vocabulary): string[] {
  if (model === "llama" || isPreTokenizer(preTokenizer)) return [];
  const what =
    preTokenizer === undefined
      ? "The file does not say how a text is cut before letters are merged"
      : `The way “${preTokenizer.slice(0, 40)}” to cut a text before letters are merged is not known here`;
  return [`${what}: the usual way is taken, and some words may be cut otherwise than in training.`];
}

/** Halves of surrogate pairs are no characters, and become �. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
