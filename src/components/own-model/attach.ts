import {parameterCount} from "../../lib/arithmetic/parameters.js";
import {choosing, ownModel} from "../../lib/scenario/own-model.js";
import type {Attach, Page} from "../page/context.js";
import {configAddress, hubHost, hubId} from "./hub.js";
import type * as readModel from "./read-model.js";

/** What reads files and configs is fetched when the reader brings one. */
type Reader = typeof readModel;
type Found = readModel.Found;
type Reading = readModel.Reading;

type Way = "file" | "text" | "hub";

/** Takes a model of the reader's own, and chooses it. What cannot be read changes nothing. */
export const attachOwn: Attach = (element, page) => {
  const words = page.words.ownModel;
  const details = element.querySelector("details")!;
  const picker = element.querySelector<HTMLInputElement>("input[type=file]")!;
  const pasted = element.querySelector("textarea")!;
  const typed = element.querySelector<HTMLInputElement>("[data-way=hub] input")!;
  const note = element.querySelector<HTMLElement>("[data-way=hub] .note")!;
  const stop = element.querySelector<HTMLButtonElement>(".own-stop")!;
  const say = (way: Way, sentences: readonly string[], isProblem = false): void => {
    for (const answer of element.querySelectorAll<HTMLElement>(".answer")) {
      const isHere = answer.parentElement!.dataset["way"] === way;
      answer.textContent = isHere ? sentences.join(" ") : "";
      answer.classList.toggle("problem", isHere && isProblem);
    }
  };

  let running: AbortController | undefined;
  const take = async (
    way: Way,
    beginning: string,
    find: (reader: Reader, reading: Reading) => Found | Promise<Found>,
  ): Promise<void> => {
    running?.abort();
    const own = (running = new AbortController());
    const {signal} = own;
    const onProgress = (read: number, whole: number | undefined): void => {
      if (!signal.aborted) say(way, [progress(read, whole, page)]);
    };
    details.open = true;
    say(way, [beginning]);
    stop.hidden = false;
    element.querySelector(`[data-way=${way}]`)!.append(stop);
    try {
      const found = await find(await import("./read-model.js"), {signal, onProgress});
      signal.throwIfAborted();
      say(way, [...choose(found, page), ...found.remarks]);
    } catch (error) {
      if (running !== own) return; // another has begun
      const reason = signal.aborted ? words.stopped : sentenceOf(error);
      say(way, [words.unchanged(reason)], true);
    } finally {
      if (running === own) stop.hidden = true;
    }
  };
  const takeFile = (file: File): Promise<void> =>
    take("file", progress(0, file.size, page), (reader, reading) =>
      reader.readFile(file, page, reading),
    );
  const takeText = (): Promise<void> =>
    take("text", "", (reader) => reader.readText(pasted.value, page));

  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file !== undefined) void takeFile(file);
    picker.value = ""; // so that the same file can be chosen again
  });
  pasted.form!.addEventListener("submit", (event) => {
    event.preventDefault();
    void takeText();
  });
  pasted.addEventListener("paste", () => setTimeout(takeText)); // once it has been put in
  typed.form!.addEventListener("submit", (event) => {
    event.preventDefault();
    const id = hubId(typed.value);
    if (id === undefined) return say("hub", [words.unchanged(words.badId)], true);
    void take("hub", words.fetching(hubHost), (reader, reading) =>
      reader.fetchConfig(id, page, reading),
    );
  });
  const tellAddress = (): void => {
    note.textContent = words.willFetch(configAddress(hubId(typed.value) ?? "…/…"));
  };
  typed.addEventListener("input", tellAddress);
  tellAddress();
  stop.addEventListener("click", () => running?.abort());
  acceptDrops(element, (file) => void takeFile(file));
};

function progress(read: number, whole: number | undefined, {words, numbers}: Page): string {
  return whole === undefined
    ? words.ownModel.reading(numbers.bytes(read))
    : words.ownModel.readingOf(numbers.bytes(read), numbers.bytes(whole));
}

/** Chooses what was found, and says what it is. Throws where no such model can be. */
function choose({name, architecture, file}: Found, page: Page): string[] {
  const {catalog, numbers, words} = page;
  const isKnown = catalog.models.some((model) => model.name === name);
  const own = ownModel({
    name: isKnown ? words.ownModel.own(name) : name,
    architecture,
    ...(file && {file}),
  });
  page.change(choosing(own, page.view().scenario));
  const {total} = parameterCount(own.architecture);
  const parameters = numbers.amount(total);
  if (own.file === undefined) return [words.ownModel.foundConfig(own.name, parameters)];
  const {bytes} = own.file;
  const bits = numbers.bits((8 * bytes) / total);
  return [words.ownModel.foundFile(own.name, parameters, numbers.bytes(bytes), bits)];
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.?]$/.test(message) ? message : `${message}.`;
}

/** Files that are dropped anywhere on the element. */
function acceptDrops(element: HTMLElement, take: (file: File) => void): void {
  const over = (is: boolean) => element.classList.toggle("dropping", is);
  element.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    over(true);
  });
  element.addEventListener("dragleave", (event) => {
    if (!element.contains(event.relatedTarget as Node | null)) over(false);
  });
  element.addEventListener("drop", (event) => {
    over(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  });
}
