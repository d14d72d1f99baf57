import type {Page} from "../page/context.js";

/** The parts that every panel of the laboratory has: buttons, a bar of progress, a line of status. */
export interface Panel {
  button(name: string): HTMLButtonElement;
  /** A sentence that is read aloud. */
  say(sentence: string, isProblem?: boolean): void;
  /** How far it has come, from 0 to 1, and what is going on; null puts the bar out. */
  show(fraction: number | null, sentence?: string): void;
  /**
   * Runs what takes a while: one thing at a time on the page, with a button that stops it. What goes
   * wrong is said beside it.
   */
  work(task: (signal: AbortSignal) => Promise<void>): Promise<void>;
}

let running: AbortController | undefined; // whatever is at work on the page: two would disturb each other

export function panelIn(element: HTMLElement, page: Page): Panel {
  const part = <Part extends HTMLElement>(selector: string) =>
    element.querySelector<Part>(selector)!;
  const bar = element.querySelector<HTMLProgressElement>("progress");
  const left = element.querySelector<HTMLElement>(".lab-left");
  const status = part<HTMLElement>(".lab-status");
  const texts = page.words.figures.laboratory;
  const panel: Panel = {
    button: (name) => part<HTMLButtonElement>(`[data-do="${name}"]`),
    say(sentence, isProblem = false) {
      status.textContent = sentence;
      status.classList.toggle("problem", isProblem);
    },
    show(fraction, sentence = "") {
      bar?.parentElement?.classList.toggle("working", fraction !== null);
      if (bar !== null) bar.value = fraction ?? 0;
      if (left !== null) left.textContent = sentence;
    },
    async work(task) {
      running?.abort();
      const own = (running = new AbortController());
      const stop = panel.button("stop");
      element.setAttribute("aria-busy", "true");
      stop.hidden = false;
      panel.say("");
      try {
        await task(own.signal);
      } catch (error) {
        if (own.signal.aborted) panel.say(texts.stopped);
        else panel.say(sentenceOf(error, page), true);
      } finally {
        if (running === own) running = undefined;
        element.removeAttribute("aria-busy");
        stop.hidden = true;
        panel.show(null);
      }
    },
  };
  element
    .querySelector<HTMLButtonElement>('[data-do="stop"]')
    ?.addEventListener("click", () => running?.abort());
  return panel;
}

/** What went wrong: the engine and the laboratory say it in sentences for the reader. */
function sentenceOf(error: unknown, {words}: Page): string {
  const texts = words.figures.laboratory;
  if (error instanceof TypeError && /fetch|import|module/i.test(error.message)) {
    return texts.unavailable;
  }
  const message = error instanceof Error ? error.message : String(error);
  return /[.?]$/.test(message) ? message : texts.failed(message); // a sentence speaks for itself
}
