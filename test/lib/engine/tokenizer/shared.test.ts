import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import path from "node:path";
import {describe, expect, test} from "vitest";
import {createTokenizer} from "../../../../src/lib/engine/tokenizer/tokenizer.js";
import {headerOf} from "./vocabulary-files.js";

// Vocabularies of llama.cpp with its own tests. They are not part of this repository:
// TOKENIZER_TESTS names the folder, unless it lies beside the project.
const folder = process.env["TOKENIZER_TESTS"] ?? path.resolve(process.cwd(), "../shared/tokenizer");
const separator = "\n__ggml_vocab_test__\n";

describe.skipIf(!existsSync(folder))("llama.cpp's tests of tokenizers", () => {
  test.each(["gpt-2", "llama-spm"])("%s", async (name) => {
    const file = path.join(folder, `${name}.gguf`);
    const tokenizer = createTokenizer((await headerOf(file)).metadata);
    const texts = (await readFile(`${file}.inp`, "utf8")).split(separator);
    const lines = (await readFile(`${file}.out`, "utf8")).split("\n");
    expect(texts.length).toBeGreaterThan(40);
    expect(lines.length).toBe(texts.length);
    texts.forEach((text, i) => {
      const tokens = tokenizer.encode(text, {addSpecial: false});
      expect(tokens.join(" "), JSON.stringify(text)).toBe(lines[i]!.trim());
      expect(tokenizer.decode(tokens)).toBe(text);
    });
  });
});
