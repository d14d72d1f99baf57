import fc from "fast-check";
import {describe, expect, test} from "vitest";
import type {GgufArray, GgufScalar, GgufValue} from "../../../../src/lib/catalog/gguf/header.js";
import {EngineError} from "../../../../src/lib/engine/error.js";
import {letterOfByte} from "../../../../src/lib/engine/tokenizer/byte-letters.js";
import {createTokenizer} from "../../../../src/lib/engine/tokenizer/tokenizer.js";

// Vocabularies made here: what files say that nobody has seen.

function listOf(elements: GgufArray["elements"], values: readonly GgufScalar[]): GgufArray {
  return {elements, length: values.length, from: 0, to: 0, values};
}

/** e.g. {model: "llama", tokens: ["<unk>"]} as the metadata of a header. */
function metadata(fields: Record<string, GgufScalar | readonly GgufScalar[] | undefined>) {
  const entries = Object.entries(fields).flatMap(([field, value]): [string, GgufValue][] => {
    if (value === undefined) return [];
    if (typeof value !== "object") return [[`tokenizer.ggml.${field}`, value]];
    const elements = typeof value[0] === "number" ? "float32" : "string";
    return [[`tokenizer.ggml.${field}`, listOf(elements, value)]];
  });
  return new Map(entries);
}

const byteWords = Array.from(
  {length: 256},
  (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`,
);

/** A vocabulary that has a word for each byte, and these. Words are formed the later the sooner. */
function byScore(extra: readonly (readonly [string, number])[], fields = {}) {
  const words = ["<unk>", "<s>", "</s>", ...byteWords, ...extra.map(([word]) => word)];
  return metadata({
    model: "llama",
    tokens: words,
    scores: words.map((_, i) => i),
    token_type: [2, 3, 3, ...byteWords.map(() => 6), ...extra.map(([, kind]) => kind)],
    ...fields,
  });
}

function byRank(merges: readonly string[], extra: readonly (readonly [string, number])[] = []) {
  const tokens = [...letterOfByte, ...extra.map(([word]) => word)];
  return metadata({
    model: "gpt2",
    pre: "gpt-2",
    tokens,
    token_type: [...letterOfByte.map(() => 1), ...extra.map(([, kind]) => kind)],
    merges,
  });
}

const plain = (...words: string[]) => words.map((word) => [word, 1] as const);

describe("SentencePiece's way", () => {
  test("the word with the greater score is formed first, of two alike the left one", () => {
    const tokenizer = createTokenizer(byScore(plain("▁", "a", "b", "ab", "aa"), {}));
    const text = (tokens: number[]) => tokens.map((token) => tokenizer.decode([token]));
    expect(text(tokenizer.encode("aaab", {addSpecial: false})).slice(1)).toEqual(["aa", "ab"]);
    expect(text(tokenizer.encode("aaa", {addSpecial: false})).slice(1)).toEqual(["aa", "a"]);
  });

  test("what has no word is written in bytes, and without those is unknown", () => {
    const tokenizer = createTokenizer(byScore(plain("▁")));
    expect(tokenizer.encode("é", {addSpecial: false})).toEqual([259, 3 + 0xc3, 3 + 0xa9]);
    const without = createTokenizer(metadata({model: "llama", tokens: ["<unk>", "<s>", "▁", "b"]}));
    expect(without.encode("éb")).toEqual([1, 2, 0, 3]);
  });

  test("begin, end and the space in front are as the file says", () => {
    const fields = {add_bos_token: false, add_eos_token: true, add_space_prefix: false};
    const tokenizer = createTokenizer(byScore(plain("▁", "a"), fields));
    expect(tokenizer.encode("a")).toEqual([260, 2]);
    expect(tokenizer.encode("a", {addSpecial: false})).toEqual([260]);
    expect(tokenizer.decode([259, 260])).toBe(" a");
    expect(tokenizer.beginToken).toBeUndefined();
  });

  test("user-defined words are cut out first, the longest first; control words only if asked", () => {
    const tokenizer = createTokenizer(
      byScore([...plain("▁", "a"), ["<x>", 4], ["<x><x>", 4], ["<y>", 3]]),
    );
    const [space, a, x, xx, y] = [259, 260, 261, 262, 263];
    expect(tokenizer.encode("<x><x><x>a", {addSpecial: false})).toEqual([xx, x, space, a]);
    expect(tokenizer.encode("<y>", {addSpecial: false})).not.toContain(y);
    expect(tokenizer.encode("<y>a", {addSpecial: false, parseSpecial: true})).toEqual([
      y,
      space,
      a,
    ]);
    expect(tokenizer.decode([y!, space!, a!])).toBe("a");
    expect(tokenizer.decode([y!, space!, a!], {special: true})).toBe("<y>a");
    expect(tokenizer.decode([space!, a!, x!, space!, a!])).toBe("a<x>a");
  });
});

describe("GPT-2's way", () => {
  test("the earlier merge goes first; of two alike the first counts", () => {
    const tokenizer = createTokenizer(byRank(["b c", "a b", "b c"], plain("ab", "bc")));
    expect(tokenizer.encode("abc")).toEqual([97, 257]);
  });

  test("what merges to no word falls back to its letters", () => {
    const tokenizer = createTokenizer(byRank(["Ġ a", "Ġa b"]));
    expect(tokenizer.decode(tokenizer.encode(" ab"))).toBe(" ab");
  });

  test("words that end an answer are known by how they are spelled", () => {
    const words = [
      ["<|im_end|>", 1],
      ["<|endoftext|>", 4],
    ] as const;
    const tokenizer = createTokenizer(byRank([], words));
    expect(tokenizer.endTokens).toEqual([256, 257]);
    expect(tokenizer.encode("<|endoftext|>")).toHaveLength("<|endoftext|>".length);
    expect(tokenizer.encode("<|endoftext|>", {parseSpecial: true})).toEqual([257]);
  });
});

describe("decoding as a model writes", () => {
  const tokenizer = createTokenizer(byScore(plain("▁", "▁a")));
  const bytes = (text: string) => Array.from(new TextEncoder().encode(text), (byte) => 3 + byte);

  test("keeps the space in front, since text stands before it", () => {
    expect(tokenizer.decodeStream().push(260)).toBe(" a");
    expect(tokenizer.decode([260])).toBe("a");
    expect(tokenizer.decode([1, 260, 260])).toBe("a a");
  });

  test("waits for the last byte of a character", () => {
    const stream = tokenizer.decodeStream();
    expect(bytes("é🦙").map((token) => stream.push(token))).toEqual(["", "é", "", "", "", "🦙"]);
    expect(stream.end()).toBe("");
    expect(
      bytes("🦙")
        .slice(0, 3)
        .map((token) => stream.push(token)),
    ).toEqual(["", "", ""]);
    expect(stream.end()).toBe("�");
  });

  test("a byte that no character goes on with is �", () => {
    expect(tokenizer.decode([3 + 0xe2, 260])).toBe("� a");
  });

  test.each([-1, 1.5, 261, NaN, Infinity])("there is no token %s", (token) => {
    expect(() => tokenizer.decode([token])).toThrow(
      new EngineError(
        "bad argument",
        `There is no token ${token}: the vocabulary has 261 words, numbered from 0.`,
      ),
    );
  });
});

describe("a vocabulary that cannot be read", () => {
  test.each([
    [{}, "missing", "no vocabulary"],
    [{model: "bert", tokens: ["a"]}, "not supported", '"bert"'],
    [{model: "llama"}, "missing", "without words"],
    [{model: "llama", tokens: []}, "missing", "without words"],
    [{model: "llama", tokens: "a"}, "contradictory", "should be a list of texts"],
    [{model: "llama", tokens: [1]}, "contradictory", "should be a list of texts"],
    [{model: "gpt2", tokens: ["a"]}, "missing", "tokenizer.ggml.merges"],
    [{model: "llama", tokens: ["a", "b"], scores: [1]}, "contradictory", "2 words, but"],
    [{model: "llama", tokens: ["a"], token_type: [1, 1]}, "contradictory", "1 words, but"],
    [{model: "llama", tokens: ["a"], scores: ["x"]}, "contradictory", "list of numbers"],
  ])("%j", (fields, problem, words) => {
    const read = () => createTokenizer(metadata(fields));
    expect(read).toThrow(EngineError);
    expect(read).toThrow(
      expect.objectContaining({problem, message: expect.stringContaining(words)}),
    );
  });

  test("words that were walked over", () => {
    const tokens: GgufArray = {elements: "string", length: 5, from: 0, to: 99};
    const fields = new Map<string, GgufValue>([
      ["tokenizer.ggml.model", "llama"],
      ["tokenizer.ggml.tokens", tokens],
    ]);
    expect(() => createTokenizer(fields)).toThrow("tokenizer.ggml.tokens was walked over");
  });

  test("more words to cut out than any has", () => {
    const words = Array.from({length: 20_000}, (_, i) => [`<${i}>`, 4] as const);
    expect(() => createTokenizer(byScore(words))).toThrow("20000 words that are cut out");
  });
});

describe("vocabularies as nobody wrote them", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", "c", " ", "▁", "é", "🦙", "\n", "'", "1"),
  });
  const word = fc.oneof(text, fc.constantFrom("", "<unk>", "<s>", "<0x0A>", "<0xZZ>", "\ufeff"));
  const kinds = fc.integer({min: -1, max: 8});
  const scores = fc.oneof(fc.float(), fc.constantFrom(NaN, Infinity, -Infinity, 0));
  const numbers = fc.oneof(fc.integer({min: -2, max: 12}), fc.constant(1e12), fc.constant("x"));
  const words = fc.array(fc.tuple(word, scores, kinds), {maxLength: 30});
  const merges = fc.array(
    fc.oneof(
      fc.tuple(text, text).map((pair) => pair.join(" ")),
      fc.constantFrom("", " ", "a", "  a"),
    ),
    {maxLength: 30},
  );
  const options = fc.record({addSpecial: fc.boolean(), parseSpecial: fc.boolean()});

  test("are refused in a sentence, or cut and join any text", () => {
    const fields = fc.record({
      model: fc.constantFrom("llama", "gpt2"),
      pre: fc.constantFrom(undefined, "llama-bpe", "tekken", "no such"),
      words,
      merges,
      bos_token_id: numbers,
      eos_token_id: numbers,
      unknown_token_id: numbers,
    });
    const run = fc.property(
      fields,
      fc.string({unit: "binary"}),
      text,
      options,
      (file, any, near, how) => {
        const {words: list, ...rest} = file;
        const read = metadata({
          ...rest,
          tokens: list.map(([one]) => one),
          scores: list.map(([, one]) => one),
          token_type: list.map(([, , one]) => one),
        });
        try {
          const tokenizer = createTokenizer(read);
          for (const one of [any, near]) {
            const tokens = tokenizer.encode(one, how);
            expect(tokens.every((token) => token >= 0 && token < list.length)).toBe(true);
            expect(typeof tokenizer.decode(tokens, {special: how.parseSpecial})).toBe("string");
          }
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError);
        }
      },
    );
    fc.assert(run, {numRuns: 500});
  });

  test("with a word for each byte give every text back", () => {
    const normal = fc.array(text, {maxLength: 20});
    const anyText = fc.oneof(text, fc.string({unit: "grapheme"}), fc.string({unit: "binary"}));
    const run = fc.property(normal, merges, anyText, (extra, pairs, any) => {
      const bySpaces = any.replaceAll("▁", " "); // which is how a space is written
      const scored = createTokenizer(byScore(plain("▁", ...extra)));
      expect(scored.decode(scored.encode(any))).toBe(bySpaces);
      const inLetters = extra.filter((one) => /^[abc1']*$/.test(one) && one.length > 1);
      const ranked = createTokenizer(byRank(pairs, plain(...inLetters)));
      expect(ranked.decode(ranked.encode(any))).toBe(any);
    });
    fc.assert(run, {numRuns: 500});
  });
});

describe("long texts", () => {
  // Steps that grow with the square of the length would take minutes.
  const long = 42_000;
  const texts = ["a", "A", " ", "\n", "1", "é", "🦙", "'", "ab c1 ", "a\u0301"].map((one) =>
    one.repeat(long / one.length),
  );

  test("take about as long as they are", {timeout: 30_000}, () => {
    const doubled = ["aa", "aaaa", "aaaaaaaa", "▁▁", "▁▁▁▁"];
    const scored = createTokenizer(byScore(plain("a", "▁", ...doubled)));
    const merge = ["a a", "aa aa", "aaaa aaaa", "Ġ Ġ", "A A", "AA AA"];
    const ranked = [
      "gpt-2",
      "llama-bpe",
      "qwen2",
      "tekken",
      "gpt-4o",
      "default",
      "deepseek-v3",
    ].map((pre) => createTokenizer(new Map([...byRank(merge), ["tokenizer.ggml.pre", pre]])));
    for (const tokenizer of [scored, ...ranked]) {
      for (const text of texts) {
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }
    }
  });

  test("and vocabularies of a quarter of a million words", {timeout: 30_000}, () => {
    const words = Array.from({length: 250_000}, (_, i) => `Ġw${i}`);
    const merges = words.map((word) => `${word.slice(0, -1)} ${word.slice(-1)}`);
    const start = performance.now();
    const tokenizer = createTokenizer(
      byRank(
        merges,
        words.map((word) => [word, 1] as const),
      ),
    );
    tokenizer.encode(" w1234 w249999");
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
