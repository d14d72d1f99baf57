import {scaleLinear, type ScaleLinear} from "d3-scale";
import {isOwnMachine, ownMachineIn, ownMachineName} from "../../../lib/catalog/own-machine.js";
import {ranking, type Ranked} from "../../../lib/scenario/ranking.js";
import type {View} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints, diamond, measuredClass} from "../marks.js";
import {ownClass} from "../own.js";

const head = 30; // CSS px above the first row, for what the columns are
const gutter = {wide: 110, narrow: 74}; // for the places that the reader has given

/**
 * A few machines in the order of their speed, as bars. The order in which the reader has put them
 * is drawn in: a curve leads from each place that he gave to the right one.
 *
 *     <figure data-figure="rank" data-machines="Apple M2 Ultra, RTX 4090" data-veiled="true">
 */
export const rank: Chart = {
  name: "rank",
  height: {wide: 330, narrow: 330},

  title: (view, context, options) => {
    const rows = rankedOf(view, context, options);
    const spread = rows.find(isSpread);
    return spread === undefined
      ? context.words.figures.rank.titleAllFit(rows[0]!.name)
      : context.words.figures.rank.title(
          spread.name,
          context.numbers.whole(rows.indexOf(spread) + 1),
          context.numbers.whole(rows.length),
        );
  },

  summary: (view, {words}) => words.figures.rank.summary(view.model.name),

  table: (view, context, options) => ({
    columns: context.words.figures.rank.columns,
    rows: rowsOf(view, context, options).map((row, i) => [
      isOwnMachine(row.name) ? "" : i + 1,
      row.name,
      row.speed,
      row.speedWithRoom,
      row.measured?.tokensPerSecond ?? "",
    ]),
  }),

  create(canvas, layout, context, options) {
    const {narrow, width} = layout;
    const texts = context.words.figures.rank;
    const left = narrow ? gutter.narrow : gutter.wide;
    const curves = canvas.append("g").attr("class", "veil");
    const bars = canvas.append("g").attr("class", "veil");
    const guess = (options["guess"] ?? "").split(",").filter(Boolean);
    if (guess.length > 0) {
      const header = canvas.append("text").attr("class", "guess").attr("y", 14);
      header.text(narrow ? texts.yoursShort : texts.yours);
    }
    canvas.append("text").attr("class", "veil").attr("x", left).attr("y", 14).text(texts.x);

    return (view) => {
      const rows = rowsOf(view, context, options);
      const rowHeight = (layout.height - head) / rows.length;
      const most = Math.max(...rows.map(({speedWithRoom}) => speedWithRoom));
      const x = scaleLinear([0, most], [left, width - 54]);
      const topOf = (i: number): number => head + i * rowHeight;
      drawBars(bars, rows, topOf, x, layout, context);
      drawGuess(curves, rows, topOf, guess, left, context);
    };
  },
};

const rankedOf = (view: View, {catalog}: Context, options: Attributes): Ranked[] =>
  ranking(view, catalog, listed({options: options["machines"] ?? ""}));

/** The ranked ones, and after them the reader's own, which was no part of the question. */
const rowsOf = (view: View, context: Context, options: Attributes): Ranked[] => [
  ...rankedOf(view, context, options),
  ...ranking(view, context.catalog, ownMachineIn(context.catalog) ? [ownMachineName] : []),
];

/** Whether a part of the model lies elsewhere, and costs speed. */
const isSpread = ({speed, speedWithRoom}: Ranked): boolean => speed < speedWithRoom * 0.99;

const barTop = 22;
const barHeight = 14;

function drawBars(
  layer: Layer,
  rows: readonly Ranked[],
  topOf: (i: number) => number,
  x: ScaleLinear<number, number>,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.rank;
  const placed = rows.map((row, i) => ({row, top: topOf(i)}));
  layer
    .selectAll("text.name")
    .data(placed)
    .join("text")
    .attr("class", ({row}) => `name${ownClass(row.name)}`)
    .attr("translate", "no")
    .attr("x", x(0))
    .attr("y", ({top}) => top + 15)
    .text(({row}) => row.name);
  layer
    .selectAll("rect.room")
    .data(placed.filter(({row}) => isSpread(row)))
    .join("rect")
    .attr("class", ({row}) => `room${ownClass(row.name)}`)
    .attr("x", x(0))
    .attr("y", ({top}) => top + barTop)
    .attr("height", barHeight)
    .attr("width", ({row}) => x(row.speedWithRoom) - x(0));
  layer
    .selectAll("text.room")
    .data(placed.filter(({row}) => isSpread(row)))
    .join("text")
    .attr("class", "room")
    .attr("x", ({row}) => x(row.speedWithRoom) + 8)
    .attr("y", ({top}) => top + barTop + 12)
    .text(({row}) =>
      (narrow ? texts.withRoomShort : texts.withRoom)(numbers.rate(row.speedWithRoom)),
    );
  const rects = layer
    .selectAll<SVGRectElement, (typeof placed)[number]>("rect.bar")
    .data(placed)
    .join("rect")
    .attr("class", ({row}) => `bar${ownClass(row.name)}`)
    .attr("x", x(0))
    .attr("y", ({top}) => top + barTop)
    .attr("height", barHeight)
    .attr("width", ({row}) => x(row.speed) - x(0));
  asPoints(rects, ({row}) => ({
    label: texts.bar(row.name, numbers.rate(row.speed)),
    x: row.speed,
    y: rows.indexOf(row) + 1,
  }));
  layer
    .selectAll("text.speed")
    .data(placed.filter(({row}) => row.speed > 0))
    .join("text")
    .attr("class", "speed reading roof-value")
    .attr("x", ({row}) => x(row.speed) + 8)
    .attr("y", ({top}) => top + barTop + 12)
    .text(({row}) => numbers.rate(row.speed));
  const measured = placed.flatMap(({row, top}) =>
    row.measured === undefined ? [] : [{name: row.name, run: row.measured, top}],
  );
  const diamonds = layer
    .selectAll<SVGPathElement, (typeof measured)[number]>("path")
    .data(measured)
    .join("path")
    .attr("class", ({run}) => measuredClass(true, run.verified))
    .attr("d", diamond(6))
    .attr("pathLength", 4)
    .attr(
      "transform",
      ({run, top}) => `translate(${x(run.tokensPerSecond)},${top + barTop + barHeight / 2})`,
    );
  asPoints(diamonds, ({name, run}) => ({
    label: texts.diamond(name, numbers.rate(run.tokensPerSecond), run.verified),
    x: run.tokensPerSecond,
    y: rows.findIndex((row) => row.name === name) + 1,
  }));
}

/** Curves from the places that the reader gave to the right ones. */
function drawGuess(
  layer: Layer,
  rows: readonly Ranked[],
  topOf: (i: number) => number,
  guess: readonly string[],
  left: number,
  {words, numbers}: Context,
): void {
  const middle = (i: number): number => topOf(i) + barTop + barHeight / 2;
  const ways = guess.map((name, i) => ({
    name,
    from: i,
    to: rows.findIndex((row) => row.name === name),
  }));
  const start = 24;
  layer
    .selectAll("path")
    .data(ways)
    .join("path")
    .attr("class", ({from, to}) => `way${from === to ? " right" : ""}`)
    .attr("d", ({from, to}) => {
      const bend = (start + left) / 2;
      return `M${start},${middle(from)}C${bend},${middle(from)} ${bend},${middle(to)} ${left - 8},${middle(to)}`;
    });
  const rings = layer
    .selectAll<SVGCircleElement, (typeof ways)[number]>("circle")
    .data(ways)
    .join("circle")
    .attr("class", "guess")
    .attr("cx", 13)
    .attr("cy", ({from}) => middle(from))
    .attr("r", 11);
  asPoints(rings, ({name, from, to}) => ({
    label: words.figures.rank.place(name, numbers.whole(from + 1), numbers.whole(to + 1)),
    x: from + 1,
    y: to + 1,
  }));
  layer
    .selectAll("text")
    .data(ways)
    .join("text")
    .attr("class", "guess")
    .attr("x", 13)
    .attr("y", ({from}) => middle(from) + 4.5)
    .attr("text-anchor", "middle")
    .text(({from}) => numbers.whole(from + 1));
}
