import type {Brought} from "./brought.js";
import {elementClass, type Choices, type InferenceElement} from "./element.js";
import {keys, settingKeys} from "../../components/embed/keys.js";

/** Puts an element into a place on the page, and returns it: mount(place, {batch: 16}). */
export type Mount = (place: Element, choices?: Choices) => InferenceElement;

/**
 * Makes the element known to the page. Where there is no page, as on a server that renders React, it
 * does nothing; and a second copy of the file leaves the first alone.
 */
export function defineElement(brought: Brought): Mount {
  const {tag} = brought;
  if (globalThis.customElements !== undefined && customElements.get(tag) === undefined) {
    customElements.define(tag, elementClass(brought));
  }
  return (place, choices = {}) => {
    const known = [...keys, ...settingKeys];
    const element = document.createElement(tag) as InferenceElement;
    for (const [key, value] of Object.entries(choices)) {
      if (!known.includes(key)) {
        throw new TypeError(`mount() was given "${key}"; it takes ${known.join(", ")}`);
      }
      element.setAttribute(key, String(value));
    }
    place.append(element);
    return element;
  };
}
