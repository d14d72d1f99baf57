import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {
  allMachineRows,
  machineList,
  type MachineList,
  type MachineRow,
} from "../../../lib/scenario/machine-list.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {powers} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints, diamond, measuredClass} from "../marks.js";
import {ownClass} from "../own.js";

const rowHeight = {wide: 27, narrow: 44}; // CSS px; in a narrow column the name has a line of its own
const head = {wide: 46, narrow: 44}; // for the axis, which stands above the list
const foot = 8;

/**
 * The machines as a list: how fast each would write with the chosen model. The dot is the roof, the
 * bar the forecast's band, a diamond what somebody measured. Sorted, filtered and cut as the
 * scenario says; the two machines that the reader compares are always there.
 *
 *     <figure data-figure="machines" id="figure-machines"></figure>
 */
export const machines: Chart = {
  name: "machines",
  height: {wide: head.wide + foot + 16 * rowHeight.wide, narrow: 900},

  heightFor: (view, {catalog}) => {
    const {rows} = machineList(view, catalog);
    return {
      wide: head.wide + foot + rows.length * rowHeight.wide,
      narrow: head.narrow + foot + rows.length * rowHeight.narrow,
    };
  },

  title: (view, {words, numbers, catalog}) => {
    const {fitting} = machineList(view, catalog);
    return words.figures.machines.title(
      numbers.whole(fitting),
      numbers.whole(catalog.machines.length),
      view.model.name,
      numbers.bytes(view.estimate.bytes.total),
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const {found} = machineList(view, catalog);
    const measured = allMachineRows(view, catalog).filter((row) => row.measured !== undefined);
    return words.figures.machines.summary(
      numbers.whole(Math.min(found, view.scenario.rows)),
      numbers.whole(found),
      words.controls.sorts[view.scenario.sort],
      numbers.whole(measured.length),
    );
  },

  table: (view, {words, catalog}) => ({
    columns: words.figures.machines.columns,
    rows: machineList({...view, scenario: {...view.scenario, rows: Infinity}}, catalog).rows.map(
      (row) => [
        row.name,
        words.controls.machineClasses[row.kind],
        row.memoryBytes ?? "",
        row.bandwidth,
        row.fits === undefined ? "" : words.figures.machines.fits(row.fits),
        row.roof,
        row.forecast,
        row.measured?.tokensPerSecond ?? "",
      ],
    ),
  }),

  create(canvas, layout, context) {
    const axis = canvas.append("g");
    const list = canvas.append("g");
    const marks = canvas.append("g");
    return (view) => {
      const found = machineList(view, context.catalog);
      const x = scaleFor(found, layout);
      drawAxis(axis, x, layout, context);
      drawWish(axis, view, x, layout, context);
      drawRows(list, found, x, layout, context);
      drawMarks(marks, found, x, layout, context);
    };
  },
};

type Scale = ScaleLogarithmic<number, number>;

const sides = (narrow: boolean) => (narrow ? {left: 6, right: 46} : {left: 222, right: 176});

function scaleFor({rows}: MachineList, {width, narrow}: Layout): Scale {
  const {left, right} = sides(narrow);
  const speeds = rows.flatMap(({roof, slow, measured}) => [
    roof,
    slow,
    measured?.tokensPerSecond ?? roof,
  ]);
  const least = Math.min(...speeds) / 1.15;
  const most = Math.max(...speeds) * 1.05;
  return scaleLog([least, Math.max(most, least * 4)], [left, width - right]);
}

function drawAxis(
  layer: Layer,
  x: Scale,
  {narrow, height}: Layout,
  {words, numbers}: Context,
): void {
  const top = narrow ? head.narrow : head.wide;
  const [least, most] = x.domain() as [number, number];
  const steps = most / least > 60 ? [1] : [1, 2, 5];
  const ticks = powers(least / 10, most)
    .flatMap((power) => steps.map((step) => step * power))
    .filter((tick) => tick >= least && tick <= most);
  layer
    .selectAll("line.tick")
    .data(ticks)
    .join("line")
    .attr("class", "tick")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", top - 6)
    .attr("y2", height - foot);
  layer
    .selectAll("text.tick")
    .data(ticks)
    .join("text")
    .attr("class", "tick")
    .attr("x", x)
    .attr("y", top - 12)
    .attr("text-anchor", "middle")
    .text((tick) => numbers.number(tick));
  layer
    .selectAll("text.axis-title")
    .data([words.figures.machines.x])
    .join("text")
    .attr("class", "axis-title")
    .attr("x", narrow ? x.range()[0]! : 0)
    .attr("y", narrow ? 13 : top - 12)
    .text((text) => text);
}

/** The speed that the reader wishes for, as a line through the list. */
function drawWish(
  layer: Layer,
  {scenario: {speed}}: View,
  x: Scale,
  {narrow, height}: Layout,
  {words, numbers}: Context,
): void {
  const [least, most] = x.domain() as [number, number];
  const shown = speed > least && speed < most ? [speed] : [];
  const onTheRight = x(speed) > (x.range()[1] ?? 0) - 60;
  layer
    .selectAll("line.wish")
    .data(shown)
    .join("line")
    .attr("class", "wish gap")
    .attr("data-symbol", "speed")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", (narrow ? head.narrow : head.wide) - 26)
    .attr("y2", height - foot);
  layer
    .selectAll("text.wish")
    .data(narrow ? [] : shown)
    .join("text")
    .attr("class", "wish label")
    .attr("x", (at) => x(at) + (onTheRight ? -5 : 5))
    .attr("y", 13)
    .attr("text-anchor", onTheRight ? "end" : "start")
    .text((at) => words.figures.machines.wish(numbers.number(at)));
}

function drawRows(
  layer: Layer,
  {rows}: MachineList,
  x: Scale,
  {width, narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.machines;
  const high = narrow ? rowHeight.narrow : rowHeight.wide;
  const [left] = x.range() as [number, number];
  const groups = layer
    .selectAll<SVGGElement, MachineRow>("g.row")
    .data(rows, ({name}) => name)
    .join((enter) => {
      const row = enter.append("g");
      row.append("rect").attr("class", "ground");
      row.append("text").attr("class", "name").attr("translate", "no");
      row.append("text").attr("class", "facts");
      row.append("line").attr("class", "reach");
      return row;
    })
    .attr(
      "class",
      ({isPinned, fits, name}) =>
        `row${isPinned ? " pinned" : ""}${fits === false ? " small" : ""}${ownClass(name)}`,
    )
    .attr("data-pin", ({name}) => name)
    .attr("transform", (_, i) => `translate(0,${topOf(i, narrow)})`);
  groups
    .select(".ground")
    .attr("x", -6)
    .attr("width", width + 12)
    .attr("height", high)
    .attr("rx", 6);
  groups
    .select(".name")
    .attr("x", 0)
    .attr("y", narrow ? 16 : 18)
    .text(({name}) => name);
  groups
    .select(".facts")
    .attr("x", width)
    .attr("y", narrow ? 16 : 18)
    .attr("text-anchor", "end")
    .text(({bandwidth, memoryBytes, fits}) => {
      const memory = memoryBytes === undefined ? texts.untold : shortBytes(memoryBytes, numbers);
      return fits === false && !narrow
        ? texts.tooSmall(memory)
        : texts.facts(numbers.bandwidth(bandwidth), memory);
    });
  groups
    .select(".reach")
    .attr("x1", left)
    .attr("x2", ({roof}) => x(roof))
    .attr("y1", lineOf(narrow))
    .attr("y2", lineOf(narrow));
}

function drawMarks(
  layer: Layer,
  {rows}: MachineList,
  x: Scale,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.machines;
  const y = (i: number): number => topOf(i, narrow) + lineOf(narrow);
  const keyed = rows.map((row, i) => ({row, at: y(i)}));
  layer
    .selectAll("rect.band")
    .data(keyed)
    .join("rect")
    .attr("class", ({row}) => `band${row.fits === false ? " small" : ""}${ownClass(row.name)}`)
    .attr("x", ({row}) => x(row.slow))
    .attr("width", ({row}) => Math.max(2, x(row.fast) - x(row.slow)))
    .attr("y", ({at}) => at - 5)
    .attr("height", 10)
    .attr("rx", 2);
  layer
    .selectAll("line.expected")
    .data(keyed.filter(({row}) => row.fits !== false))
    .join("line")
    .attr("class", "expected")
    .attr("x1", ({row}) => x(row.forecast))
    .attr("x2", ({row}) => x(row.forecast))
    .attr("y1", ({at}) => at - 6)
    .attr("y2", ({at}) => at + 6);
  const dots = layer
    .selectAll<SVGCircleElement, (typeof keyed)[number]>("circle")
    .data(keyed)
    .join("circle")
    .attr(
      "class",
      ({row}) =>
        (row.fits === false ? "dot small" : `dot${row.isPinned ? " chosen" : ""} memory`) +
        ownClass(row.name),
    )
    .attr("cx", ({row}) => x(row.roof))
    .attr("cy", ({at}) => at)
    .attr("r", ({row}) => (row.isPinned ? 6.5 : 5));
  asPoints(dots, ({row}) => ({
    label: dotLabel(row, {words, numbers}),
    x: row.roof,
    y: row.memoryBytes ?? 0,
  }));
  const measured = keyed.flatMap(({row, at}) =>
    row.measured === undefined ? [] : [{row, at, run: row.measured}],
  );
  const diamonds = layer
    .selectAll<SVGPathElement, (typeof measured)[number]>("path")
    .data(measured)
    .join("path")
    .attr("class", ({run}) => measuredClass(true, run.verified))
    .attr("d", diamond(6))
    .attr("pathLength", 4)
    .attr("transform", ({run, at}) => `translate(${x(run.tokensPerSecond)},${at})`);
  asPoints(diamonds, ({row, run}) => ({
    label: texts.diamond(row.name, numbers.rate(run.tokensPerSecond), run.verified),
    x: run.tokensPerSecond,
    y: row.memoryBytes ?? 0,
  }));
  layer
    .selectAll("text")
    .data(keyed)
    .join("text")
    .attr("class", ({row}) => `reading${row.isPinned ? " roof-value" : ""}${ownClass(row.name)}`)
    .attr("x", ({row}) => x(row.roof) + 11)
    .attr("y", ({at}) => at + 4.5)
    .text(({row}) => numbers.rate(row.roof));
}

/** What the dot of a machine says of it. */
function dotLabel(row: MachineRow, {words, numbers}: Pick<Context, "words" | "numbers">): string {
  const texts = words.figures.machines;
  const {name, memoryBytes, fits, roof, forecast, slow, fast} = row;
  if (fits === false && memoryBytes !== undefined) {
    return texts.dotTooSmall(name, numbers.bytes(memoryBytes), numbers.rate(roof));
  }
  return texts.dot(
    name,
    numbers.rate(roof),
    numbers.rate(forecast),
    numbers.rate(slow),
    numbers.rate(fast),
  );
}

const topOf = (i: number, narrow: boolean): number =>
  (narrow ? head.narrow : head.wide) + i * (narrow ? rowHeight.narrow : rowHeight.wide);

/** Where in a row its marks are. */
const lineOf = (narrow: boolean): number => (narrow ? 31 : rowHeight.wide / 2);

/** 192e9 → "192 GB": sizes of memory are round. */
const shortBytes = (bytes: number, {tick}: Context["numbers"]): string => tick(bytes, "B");
