import {join} from "node:path";
import {
  type CacheType,
  logitsOf,
  type Native,
  type NativeModel,
  withModel,
  withSequence,
} from "./native.js";

/** How native llama.cpp goes on with a text, always by the likeliest token. */
export interface GoldenGreedy {
  text: string;
  /** The text's tokens, behind a begin token. */
  prompt: number[];
  greedy: number[];
  /** At each step, by how much the best logit exceeds the second best. */
  gaps: number[];
}

export const greedyFormats = ["f32", "q8_0", "q4_0"] as const;

const prompts = [
  "Once upon a time there was",
  "The fox looked at the grapes and",
  '"Who are you?" asked the little girl.\n\n',
  "There was once a king who had three daughters, and",
  "Peter Rabbit sat at the edge of the dear Old Briar-patch",
  "In a village by the sea lived an old woman",
  "A crow had stolen a piece of cheese",
  "The tailor said to the giant:",
  "When the sun went down, the children",
  "“Don’t open that door,” said the cat in 1897. “Behind it",
];

const beginToken = 1;
const steps = 64;

/** Asks native llama.cpp to go on with ten texts, in each of the demo model's files. */
export async function goldenGreedy(
  native: Native,
  folder: string,
  cache: CacheType = "F32",
): Promise<Record<string, GoldenGreedy[]>> {
  const golden: Record<string, GoldenGreedy[]> = {};
  for (const format of greedyFormats) {
    golden[format] = await withModel(
      native,
      join(folder, `fable-${format}.gguf`),
      async (model) => {
        const answers: GoldenGreedy[] = [];
        for (const text of prompts) answers.push(await goOn(model, text, cache));
        return answers;
      },
    );
    console.error(format);
  }
  return golden;
}

function goOn(model: NativeModel, text: string, cache: CacheType): Promise<GoldenGreedy> {
  const prompt = [beginToken, ...model.tokenize(text, false)];
  return withSequence(
    model,
    async (sequence) => {
      const greedy: number[] = [];
      const gaps: number[] = [];
      let next = prompt;
      while (greedy.length < steps) {
        const [logits] = await logitsOf(sequence, next);
        const [best, second] = twoBest(logits!);
        greedy.push(best);
        gaps.push(Number((logits![best]! - logits![second]!).toFixed(5)));
        next = [best];
      }
      return {text, prompt, greedy, gaps};
    },
    cache,
  );
}

function twoBest(logits: readonly number[]): [best: number, second: number] {
  let [best, second] = logits[0]! >= logits[1]! ? [0, 1] : [1, 0];
  for (let token = 2; token < logits.length; token++) {
    if (logits[token]! > logits[best]!) [best, second] = [token, best];
    else if (logits[token]! > logits[second]!) second = token;
  }
  return [best, second];
}
