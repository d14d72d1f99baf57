import {attachControl} from "../control/attach.js";
import {attachEquation} from "../equation/attach.js";
import {figureAttacher} from "../figure/attach.js";
import {begin} from "../page/begin.js";
import {en} from "../messages/en/index.js";
import type {Page} from "../page/context.js";
import {showNotes} from "../page/notes.js";
import type {Standing} from "../page/start.js";
import {broughtBy} from "./brought.js";
import {unlocked} from "../settings/lock.js";
import {keepSettings, readSettings, type Settings} from "../settings/settings.js";
import {controlsIn, showSettings} from "../settings/show.js";
import {tellHeight, tellParent} from "./tell-parent.js";

/** Brings the frame on this page to life, and tells the page around it how it goes. */
export async function beginFrame(): Promise<void> {
  const frame = document.querySelector<HTMLElement>("[data-frame]")!;
  const {frame: name = "", chapter = ""} = frame.dataset;
  tellHeight(name);
  try {
    const settings = readSettings(location.search, controlsIn(frame));
    const {charts, attachments, ...brought} = await broughtBy(name, chapter);
    const all = {
      "[data-control]": attachControl,
      "[data-equation]": attachEquation,
      "[data-figure]": figureAttacher(charts),
      ...attachments,
    };
    const standing = standingOf(frame, settings);
    const page = await begin(chapter, {...brought, attachments: all}, standing);
    showSettings(settings, page.words);
    tellReader(frame, settings, page);
    leadHome(frame, page);
    tellParent(name, {type: "inference-arithmetic:ready"});
  } catch (error) {
    const message = en.page.frozen(error instanceof Error ? error.message : String(error));
    tellParent(name, {type: "inference-arithmetic:error", message});
    note(frame, [message]);
  }
}

/**
 * A frame belongs to the history of the page around it: it puts what it shows in the place of its
 * address, and adds no step that the reader would have to go back.
 */
function standingOf(frame: HTMLElement, {locked}: Settings): Standing {
  let pending: ReturnType<typeof setTimeout> | undefined;
  return {
    home: () => new URL(originOf(frame).href),
    query: () => location.search,
    keep(query, settled) {
      const address = `${location.pathname}${keepSettings(location.search, query)}`;
      clearTimeout(pending);
      // Browsers refuse more than about a hundred changes of the address in half a minute.
      pending = setTimeout(() => history.replaceState(null, "", address), settled ? 0 : 250);
    },
    permit: (changes, page) => unlocked(changes, locked, page),
  };
}

/** The line beneath a frame leads to where it comes from, in the state in which it is. */
function leadHome(frame: HTMLElement, page: Page): void {
  const origin = originOf(frame);
  const place = origin.hash;
  page.watch(() => (origin.href = page.link(place)));
}

function originOf(frame: HTMLElement): HTMLAnchorElement {
  return frame.querySelector<HTMLAnchorElement>(".frame-origin a")!;
}

/** Says which settings in the address are none. */
function tellReader(frame: HTMLElement, {refused}: Settings, {words}: Page): void {
  note(
    frame,
    refused.map(({key, found, known}) => words.page.leftAside(key, found, known.join(", "))),
  );
}

function note(frame: HTMLElement, sentences: readonly string[]): void {
  showNotes(frame.querySelector<HTMLElement>("[data-settings]")!, sentences);
}
