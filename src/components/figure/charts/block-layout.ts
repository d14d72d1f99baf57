import {linearScale, type LinearScale} from "../linear-scale.js";
import {scenarioRanges} from "../../../lib/scenario/address.js";
import {
  drawnWeights,
  openedBits,
  openedBlock,
  otherGroups,
  type OpenedBlock,
  type OpenedWeight,
  type SharedField,
} from "../../../lib/scenario/opened-block.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout, Place} from "../chart.js";
import {asPoints} from "../marks.js";

/**
 * A block of real weights, opened. Above, each weight as it was trained and the level that it is
 * rounded to; beneath, in the same column, the bits that say which level; then the bits that all of
 * them share. One weight can be pulled: the scale follows the largest, and with it all levels.
 *
 *     <figure data-figure="block-layout"></figure>
 */
export const blockLayout: Chart = {
  name: "block-layout",
  law: "bitsPerWeight",
  height: {wide: 500, narrow: 456},

  title: (view, {words, numbers}) => {
    const texts = words.figures.blockLayout;
    const block = openedBlock(view);
    const {pull, weight} = view.scenario;
    if (pull === 0) {
      return texts.title(
        block.name,
        numbers.whole(block.format.weights),
        numbers.whole(block.bytes),
        numbers.bits(openedBits(block)),
      );
    }
    const value = numbers.number(block.weights[block.pulled]!.value);
    return block.othersMoved === 0
      ? texts.alone(numbers.whole(weight), value)
      : texts.pulled(
          numbers.whole(weight),
          value,
          numbers.whole(block.othersMoved),
          numbers.whole(drawnWeights - 1),
        );
  },

  summary: (view, {words, numbers}) => {
    const {othersError, othersErrorBefore} = openedBlock(view);
    const texts = words.figures.blockLayout;
    return view.scenario.pull === 0
      ? texts.summary(numbers.percent(othersError))
      : texts.summaryPulled(numbers.percent(othersErrorBefore), numbers.percent(othersError));
  },

  table: (view, {words}) => ({
    columns: words.figures.blockLayout.columns,
    rows: openedBlock(view).weights.map(({value, level, rounded, bits}, i) => [
      i + 1,
      value,
      level,
      digitsOf(bits),
      rounded,
    ]),
  }),

  create(canvas, layout, context) {
    const layers = ["column", "grid", "weights", "own", "shared", "groups", "words", "reading"].map(
      (name) => canvas.append("g").attr("class", name),
    );
    const [column, grid, weights, own, shared, groups, texts, reading] = layers as [
      Layer,
      Layer,
      Layer,
      Layer,
      Layer,
      Layer,
      Layer,
      Layer,
    ];
    return (view) => {
      const block = openedBlock(view);
      const places = placesFor(block, layout);
      const y = scaleFor(block, places);
      drawColumn(column, block, places);
      drawGrid(grid, block, y, places, context);
      drawWeights(weights, block, y, places, context);
      drawOwnBits(own, block, places);
      drawShared(shared, block, places, context);
      drawGroups(groups, block.name === "Q4_K" ? view : undefined, places);
      drawWords(texts, block, places, context);
      drawReading(reading, block, places, context);
    };
  },

  /** A weight follows the pointer up and down: half the plot's height is the largest weight. */
  hold(from, view, layout) {
    const places = placesFor(openedBlock(view), layout);
    const {left, column, top, bottom, shared} = places;
    const i = Math.floor((from.x - left) / column);
    if (i < 0 || i >= drawnWeights || from.y < top - 6 || from.y > shared - heading)
      return undefined;
    const weight = i + 1;
    const before = view.scenario.weight === weight ? view.scenario.pull : 0;
    return ({y}: Place) => ({
      weight,
      pull: nearestPull(before + (from.y - y) / ((bottom - top) / 2)),
    });
  },
};

const pullStep = 1 / 64; // of the largest weight: fine enough to follow, and short in the address

function nearestPull(pull: number): number {
  const {min, max} = scenarioRanges.pull;
  return Math.min(max, Math.max(min, Math.round(pull / pullStep) * pullStep)) + 0; // −0 becomes 0
}

const digitsOf = (bits: readonly boolean[]): string => bits.map(Number).join("");

/** What layout and format decide; a pull moves none of it. CSS pixels. */
interface Places {
  narrow: boolean;
  width: number;
  /** Left edge of the first weight's column, and the width of each. */
  left: number;
  column: number;
  /** The plot of the weights. */
  top: number;
  bottom: number;
  /** Side of a square that stands for a bit. */
  cell: number;
  /** Tops of the rows of squares; their words stand above. */
  own: number;
  shared: number;
  groups: number;
  others: number;
  /** Side of a bit in the six-bit fields, and in the groups that are not opened. */
  small: number;
  tiny: number;
}

const heading = 27; // px above squares, with room for their words
const readingHeight = 26; // px under the bits of the weights, for what those of one of them say

function placesFor({name, weights}: OpenedBlock, {width, height, narrow}: Layout): Places {
  const left = narrow ? 38 : 58;
  const column = (width - left) / drawnWeights;
  const cell = Math.min(13, column - (narrow ? 1.2 : 4));
  const rows = weights[0]!.bits.length;
  const grouped = name === "Q4_K";
  const small = narrow ? 5 : 11;
  const tiny = narrow ? 1.2 : 2.7;

  // From the bottom upwards; the plot takes what is left.
  const others = height - 4 * tiny - 2;
  const groups = (grouped ? others - heading : height) - (grouped ? 2 * small + 2 : 0);
  const shared = groups - (grouped ? heading : 2) - cell - 2;
  const own = shared - heading - readingHeight - rows * (cell + 1);
  const bottom = own - heading + 2;
  return {
    narrow,
    width,
    left,
    column,
    top: 24,
    bottom,
    cell,
    own,
    shared,
    groups,
    others,
    small,
    tiny,
  };
}

/** The weights fill the plot: when one is pulled out, the others crowd in the middle. */
function scaleFor({grid, weights}: OpenedBlock, {top, bottom}: Places): LinearScale {
  const most = Math.max(...[...grid, ...weights.map(({value}) => value)].map(Math.abs));
  return linearScale([-1.06 * most, 1.06 * most], [bottom, top]);
}

const middleOf = (i: number, {left, column}: Places): number => left + (i + 0.5) * column;

const fingerWidth = 40; // CSS px

/** The column of the weight that can be pulled, and where a finger can take hold of it. */
function drawColumn(layer: Layer, {pulled}: OpenedBlock, places: Places): void {
  const {left, column, top, own, shared} = places;
  const grip = Math.max(column, fingerWidth);
  layer
    .selectAll("rect.grip")
    .data([pulled])
    .join("rect")
    .attr("class", "grip")
    .attr("x", (i) => middleOf(i, places) - grip / 2)
    .attr("y", top - 6)
    .attr("width", grip)
    .attr("height", own - top);
  layer
    .selectAll("rect.pulled-column")
    .data([pulled])
    .join("rect")
    .attr("class", "pulled-column")
    .attr("data-symbol", "weight")
    .attr("x", (i) => left + i * column)
    .attr("y", top - 6)
    .attr("width", column)
    .attr("height", shared - heading - readingHeight - top + 12);
}

/** Under the column of the weight that can be pulled: how its bits become a weight again. */
function drawReading(layer: Layer, block: OpenedBlock, places: Places, context: Context): void {
  const {pulled, weights} = block;
  const {width, shared} = places;
  const text = readingOf(block, weights[pulled]!, context);
  const half = (text.length * widthOfDigit) / 2;
  layer
    .selectAll("text")
    .data([text])
    .join("text")
    .attr("class", "label strong")
    .attr("x", Math.min(width - half, Math.max(half, middleOf(pulled, places))))
    .attr("text-anchor", "middle")
    .attr("y", shared - heading - readingHeight + 20)
    .text((words) => words);
}

const widthOfDigit = 7; // CSS px at most, in the labels of a drawing

/** E.g. "0111 is 7, and (7 − 8) × −0.0343 = 0.0343". */
function readingOf(
  {name, shared}: OpenedBlock,
  {bits, rounded}: OpenedWeight,
  {words, numbers}: Context,
): string {
  const texts = words.figures.blockLayout;
  const stored = parseInt(digitsOf(bits), 2);
  const value = (field: SharedField | undefined): number => field?.value ?? 0;
  const [scale, second, steps, lift] = shared;
  const said = numbers.number(rounded + 0); // −0 becomes 0
  if (name === "Q4_K") {
    const step = numbers.number(value(scale) * value(steps));
    const least = numbers.number(value(second) * value(lift));
    return texts.readingLifted(digitsOf(bits), numbers.whole(stored), step, least, said);
  }
  const step = numbers.number(value(scale));
  return name === "Q8_0"
    ? texts.readingSigned(
        digitsOf(bits),
        numbers.whole(stored < 128 ? stored : stored - 256),
        step,
        said,
      )
    : texts.reading(digitsOf(bits), numbers.whole(stored), step, said);
}

const mostLines = 32; // levels that can still be told apart

/** A line for each level, and the weight that the outermost stand for. */
function drawGrid(
  layer: Layer,
  {grid}: OpenedBlock,
  y: LinearScale,
  {left, width, narrow}: Places,
  {numbers}: Context,
): void {
  const [least, most] = [grid[0]!, grid.at(-1)!];
  const band = grid.length > mostLines;
  layer
    .selectAll("rect.levels")
    .data(band ? [grid] : [])
    .join("rect")
    .attr("class", "levels")
    .attr("x", left)
    .attr("width", width - left)
    .attr("y", y(most))
    .attr("height", y(least) - y(most));
  layer
    .selectAll("line")
    .data(band ? [least, 0, most] : grid)
    .join("line")
    .attr("class", (value) => (Math.abs(value) < most / 1e6 ? "level zero" : "level"))
    .attr("x1", left)
    .attr("x2", width)
    .attr("y1", (value) => y(value))
    .attr("y2", (value) => y(value));
  layer
    .selectAll("text")
    .data([least, 0, most])
    .join("text")
    .attr("text-anchor", "end")
    .attr("x", left - (narrow ? 3 : 8))
    .attr("y", (value) => y(value) + 4)
    .text((value) => shortened(value, narrow, numbers.number(value)));
}

/** Two decimals where there is no room for more. */
const shortened = (value: number, narrow: boolean, text: string): string =>
  narrow && value !== 0 ? text.replace(/(\.\d\d)\d+$/, "$1") : text;

/** A bar where a weight was, a dot where it is now, and a line for what is between. */
function drawWeights(
  layer: Layer,
  {weights}: OpenedBlock,
  y: LinearScale,
  places: Places,
  {words, numbers}: Context,
): void {
  const half = places.column * 0.36;
  layer
    .selectAll("line.miss")
    .data(weights)
    .join("line")
    .attr("class", "miss")
    .attr("x1", (_, i) => middleOf(i, places))
    .attr("x2", (_, i) => middleOf(i, places))
    .attr("y1", ({value}) => y(value))
    .attr("y2", ({rounded}) => y(rounded));
  layer
    .selectAll("line.trained")
    .data(weights)
    .join("line")
    .attr("class", "trained")
    .attr("x1", (_, i) => middleOf(i, places) - half)
    .attr("x2", (_, i) => middleOf(i, places) + half)
    .attr("y1", ({value}) => y(value))
    .attr("y2", ({value}) => y(value));
  const dots = layer
    .selectAll<SVGCircleElement, OpenedWeight>("circle")
    .data(weights)
    .join("circle")
    .attr("class", "dot memory")
    .attr("cx", (_, i) => middleOf(i, places))
    .attr("cy", ({rounded}) => y(rounded))
    .attr("r", places.narrow ? 2.9 : 4.2);
  asPoints(dots, (weight) => {
    const i = weights.indexOf(weight);
    return {
      label: words.figures.blockLayout.dot(
        numbers.whole(i + 1),
        numbers.number(weight.value),
        digitsOf(weight.bits),
        numbers.number(weight.rounded),
      ),
      x: i + 1,
      y: weight.rounded,
    };
  });
}

interface Square {
  on: boolean;
  moved: boolean;
  x: number;
  y: number;
}

/** Squares for bits: filled for one, pale for zero, outlined where a pull has changed the field. */
function drawSquares(layer: Layer, squares: readonly Square[], side: number): void {
  layer
    .selectAll("rect.bit")
    .data(squares)
    .join("rect")
    .attr("class", ({on, moved}) => `bit ${on ? "one" : "zero"}${moved ? " moved" : ""}`)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("width", side)
    .attr("height", side);
}

function drawOwnBits(layer: Layer, {weights}: OpenedBlock, places: Places): void {
  const {own, cell} = places;
  const squares = weights.flatMap(({bits, moved}, i) =>
    bits.map((on, row) => ({
      on,
      moved,
      x: middleOf(i, places) - cell / 2,
      y: own + row * (cell + 1),
    })),
  );
  drawSquares(layer, squares, cell);
}

/** Where a shared field begins: scale and minimum in one row, the six-bit ones in two of groups. */
function placeOf(field: SharedField, {left, width, narrow, cell, small, shared, groups}: Places) {
  if (field.group === undefined) {
    const second = narrow ? (width - left) / 2 + left : left + 17 * (cell + 1) + 84;
    return {x: field.name === "scale" ? left : second, y: shared, side: cell};
  }
  const step = (width - left) / 8;
  const y = field.name === "groupScale" ? groups : groups + small + 2;
  return {x: left + field.group * step, y, side: small};
}

function drawShared(layer: Layer, {shared}: OpenedBlock, places: Places, context: Context): void {
  const {words, numbers} = context;
  const fields = shared.map((field) => {
    const {x, y, side} = placeOf(field, places);
    const step = side + (side > 8 ? 1 : 0.6);
    const squares = field.bits.map((on, i) => ({on, moved: field.moved, x: x + i * step, y, side}));
    return {field, x, y, side, width: field.bits.length * step, squares};
  });
  const groups = layer
    .selectAll<SVGGElement, (typeof fields)[number]>("g")
    .data(fields)
    .join("g")
    .attr("class", "field");
  groups
    .selectAll("rect.bit")
    .data(({squares}) => squares)
    .join("rect")
    .attr("class", ({on, moved}) => `bit shared ${on ? "one" : "zero"}${moved ? " moved" : ""}`)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("width", ({side}) => side)
    .attr("height", ({side}) => side);
  const frames = groups
    .selectAll<SVGRectElement, (typeof fields)[number]>("rect.frame")
    .data((each) => [each])
    .join("rect")
    .attr("class", "frame")
    .attr("data-symbol", "sharedBits")
    .attr("x", ({x}) => x - 1)
    .attr("y", ({y}) => y - 1)
    .attr("width", ({width}) => width + 1)
    .attr("height", ({side}) => side + 2);
  frames.each(function (each) {
    const {field} = each;
    this.classList.add("point");
    this.dataset["label"] = words.figures.blockLayout.field(
      field.name,
      digitsOf(field.bits),
      numbers.number(field.value),
      field.group === undefined ? "" : numbers.whole(field.group + 1),
    );
    this.dataset["x"] = String((field.group ?? 0) + 1);
    this.dataset["y"] = String(field.value);
  });
}

/** The seven groups of a Q4_K block that are not opened, as they lie beside the first. */
function drawGroups(layer: Layer, view: View | undefined, places: Places): void {
  const {left, width, others, tiny} = places;
  const groups = view === undefined ? [] : otherGroups(view);
  const step = (width - left) / Math.max(1, groups.length);
  const pathOf = (group: (typeof groups)[number], at: number, on: boolean): string =>
    group
      .flatMap((bits, i) =>
        bits.map((bit, row) =>
          bit === on
            ? `M${left + at * step + i * tiny},${others + row * tiny}h${tiny}v${tiny}h${-tiny}z`
            : "",
        ),
      )
      .join("");
  const paths = groups.flatMap((group, at) =>
    [false, true].map((on) => ({on, d: pathOf(group, at, on)})),
  );
  layer
    .selectAll("path")
    .data(paths)
    .join("path")
    .attr("class", ({on}) => `bit ${on ? "one" : "zero"}`)
    .attr("d", ({d}) => d);
}

function drawWords(layer: Layer, block: OpenedBlock, places: Places, context: Context): void {
  const {words, numbers} = context;
  const texts = words.figures.blockLayout;
  const {left, top, own, shared, groups, others, narrow} = places;
  const scale = block.shared[0]!;
  const minimum = block.shared.find(({name}) => name === "minimum");
  const placed = [
    {x: left, y: top - 12, kind: "strong", text: texts.weights(narrow)},
    {
      x: left,
      y: own - 9,
      kind: "side memory",
      text: texts.own(numbers.whole(drawnWeights), numbers.whole(block.weightBits)),
    },
    {
      x: left,
      y: shared - 9,
      kind: "side memory",
      text: texts.scale(numbers.number(scale.value), narrow),
    },
    ...(minimum === undefined
      ? []
      : [
          {
            x: placeOf(minimum, places).x,
            y: shared - 9,
            kind: "side memory",
            text: texts.minimum(numbers.number(minimum.value)),
          },
          {x: left, y: groups - 9, kind: "side memory", text: texts.groups(narrow)},
          {x: left, y: others - 9, kind: "", text: texts.others(narrow)},
        ]),
  ];
  layer
    .selectAll("text")
    .data(placed)
    .join("text")
    .attr("class", ({kind}) => `label ${kind}`)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
}
