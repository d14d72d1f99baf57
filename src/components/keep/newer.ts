import {taken} from "../../worker/protocol.js";
import type {keep} from "../messages/en/keep.js";

/**
 * Tells the reader of a version that waits, and lets it wait: what is kept is the version that is
 * being read, until the reader takes the new one. Then every open page of the notebook loads again,
 * where it stood and with what was chosen, because its address holds that.
 */
export function tellOfNewer(registration: ServiceWorkerRegistration, words: typeof keep): void {
  let told = false;
  const look = (): void => {
    if (told || registration.waiting === null) return;
    told = true;
    showNotice(registration, words);
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  registration.installing?.addEventListener("statechange", look);
  look();
}

/** Loads the page again when a new version has taken over, whichever page the reader took it in. */
export function followTaken(): void {
  navigator.serviceWorker?.addEventListener("message", ({data}: MessageEvent<unknown>) => {
    if (data === taken) location.reload();
  });
}

function showNotice(registration: ServiceWorkerRegistration, words: typeof keep): void {
  const notice = document.createElement("div");
  notice.className = "newer";
  notice.setAttribute("role", "status");
  const button = (label: string, press: () => void): HTMLButtonElement => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.addEventListener("click", press);
    return element;
  };
  const text = document.createElement("span");
  document.body.append(notice);
  text.textContent = words.newer; // after its region stands, so that it is read out
  notice.append(
    text,
    button(words.take, () => registration.waiting?.postMessage({type: "take"})),
    button(words.later, () => notice.remove()),
  );
}
