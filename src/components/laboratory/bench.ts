import type {Warning} from "../../lib/catalog/device-report.js";
import {formatsInPage, measuredFormatOf, workerCount} from "../../lib/scenario/own-run.js";
import {parseNumber} from "../guess/parse-number.js";
import type {Attach, Page} from "../page/context.js";
import {fetchLaboratory} from "./bundles.js";
import {ownReport, showOwn, withRuns} from "./own-report.js";
import {panelIn} from "./panel.js";
import {runsOf, runSynthetic} from "./run-model.js";

const promptTokens = 256;

/** Takes the reader's guess, measures the machine, and lets the model run: in this order. */
export const attachBench: Attach = (element, page) => {
  const texts = page.words.figures.laboratory;
  const {numbers} = page;
  const panel = panelIn(element, page);
  const warnings = element.querySelector<HTMLElement>(".lab-warnings")!;
  const buttons = ["quick", "thorough", "run"].map((name) => panel.button(name));
  const isIdle = (): boolean => element.getAttribute("aria-busy") === null;

  takeGuess(element, page);

  const measure = (mode: "quick" | "thorough"): Promise<void> =>
    panel.work(async (signal) => {
      setIdle(false);
      const {measureDevice} = await fetchLaboratory();
      const report = await measureDevice({
        mode,
        signal,
        onProgress: ({step, fraction, secondsLeft}) =>
          panel.show(fraction, texts.progress(step, numbers.whole(Math.ceil(secondsLeft)))),
      });
      signal.throwIfAborted();
      await showOwn(report);
      panel.say(texts.done);
    });
  const run = (): Promise<void> =>
    panel.work(async (signal) => {
      setIdle(false);
      const report = ownReport(page);
      if (report === undefined) return;
      const {format: shown, scenario} = page.view();
      const format = measuredFormatOf(shown);
      const threads = report.isolated ? workerCount(report, scenario.workers) : 1;
      const asked = {size: "110M", format, threads, promptTokens, signal} as const;
      panel.show(0, texts.running("110M", formatsInPage[format]));
      const measured = await runSynthetic(asked);
      await showOwn(withRuns(report, runsOf(asked, measured)));
      panel.say(texts.ran);
    });
  const setIdle = (idle: boolean): void => {
    for (const button of buttons) button.disabled = !idle;
    if (ownReport(page) === undefined) panel.button("run").disabled = true;
  };
  const listen = (name: string, task: () => Promise<void>): void => {
    panel.button(name).addEventListener("click", () => void task().finally(() => setIdle(true)));
  };
  listen("quick", () => measure("quick"));
  listen("thorough", () => measure("thorough"));
  listen("run", run);

  page.watch(() => {
    if (isIdle()) setIdle(true);
    const lines = (ownReport(page)?.warnings ?? []).map((warning) => {
      const line = document.createElement("li");
      line.textContent = warningWords(warning, page);
      return line;
    });
    warnings.replaceChildren(...lines);
  });
};

function takeGuess(element: HTMLElement, {words, numbers}: Page): void {
  const form = element.querySelector("form")!;
  const field = form.querySelector("input")!;
  const answer = element.querySelector<HTMLElement>(".lab-guessed")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const guess = parseNumber(field.value);
    if (guess === null || guess === 0) {
      answer.textContent = words.guess.notANumber(field.value);
      return;
    }
    answer.textContent = words.figures.laboratory.guess.taken(numbers.number(guess));
    element.closest(".predict")?.dispatchEvent(new CustomEvent("guess", {detail: guess}));
  });
}

function warningWords(warning: Warning, {words, numbers}: Page): string {
  const texts = words.figures.laboratory.warnings;
  switch (warning.kind) {
    case "noisy":
      return texts.noisy(warning.of, numbers.percent(warning.spread));
    case "hidden":
      return texts.hidden;
    case "fewer workers":
      return texts.fewerWorkers("", numbers.whole(warning.wanted));
  }
}
