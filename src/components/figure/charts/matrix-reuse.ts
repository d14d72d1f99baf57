import {range} from "d3-array";
import type {Selection} from "d3-selection";
import {matrixReuse as reuseOf, type MatrixReuse} from "../../../lib/scenario/matrix-reuse.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Numbers} from "../../numbers.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layout} from "../chart.js";
import {drawHatch} from "../hatch.js";
import {asPoints} from "../marks.js";

/**
 * One matrix of the model times the columns of all readers. One weight stands out, with the numbers
 * that it meets and the results that it goes into: one of each for every reader. Beneath, how long
 * the matrix takes to arrive and how long the operations take, on one linear scale.
 *
 *     <figure data-figure="matrix-reuse"></figure>
 */
export const matrixReuse: Chart = {
  name: "matrix-reuse",
  law: "intensity",
  height: {wide: 342, narrow: 258},

  title: ({scenario: {batch}}, {words, numbers}) =>
    words.figures.matrixReuse.title(
      batch,
      numbers.whole(batch),
      words.controls.readers(batch, numbers.whole(batch)),
    ),

  summary: (view, {words, numbers}) => {
    const {intensity, ridge} = reuseOf(view);
    const texts = words.figures.matrixReuse;
    return (intensity < ridge ? texts.waiting : texts.busy)(
      view.machine.name,
      texts.operationCount(intensity, digits(intensity, numbers)),
      digits(ridge, numbers),
      numbers.number(view.simple.criticalBatch),
    );
  },

  table: (view, {words}) => {
    const {rows, columns, batch, bytes, flops, intensity, ridge, ...seconds} = reuseOf(view);
    return {
      columns: words.figures.matrixReuse.columns,
      rows: [
        [
          view.model.name,
          view.machine.name,
          rows,
          columns,
          batch,
          bytes,
          flops,
          intensity,
          ridge,
          seconds.memorySeconds,
          seconds.computeSeconds,
        ],
      ],
    };
  },

  create(canvas, layout, context) {
    const sizes = sizesFor(layout);
    const hatch = drawHatch(canvas, "matrix-reuse", 5);
    drawWeights(canvas.append("g"), sizes);
    const layers = ["readers", "results", "texts", "bars", "frames"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [readers, results, texts, bars, frames] = layers as [G, G, G, G, G];

    return (view) => {
      const reuse = reuseOf(view);
      const places = placesOf(reuse.batch, sizes);
      drawColumns(readers, "reader", sizes.columns, sizes.shownColumn, places.readers, sizes);
      drawColumns(results, "result", sizes.rows, sizes.shownRow, places.results, sizes);
      drawHatching(results, places.results, sizes, hatch);
      drawTexts(texts, reuse, places, sizes, context);
      drawBars(bars, reuse, layout, sizes, hatch, context);
      drawFrames(frames, reuse, view, places, sizes, context);
    };
  },
};

type G = Selection<SVGGElement, unknown, null, undefined>;

/** Three digits, but all of a large number: 1,024 readers bring 1,024 operations, not 1,020. */
const digits = (value: number, numbers: Numbers): string =>
  value < 100 ? numbers.number(value) : numbers.whole(value);

/** What a layout decides: nothing here changes with the view. CSS pixels. */
interface Sizes {
  /** One number of a matrix. */
  cell: number;
  /** The matrix as it is drawn, and the weight in it that stands out. */
  rows: number;
  columns: number;
  shownRow: number;
  shownColumn: number;
  /** Room for a sign between two matrices. */
  sign: number;
  /** The widest that all columns of the readers may be, and the least room for their label. */
  widest: number;
  label: number;
  /** Whether there is room for the shapes of all three, or only for that of the weights. */
  shapes: boolean;
  /** Middle of the matrices, and where the bars begin. */
  middle: number;
  bars: number;
  /** Height of a bar, and from one to the next. */
  bar: number;
  nextBar: number;
}

const drawnAlone = 16; // readers whose columns keep their width; more of them share it
const thinnest = 3; // px of a column that can still be told from the next

function sizesFor({width, narrow}: Layout): Sizes {
  const [rows, columns] = [6, 8];
  const cell = narrow ? 10 : 18;
  const sign = narrow ? 22 : 40;
  const room = (width - columns * cell - 2 * sign) / 2;
  return {
    rows,
    columns,
    cell,
    sign,
    shownRow: 2,
    shownColumn: 4,
    widest: Math.min(drawnAlone * cell, room),
    label: Math.min(room, 92),
    shapes: !narrow,
    middle: narrow ? 66 : 98,
    bars: narrow ? 170 : 240,
    bar: narrow ? 14 : 18,
    nextBar: narrow ? 44 : 52,
  };
}

/** Where the columns of the readers, or the results, stand. */
interface Place {
  /** Left edge of the columns. */
  left: number;
  /** Middle of the room that they share with their label. */
  middle: number;
  /** Width of one column, and of all. */
  step: number;
  width: number;
  /** Columns that are drawn one by one: none where they are too thin to be told apart. */
  drawn: number;
}

interface Places {
  readers: Place;
  results: Place;
  /** Middles of "times" and "equals". */
  signs: readonly number[];
}

function placesOf(batch: number, {cell, columns, sign, widest, label}: Sizes): Places {
  const width = Math.min(batch * Math.min(cell, widest / drawnAlone), widest);
  const step = width / batch;
  const slot = Math.max(width, label);
  const from = (edge: number): Place => ({
    left: edge + (slot - width) / 2,
    middle: edge + slot / 2,
    step,
    width,
    drawn: step < thinnest ? 0 : batch,
  });
  const readers = columns * cell + sign;
  const results = readers + slot + sign;
  return {
    readers: from(readers),
    results: from(results),
    signs: [readers - sign / 2, results - sign / 2],
  };
}

const topOf = (numbers: number, {middle, cell}: Sizes): number => middle - (numbers * cell) / 2;

function drawWeights(layer: G, sizes: Sizes): void {
  const {rows, columns, cell, shownRow, shownColumn} = sizes;
  const top = topOf(rows, sizes);
  layer
    .selectAll("rect")
    .data(range(rows * columns))
    .join("rect")
    .attr("class", (i) => `number weight${i === shownRow * columns + shownColumn ? " shown" : ""}`)
    .attr("x", (i) => (i % columns) * cell + 0.5)
    .attr("y", (i) => top + Math.floor(i / columns) * cell + 0.5)
    .attr("width", cell - 1)
    .attr("height", cell - 1);
}

/**
 * A column of numbers for each reader: one band for each row, cut into columns as long as they can
 * be told apart. The row that the shown weight has to do with stands out.
 */
function drawColumns(
  layer: G,
  kind: "reader" | "result",
  numbers: number,
  shown: number,
  {left, drawn, step, width}: Place,
  sizes: Sizes,
): void {
  const {cell} = sizes;
  const top = topOf(numbers, sizes);
  layer
    .selectAll("rect.number")
    .data(range(numbers))
    .join("rect")
    .attr("class", (row) => `number ${kind}${row === shown ? " shown" : ""}`)
    .attr("x", left + 0.5)
    .attr("y", (row) => top + row * cell + 0.5)
    .attr("width", width - 1)
    .attr("height", cell - 1);
  layer
    .selectAll("line")
    .data(range(1, drawn))
    .join("line")
    .attr("class", "cut")
    .attr("x1", (column) => left + column * step)
    .attr("x2", (column) => left + column * step)
    .attr("y1", top)
    .attr("y2", top + numbers * cell)
    .attr("stroke-width", Math.min(1, step / 5));
}

function drawHatching(layer: G, {left, width}: Place, sizes: Sizes, hatch: string): void {
  layer
    .selectAll("rect.hatching")
    .data([hatch])
    .join("rect")
    .attr("class", "hatching")
    .attr("fill", (paint) => paint)
    .attr("x", left)
    .attr("y", topOf(sizes.rows, sizes))
    .attr("width", width)
    .attr("height", sizes.rows * sizes.cell);
}

/** What each matrix is, above it; real shapes, beneath; and the signs between them. */
function drawTexts(
  layer: G,
  {rows, columns, batch}: MatrixReuse,
  {readers, results, signs}: Places,
  sizes: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.matrixReuse;
  const count = numbers.whole(batch);
  const shape = (m: number, n: number): string => texts.shape(numbers.whole(m), numbers.whole(n));
  const above = topOf(sizes.columns, sizes) - 10;
  const beneath = sizes.middle + (sizes.columns * sizes.cell) / 2 + 18;
  const placed = [
    {kind: "side memory", x: 0, y: above, text: texts.weights},
    {kind: "strong", x: readers.middle, y: above, text: words.controls.readers(batch, count)},
    {kind: "side compute", x: results.middle, y: above, text: texts.results(batch, count)},
    {kind: "", x: 0, y: beneath, text: shape(rows, columns)},
    ...(sizes.shapes
      ? [
          {kind: "", x: readers.middle, y: beneath, text: shape(columns, batch)},
          {kind: "", x: results.middle, y: beneath, text: shape(rows, batch)},
        ]
      : []),
    {kind: "sign", x: signs[0]!, y: sizes.middle + 6, text: "×"},
    {kind: "sign", x: signs[1]!, y: sizes.middle + 6, text: "="},
  ];
  layer
    .selectAll("text")
    .data(placed)
    .join("text")
    .attr("class", ({kind}) => kind)
    .attr("text-anchor", ({x}) => (x === 0 ? "start" : "middle"))
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
}

/** What the three matrices are, unseen around each of them until a reader asks. */
function drawFrames(
  layer: G,
  {rows, columns, batch, bytes}: MatrixReuse,
  {model}: View,
  {readers, results}: Places,
  sizes: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.matrixReuse;
  const count = numbers.whole(batch);
  const [high, wide] = [numbers.whole(rows), numbers.whole(columns)];
  const framed = [
    {
      left: 0,
      width: sizes.columns * sizes.cell,
      rows: sizes.rows,
      symbol: "matrixWeights",
      label: texts.weightsLabel(model.name, high, wide, numbers.bytes(bytes)),
      value: bytes,
    },
    {
      ...readers,
      rows: sizes.columns,
      symbol: "batch",
      label: texts.readersLabel(batch, count, wide),
      value: columns,
    },
    {
      ...results,
      rows: sizes.rows,
      symbol: "batch",
      label: texts.resultsLabel(batch, count, high),
      value: rows,
    },
  ];
  const frames = layer
    .selectAll<SVGRectElement, (typeof framed)[number]>("rect")
    .data(framed)
    .join("rect")
    .attr("class", "frame")
    .attr("data-symbol", ({symbol}) => symbol)
    .attr("x", ({left}) => left - 2)
    .attr("y", (frame) => topOf(frame.rows, sizes) - 2)
    .attr("width", ({width}) => width + 4)
    .attr("height", (frame) => frame.rows * sizes.cell + 4);
  asPoints(frames, ({label, value}) => ({label, x: batch, y: value}));
}

/** Tops of the two bars, and where they end. CSS pixels. */
interface Bars {
  memory: number;
  compute: number;
  /** Where the bar of memory always ends, and that of the operations if both take equally long. */
  even: number;
  end: number;
  /** Whether the operations take longer than there is room for. */
  cut: boolean;
}

/**
 * Two clocks as bars. The matrix always takes half of the width to arrive. What the operations take
 * beyond the whole width is cut off, and drawn so.
 */
function drawBars(
  layer: G,
  reuse: MatrixReuse,
  layout: Layout,
  sizes: Sizes,
  hatch: string,
  context: Context,
): void {
  const even = layout.width / 2;
  const end = (reuse.computeSeconds / reuse.memorySeconds) * even;
  const bars: Bars = {
    memory: sizes.bars,
    compute: sizes.bars + sizes.nextBar,
    even,
    end: Math.min(layout.width, Math.max(1.5, end)),
    cut: end > layout.width,
  };
  drawClocks(layer, reuse, bars, sizes, hatch, context);
  drawEven(layer, reuse, bars, sizes, context);
  drawBreak(layer, bars, sizes);
  drawBarTexts(layer, reuse, bars, sizes, layout, context);
}

function drawClocks(
  layer: G,
  {bytes, flops, ...seconds}: MatrixReuse,
  {memory, compute, even, end}: Bars,
  {bar}: Sizes,
  hatch: string,
  {words, numbers}: Context,
): void {
  const texts = words.figures.matrixReuse;
  const arrive = texts.arrive(numbers.bytes(bytes), numbers.seconds(seconds.memorySeconds));
  const operations = texts.operations(
    numbers.amount(flops),
    numbers.seconds(seconds.computeSeconds),
  );
  const clocks = [
    {
      kind: "memory",
      symbol: "memorySeconds bandwidth",
      top: memory,
      end: even,
      label: arrive,
      value: seconds.memorySeconds,
    },
    {
      kind: "compute",
      symbol: "computeSeconds flops",
      top: compute,
      end,
      label: operations,
      value: seconds.computeSeconds,
    },
  ];
  const rects = layer
    .selectAll<SVGRectElement, (typeof clocks)[number]>("rect.clock")
    .data(clocks)
    .join("rect")
    .attr("class", ({kind}) => `clock ${kind}`)
    .attr("data-symbol", ({symbol}) => symbol)
    .attr("y", ({top}) => top)
    .attr("width", (clock) => clock.end)
    .attr("height", bar);
  asPoints(rects, ({label, value}) => ({label, x: seconds.batch, y: value}));
  layer
    .selectAll("rect.hatching")
    .data([hatch])
    .join("rect")
    .attr("class", "hatching")
    .attr("fill", (paint) => paint)
    .attr("y", compute)
    .attr("width", end)
    .attr("height", bar);
}

/** Where both take equally long: at the ridge. */
function drawEven(
  layer: G,
  {ridge}: MatrixReuse,
  {compute, even}: Bars,
  {bar}: Sizes,
  {words, numbers}: Context,
): void {
  const line = layer
    .selectAll<SVGLineElement, number>("line.gap")
    .data([ridge])
    .join("line")
    .attr("class", "gap even")
    .attr("data-symbol", "ridge criticalBatch")
    .attr("x1", even)
    .attr("x2", even)
    .attr("y1", compute - 3)
    .attr("y2", compute + bar + 8);
  asPoints(line, (value) => ({
    label: words.figures.matrixReuse.evenLabel(digits(value, numbers)),
    x: value,
    y: value,
  }));
}

function drawBreak(layer: G, {compute, end, cut}: Bars, {bar}: Sizes): void {
  layer
    .selectAll("line.break")
    .data(cut ? [end - 24, end - 17] : [])
    .join("line")
    .attr("class", "break")
    .attr("x1", (x) => x - 5)
    .attr("x2", (x) => x + 5)
    .attr("y1", compute + bar + 3)
    .attr("y2", compute - 3);
}

function drawBarTexts(
  layer: G,
  {bytes, flops, intensity, ridge, ...seconds}: MatrixReuse,
  {memory, compute, even}: Bars,
  {bar}: Sizes,
  {width, narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.matrixReuse;
  const placed = [
    {
      kind: "side memory",
      x: 0,
      y: memory - 9,
      anchor: "start",
      text: texts.arrive(numbers.bytes(bytes), numbers.seconds(seconds.memorySeconds)),
    },
    {
      kind: "side compute",
      x: 0,
      y: compute - 9,
      anchor: "start",
      text: texts.operations(numbers.amount(flops), numbers.seconds(seconds.computeSeconds)),
    },
    {
      kind: "compute",
      x: width,
      y: compute - 9,
      anchor: "end",
      text: narrow
        ? texts.eachShort(digits(intensity, numbers))
        : texts.each(texts.operationCount(intensity, digits(intensity, numbers))),
    },
    {
      kind: "",
      x: even,
      y: compute + bar + 23,
      anchor: "middle",
      text: texts.even(digits(ridge, numbers)),
    },
  ];
  layer
    .selectAll("text")
    .data(placed)
    .join("text")
    .attr("class", ({kind}) => `label ${kind}`)
    .attr("text-anchor", ({anchor}) => anchor)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
}
