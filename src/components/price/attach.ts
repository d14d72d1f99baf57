import {sentenceOf} from "./sentences.js";
import {toldIn, type Told} from "../../lib/scenario/stories.js";
import {storedFormats, type StoredFormat} from "../../lib/scenario/stored-formats.js";
import type {View} from "../../lib/scenario/view.js";
import {fetchModel, modelAddress, modelBytes} from "../model-fetch/fetch-model.js";
import type {Attach, Page} from "../page/context.js";
import {keepPrice, keepStory, liveStory} from "./live.js";
import type {Stage} from "./measure.js";
import {rareCount, stretchesOf} from "./told.js";
import type {LoadModel} from "../../lib/engine/api.js";

/** Keeps the two tales at the chosen seed, format and patience. */
export const attachTales: Attach = (element, page) => {
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-tale="${name}"]`)!;
  let shown = 0; // of the tales that were asked for: a slow answer does not overwrite a later one
  page.watch((view) => {
    const {stored, storySeed} = view.scenario;
    const mine = ++shown;
    void Promise.all([storyOf(storySeed, "F32"), storyOf(storySeed, stored)]).then(
      ([whole, chosen]) => {
        if (mine !== shown) return;
        show(part("whole"), "F32", whole, view, page);
        show(part("chosen"), stored, chosen, view, page);
      },
    );
  });
};

/** What this browser has told, or else what was recorded: fetched with the first change. */
async function storyOf(seed: number, stored: StoredFormat): Promise<readonly Told[]> {
  const live = liveStory(seed, stored);
  if (live !== undefined) return live;
  const {recordedStories} = await import("../../lib/scenario/recorded-stories.js");
  return toldIn(recordedStories[seed]![stored]);
}

function show(
  tale: HTMLElement,
  stored: StoredFormat,
  told: readonly Told[],
  {scenario: {oneIn}}: View,
  page: Page,
): void {
  const {words, numbers} = page;
  const count = rareCount(told, oneIn);
  const write = (selector: string, text: string): void => {
    const line = tale.querySelector(selector)!;
    if (line.textContent !== text) line.textContent = text;
  };
  write(".tale-head", words.price.tale(stored));
  write(".tale-count", words.price.count(count, numbers.whole(count)));
  const text = tale.querySelector(".told")!;
  const given = text.querySelector(".given")!;
  text.replaceChildren(
    given,
    ...stretchesOf(told, oneIn, page).map(({text: words, rare}) => {
      if (rare === undefined) return words;
      const mark = document.createElement("mark");
      mark.title = rare;
      mark.textContent = words;
      return mark;
    }),
    " …",
  );
}

const fileName = "fable-f32.gguf";

/** Fetches the model when the reader asks for it, and lets it answer in every format. */
export const attachLab: Attach = (element, page) => {
  const {words, numbers} = page;
  const start = element.querySelector<HTMLButtonElement>('[data-part="start"]')!;
  const stop = element.querySelector<HTMLButtonElement>('[data-part="stop"]')!;
  const bar = element.querySelector("progress")!;
  const status = element.querySelector<HTMLElement>(".lab-status")!;
  const say = (sentence: string, share?: number): void => {
    if (status.textContent !== sentence) status.textContent = sentence;
    if (share !== undefined) bar.value = share;
  };
  const onStage = (stored: StoredFormat, stage: Stage): void => {
    const share = stage.kind === "reading" ? stage.share : stage.kind === "squeezing" ? 0 : 0.95;
    say(stageSentence(stored, stage, page), workShare(stored, share));
  };

  let running: AbortController | undefined;
  const run = async (signal: AbortSignal): Promise<void> => {
    const began = performance.now();
    const fetched = (read: number, whole: number): void =>
      say(
        words.price.fetching(numbers.bytes(read), numbers.bytes(whole)),
        fetchShare * (read / whole),
      );
    fetched(0, modelBytes[fileName]);
    const file = await fetchModel(fileName, modelAddress(fileName), {signal, onProgress: fetched});
    const text = await fetchModel("heldout.txt", modelAddress("heldout.txt"), {signal});
    say(words.price.starting);
    const [{measureAll}, {loadModel}] = await Promise.all([import("./measure.js"), engine()]);
    await measureAll(loadModel, {
      file,
      text: new TextDecoder().decode(text),
      seeds: [page.view().scenario.storySeed],
      signal,
      onStage,
      onFound(stored, {price, stories}) {
        keepPrice(stored, price);
        for (const {seed, told} of stories) keepStory(seed, stored, told);
        page.change({}, false); // whatever shows it draws itself anew
      },
    });
    say(words.price.done(numbers.seconds((performance.now() - began) / 1000)), 1);
  };

  start.addEventListener("click", () => {
    running = new AbortController();
    const {signal} = running;
    start.disabled = true;
    stop.hidden = false;
    element.dataset["state"] = "running";
    void run(signal)
      .then(
        () => (element.dataset["state"] = "done"),
        (error: unknown) => {
          element.dataset["state"] = signal.aborted ? "stopped" : "failed";
          say(sentenceOf(error, signal, page), 0);
        },
      )
      .finally(() => {
        start.disabled = false;
        start.textContent = words.price.again;
        stop.hidden = true;
      });
  });
  stop.addEventListener("click", () => running?.abort());
};

const fetchShare = 0.2; // of the way: the rest is the work

const workShare = (stored: StoredFormat, share: number): number =>
  fetchShare + ((1 - fetchShare) * (storedFormats.indexOf(stored) + share)) / storedFormats.length;

function stageSentence(stored: StoredFormat, stage: Stage, {words, numbers}: Page): string {
  if (stage.kind !== "reading") return words.price[stage.kind](stored);
  const share = numbers.percent(stage.share);
  return stage.perplexity === undefined
    ? words.price.reading(stored, share)
    : words.price.readingSoFar(stored, share, numbers.hundredths(stage.perplexity));
}

/** The engine, as every site may import it: fetched with the first press. */
function engine(): Promise<{loadModel: LoadModel}> {
  const address = new URL("../embed/v1/engine.js", document.baseURI).href;
  return import(address) as Promise<{loadModel: LoadModel}>;
}
