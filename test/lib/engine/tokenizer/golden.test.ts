import {readFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import {blobSource} from "../../../../src/lib/catalog/gguf/byte-source.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";
import {
  createTokenizer,
  type GgufTokenizer,
} from "../../../../src/lib/engine/tokenizer/tokenizer.js";
import {writeHeader} from "../../catalog/gguf/gguf-writer.js";
import {bytePairFields, texts} from "./golden-texts.js";
import {headerOf} from "./vocabulary-files.js";

// Tokens by native llama.cpp: scripts/golden-tokenizer.ts.

interface FableGolden {
  texts: string[];
  tokens: string[];
  withControlWords: string[];
}

interface PairsGolden {
  merges: string[];
  texts: string[];
  tokens: Record<string, string[]>;
}

async function golden<Golden>(name: string): Promise<Golden> {
  return JSON.parse(await readFile(`test/golden/${name}.json`, "utf8")) as Golden;
}

const fable = createTokenizer((await headerOf("data/model/fable-q4_0.gguf")).metadata);
const pairs = await golden<PairsGolden>("tokenizer-byte-pairs");

async function pairTokenizer(name: string | undefined): Promise<GgufTokenizer> {
  const file = new Blob([writeHeader(bytePairFields(pairs, name))]);
  return createTokenizer((await readGgufHeader(blobSource(file), {keepArrays: 1e6})).metadata);
}

/** What comes back: halves of surrogate pairs are no characters. */
const readable = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

describe("the demo model's tokenizer", async () => {
  const expected = await golden<FableGolden>("tokenizer-fable");

  test.each(texts.map((text, i) => [text, i] as const))("cuts %j as llama.cpp does", (text, i) => {
    expect(fable.encode(text, {addSpecial: false}).join(" ")).toBe(expected.tokens[i]);
    expect(fable.encode(text, {addSpecial: false, parseSpecial: true}).join(" ")).toBe(
      expected.withControlWords[i],
    );
  });

  test.each(texts)("gives %j back", (text) => {
    // ▁ is how a space is written
    expect(fable.decode(fable.encode(text))).toBe(readable(text).replaceAll("▁", " "));
  });

  test("begins a text as in training", async () => {
    const {prompts} = await golden<{prompts: {text: string; tokens: number[]}[]}>("fable");
    expect(prompts).not.toHaveLength(0);
    for (const {text, tokens} of prompts) expect(fable.encode(text)).toEqual(tokens);
    expect(fable.beginToken).toBe(1);
    expect(fable.endTokens).toEqual([2]);
    expect(fable.vocabSize).toBe(4096);
    expect(fable.warnings).toEqual([]);
  });
});

describe.each(Object.keys(pairs.tokens))("the pre-tokenizer %s", async (name) => {
  const tokenizer = await pairTokenizer(name);

  test.each(texts.map((text, i) => [text, i] as const))("cuts %j as llama.cpp does", (text, i) => {
    expect(tokenizer.encode(text, {addSpecial: false}).join(" ")).toBe(pairs.tokens[name]![i]);
  });

  test("gives each text back", () => {
    for (const text of texts) expect(tokenizer.decode(tokenizer.encode(text))).toBe(readable(text));
  });
});

test("each pre-tokenizer cuts at least one of the texts as no other group does", () => {
  const sameGroup = [
    ["refact", "smollm"], // by design
  ];
  const names = Object.keys(pairs.tokens);
  for (const one of names) {
    for (const other of names) {
      if (one >= other || sameGroup.some((group) => group.includes(one) && group.includes(other)))
        continue;
      expect(pairs.tokens[one], `${one} and ${other}`).not.toEqual(pairs.tokens[other]);
    }
  }
});

test("a pre-tokenizer that is not known is the usual one, with a warning", async () => {
  const usual = await pairTokenizer("default");
  for (const name of [undefined, "of-tomorrow"]) {
    const tokenizer = await pairTokenizer(name);
    expect(tokenizer.warnings).toEqual([expect.stringContaining("the usual way")]);
    for (const text of texts) expect(tokenizer.encode(text)).toEqual(usual.encode(text));
  }
  expect(usual.warnings).toEqual([]);
});
