import {roofsOf, type Roof} from "../../lib/scenario/roofs.js";
import type {View} from "../../lib/scenario/view.js";
import {listed} from "../control/sliders.js";
import type {Attributes, Context} from "../page/context.js";
import {drawAxes, powers, type Margins} from "./axes.js";
import type {Canvas, Layer, Layout} from "./chart.js";
import type {LogScale} from "./log-scale.js";
import {spread} from "./marks.js";

// What every chart of rooflines draws alike: operations per byte read to the right, operations per
// second upwards.

export interface RoofScales {
  x: LogScale;
  y: LogScale;
}

/** A place on such a chart, in FLOP/byte and FLOP/s. */
export type Corner = readonly [intensity: number, flops: number];

/** The names in the tag's data-machines. */
export const machinesNamed = (options: Attributes): string[] =>
  listed({options: options["machines"] ?? ""});

/** The roofs of the machines that the tag names. */
export const roofsNamed = (view: View, {catalog}: Context, options: Attributes): Roof[] =>
  roofsOf(view, catalog, machinesNamed(options));

/** A line from corner to corner, for the attribute d. */
export const lineThrough = ({x, y}: RoofScales, corners: readonly Corner[]): string =>
  `M${corners.map(([intensity, flops]) => `${x(intensity)},${y(flops)}`).join("L")}`;

export function drawRoofAxes(
  layer: Canvas | Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: RoofScales,
  {ticks, titles}: {ticks: readonly number[]; titles: {x: string; y: string}},
  {numbers}: Context,
): void {
  const [least, most] = y.domain();
  drawAxes(layer, layout, margins, {
    x: {scale: x, ticks, format: (value) => numbers.whole(value), title: titles.x},
    y: {
      scale: y,
      ticks: powers(least, most),
      format: (value) => numbers.tick(value),
      title: titles.y,
    },
  });
}

/** A name at the right end of a roof. */
export interface RoofName {
  text: string;
  className: string;
  flops: number;
  /** How far above its roof it stands in a narrow drawing, where it is on it. CSS px. */
  lift: number;
  /** Whether it is a word of the page, and no name of a thing: those are not translated. */
  isWord?: boolean;
}

/** So much room does a name take, from one to the next. CSS px. */
export const roomOfName = (narrow: boolean): number => (narrow ? 15 : 17);

/** Names beside the ends of their roofs, or on them in a narrow drawing, clear of each other. */
export function drawRoofNames(
  layer: Layer,
  names: readonly RoofName[],
  {x, y}: RoofScales,
  {narrow}: Layout,
  margins: Margins,
): void {
  const places = spread(
    names.map(({flops, lift}) => y(flops) + (narrow ? -lift : 4)),
    roomOfName(narrow),
    margins.top + 4,
    y.range()[0],
  );
  const [, right] = x.range();
  layer
    .selectAll("text")
    .data(names)
    .join("text")
    .attr("class", ({className}) => className)
    .attr("translate", ({isWord}) => (isWord ? null : "no"))
    .attr("x", right + (narrow ? -2 : 8))
    .attr("y", (_, i) => places[i]!)
    .attr("text-anchor", narrow ? "end" : "start")
    .text(({text}) => text);
}
