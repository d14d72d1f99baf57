import type {Attributes, Page} from "../page/context.js";
import type {ExerciseId} from "../../lib/scenario/worksheet/exercises.js";
import {save} from "../figure/export.js";
import {createAnswers, type Answers} from "./answers.js";
import type {AskedSheet} from "./asked.js";
import {answersAreClosed} from "../settings/reveal.js";
import {attachExercise} from "./attach.js";
import {textOf, type OnSheet} from "./fill.js";
import {keyText} from "./key.js";

/** Brings the worksheet to life: the values of its seed, its fields, its bar, its key. */
export function attachSheet(asked: AskedSheet, page: Page): void {
  const root = document.querySelector<HTMLElement>(".sheet")!;
  choose(root, asked.exercises);
  fill(root, asked.seed, page);
  if (answersAreClosed()) closeAnswers(root, page);

  const answers = createAnswers(asked.seed);
  for (const section of shownSections(root)) {
    attachExercise(section, onSheet(section, asked.seed), answers, page);
  }
  if (asked.seeds.length > 0) makeSet(root, asked.seeds, page);
  if (asked.isKey && !answersAreClosed()) document.documentElement.dataset["paper"] = "key";
  attachBar(asked, answers, page);
}

function onSheet(section: HTMLElement, seed: string): OnSheet {
  const {on = "", path = ""} = section.dataset;
  return {id: on as ExerciseId, path, seed};
}

function shownSections(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-on]:not([hidden])")];
}

/** Shows the exercises that are asked for, and the headings that have any. */
function choose(root: HTMLElement, exercises: readonly ExerciseId[]): void {
  let heading: HTMLElement | undefined;
  for (const element of root.querySelectorAll<HTMLElement>("h2, [data-on]")) {
    if (element.tagName === "H2") {
      heading = element;
      heading.hidden = true;
      continue;
    }
    element.hidden = !exercises.some((id) => id === element.dataset["on"]);
    if (!element.hidden) heading?.removeAttribute("hidden");
  }
}

/** Writes the numbers of the questions, of the solutions and of the key for this seed. */
function fill(root: HTMLElement, seed: string, page: Page): void {
  const {seedOf, keyAnswer} = page.words.figures.worksheet;
  for (const element of root.querySelectorAll("[data-seed]")) element.textContent = seedOf(seed);
  for (const section of shownSections(root)) {
    const sheet = onSheet(section, seed);
    for (const number of section.querySelectorAll<HTMLElement>("[data-shown]")) {
      const attributes = {...number.dataset} as Attributes;
      number.textContent = textOf(attributes["shown"] ?? "", sheet, attributes, page);
    }
    if (answersAreClosed()) continue;
    let key = section.querySelector(".key-answer");
    if (key === null) {
      key = document.createElement("p");
      key.className = "key-answer";
      section.append(key);
    }
    key.textContent = keyAnswer(keyText(section, sheet, page));
  }
}

function closeAnswers(root: HTMLElement, {words}: Page): void {
  for (const section of shownSections(root)) {
    const parts = section.querySelectorAll(".hint, .solution, .after-prediction");
    if (parts.length === 0) continue;
    const closed = document.createElement("p");
    closed.className = "closed";
    closed.textContent = words.figures.worksheet.closed;
    parts[0]!.before(closed);
    for (const part of parts) part.remove();
  }
}

/** Sheets for a class, to be printed one after the other, and a list of all their keys. */
function makeSet(root: HTMLElement, seeds: readonly string[], page: Page): void {
  const {keyTable, sheetColumn} = page.words.figures.worksheet;
  const sections = shownSections(root);
  const table = document.createElement("table");
  table.createCaption().textContent = keyTable(`${seeds[0]}–${seeds.at(-1)}`);
  const head = table.createTHead().insertRow();
  for (const text of [sheetColumn, ...sections.map((_, i) => String(i + 1))]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const seed of seeds) {
    const row = body.insertRow();
    const texts = sections.map((section) =>
      keyText(section, onSheet(section, seed), page, "short"),
    );
    for (const text of [seed, ...texts]) row.insertCell().textContent = text;
  }
  const place = document.querySelector<HTMLElement>(".key-table")!;
  place.tabIndex = 0; // it is wider than a phone
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", table.caption!.textContent ?? "");
  place.append(table);
  place.hidden = answersAreClosed();

  const set = document.createElement("div");
  set.className = "sheet-set";
  set.append(...seeds.map((seed) => onPaper(root, seed, page)));
  root.after(set);
  document.documentElement.dataset["set"] = "true";
}

/** A copy of the sheet for another seed: only its questions, since paper has no buttons. */
function onPaper(root: HTMLElement, seed: string, page: Page): HTMLElement {
  const copy = root.cloneNode(true) as HTMLElement;
  const notOnPaper =
    ".hint, .solution, .closed, .key-answer, .controls, .goal-scene, .after-prediction, form, figure";
  for (const element of copy.querySelectorAll(notOnPaper)) element.remove();
  for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const number of copy.querySelectorAll<HTMLElement>("[data-number]")) {
    number.dataset["shown"] = number.dataset["number"]; // it follows no slider there
    number.removeAttribute("data-number");
  }
  fill(copy, seed, page);
  for (const key of copy.querySelectorAll(".key-answer")) key.remove();
  return copy;
}

function attachBar({seed, notes, exercises}: AskedSheet, answers: Answers, page: Page): void {
  const texts = page.words.figures.worksheet;
  const bar = document.querySelector<HTMLElement>("[data-sheet]")!;
  const part = <Kind extends HTMLElement>(selector: string) => bar.querySelector<Kind>(selector)!;

  const say = (...sentences: readonly string[]): void => {
    part(".sheet-notes").replaceChildren(
      ...sentences.map((sentence) => {
        const line = document.createElement("p");
        line.textContent = sentence;
        return line;
      }),
    );
  };
  say(...notes);

  part<HTMLInputElement>("#sheet-seed").value = seed;
  for (const form of bar.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const address = new URL(location.href);
      for (const key of ["seed", "seeds", "key"]) address.searchParams.delete(key);
      const {name, value} = form.querySelector("input")!;
      address.searchParams.set(name, value);
      location.assign(address);
    });
  }

  for (const button of bar.querySelectorAll<HTMLButtonElement>("[data-print]")) {
    if (button.dataset["print"] === "key") button.hidden = answersAreClosed();
    button.addEventListener("click", () => printAs(button.dataset["print"]!));
  }

  const keep = part<HTMLInputElement>("[data-keep]");
  const forget = part<HTMLButtonElement>("[data-forget]");
  const showKept = (): void => {
    keep.checked = answers.isKept();
    forget.hidden = !answers.isKept();
  };
  keep.addEventListener("change", () => {
    if (!keep.checked) answers.forget();
    else if (!answers.keep()) say(texts.notKept);
    showKept();
  });
  forget.addEventListener("click", () => {
    answers.forget();
    showKept();
    keep.focus();
    say(texts.forgotten);
  });
  showKept();

  part("[data-save]").addEventListener("click", () => {
    const content = new Blob([textFile(seed, exercises, answers, page)], {type: "text/plain"});
    save(content, `worksheet-${seed.replace(/[^\p{L}\p{N}]+/gu, "-")}.txt`);
  });

  const tally = (): void => {
    const given = exercises.map((id) => answers.get(id)).filter((one) => one !== undefined);
    const right = given.filter(({isRight}) => isRight === true).length;
    const [first, second, third] = [right, given.length, exercises.length].map(page.numbers.whole);
    part(".sheet-tally").textContent = texts.tally(first!, second!, third!);
  };
  answers.watch(tally);
  tally();
}

function printAs(what: string): void {
  const {dataset} = document.documentElement;
  const before = dataset["paper"];
  dataset["paper"] = what;
  addEventListener(
    "afterprint",
    () => {
      if (before === undefined) delete dataset["paper"];
      else dataset["paper"] = before;
    },
    {once: true},
  );
  print();
}

/** What a student hands in: the sheet, each answer, and whether it was right. */
function textFile(
  seed: string,
  exercises: readonly ExerciseId[],
  answers: Answers,
  {words, numbers}: Page,
): string {
  const {file} = words.figures.worksheet;
  const lines = exercises.map((id, i) => {
    const answer = answers.get(id);
    const verdict =
      answer?.isRight === undefined ? file.open : answer.isRight ? file.right : file.notRight;
    const text = (answer?.text ?? file.blank).replaceAll("\n", ": ");
    return file.line(numbers.whole(i + 1), text, verdict);
  });
  return [file.title(seed), "", ...lines, ""].join("\n");
}
