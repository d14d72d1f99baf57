import type {ClassDevice} from "../../lib/device/class-code.js";
import {findClassCodes, type FoundCodes} from "../../lib/device/find-class-codes.js";
import type {Page} from "../page/context.js";
import {textOf} from "./files.js";
import {mostMembers, type Roll} from "./roll.js";

/** What was handed in at once: texts, each from somewhere, and files that could not be read. */
interface HandedIn {
  devices: readonly ClassDevice[];
  /** Sentences that say what was not taken, and why. */
  problems: readonly string[];
}

/** Takes codes by paste, by link and by file. What is no code is told; the others are taken. */
export function attachCollect(element: HTMLElement, page: Page, roll: Roll): void {
  const texts = page.words.figures.classPanel;
  const {numbers} = page;
  const form = element.querySelector("form")!;
  const field = form.querySelector("textarea")!;
  const picker = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const status = element.querySelector<HTMLElement>(".class-status")!;
  const refused = element.querySelector<HTMLElement>(".class-refused")!;

  const take = ({devices, problems}: HandedIn): void => {
    const room = mostMembers - roll.members().length;
    const added = roll.add(devices);
    const known = devices.length - added;
    const isFull = added === room && known > 0;
    status.textContent =
      devices.length === 0 && problems.length === 0
        ? texts.none
        : texts.taken(added, numbers.whole(added), known, numbers.whole(known));
    const sentences = isFull ? [texts.full(numbers.whole(mostMembers)), ...problems] : problems;
    refused.replaceChildren(...sentences.map(lineOf));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim() === "") {
      status.textContent = texts.nothing;
      return;
    }
    const found = findClassCodes(field.value);
    take(handedIn(found, page));
    field.value = leftOf(found); // what was not taken stays, to be put right
  });
  field.addEventListener("paste", () => setTimeout(() => form.requestSubmit()));
  picker.addEventListener("change", async () => {
    const files = [...(picker.files ?? [])];
    picker.value = ""; // so that the same file can be chosen again
    take(await readFiles(files, page));
  });
  element.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    element.classList.add("dropping");
  });
  element.addEventListener("dragleave", () => element.classList.remove("dropping"));
  element.addEventListener("drop", (event) => {
    element.classList.remove("dropping");
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return; // a dropped text goes into the field
    event.preventDefault();
    void readFiles(files, page).then(take);
  });

  const takeLink = (): void => {
    const codes = location.hash.slice(1);
    if (!/^IA\d/i.test(codes)) return;
    take(handedIn(findClassCodes(codes), page));
    // Taken once: a device that is taken out does not come back with a reload.
    history.replaceState(history.state, "", location.pathname + location.search);
  };
  addEventListener("hashchange", takeLink);
  takeLink();
}

function handedIn({found, refused}: FoundCodes, {words}: Page): HandedIn {
  return {
    devices: found.map(({device}) => device),
    problems: refused.map(({text, reason}) => words.figures.classPanel.refused(text, reason)),
  };
}

const leftOf = ({refused}: FoundCodes): string => refused.map(({text}) => text).join("\n");

async function readFiles(files: readonly File[], page: Page): Promise<HandedIn> {
  const texts = page.words.figures.classPanel;
  const read = await Promise.all(
    files.map(async (file): Promise<HandedIn> => {
      const problem = (reason: string): HandedIn => ({
        devices: [],
        problems: [texts.refusedFile(file.name, reason)],
      });
      if (file.size > 1e6) return problem(texts.tooLarge);
      const {devices, text, reason} = await textOf(file);
      if (reason !== undefined) return problem(reason);
      if (devices !== undefined) return {devices, problems: []};
      const found = findClassCodes(text);
      if (found.found.length + found.refused.length === 0) return problem(texts.none);
      return handedIn(found, page);
    }),
  );
  return {
    devices: read.flatMap(({devices}) => devices),
    problems: read.flatMap(({problems}) => problems),
  };
}

function lineOf(sentence: string): HTMLLIElement {
  const line = document.createElement("li");
  line.textContent = sentence;
  return line;
}
