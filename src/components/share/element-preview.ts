import type {ShareWords} from "../messages/en/share.js";
import {choicesOf, moduleAddress, type Shared} from "./ways.js";

interface ElementModule {
  mount(place: Element, choices: Readonly<Record<string, string | number>>): HTMLElement;
}

/** Shows the element itself, made by the file that the other page will load. */
export function elementPreview(
  words: ShareWords,
): (place: Element, shared: Shared) => Promise<void> {
  let latest = 0;
  return async (place, shared) => {
    const asked = ++latest;
    try {
      const {mount} = (await import(moduleAddress(shared))) as ElementModule;
      if (asked !== latest) return; // something else was chosen while the file came
      place.replaceChildren();
      mount(place, choicesOf(shared));
    } catch (error) {
      place.textContent = words.noPreview(error instanceof Error ? error.message : String(error));
    }
  };
}
