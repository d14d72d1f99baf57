import type {Page} from "../page/context.js";

/** The line beneath the stage: where one is, and the way on, back and out. */
export interface Bar {
  element: HTMLElement;
  show(state: BarState): void;
}

export interface BarState {
  place: string;
  /** What a screen reader is told. */
  spoken: string;
  /** Of the steps that are behind, from 0 to 1. */
  share: number;
  isFirst: boolean;
  isLast: boolean;
  /** Whether the next step answers a question. */
  isAnswer: boolean;
}

export function createBar({words}: Page, acts: {back(): void; next(): void; leave(): void}): Bar {
  const texts = words.present;
  const element = document.createElement("nav");
  element.className = "stage-bar";
  element.setAttribute("aria-label", texts.steps);
  const place = document.createElement("span");
  place.className = "stage-place";
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  const back = button(texts.back, acts.back);
  const next = button(texts.next, acts.next);
  next.classList.add("stage-next");
  element.append(button(texts.leave, acts.leave), place, back, next, spoken);
  return {
    element,
    show(state) {
      place.textContent = state.place;
      spoken.textContent = state.spoken;
      element.style.setProperty("--share", String(state.share));
      back.disabled = state.isFirst;
      next.disabled = state.isLast;
      next.textContent = state.isAnswer ? texts.reveal : texts.next;
    },
  };
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", act);
  return element;
}
