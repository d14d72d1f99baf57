import type {Context} from "../page/context.js";
import type {Layer, Layout} from "./chart.js";
import {logScale, type LogScale} from "./log-scale.js";
import {asPoints, diamond} from "./marks.js";

/** One line of a drawing: a name, marks along a logarithmic axis, and a remark at its end. */
export interface Row {
  name: string;
  /** Whether the name is data, not words. */
  isName?: boolean;
  /** Drawn in the reader's own colour. */
  own: boolean;
  /** What the law says: a dot, on a bar from the lowest to the highest. */
  computed?: {value: number; low: number; high: number; label: string; kind?: string};
  /** What was measured: a diamond. */
  measured?: {value: number; label: string};
  /** What the reader has guessed: a ring. */
  guess?: {value: number; label: string};
  remark?: string;
}

export interface RowPlan {
  top: number;
  rowHeight: number;
  /** Where the axis begins and ends. CSS px. */
  left: number;
  right: number;
}

/** The axis of the rows: wide enough for all of their marks, from one power of two to another. */
export function scaleOf(rows: readonly Row[], {left, right}: RowPlan): LogScale {
  const values = rows.flatMap(({computed, measured, guess}) => [
    ...(computed === undefined ? [] : [computed.low, computed.high]),
    ...(measured === undefined ? [] : [measured.value]),
    ...(guess === undefined ? [] : [guess.value]),
  ]);
  const least = 2 ** Math.floor(Math.log2(Math.min(...values) * 0.8));
  const most = 2 ** Math.ceil(Math.log2(Math.max(...values) * 1.25));
  return logScale([least, most], [left, right]);
}

/** Ticks of a few whole steps: 1, 2 and 5 times powers of ten, every one of them or every power. */
export function rowTicks(scale: LogScale, room: number): number[] {
  const [least, most] = scale.domain();
  const from = Math.floor(Math.log10(least));
  const to = Math.ceil(Math.log10(most));
  const ticks = (digits: readonly number[]): number[] =>
    Array.from({length: to - from + 1}, (_, i) => from + i)
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= least && tick <= most);
  const fine = ticks([1, 2, 5]);
  return fine.length * room <= scale.range()[1] - scale.range()[0] ? fine : ticks([1]);
}

/** Draws the axis below the rows and a thin line up from each tick. */
export function drawRowAxis(
  layer: Layer,
  scale: LogScale,
  {top}: RowPlan,
  {height}: Layout,
  title: string,
  {numbers}: Context,
): void {
  const bottom = height - 40;
  const ticks = rowTicks(scale, 46);
  layer
    .selectAll("line.rule")
    .data(ticks)
    .join("line")
    .attr("class", "rule")
    .attr("x1", scale)
    .attr("x2", scale)
    .attr("y1", top)
    .attr("y2", bottom);
  layer
    .selectAll("text.tick")
    .data(ticks)
    .join("text")
    .attr("class", "tick")
    .attr("x", scale)
    .attr("y", bottom + 16)
    .attr("text-anchor", "middle")
    .text((tick) => numbers.number(tick));
  layer
    .selectAll("text.axis-title")
    .data([title])
    .join("text")
    .attr("class", "axis-title")
    .attr("x", scale.range()[1])
    .attr("y", bottom + 34)
    .attr("text-anchor", "end")
    .text((text) => text);
}

/** Draws the rows, one below the other. */
export function drawRows(
  layer: Layer,
  rows: readonly Row[],
  scale: LogScale,
  plan: RowPlan,
  {width, narrow}: Layout,
): void {
  const middle = (i: number): number => plan.top + (i + (narrow ? 0.68 : 0.5)) * plan.rowHeight;
  const placed = rows.map((row, i) => ({row, y: middle(i)}));
  const className = (base: string) => (entry: {row: Row}) =>
    `${base}${entry.row.own ? " yours" : ""} ${entry.row.computed?.kind ?? ""}`.trimEnd();

  layer
    .selectAll("text.name")
    .data(placed)
    .join("text")
    .attr("class", className("name"))
    .attr("translate", ({row}) => (row.isName === true ? "no" : null))
    .attr("x", 0)
    .attr("y", ({y}) => y + (narrow ? -0.36 * plan.rowHeight : 4.5))
    .text(({row}) => row.name);
  layer
    .selectAll("text.remark")
    .data(placed)
    .join("text")
    .attr("class", className("remark"))
    .attr("x", width)
    .attr("y", ({y}) => y + (narrow ? -0.36 * plan.rowHeight : 4.5))
    .attr("text-anchor", "end")
    .text(({row}) => row.remark ?? "");

  const computed = placed.flatMap(({row, y}) =>
    row.computed === undefined ? [] : [{row, y, ...row.computed}],
  );
  layer
    .selectAll("rect.range")
    .data(computed)
    .join("rect")
    .attr("class", className("range"))
    .attr("x", ({low}) => scale(low))
    .attr("width", ({low, high}) => Math.max(2, scale(high) - scale(low)))
    .attr("y", ({y}) => y - 6)
    .attr("height", 12)
    .attr("rx", 6);
  const gaps = computed.flatMap(({row, y, value}) =>
    row.measured === undefined ? [] : [{row, y, from: value, to: row.measured.value}],
  );
  layer
    .selectAll("line.gap")
    .data(gaps)
    .join("line")
    .attr("class", "gap")
    .attr("x1", ({from}) => scale(from))
    .attr("x2", ({to}) => scale(to))
    .attr("y1", ({y}) => y)
    .attr("y2", ({y}) => y);
  const dots = layer
    .selectAll<SVGCircleElement, (typeof computed)[number]>("circle.dot")
    .data(computed)
    .join("circle")
    .attr("class", className("dot chosen"))
    .attr("cx", ({value}) => scale(value))
    .attr("cy", ({y}) => y)
    .attr("r", 6.5);
  asPoints(dots, ({label, value, y}) => ({label, x: value, y}));
  const measured = placed.flatMap(({row, y}) =>
    row.measured === undefined ? [] : [{row, y, ...row.measured}],
  );
  const diamonds = layer
    .selectAll<SVGPathElement, (typeof measured)[number]>("path.measured")
    .data(measured)
    .join("path")
    .attr("class", className("measured chosen"))
    .attr("d", diamond(7.5))
    .attr("transform", ({value, y}) => `translate(${scale(value)},${y})`);
  asPoints(diamonds, ({label, value, y}) => ({label, x: value, y}));
  const guesses = placed.flatMap(({row, y}) =>
    row.guess === undefined ? [] : [{row, y, ...row.guess}],
  );
  const rings = layer
    .selectAll<SVGCircleElement, (typeof guesses)[number]>("circle.guess")
    .data(guesses)
    .join("circle")
    .attr("class", "guess")
    .attr("cx", ({value}) => scale(value))
    .attr("cy", ({y}) => y)
    .attr("r", 7);
  asPoints(rings, ({label, value, y}) => ({label, x: value, y}));
}
