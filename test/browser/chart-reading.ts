import type {Page} from "playwright-core";
import {painted} from "./moves.js";

type Growth = "log" | "linear";

/** How the axes of a chart grow; what they show stands beside their ticks. */
export interface Axes {
  x: Growth;
  y: Growth;
}

/**
 * Where the dot of a chart's scenario stands, read off as a reader with a ruler would: from the
 * places of the ticks beside it and the numbers written at them. Knows nothing of the chart's own
 * scales.
 */
export async function readDot(page: Page, figure: string, axes: Axes): Promise<[number, number]> {
  const canvas = page.locator(`[data-figure="${figure}"]`);
  await canvas.scrollIntoViewIfNeeded();
  await canvas.locator("svg.live").waitFor({state: "attached"});
  await painted(page); // what has been off the screen is drawn anew when it comes near
  const {x, y, ticks} = await canvas.evaluate(placesOf);
  return [valueAt(x, ticks.x, axes.x), valueAt(y, ticks.y, axes.y)];
}

interface WrittenTick {
  place: number; // CSS px
  text: string; // e.g. "10 ms"
}

/** Runs in the page and takes nothing from outside. */
function placesOf(figure: Element): {
  x: number;
  y: number;
  ticks: Record<"x" | "y", WrittenTick[]>;
} {
  const middleOf = (element: Element): {x: number; y: number} => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    return {x: (left + right) / 2, y: (top + bottom) / 2};
  };
  const ticksOf = (name: "x" | "y"): WrittenTick[] =>
    [...figure.querySelectorAll(`svg.live .axis.${name} .tick`)].map((tick) => ({
      place: middleOf(tick.querySelector("line")!)[name],
      text: tick.querySelector("text")!.textContent,
    }));
  const dot = figure.querySelector("svg.live circle.dot.chosen")!;
  return {...middleOf(dot), ticks: {x: ticksOf("x"), y: ticksOf("y")}};
}

/** Between the two nearest ticks, or beyond the last of them. */
function valueAt(place: number, ticks: readonly WrittenTick[], growth: Growth): number {
  const [near, far] = ticks
    .map((tick) => ({place: tick.place, value: numberIn(tick.text)}))
    .sort((a, b) => Math.abs(a.place - place) - Math.abs(b.place - place));
  if (near === undefined || far === undefined) throw new Error("an axis needs two ticks");
  const share = (place - near.place) / (far.place - near.place);
  return growth === "log"
    ? near.value * (far.value / near.value) ** share
    : near.value + (far.value - near.value) * share;
}

const prefixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  µ: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
};

/** "1,024" → 1024, "10 ms" → 0.01, "100 T" → 1e14 */
function numberIn(text: string): number {
  const match = /^([\d,.]+)\s?([nµmkMGTP]?)s?$/.exec(text);
  if (match === null) throw new Error(`no number stands at the tick "${text}"`);
  const [, digits, prefix = ""] = match;
  return Number(digits!.replaceAll(",", "")) * (prefixes[prefix] ?? 1);
}
