import {choices} from "../control/choices.js";
import {sliders} from "../control/sliders.js";
import type {Page} from "../page/context.js";
import type {Standing} from "../page/start.js";
import {unlocked} from "./lock.js";
import {keepSettings, readSettings, type Settings} from "./settings.js";
import {controlsIn, showSettings} from "./show.js";

/** The settings in the address of a chapter: what its teacher has locked, hidden and closed. */
export function lessonSettings(): Settings {
  const elsewhere = [...Object.keys(sliders), ...Object.keys(choices)];
  return readSettings(location.search, controlsIn(document), elsewhere);
}

/** A page whose locked controls nothing moves, and whose address keeps the settings. */
export function lesson(settings: Settings, whole: Standing): Standing {
  return {
    ...whole,
    keep: (query, settled) => whole.keep(keepSettings(location.search, query), settled),
    permit: (changes, page) => unlocked(changes, settings.locked, page),
  };
}

/** Shows the settings, tells which are none, and lets the way to other chapters keep them. */
export function beginLesson(settings: Settings, {words}: Page): void {
  showSettings(settings, words);
  tellReader(settings, words);
  carrySettings();
}

function tellReader({refused}: Settings, {page}: Page["words"]): void {
  const note = document.querySelector<HTMLElement>("[data-corrections]");
  if (note === null || refused.length === 0) return;
  note.hidden = false;
  for (const {key, found, known} of refused) {
    const line = document.createElement("p");
    line.textContent = page.leftAside(key, found, known.join(", "));
    note.append(line);
  }
}

/**
 * A lesson goes on in the next chapter: links to other pages of the notebook keep what is hidden,
 * locked and closed, though not what is shown.
 */
function carrySettings(): void {
  const settings = keepSettings(location.search, "");
  if (settings === "") return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]:not([download])")) {
    const address = new URL(link.href);
    const isPage = address.origin === location.origin && /(\.html|\/)$/.test(address.pathname);
    if (!isPage || link.getAttribute("href")!.startsWith("#")) continue;
    address.search = keepSettings(location.search, address.search);
    link.href = address.href;
  }
}
