import type {Attach, Page} from "../page/context.js";
import {FetchError, fetchModel, modelAddress, modelBytes} from "../model-fetch/fetch-model.js";
import {fetchEngine} from "./bundles.js";
import {panelIn} from "./panel.js";
import {threadsFor} from "./runs.js";
import {tell} from "./tale.js";

/** The demo model's files that the page offers. */
const files = {
  q8_0: {name: "fable-q8_0.gguf", format: "Q8_0"},
  q4_0: {name: "fable-q4_0.gguf", format: "Q4_0"},
} as const;
type File = keyof typeof files;

/** The demo model writes a tale, and the gauge shows what that takes. */
export const attachStory: Attach = (element, page) => {
  const texts = page.words.figures.laboratory;
  const panel = panelIn(element, page);
  const place = element.querySelector<HTMLElement>(".lab-story")!;
  const gauge = element.querySelector<HTMLElement>("[data-gauge]")!;
  const field = (name: string) =>
    element.querySelector<HTMLInputElement>(`[data-field="${name}"]`)!;

  const fetched = new Set<File>();
  const nameButtons = (): void => {
    for (const key of Object.keys(files) as File[]) {
      const {name, format} = files[key];
      panel.button(key).textContent = fetched.has(key)
        ? texts.story.writeAgain(format)
        : texts.story.write(format, page.numbers.bytes(modelBytes[name]));
    }
  };
  const write = (key: File): Promise<void> =>
    panel.work(async (signal) => {
      const {name} = files[key];
      const {loadModel} = await fetchEngine();
      const source = await fetchModel(name, modelAddress(name), {
        signal,
        onProgress: (read, whole) => panel.show(read / whole, fetchingWords(read, whole, page)),
      }).catch((error: unknown) => {
        throw error instanceof FetchError ? new Error(problemWords(error, page)) : error;
      });
      fetched.add(key);
      panel.show(1);
      const threads = threadsFor(page.view().scenario.workers);
      const model = await loadModel(source, {threads, signal});
      try {
        const written = {tokens: "", speed: ""};
        await tell(
          model,
          place,
          gauge,
          {
            prompt: field("prompt").value,
            temperature: field("temperature").valueAsNumber || 0,
            seed: field("seed").valueAsNumber || 0,
            signal,
            onToken: (tokens, speed) => {
              written.tokens = page.numbers.whole(tokens);
              written.speed = page.numbers.rate(speed);
              panel.show(1, texts.story.writing(written.tokens));
            },
          },
          page,
        );
        panel.say(texts.story.written(written.tokens, written.speed));
      } finally {
        model.dispose();
      }
    });
  for (const key of Object.keys(files) as File[]) {
    panel.button(key).addEventListener("click", () => void write(key).then(nameButtons));
  }
  nameButtons();
};

function fetchingWords(read: number, whole: number, {words, numbers}: Page): string {
  return words.figures.laboratory.story.fetching(numbers.bytes(read), numbers.bytes(whole));
}

function problemWords({problem}: FetchError, {words, numbers}: Page): string {
  const texts = words.figures.laboratory.story;
  switch (problem.kind) {
    case "offline":
      return texts.offline;
    case "refused":
      return texts.refused(String(problem.status));
    case "cut short":
      return texts.cutShort(numbers.bytes(problem.bytes), numbers.bytes(problem.totalBytes));
  }
}
