import {narrowBelow} from "../figure/layout.js";
import type {Step} from "./steps.js";

/**
 * Makes a step as large as the stage allows: the figure with its controls on one side, the words on
 * the other; on a phone one above the other. A figure is drawn for a column of the page and shown
 * larger, so that its words grow with it.
 */
export function fit(main: HTMLElement, step: Step): void {
  const stage = stageOf(main);
  const {side, words} = regionsOf(stage, step);
  main.style.setProperty("--words-width", `${words.width}px`);
  main.style.setProperty("--words-top", `${words.top}px`);
  main.style.setProperty("--words-height", `${words.height}px`);
  if (step.figure !== undefined) fitFigure(step.figure, step.controls, side);
  fitWords(main, step.words.length === 0 ? 1 : largestZoom(stage));
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const margin = 24; // CSS px around the stage, and between its two sides
const bar = 60; // CSS px
const phone = 760; // CSS px: below it one side stands above the other
const wordsShare = {prose: 0.4, work: 0.48}; // of the stage's width
const work = "[data-equation], [data-derivation], [data-table], [data-laboratory], [data-clock]";

function stageOf(main: HTMLElement): Box {
  const {clientWidth, clientHeight} = main.ownerDocument.documentElement;
  const edge = clientWidth < phone ? 12 : margin;
  return {
    left: edge,
    top: edge,
    width: clientWidth - 2 * edge,
    height: clientHeight - bar - 2 * edge,
  };
}

function regionsOf(stage: Box, step: Step): {side: Box; words: Box} {
  if (step.words.length === 0) return {side: stage, words: stage};
  if (stage.width < phone) {
    const height = Math.round(stage.height * 0.5);
    return {
      words: {...stage, height: stage.height - height - 8},
      side: {...stage, top: stage.top + stage.height - height, height},
    };
  }
  const isWork = step.words.some((block) => block.matches(work));
  const width = Math.round(stage.width * wordsShare[isWork ? "work" : "prose"]) - margin;
  return {
    words: {...stage, width},
    side: {
      ...stage,
      left: stage.left + width + 2 * margin,
      width: stage.width - width - 2 * margin,
    },
  };
}

// Widths that a figure may be drawn for, CSS px: the narrow form of a phone, and the wide one.
const drawnWidths = [430, 540, 620, 720, 860];
const mostMagnified = 2.6;
const gap = 4; // CSS px between controls

/** The controls at the bottom of their side, and the figure as legible as it gets above them. */
function fitFigure(figure: HTMLElement, controls: readonly HTMLElement[], side: Box): void {
  let room = side.height;
  const larger = Math.min(1.6, Math.max(1, side.height / 620));
  for (const control of [...controls].reverse()) {
    control.style.setProperty("--stage-width", `${side.width / larger}px`);
    const height = control.offsetHeight * larger;
    place(control, {...side, top: side.top + room - height}, larger);
    room -= height + gap;
  }
  const [best] = drawnWidths
    .map((width) => {
      figure.style.setProperty("--stage-width", `${width}px`);
      const height = figure.offsetHeight;
      const scale = Math.min(mostMagnified, side.width / width, room / height);
      return {width, height, scale, letters: scale * (width < narrowBelow ? 12 : 13)};
    })
    .sort((a, b) => b.letters - a.letters);
  const {width, height, scale} = best!;
  figure.style.setProperty("--stage-width", `${width}px`);
  const left = side.left + (side.width - width * scale) / 2;
  const top = side.top + Math.max(0, (room - height * scale) / 2);
  place(figure, {...side, left, top}, scale);
}

function place(element: HTMLElement, {left, top}: Box, scale: number): void {
  element.style.setProperty("--stage-left", `${left}px`);
  element.style.setProperty("--stage-top", `${top}px`);
  element.style.setProperty("--stage-scale", String(scale));
}

const leastZoom = 0.8;

/** For 1280 × 720 words of 32 px, for twice the screen twice as large. */
function largestZoom({width, height}: Box): number {
  return Math.max(1, Math.min(width / 720, height / 370));
}

/** As large as they go without scrolling; where even small ones do not fit, the column scrolls. */
function fitWords(main: HTMLElement, largest: number): void {
  for (let zoom = largest; ; zoom *= 0.94) {
    main.style.setProperty("--stage-zoom", String(zoom));
    if (zoom <= leastZoom || fits(main)) return;
  }
}

const fits = (main: HTMLElement): boolean =>
  main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth;
