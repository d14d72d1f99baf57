import {share, type ShareWords} from "../messages/en/share.js";
import {inLanguage} from "../messages/in-language.js";
import type {Page} from "../page/context.js";
import {attachTabs} from "../tabs.js";
import {make} from "./make.js";
import {framePreview} from "./preview.js";
import {settingsPanel} from "./settings-panel.js";
import {frameOf, linkOf, stateIn, type Shared} from "./ways.js";

/** What the dialog is opened for. */
export interface Subject {
  /** Of its frame, e.g. "roofline". */
  name: string;
  /** What it says now, in one sentence. */
  title: string;
  /** Its id on the page. */
  place: string;
}

/** Whoever embeds it lets it be as high as it likes; until it has told that, it is as high as most. */
const usualHeight = 480; // CSS px

/** A way to show it on another page. */
interface Way {
  snippet(shared: Shared): string;
  /** Whether theme, controls and locks make a difference. */
  hasSettings: boolean;
  preview(shared: Shared): void;
}

/**
 * Opens the one dialog that hands a figure or an equation to another page: ways, choices, what is to
 * be pasted, and what that will look like.
 */
export async function openDialog(subject: Subject, page: Page): Promise<void> {
  const words = await inLanguage(share);
  const link = page.link(subject.place);
  const sharedNow = (): Shared => ({
    name: subject.name,
    title: subject.title,
    link,
    root: siteRoot(),
    state: stateIn(new URL(link).search),
    settings: settings.settings(),
    height,
  });
  let height = usualHeight;

  const frame = framePreview((told) => {
    if (told.controls !== undefined) settings.offer(told.controls);
    if (told.height !== undefined && told.height !== height) {
      height = Math.ceil(told.height);
      show();
    }
  });
  const still = make("div"); // what is no frame
  const stage = make("div", {class: "share-stage"}, frame.element, still);
  const ways: Readonly<Partial<Record<keyof ShareWords["way"], Way>>> = {
    link: {
      snippet: linkOf,
      hasSettings: false,
      preview: ({title}) => still.replaceChildren(make("a", {href: link}, title)),
    },
    frame: {snippet: frameOf, hasSettings: true, preview: frame.show},
  };
  const names = Object.keys(ways) as (keyof ShareWords["way"])[];
  let chosen: keyof ShareWords["way"] = "frame";

  const settings = settingsPanel(words, () => show());
  const about = make("p", {class: "share-about"});
  const snippet = make("textarea", {readonly: "", rows: "6", spellcheck: "false", translate: "no"});
  const status = make("span", {role: "status"});
  const copy = make("button", {type: "button", "data-do": "copy"}, words.copy);
  copy.addEventListener("click", async () => {
    status.textContent = (await copied(snippet)) ? words.copied : words.notCopied;
  });

  const show = (): void => {
    const way = ways[chosen]!;
    const shared = sharedNow();
    const text = way.snippet(shared);
    about.textContent = words.about[chosen];
    settings.element.hidden = !way.hasSettings;
    if (snippet.value !== text) {
      snippet.value = text;
      status.textContent = "";
    }
    snippet.setAttribute("aria-label", words.snippet(words.way[chosen]));
    frame.element.hidden = chosen !== "frame";
    still.hidden = !frame.element.hidden;
    way.preview(shared);
  };

  const panel = make(
    "div",
    {class: "share-panel", role: "tabpanel", id: "share-panel"},
    make("div", {class: "share-text"}, about, settings.element, snippet, actionLine(copy, status)),
    previewSection(words, stage),
  );
  const tabs = tabList(words, names, chosen);
  attachTabs(tabs, (place) => {
    chosen = names[place]!;
    panel.setAttribute("aria-labelledby", `share-${chosen}`);
    show();
  });
  panel.setAttribute("aria-labelledby", `share-${chosen}`);

  const close = make("button", {type: "button", "data-do": "close"}, words.close);
  const dialog = make(
    "dialog",
    {class: "share", "aria-labelledby": "share-title"},
    make("div", {class: "share-head"}, make("h2", {id: "share-title"}, words.title), close),
    tabs,
    panel,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    frame.end();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  tabs.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  show();
}

function tabList(
  words: ShareWords,
  names: readonly (keyof ShareWords["way"])[],
  chosen: string,
): HTMLElement {
  const tabs = names.map((name) =>
    make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `share-${name}`,
        "aria-controls": "share-panel",
        "aria-selected": String(name === chosen),
        tabindex: name === chosen ? "0" : "-1",
      },
      words.way[name],
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
