import {axisBottom, axisLeft, type AxisScale} from "d3-axis";
import type {Canvas, Layer, Layout} from "./chart.js";

/** Room around the drawing for ticks and labels, in CSS pixels. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Axis {
  scale: AxisScale<number>;
  ticks: readonly number[];
  format: (value: number) => string;
  /** What the axis is, in words. */
  title: string;
}

/** Draws both axes: thin lines across, labels in words, nothing that the eye does not need. */
export function drawAxes(
  canvas: Canvas | Layer,
  {width, height}: Layout,
  margins: Margins,
  {x, y}: {x: Axis; y: Axis},
): void {
  const bottom = height - margins.bottom;
  canvas
    .append("g")
    .attr("class", "axis x")
    .attr("transform", `translate(0,${bottom})`)
    .call(
      axisBottom(x.scale)
        .tickValues([...x.ticks])
        .tickFormat(x.format)
        .tickSize(5)
        .tickPadding(5),
    )
    .append("text")
    .attr("class", "axis-title")
    .attr("x", (margins.left + width - margins.right) / 2)
    .attr("y", margins.bottom - 6)
    .attr("text-anchor", "middle")
    .text(x.title);
  canvas
    .append("g")
    .attr("class", "axis y")
    .attr("transform", `translate(${margins.left},0)`)
    .call(
      axisLeft(y.scale)
        .tickValues([...y.ticks])
        .tickFormat(y.format)
        .tickSize(-(width - margins.left - margins.right))
        .tickPadding(8),
    )
    .append("text")
    .attr("class", "axis-title")
    .attr("x", 0)
    .attr("y", margins.top - 14)
    .attr("text-anchor", "start")
    .text(y.title);
}

/** Powers of ten, or of another base, from `from` to `to`. */
export function powers(from: number, to: number, base = 10): number[] {
  const ticks: number[] = [];
  const first = Math.ceil(Math.log(from) / Math.log(base) - 1e-9);
  for (let power = first; base ** power <= to * (1 + 1e-9); power++) ticks.push(base ** power);
  return ticks;
}

/** Those of the ticks that a scale's domain holds. */
export function ticksWithin(ticks: readonly number[], scale: {domain(): number[]}): number[] {
  const [least, most] = scale.domain() as [number, number];
  return ticks.filter((tick) => tick >= least && tick <= most);
}
