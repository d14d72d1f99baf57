import type {LoadModel, Model} from "../../lib/engine/api.js";
import type {TensorFormat} from "../../lib/engine/formats.js";
import {liftedAt} from "../../lib/scenario/price.js";
import {storedFormats, type Price, type StoredFormat} from "../../lib/scenario/stored-formats.js";
import {storyDice, storyPrompt, storyTokens, type Told} from "../../lib/scenario/stories.js";
import {ownRounding, roundedFile} from "./rounded-file.js";

/** What is under way, for the line beside the button. */
export type Stage =
  | {kind: "squeezing" | "telling" | "timing"}
  | {kind: "reading"; share: number; perplexity?: number};

export interface Asked {
  /** fable-f32.gguf */
  file: Uint8Array<ArrayBuffer>;
  /** heldout.txt */
  text: string;
  /** Of the stories that are to be told. */
  seeds: readonly number[];
  signal: AbortSignal;
  onStage: (stored: StoredFormat, stage: Stage) => void;
  onFound: (stored: StoredFormat, found: Found) => void;
}

export interface Found {
  price: Price;
  /** Tokens of the text whose odds were counted. */
  countedTokens: number;
  stories: readonly {seed: number; told: readonly Told[]}[];
}

/** A tenth of a second on a quick machine, two on a slow one. */
const measuredTokens = 192;

/**
 * Asks the demo model in every format, one after the other: how surprised it is by the tales, how it
 * goes on with a story, and how fast it writes.
 */
export async function measureAll(loadModel: LoadModel, asked: Asked): Promise<void> {
  const {file, signal} = asked;
  const whole = await loadModel(file, {signal});
  try {
    for (const stored of storedFormats) {
      signal.throwIfAborted();
      asked.onStage(stored, {kind: "squeezing"});
      const model = await modelIn(stored, whole, loadModel, asked);
      try {
        await ask(stored, model, whole, asked);
      } finally {
        if (model !== whole) model.dispose();
      }
    }
  } finally {
    whole.dispose();
  }
}

async function modelIn(
  stored: StoredFormat,
  whole: Model,
  loadModel: LoadModel,
  {file, signal}: Asked,
): Promise<Model> {
  if (stored === "F32") return whole;
  const round = ownRounding[stored];
  if (round === undefined) return whole.requantize(stored as TensorFormat);
  return loadModel(await roundedFile(file, round), {signal});
}

async function ask(
  stored: StoredFormat,
  model: Model,
  whole: Model,
  {text, seeds, signal, onStage, onFound}: Asked,
): Promise<void> {
  onStage(stored, {kind: "reading", share: 0});
  const {perplexity, tokens, logLikelihoods} = await model.perplexity(
    model.tokenizer.encode(text, {addSpecial: false}),
    {
      signal,
      onProgress: ({tokens, totalTokens, perplexity}) =>
        onStage(stored, {kind: "reading", share: tokens / totalTokens, perplexity}),
    },
  );
  onStage(stored, {kind: "telling"});
  const stories: Found["stories"][number][] = [];
  for (const seed of seeds) {
    stories.push({seed, told: await storyOf(model, whole, seed, signal)});
  }
  const price: Price = {perplexity, lifted: liftedAt(logLikelihoods)};
  const found = {price, countedTokens: tokens, stories};
  if (stored in ownRounding) return onFound(stored, found); // its bytes are not squeezed
  onStage(stored, {kind: "timing"});
  const {decode} = await model.measure({promptTokens: 0, decodeTokens: measuredTokens, signal});
  const tokensPerSecond = decode.tokens / decode.seconds;
  onFound(stored, {...found, price: {...price, tokensPerSecond}});
}

/** How the model goes on, and how surprised the whole model is by each piece of it. */
export async function storyOf(
  model: Model,
  whole: Model,
  seed: number,
  signal?: AbortSignal,
): Promise<Told[]> {
  const {tokenizer} = model;
  const prompt = tokenizer.encode(storyPrompt);
  const tokens = [...prompt];
  const options = {...storyDice, seed, maxTokens: storyTokens, ...(signal && {signal})};
  for await (const {token} of model.generate(prompt, options)) tokens.push(token);
  const {logLikelihoods} = await whole.perplexity(tokens, {
    firstCounted: 0,
    ...(signal && {signal}),
  });
  const told = tokens.length - prompt.length;
  const surprises = logLikelihoods.slice(logLikelihoods.length - told);
  return Array.from(surprises, (logLikelihood, i) => ({
    piece: pieceAt(tokenizer, tokens, prompt.length + i),
    surprise: -logLikelihood / Math.LN2,
  }));
}

/** What a token adds to the text before it. */
function pieceAt({decode}: Model["tokenizer"], tokens: readonly number[], at: number): string {
  const before = decode(tokens.slice(0, at));
  return decode(tokens.slice(0, at + 1)).slice(before.length);
}
