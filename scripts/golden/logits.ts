import {createHash} from "node:crypto";
import {goldenModels, goldenTokens, promptTokens} from "../../test/lib/engine/golden-models.js";
import {makeGguf} from "../../test/lib/engine/random-model.js";
import {asFile, logitsOf, type Native, withModel, withSequence} from "./native.js";

/** What native llama.cpp thinks of the next token, for one random model. */
export interface GoldenLogits {
  /** SHA-256 of its file, so that a test knows whether it makes the same. */
  file: string;
  /** A logit a word, behind the prompt and behind the last token. */
  prompt: number[];
  last: number[];
}

/** Asks native llama.cpp about every random model. */
export async function goldenLogits(native: Native): Promise<Record<string, GoldenLogits>> {
  const golden: Record<string, GoldenLogits> = {};
  for (const [name, model] of Object.entries(goldenModels)) {
    const bytes = makeGguf(model);
    const places = [promptTokens - 1, goldenTokens.length - 1];
    const [prompt, last] = await asFile(bytes, (path) =>
      withModel(native, path, (model) =>
        withSequence(model, (sequence) => logitsOf(sequence, goldenTokens, places)),
      ),
    );
    const file = createHash("sha256").update(bytes).digest("hex");
    golden[name] = {file, prompt: prompt!.map(rounded), last: last!.map(rounded)};
    console.error(name);
  }
  return golden;
}

const rounded = (value: number): number => Number(value.toFixed(4));
