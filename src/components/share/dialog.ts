import {isLinkedMachine} from "../../lib/catalog/linked-machine.js";
import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import {defaultScenario} from "../../lib/scenario/scenario.js";
import {writeAddress} from "../../lib/scenario/address.js";
import {share, type ShareWords} from "../messages/en/share.js";
import {inLanguage} from "../messages/in-language.js";
import {scenarioAt} from "../page/chapters.js";
import type {Page} from "../page/context.js";
import {attachTabs} from "../tabs.js";
import {deviceBox} from "./device-box.js";
import {elementPreview} from "./element-preview.js";
import {make} from "./make.js";
import {picturePanel} from "./picture-panel.js";
import {framePreview} from "./preview.js";
import {settingsPanel} from "./settings-panel.js";
import {
  builtPictures,
  elementOf,
  frameOf,
  linkOf,
  markdownOf,
  markdownOfEquation,
  moduleOf,
  pictureFiles,
  pictureOf,
  stateIn,
  type Shared,
} from "./ways.js";

/** What the dialog is opened for. */
export interface Subject {
  /** Of its frame, e.g. "roofline". */
  name: string;
  /** What it says now, in one sentence. */
  title: string;
  /** Its id on the page. */
  place: string;
  /** Its drawing, of which pictures can be made. */
  drawing?: () => SVGSVGElement;
  /** Its mathematics with the TeX in it, where it is an equation. */
  math?: () => MathMLElement;
}

/** Whoever embeds it lets it be as high as it likes; until it has told that, it is as high as most. */
const usualHeight = 480; // CSS px

/** A way to show it on another page. */
interface Way {
  name: keyof ShareWords["way"];
  snippet(shared: Shared): string;
  /** What is offered beside the snippet. */
  extras: readonly HTMLElement[];
  /** What is to be known, beside what all figures have in common. */
  note?(): string;
  preview(shared: Shared): void;
}

/**
 * Opens the one dialog that hands a figure or an equation to another page: ways, choices, what is to
 * be pasted, and what that will look like.
 */
export async function openDialog(subject: Subject, page: Page): Promise<void> {
  const words = await inLanguage(share);
  const {name, title} = subject;
  const link = page.link(subject.place);
  let height = usualHeight;
  let begins: string | undefined; // the state with which the frame begins, once it has told

  const settings = settingsPanel(words, () => show());
  const device = deviceBox(words, page, () => show());
  const sharedAt = (address: string): Shared => ({
    name,
    title,
    link: address,
    root: siteRoot(),
    state: stateIn(new URL(address).search),
    settings: settings.settings(),
    height,
  });
  const isBuilt = (): boolean => !device.isTicked() && new URL(link).search === begins;

  const frame = framePreview((told) => {
    if (told.controls !== undefined) settings.offer(told.controls);
    if (told.chapter !== undefined) begins = beginningOf(told.chapter);
    if (told.height !== undefined) height = Math.ceil(told.height);
    show();
  });
  const still = make("div", {class: "share-still"}); // what is no frame
  const stage = make("div", {class: "share-stage"}, frame.element, still);

  const ways: Way[] = [
    {
      name: "link",
      snippet: linkOf,
      extras: [device.element],
      preview: (shared) => still.replaceChildren(make("a", {href: shared.link}, title)),
    },
    {
      name: "frame",
      snippet: frameOf,
      extras: [settings.element, device.element],
      preview: frame.show,
    },
  ];
  if (name !== "laboratory") {
    const showElement = elementPreview(words);
    // No measured device goes along, whether or not it does in a frame.
    const asElement = {
      extras: [settings.element],
      note: () => (isDeviceShown(link) ? words.noDevice : ""),
      preview: () => void showElement(still, sharedAt(link)),
    };
    ways.push({name: "element", snippet: () => elementOf(sharedAt(link)), ...asElement});
    ways.push({name: "module", snippet: () => moduleOf(sharedAt(link)), ...asElement});
  }
  const {drawing} = subject;
  const pictures = drawing && picturePanel(words, {name, title, address: link}, drawing);
  if (pictures !== undefined) {
    const files = pictureFiles(name);
    ways.push(
      {
        name: "picture",
        snippet: (shared) => pictureOf(shared, isBuilt() ? builtPictures(shared) : files),
        extras: [pictures.element],
        note: () => (isBuilt() ? words.built : words.upload(files.light, files.dark)),
        preview: () => void pictures.show(still),
      },
      {
        name: "markdown",
        snippet: (shared) =>
          markdownOf(shared, isBuilt() ? builtPictures(shared).light : files.light),
        extras: [pictures.element],
        note: () => (isBuilt() ? words.built : words.uploadOne(files.light)),
        preview: () => void pictures.show(still),
      },
    );
  }
  const {math} = subject;
  if (math !== undefined) {
    ways.push({
      name: "markdown",
      snippet: (shared) => markdownOfEquation(shared, texOf(math())),
      extras: [],
      note: () => words.tex,
      preview: () => still.replaceChildren(math().cloneNode(true)),
    });
  }
  let chosen = ways.find((way) => way.name === "frame")!;

  const about = make("p", {class: "share-about"});
  const note = make("p", {class: "share-note"});
  const extras = make("div", {class: "share-extras"});
  const snippet = make("textarea", {readonly: "", rows: "6", spellcheck: "false", translate: "no"});
  const status = make("span", {role: "status"});
  const copy = make("button", {type: "button", "data-do": "copy"}, words.copy);
  copy.addEventListener("click", async () => {
    status.textContent = (await copied(snippet)) ? words.copied : words.notCopied;
  });

  const show = (): void => {
    const shared = sharedAt(device.tell(link));
    const text = chosen.snippet(shared);
    about.textContent = words.about[chosen.name];
    note.textContent = chosen.note?.() ?? "";
    if (snippet.value !== text) {
      snippet.value = text;
      status.textContent = "";
    }
    chosen.preview(shared);
  };
  const choose = (way: Way): void => {
    chosen = way;
    panel.setAttribute("aria-labelledby", `share-${way.name}`);
    snippet.setAttribute("aria-label", words.snippet(words.way[way.name]));
    extras.replaceChildren(...way.extras);
    frame.element.hidden = way.name !== "frame";
    still.hidden = !frame.element.hidden;
    show();
  };

  const panel = make(
    "div",
    {class: "share-panel", role: "tabpanel", id: "share-panel"},
    make("div", {class: "share-text"}, about, extras, note, snippet, actionLine(copy, status)),
    previewSection(words, stage),
  );
  const tabs = tabList(words, ways, chosen);
  attachTabs(tabs, (place) => choose(ways[place]!));

  const close = make("button", {type: "button", "data-do": "close"}, words.close);
  const dialog = make(
    "dialog",
    {class: "share-dialog", "aria-labelledby": "share-title"},
    make("div", {class: "share-head"}, make("h2", {id: "share-title"}, words.title), close),
    tabs,
    panel,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    frame.end();
    pictures?.end();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  tabs.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  choose(chosen);
}

function texOf(math: MathMLElement): string {
  return math.querySelector("annotation")?.textContent ?? "";
}

/** Whether a state shows a measured device, which no element brings along. */
function isDeviceShown(link: string): boolean {
  const isMeasured = (name: string): boolean => isOwnMachine(name) || isLinkedMachine(name);
  return stateIn(new URL(link).search).some(([, value]) => isMeasured(value));
}

/** The query that spells out the state with which the frame of a chapter begins. */
function beginningOf(chapter: string): string {
  const scenario = {...defaultScenario, ...scenarioAt(chapter)};
  return writeAddress(scenario, scenario, {whole: true});
}

function tabList(words: ShareWords, ways: readonly Way[], chosen: Way): HTMLElement {
  const tabs = ways.map((way) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `share-${way.name}`,
        "aria-controls": "share-panel",
        "aria-selected": String(way === chosen),
        tabindex: way === chosen ? "0" : "-1",
      },
      words.way[way.name],
    ),
  );
  return make("div", {class: "share-tabs", role: "tablist", "aria-label": words.ways}, ...tabs);
}

/** The stage, and how wide it is. */
function previewSection(words: ShareWords, stage: HTMLElement): HTMLElement {
  const width = make("select", {"data-choice": "width"});
  for (const [value, label] of Object.entries(words.widths)) {
    width.append(make("option", {value}, label));
  }
  stage.dataset["width"] = width.value = "wide";
  width.addEventListener("change", () => (stage.dataset["width"] = width.value));
  return make(
    "section",
    {class: "share-preview", "aria-label": words.preview},
    make("div", {class: "share-width"}, make("label", {}, words.width, " ", width)),
    stage,
  );
}

function actionLine(...content: readonly Node[]): HTMLElement {
  return make("div", {class: "share-actions"}, ...content);
}

/** Copies what stands in the field, or marks it so that the reader can. */
async function copied(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select(); // there is no clipboard without a safe connection, or in many frames
    return false;
  }
}

/** The site serves this module three folders deep, wherever the site itself is. */
function siteRoot(): string {
  return new URL("../../../", import.meta.url).href;
}
