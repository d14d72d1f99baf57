import type {Status} from "../../worker/protocol.js";
import type {keep} from "../messages/en/keep.js";
import type {Numbers} from "../numbers.js";
import {ask, dismissIdle, installed, registered, WishError} from "./service-worker.js";

/** What the line in the footer needs to know. */
export interface OfferContext {
  /** Where the site stands. */
  root: URL;
  /** Bytes of all that is kept. */
  bytes: number;
  words: typeof keep;
  numbers: Numbers;
  /** Called when all is kept. */
  onKept: () => void;
}

/** A quiet line at the foot of the page: an offer to keep the notebook, and what became of it. */
export function offerToKeep(footer: Element, context: OfferContext): {show(status: Status): void} {
  const {root, bytes, words, numbers, onKept} = context;
  const line = document.createElement("p");
  line.className = "keep";
  const says = document.createElement("span");
  says.setAttribute("role", "status");
  const button = document.createElement("button");
  button.type = "button";
  line.append(says, button);
  footer.append(line);
  let press = async (): Promise<void> => {};
  button.addEventListener("click", () => void press());

  const offer = (text: string, label: string, next: () => Promise<void>): void => {
    says.textContent = text;
    button.textContent = label;
    press = next;
    button.removeAttribute("aria-disabled");
  };
  /** Something goes on: the button keeps its place and the focus, and does nothing. */
  const wait = (text: string): void => {
    says.textContent = text;
    button.setAttribute("aria-disabled", "true");
    press = async () => {};
  };
  const offerAll = (text = ""): void =>
    offer(text, words.offer(numbers.bytes(bytes)), () => keepIt());
  const show = ({keeps, missing}: Status): void => {
    if (!keeps) offerAll();
    else if (missing > 0) offer(words.missing(numbers.whole(missing)), words.mend, () => keepIt());
    else offer(words.kept, words.remove, remove);
  };

  const keepIt = async (): Promise<void> => {
    wait(words.progress(numbers.percent(0)));
    try {
      await needRoom(bytes);
      const worker = await installed(root);
      void navigator.storage?.persist?.().catch(() => {}); // the browser may say no, or ask
      let shown = "";
      const status = await ask(worker, {type: "keep"}, (kept) => {
        const twentieths = Math.min(20, Math.floor((20 * kept) / bytes)); // each is read aloud
        const now = words.progress(numbers.percent(twentieths / 20));
        if (now !== shown) says.textContent = shown = now;
      });
      show(status);
      onKept();
    } catch (error) {
      offerAll(sentence(error));
    }
  };
  const remove = async (): Promise<void> => {
    wait(words.kept);
    try {
      const worker = (await registered(root))?.active;
      if (worker) await dismissIdle(root, await ask(worker, {type: "remove"}));
      offerAll(words.removed);
    } catch (error) {
      offerAll(sentence(error));
    }
  };
  const sentence = (error: unknown): string => {
    if (!("serviceWorker" in navigator)) return words.unable;
    if (!(error instanceof WishError)) return words.problems["no store"];
    const {problem, file} = error;
    if (problem === "changed") return words.problems.changed(file);
    if (problem === "no room") return words.problems["no room"](numbers.bytes(bytes));
    return words.problems[problem];
  };

  offerAll();
  return {show};
}

/** Asks for room before anything is fetched, where the browser tells how much there is. */
async function needRoom(bytes: number): Promise<void> {
  const told = await navigator.storage?.estimate?.().catch(() => undefined);
  if (told?.quota === undefined) return;
  if (told.quota - (told.usage ?? 0) < bytes) throw new WishError("no room");
}
