import {EngineError} from "../error.js";
import {bytesOf} from "./byte-letters.js";
import {byteOfWord, visibleSpace} from "./score-merging.js";
import {isOutsideText, wordKind, type Vocabulary} from "./vocabulary.js";

/** Turns tokens back into text as they come. */
export interface TokenStream {
  /** What the token adds. Bytes of a character that is not complete wait for the next token. */
  push(token: number): string;
  /** What still waits: � for a character that never became complete. */
  end(): string;
}

export interface DecodeOptions {
  /** Whether control words such as <s> are written too. False unless told. */
  special?: boolean;
}

/**
 * @param isContinued whether text stands before the first token; if not, and the vocabulary puts a
 *   space in front of every text, that space is dropped.
 */
export function tokenStream(
  vocabulary: Vocabulary,
  isContinued: boolean,
  {special = false}: DecodeOptions = {},
): TokenStream {
  const {kinds, words, addSpacePrefix} = vocabulary;
  const decoder = new TextDecoder("utf-8", {ignoreBOM: true});
  let dropsSpace = addSpacePrefix && !isContinued;
  return {
    push(token) {
      checkToken(token, words.length);
      const kind = kinds[token];
      if (isOutsideText(kind) || kind === wordKind.userDefined) {
        dropsSpace = addSpacePrefix; // encode() puts one behind each of them
        const isWritten = special || kind === wordKind.userDefined;
        return isWritten ? decoder.decode(encoder.encode(words[token]), more) : "";
      }
      const bytes = bytesOfWord(vocabulary, token);
      const isDropped = dropsSpace && bytes[0] === space;
      dropsSpace &&= bytes.length === 0;
      return decoder.decode(isDropped ? bytes.subarray(1) : bytes, more);
    },
    end: () => decoder.decode(),
  };
}

const more = {stream: true} as const;
const space = 0x20;
const encoder = new TextEncoder();

function bytesOfWord({model, kinds, words}: Vocabulary, token: number): Uint8Array {
  const word = words[token]!;
  const kind = kinds[token];
  if (kind === wordKind.unused || kind === wordKind.undefined) return new Uint8Array(0);
  if (model === "gpt2") return bytesOf(word);
  const byte = kind === wordKind.byte ? byteOfWord(word) : undefined;
  if (byte !== undefined) return Uint8Array.of(byte);
  return encoder.encode(word.replaceAll(visibleSpace, " "));
}

function checkToken(token: number, words: number): void {
  if (Number.isInteger(token) && token >= 0 && token < words) return;
  throw new EngineError(
    "bad argument",
    `There is no token ${token}: the vocabulary has ${words} words, numbered from 0.`,
  );
}
