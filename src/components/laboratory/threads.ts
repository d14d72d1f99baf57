import {sharesMemory} from "../../lib/engine/shares-memory.js";
import type {laboratory} from "../messages/en/figures/laboratory.js";
import {isAsked, mayIsolate, reloadIsolated, reloadPlain} from "./isolation.js";
import type {Panel} from "./panel.js";

/** Says whether this page has threads, and offers to load it again with them or without. */
export async function offerThreads(
  line: HTMLElement,
  panel: Panel,
  texts: (typeof laboratory)["isolation"],
): Promise<void> {
  const button = panel.button("isolate");
  const show = (asked: boolean): void => {
    line.textContent = sharesMemory() ? texts.yes : asked ? texts.refused : texts.no;
    button.hidden = !asked && (crossOriginIsolated || !mayIsolate());
    button.textContent = asked ? texts.undo : texts.reload;
  };
  let asked = false;
  show(asked);
  button.addEventListener("click", () => {
    panel.say(texts.reloading);
    const reload = asked ? reloadPlain() : reloadIsolated();
    reload.catch(() => panel.say(texts.impossible, true));
  });
  asked = await isAsked().catch(() => false);
  show(asked);
}
