import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {format, resolveConfig} from "prettier";
import {lettersOf} from "../src/lib/engine/tokenizer/byte-letters.js";
import {writeHeader} from "../test/lib/catalog/gguf/gguf-writer.js";
import {
  bytePairFields,
  pairTexts,
  texts,
  type BytePairs,
} from "../test/lib/engine/tokenizer/golden-texts.js";

/**
 * Lets native llama.cpp cut the texts that tests hold our tokenizers against:
 *
 *     node scripts/run.mjs golden-tokenizer path/to/node_modules
 *
 * where node-llama-cpp is installed. It writes test/golden/tokenizer-*.json.
 */
const [modules] = process.argv.slice(2);
if (modules === undefined) {
  throw new Error(
    "Say where node-llama-cpp is: node scripts/run.mjs golden-tokenizer NODE_MODULES",
  );
}

/** What is used of node-llama-cpp. */
interface Native {
  getLlama(options: object): Promise<{
    loadModel(options: object): Promise<{
      tokenize(text: string, specialTokens?: boolean): number[];
      dispose(): Promise<void>;
    }>;
    dispose(): Promise<void>;
  }>;
}
const entry = join(resolve(modules), "node-llama-cpp/dist/index.js");
const native = (await import(pathToFileURL(entry).href)) as Native;
const llama = await native.getLlama({gpu: false, build: "never", logLevel: "disabled"});

/** Tokens of each text, without begin and end, e.g. "1977 645 261". */
async function tokensOf(
  file: string,
  ofTexts: readonly string[],
  parseSpecial = false,
): Promise<string[]> {
  const options = {modelPath: resolve(file), gpuLayers: 0, vocabOnly: true};
  const model = await llama.loadModel(options);
  const tokens = ofTexts.map((text) => model.tokenize(text, parseSpecial).join(" "));
  await model.dispose();
  return tokens;
}

async function write(name: string, golden: unknown): Promise<void> {
  const path = `test/golden/tokenizer-${name}.json`;
  const options = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(golden), {...options, filepath: path}));
}

// The demo model's words, merged by score.
const fable = "data/model/fable-q4_0.gguf";
await write("fable", {
  texts,
  tokens: await tokensOf(fable, texts),
  withControlWords: await tokensOf(fable, texts, true),
});

// Byte pairs: the merges of the texts themselves, learnt without cutting them anywhere, so that
// each cut that a pre-tokenizer makes can be seen in the tokens.
const pairs: BytePairs = {merges: learnMerges(pairTexts.join("\n"), 700)};
const preTokenizers = [
  "default",
  "gpt-2",
  "llama-bpe",
  "qwen2",
  "qwen35",
  "smollm",
  "tekken",
  "gpt-4o",
  "dbrx",
  "falcon",
  "deepseek-coder",
  "deepseek-v3",
  "refact",
];
const folder = mkdtempSync(join(tmpdir(), "golden-"));
const tokens: Record<string, string[]> = {};
for (const name of preTokenizers) {
  const file = join(folder, `${name}.gguf`);
  writeFileSync(file, writeHeader(bytePairFields(pairs, name)));
  tokens[name] = await tokensOf(file, texts);
}
rmSync(folder, {recursive: true});
await write("byte-pairs", {...pairs, texts, tokens});
await llama.dispose();

/** The pair that stands most often side by side is merged, again and again. */
function learnMerges(text: string, count: number): string[] {
  let symbols = [...lettersOf(text)];
  const merges: string[] = [];
  while (merges.length < count) {
    const counts = new Map<string, number>();
    for (let i = 1; i < symbols.length; i++) {
      const pair = `${symbols[i - 1]} ${symbols[i]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    const [best] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
    merges.push(best);
    const [left, right] = best.split(" ");
    const merged: string[] = [];
    for (let i = 0; i < symbols.length; i++) {
      const isPair = symbols[i] === left && symbols[i + 1] === right;
      merged.push(isPair ? symbols[i]! + symbols[++i]! : symbols[i]!);
    }
    symbols = merged;
  }
  return merges;
}
