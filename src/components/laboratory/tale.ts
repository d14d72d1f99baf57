import type {Model} from "../../lib/engine/api.js";
import type {Page} from "../page/context.js";
import {gaugeIn} from "./gauge.js";
import {throughput} from "./runs.js";

/** How a tale is told. */
export interface Telling {
  prompt: string;
  temperature: number;
  seed: number;
  signal: AbortSignal;
  onToken: (tokens: number, tokensPerSecond: number) => void;
}

const mostTokens = 220;
const writtenEvery = 80; // ms: the eye needs no more, and the page stays free

/** Lets a model go on with a text, in the place for it, while the gauge follows. */
export async function tell(
  model: Model,
  place: HTMLElement,
  gauge: HTMLElement,
  {prompt, temperature, seed, signal, onToken}: Telling,
  page: Page,
): Promise<void> {
  const show = gaugeIn(gauge, page);
  const given = document.createElement("b");
  given.textContent = prompt;
  const tale = document.createTextNode("");
  place.replaceChildren(given, tale);

  const maxTokens = mostTokens;
  let text = "";
  let tokens = 0;
  let seconds = 0;
  let drawn = 0;
  const draw = (): void => {
    tale.data = text;
    const {weights} = model.memory;
    const speed = tokens / seconds;
    show({
      tokensPerSecond: speed,
      bytes: weights,
      ...throughput(weights * speed, weights, model.threads, page),
    });
    onToken(tokens + 1, speed);
  };
  const begun = model.tokenizer.encode(prompt);
  for await (const next of model.generate(begun, {
    maxTokens,
    temperature,
    topP: 0.9,
    seed,
    signal,
  })) {
    text += next.text;
    // The first token’s seconds include the prompt: it counts for the text and not for the speed.
    if (tokens > 0 || next.text !== text) {
      tokens++;
      seconds += next.seconds;
    }
    if (tokens > 0 && performance.now() - drawn > writtenEvery) {
      drawn = performance.now();
      draw();
    }
  }
  if (tokens > 0) draw();
}
