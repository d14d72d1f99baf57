import type {Page} from "../page/context.js";
import {createBar} from "./bar.js";
import {fit} from "./fit.js";
import {moveFor} from "./keys.js";
import {blocksIn, stepsOf, type Step} from "./steps.js";

/**
 * The presenter's mode of a chapter: large type, one step at a time, the live figure beside it. It
 * moves no element and copies none. What is not of the step is not shown, so all of it stays alive.
 */
export interface Presentation {
  /** Shows a step, counted from 1; the nearest one where there is none of this number. */
  show(step: number): void;
  leave(): void;
}

/**
 * Begins to present the page.
 *
 * @param first the step that is shown first; without it the one that the reader has before him
 * @param keep is told each step that is shown, and undefined in the end
 */
export function present(
  page: Page,
  first: number | undefined,
  keep: (step: number | undefined) => void,
): Presentation {
  const root = document.documentElement;
  const main = document.querySelector<HTMLElement>("#observablehq-main")!;
  const {blocks, holders} = blocksIn(main);
  const steps = stepsOf(blocks);
  let at = (first ?? nearestStep(steps) + 1) - 1; // asked before the stage is set
  const over = new AbortController();
  const {signal} = over;
  const texts = page.words.present;
  const bar = createBar(page, {
    back: () => show(at),
    next: () => show(at + 2),
    leave,
  });
  main.after(bar.element);
  root.dataset["presenting"] = "true";
  main.tabIndex = -1;
  for (const holder of holders) holder.classList.add("stage-way");

  const fitNow = (): void => fit(main, steps[at]!);
  const sizes = new ResizeObserver(fitNow); // a chart comes to life, or a guess is answered
  addEventListener("resize", fitNow, {signal});
  document.addEventListener(
    "keydown",
    (event) => {
      const move = moveFor(event);
      if (move === undefined) return;
      event.preventDefault();
      if (move === "leave") leave();
      else if (move === "first") show(1);
      else if (move === "last") show(steps.length);
      else show(at + 1 + (move === "next" ? 1 : -1));
    },
    {signal},
  );

  function show(number: number): void {
    at = Math.min(steps.length, Math.max(1, Math.round(number) || 1)) - 1;
    const step = steps[at]!;
    step.reveals?.classList.add("committed");
    setStage(step, blocks);
    fitNow();
    sizes.disconnect();
    for (const block of [...step.words, step.figure, ...step.controls]) {
      if (block !== undefined) sizes.observe(block);
    }
    keep(at + 1);
    announce(step);
  }

  function announce(step: Step): void {
    const place = page.numbers.whole(at + 1);
    const all = page.numbers.whole(steps.length);
    bar.show({
      place: texts.place(place, all),
      spoken: texts.spoken(place, all, textOf(step)),
      share: (at + 1) / steps.length,
      isFirst: at === 0,
      isLast: at === steps.length - 1,
      isAnswer: steps[at + 1]?.reveals?.matches(":not(.committed)") ?? false,
    });
    main.setAttribute("aria-label", texts.stage(place, all, step.heading.textContent));
    if (!bar.element.contains(document.activeElement)) main.focus({preventScroll: true});
  }

  function leave(): void {
    over.abort();
    sizes.disconnect();
    const shown = blockOf(steps[at]!);
    bar.element.remove();
    delete root.dataset["presenting"];
    main.removeAttribute("tabindex");
    main.removeAttribute("aria-label");
    main.removeAttribute("style");
    for (const holder of holders) holder.classList.remove("stage-way");
    for (const line of main.querySelectorAll("li.off-stage")) line.classList.remove("off-stage");
    for (const block of blocks) {
      block.classList.remove(...stageClasses);
      for (const name of stageStyles) block.style.removeProperty(name);
    }
    shown.scrollIntoView({block: "center"});
    keep(undefined);
  }

  show(at + 1);
  return {show, leave};
}

const stageClasses = ["off-stage", "stage-words", "stage-figure", "stage-controls"];
const stageStyles = ["--stage-width", "--stage-scale", "--stage-left", "--stage-top"];

function setStage(
  {heading, words: texts, lines, figure, controls}: Step,
  blocks: readonly HTMLElement[],
): void {
  for (const line of document.querySelectorAll("[data-derivation] li")) {
    line.classList.toggle("off-stage", lines !== undefined && !lines.some((one) => one === line));
  }

  const isAlone = texts.length === 0;
  document.documentElement.dataset["presenting"] = isAlone ? "figure" : "words";
  for (const block of blocks) {
    const isWords = texts.includes(block) || (block === heading && !isAlone);
    const isControls = controls.includes(block);
    block.classList.toggle("off-stage", !isWords && block !== figure && !isControls);
    block.classList.toggle("stage-words", isWords);
    block.classList.toggle("stage-figure", block === figure);
    block.classList.toggle("stage-controls", isControls);
  }
}

/** What of a step is looked for on the page. */
const blockOf = ({words, figure, heading}: Step): HTMLElement => words[0] ?? figure ?? heading;

/** The step that is nearest to the middle of the window, counted from 0. */
function nearestStep(steps: readonly Step[]): number {
  if (scrollY < innerHeight / 4) return 0;
  const middle = innerHeight / 2;
  const distances = steps.map((step) => {
    const {top, bottom, height} = blockOf(step).getBoundingClientRect();
    if (height === 0) return Infinity; // an answer that is held back
    return Math.max(0, top - middle, middle - bottom);
  });
  return distances.indexOf(Math.min(...distances));
}

/** What a screen reader is told of a step: its words, or what its figure says. */
function textOf({words: texts, figure, heading}: Step): string {
  const caption = figure?.querySelector("figcaption")?.textContent ?? "";
  const said = texts.map((block) => block.innerText).join(" ");
  return `${heading.textContent}. ${texts.length === 0 ? caption : said}`.replaceAll(/\s+/g, " ");
}
