/**
 * A chapter in steps, as its presenter shows it: a few words at a time, and the figure that they
 * speak of. The steps are made from the chapter's own elements; nothing is written twice.
 */
export interface Step {
  /** The heading under which it stands. */
  heading: HTMLElement;
  /** The blocks of text that are shown; none where the figure has the stage to itself. */
  words: readonly HTMLElement[];
  /** Which lines of a long derivation are shown; all of them where this is not said. */
  lines?: readonly HTMLElement[];
  /** The figure that stands beside them, with the controls that move it. */
  figure?: HTMLElement;
  controls: readonly HTMLElement[];
  /** The question whose answer this step holds: it is answered when the step is shown. */
  reveals?: HTMLElement;
}

/** Elements that only hold others: on a stage they lend their room to what they hold. */
const holders = ".chapter, .cover, .cover > section, .scene, .predict, .reveal:not(.controls)";
/** What a reader needs and an audience does not. */
const unshown =
  "aside, nav, script, .observablehq--block, [data-corrections], [data-settings], [data-own], [data-measure], .without-script";
/** What belongs to the words before it, as a field for a guess does to its question. */
const companions =
  "[data-guess], [data-rank], [data-question], [data-equation][data-plain], .motto, .lead, ul, ol, .controls, [data-control]";
/** A chapter ends where its sources begin. */
const end = "#sources";

/** Every element of a page that is shown or not as a whole, in the page's order. */
export function blocksIn(main: HTMLElement): {blocks: HTMLElement[]; holders: HTMLElement[]} {
  const blocks: HTMLElement[] = [];
  const around: HTMLElement[] = [];
  const walk = (element: HTMLElement): void => {
    for (const child of element.children) {
      if (!(child instanceof HTMLElement)) continue;
      if (child.matches(holders)) {
        around.push(child);
        walk(child);
      } else blocks.push(child);
    }
  };
  walk(main);
  return {blocks, holders: around};
}

/** The steps of a page. */
export function stepsOf(all: readonly HTMLElement[]): Step[] {
  const last = all.findIndex((block) => block.matches(end));
  const blocks = (last === -1 ? all : all.slice(0, last)).filter(
    (block) => !block.matches(unshown),
  );
  const figures = blocks.filter((block) => block.matches("figure"));
  const steps: (Step & {at: number})[] = [];
  let heading: HTMLElement | undefined;
  let section = 0; // where it begins among the blocks
  const sectionOf = new Map<HTMLElement, number>();

  blocks.forEach((block, at) => {
    if (block.matches("h1, h2")) {
      heading = block;
      section = at;
    }
    sectionOf.set(block, section);
  });

  heading = undefined;
  blocks.forEach((block, at) => {
    if (block.matches("h1, h2, h3")) {
      heading = block;
      return;
    }
    if (heading === undefined || isOfFigure(block)) return;
    const before = steps.at(-1);
    const reveals = revealedWith(block);
    const common = {heading, at, controls: [], ...(reveals && {reveals})};
    if (block.matches("figure")) {
      steps.push({...common, words: [], figure: block});
    } else if (
      block.matches(companions) &&
      before?.words.length === 1 &&
      before.heading === heading &&
      before.reveals === reveals
    ) {
      steps[steps.length - 1] = {...before, words: [...before.words, block]};
    } else {
      const pages = pagesOf(block);
      if (pages.length < 2) steps.push({...common, words: [block]});
      else for (const lines of pages) steps.push({...common, words: [block], lines});
    }
  });

  return steps.map(({at, ...step}) => {
    const figure = step.figure ?? figureFor(blocks[at]!, at);
    return {...step, ...(figure && {figure, controls: controlsOf(figure)})};
  });

  /** The one that the page names; the one of the same question; of the same section; the nearest. */
  function figureFor(block: HTMLElement, at: number): HTMLElement | undefined {
    const named = block.closest<HTMLElement>("[data-beside]")?.dataset["beside"];
    const scene = block.closest(".predict");
    const distance = (figure: HTMLElement): number => {
      const away = blocks.indexOf(figure) - at;
      const isNear =
        (scene !== null && figure.closest(".predict") === scene) ||
        sectionOf.get(figure) === sectionOf.get(block);
      return Math.abs(away) - (away > 0 ? 0.5 : 0) + (isNear ? 0 : blocks.length);
    };
    return (
      figures.find(({id}) => id === named) ??
      [...figures].sort((a, b) => distance(a) - distance(b))[0]
    );
  }
}

const mostLines = 3; // of a derivation at once

/** The lines of a derivation, so many at a time, each time about as many. */
function pagesOf(block: HTMLElement): HTMLElement[][] {
  const lines = [...block.querySelectorAll<HTMLElement>("li")];
  if (!block.matches("[data-derivation]") || lines.length <= mostLines + 1) return [];
  const count = Math.ceil(lines.length / mostLines);
  const each = Math.ceil(lines.length / count);
  return Array.from({length: count}, (_, i) => lines.slice(i * each, (i + 1) * each));
}

/** Whether controls stand under a figure, so that they go where it goes. */
function isOfFigure(block: HTMLElement): boolean {
  if (block.dataset["of"] !== undefined) return true;
  if (!block.matches(".controls, [data-control]")) return false;
  let before = block.previousElementSibling;
  while (before?.matches(".controls, [data-control]")) before = before.previousElementSibling;
  return before?.matches("figure") ?? false;
}

function controlsOf(figure: HTMLElement): HTMLElement[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(`[data-of="${CSS.escape(figure.id)}"]`),
  ];
  let next = figure.nextElementSibling;
  while (next instanceof HTMLElement && next.matches(".controls, [data-control]")) {
    controls.push(next);
    next = next.nextElementSibling;
  }
  return controls;
}

/** The question that a block answers: what comes after the field for the guess shows the answer. */
function revealedWith(block: HTMLElement): HTMLElement | undefined {
  const scene = block.closest<HTMLElement>(".predict:not(.committed)");
  const question = scene?.querySelector("[data-guess], [data-rank], [data-question]");
  if (scene === null || question === null || question === undefined) return undefined;
  const follows = question.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows === 0 ? undefined : scene;
}
