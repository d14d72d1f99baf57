import {parameterCount} from "../../lib/arithmetic/parameters.js";
import type {Attach} from "../page/context.js";
import {fetchEngine} from "./bundles.js";
import {panelIn} from "./panel.js";
import {threadsFor} from "./runs.js";
import {tell} from "./tale.js";

/** Runs a GGUF file of the reader's own. What cannot be read is told beside it. */
export const attachFile: Attach = (element, page) => {
  const texts = page.words.figures.laboratory;
  const {numbers} = page;
  const panel = panelIn(element, page);
  const picker = element.querySelector<HTMLInputElement>("input[type=file]")!;
  const place = element.querySelector<HTMLElement>(".lab-story")!;
  const gauge = element.querySelector<HTMLElement>("[data-gauge]")!;

  const run = (file: File): Promise<void> =>
    panel.work(async (signal) => {
      const {loadModel} = await fetchEngine();
      const model = await loadModel(file, {
        threads: threadsFor(page.view().scenario.workers),
        signal,
        onProgress: ({bytes, totalBytes}) =>
          panel.show(
            bytes / totalBytes,
            texts.file.reading(numbers.bytes(bytes), numbers.bytes(totalBytes)),
          ),
      });
      try {
        const {total} = parameterCount(model.architecture);
        panel.say(texts.file.loaded(file.name, numbers.amount(total)));
        const telling = {
          prompt: texts.story.opening,
          temperature: 0.7,
          seed: 1,
          signal,
          onToken: (tokens: number) => panel.show(1, texts.story.writing(numbers.whole(tokens))),
        };
        await tell(model, place, gauge, telling, page);
      } finally {
        model.dispose();
      }
    });

  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file !== undefined) void run(file);
    picker.value = ""; // so that the same file can be chosen again
  });
  const over = (is: boolean) => element.classList.toggle("dropping", is);
  element.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    over(true);
  });
  element.addEventListener("dragleave", () => over(false));
  element.addEventListener("drop", (event) => {
    over(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    void run(file);
  });
};
