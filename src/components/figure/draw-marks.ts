import type {Layer} from "./chart.js";
import {asPoints, diamond, type Point} from "./marks.js";
import {ownClass} from "./own.js";

/** A mark that a reader can ask about, and where its middle stands. CSS pixels. */
export interface Mark extends Point {
  left: number;
  top: number;
}

/** Draws what was measured: a hollow diamond each. For their classes see `measuredClass`. */
export function drawDiamonds(
  layer: Layer,
  radius: number,
  marks: readonly (Mark & {className: string})[],
): void {
  const diamonds = layer
    .selectAll<SVGPathElement, (typeof marks)[number]>("path.measured")
    .data(marks)
    .join("path")
    .attr("class", ({className}) => className)
    .attr("d", diamond(radius))
    .attr("pathLength", 4)
    .attr("transform", ({left, top}) => `translate(${left},${top})`);
  asPoints(diamonds, (mark) => mark);
}

/**
 * Draws the one dot for what the reader has chosen: a place that a law has computed.
 *
 * @param mark its machine is told where the dot is that of one: the reader's own is drawn as his
 */
export function drawChosenDot(
  layer: Layer,
  mark: Mark & {kind: string; symbol: string; machine?: string},
): void {
  const dots = layer
    .selectAll<SVGCircleElement, typeof mark>("circle.chosen")
    .data([mark])
    .join("circle")
    .attr("class", ({kind, machine = ""}) => `dot chosen ${kind}${ownClass(machine)}`)
    .attr("data-symbol", ({symbol}) => symbol)
    .attr("cx", ({left}) => left)
    .attr("cy", ({top}) => top)
    .attr("r", 7.5);
  asPoints(dots, (chosen) => chosen);
}

/** Draws the reader's guess as a ring with its name beside it: nothing while there is none. */
export function drawGuessRing(
  layer: Layer,
  guess: (Mark & {radius: number; dx: number; dy: number}) | undefined,
): void {
  const guesses = guess === undefined ? [] : [guess];
  const rings = layer
    .selectAll<SVGCircleElement, NonNullable<typeof guess>>("circle.guess")
    .data(guesses)
    .join("circle")
    .attr("class", "guess")
    .attr("cx", ({left}) => left)
    .attr("cy", ({top}) => top)
    .attr("r", ({radius}) => radius);
  asPoints(rings, (ring) => ring);
  layer
    .selectAll("text.guess")
    .data(guesses)
    .join("text")
    .attr("class", "guess label")
    .attr("x", ({left, dx}) => left + dx)
    .attr("y", ({top, dy}) => top + dy)
    .attr("text-anchor", ({dx}) => (dx < 0 ? "end" : "start"))
    .text(({label}) => label);
}
