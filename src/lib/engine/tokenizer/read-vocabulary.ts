import {quoted} from "../../catalog/gguf/error.js";
import {isArray, type GgufHeader, type GgufScalar} from "../../catalog/gguf/header.js";
import {EngineError} from "../error.js";
import {endingWords, markingWords} from "./known-words.js";
import {preTokenizerNamed} from "./pre-tokenizers.js";
import {wordKind, type Vocabulary} from "./vocabulary.js";

/** More is not believed. The largest vocabularies have a quarter of a million words. */
const most = {words: 1 << 20, merges: 1 << 21, userDefined: 1 << 14} as const;

/**
 * Reads the fields tokenizer.ggml.* of a GGUF header. Its arrays must have been kept
 * (readGgufHeader's `keepArrays`).
 *
 * @throws EngineError where they are missing or contradict each other.
 */
export function readVocabulary(metadata: GgufHeader["metadata"]): Vocabulary {
  const fields = fieldsOf(metadata);
  const model = fields.text("model");
  if (model === undefined) {
    throw new EngineError(
      "missing",
      "The file has no vocabulary: the field tokenizer.ggml.model is missing.",
    );
  }
  if (model !== "llama" && model !== "gpt2") {
    throw new EngineError(
      "not supported",
      `The tokenizer of this file is of the kind ${quoted(model)}; only "llama" and "gpt2" can be read here.`,
    );
  }
  const words = fields.texts("tokens", most.words);
  if (words === undefined || words.length === 0) {
    throw new EngineError("missing", "The file has a tokenizer without words.");
  }
  const merges = fields.texts("merges", most.merges);
  if (model === "gpt2" && merges === undefined) {
    throw new EngineError(
      "missing",
      "The file does not say how letters are merged: the field tokenizer.ggml.merges is missing.",
    );
  }
  const kinds = Uint8Array.from(
    fields.numbers("token_type", words.length) ?? words.map(() => wordKind.normal),
  );
  markKnown(words, kinds);
  checkUserDefined(kinds);

  const preTokenizer = fields.text("pre");
  const isLlama = model === "llama";
  const addsBegin =
    fields.flag("add_bos_token") ?? (isLlama || preTokenizerNamed(preTokenizer).addsBegin);
  const addsEnd = fields.flag("add_eos_token") ?? false;
  const number = (field: string, usual?: number): number | undefined =>
    fields.wordNumber(field, words.length) ??
    (usual !== undefined && usual < words.length ? usual : undefined);
  const begin = number("bos_token_id", isLlama ? 1 : undefined);
  const end = number("eos_token_id", isLlama ? 2 : undefined);
  const otherEnds = [end, number("eot_token_id"), number("eom_token_id")];
  const ends = new Set(otherEnds.filter((one) => one !== undefined));
  words.forEach((word, i) => endingWords.has(word) && ends.add(i));

  return {
    model,
    words,
    kinds,
    scores: Float32Array.from(fields.numbers("scores", words.length) ?? words.map(() => 0)),
    merges: isLlama ? [] : (merges ?? []),
    preTokenizer,
    begin: addsBegin ? begin : undefined,
    end: addsEnd ? end : undefined,
    ends: [...ends].sort((a, b) => a - b),
    unknown: number("unknown_token_id", isLlama ? 0 : undefined),
    addSpacePrefix: isLlama && (fields.flag("add_space_prefix") ?? true),
  };
}

/** Some files call words that end a turn plain ones; read as text they would break a conversation. */
function markKnown(words: readonly string[], kinds: Uint8Array): void {
  words.forEach((word, i) => {
    if (endingWords.has(word) || markingWords.has(word)) kinds[i] = wordKind.control;
  });
}

function checkUserDefined(kinds: Uint8Array): void {
  const count = kinds.reduce((sum, kind) => sum + Number(kind === wordKind.userDefined), 0);
  if (count <= most.userDefined) return;
  throw new EngineError(
    "out of bounds",
    `The vocabulary has ${count} words that are cut out of a text before all others; ${most.userDefined} is the most that is believed.`,
  );
}

/** The fields tokenizer.ggml.*, each checked when it is asked for. */
function fieldsOf(metadata: GgufHeader["metadata"]) {
  const name = (field: string): string => `tokenizer.ggml.${field}`;
  const scalar = (field: string) => metadata.get(name(field));
  const array = (field: string, kind: string): readonly GgufScalar[] | undefined => {
    const value = scalar(field);
    if (value === undefined) return undefined;
    if (!isArray(value)) throw wrongKind(field, kind);
    if (value.values === undefined) {
      throw new EngineError("failed", `The field ${name(field)} was walked over, not read.`);
    }
    return value.values;
  };
  const wrongKind = (field: string, kind: string): EngineError =>
    new EngineError("contradictory", `The field ${name(field)} should be a list of ${kind}.`);

  return {
    text(field: string): string | undefined {
      const value = scalar(field);
      return typeof value === "string" ? value : undefined;
    },
    flag(field: string): boolean | undefined {
      const value = scalar(field);
      return typeof value === "boolean" ? value : undefined;
    },
    /** The number of a word; undefined where the file gives one that there is not. */
    wordNumber(field: string, words: number): number | undefined {
      const value = scalar(field);
      return typeof value === "number" && value >= 0 && value < words ? value : undefined;
    },
    texts(field: string, greatest: number): readonly string[] | undefined {
      const values = array(field, "texts");
      if (values === undefined) return undefined;
      if (values.length > greatest) {
        throw new EngineError(
          "out of bounds",
          `The field ${name(field)} has ${values.length} texts; ${greatest} is the most that is believed.`,
        );
      }
      if (!values.every((value) => typeof value === "string")) throw wrongKind(field, "texts");
      return values;
    },
    /** One number for each word. */
    numbers(field: string, words: number): readonly number[] | undefined {
      const values = array(field, "numbers");
      if (values === undefined) return undefined;
      if (!values.every((value) => typeof value === "number")) throw wrongKind(field, "numbers");
      if (values.length === words) return values;
      throw new EngineError(
        "contradictory",
        `The vocabulary has ${words} words, but the field ${name(field)} has ${values.length} numbers for them.`,
      );
    },
  };
}
