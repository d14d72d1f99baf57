import {parameterCount} from "../../../lib/arithmetic/parameters.js";
import {doubledAndHalved} from "../../../lib/scenario/doubled.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";

/**
 * A model as one square for each layer, d wide and d high, beside the same with twice the width and
 * half the layers. A guess of how large the second is, is drawn over it as an outline.
 *
 *     <figure data-figure="double-halve" data-model="LLaMA-7B" data-veiled="true"></figure>
 */
export const doubleHalve: Chart = {
  name: "double-halve",
  height: {wide: 330, narrow: 240},

  title: (view, {words, numbers}) =>
    words.figures.doubleHalve.title(numbers.number(modelsOf(view).ratio)),

  summary: (view, {words, numbers}) => {
    const [before, after] = modelsOf(view).models;
    return words.figures.doubleHalve.summary(
      numbers.amount(before.total),
      numbers.amount(after.total),
    );
  },

  table: (view, {words}) => ({
    columns: words.figures.doubleHalve.columns,
    rows: modelsOf(view).models.map(({layers, hiddenSize, total}) => [layers, hiddenSize, total]),
  }),

  create(canvas, layout, context, options) {
    const [squares, texts] = [canvas.append("g"), canvas.append("g").attr("class", "veil")];
    const guess = canvas.append("g").attr("class", "veil");
    return (view) => {
      drawModels(squares, texts, view, layout, context);
      drawGuess(guess, view, layout, context, options);
    };
  },
};

interface Sized {
  layers: number;
  hiddenSize: number;
  total: number;
}

function modelsOf({model: {architecture}}: View): {models: [Sized, Sized]; ratio: number} {
  const [before, after] = [architecture, doubledAndHalved(architecture)].map((shape) => ({
    layers: shape.numLayers,
    hiddenSize: shape.hiddenSize,
    total: parameterCount(shape).total,
  })) as [Sized, Sized];
  return {models: [before, after], ratio: after.total / before.total};
}

const labelRoom = 44; // px beneath the squares
const gap = 2; // px between squares

interface Grid {
  left: number;
  columns: number;
  side: number;
}

/** Both stand on one line: so many squares in a row, and half as many that are twice as wide. */
function gridsFor(layers: number, {width, height, narrow}: Layout): [Grid, Grid] {
  const columns = 2 * Math.ceil(Math.sqrt(layers / 2));
  const rows = Math.ceil(layers / 2 / (columns / 2));
  const floor = height - labelRoom;
  const side = Math.min((floor - 12) / (2 * rows), (0.4 * width) / columns);
  return [
    {left: 0, columns, side},
    {left: narrow ? 0.54 * width : 0.5 * width, columns: columns / 2, side: 2 * side},
  ];
}

function drawModels(
  layer: Layer,
  words: Layer,
  view: View,
  layout: Layout,
  {words: {figures}, numbers}: Context,
): void {
  const {models} = modelsOf(view);
  const grids = gridsFor(models[0].layers, layout);
  const floor = layout.height - labelRoom;
  const squares = models.flatMap(({layers}, which) =>
    Array.from({length: Math.ceil(layers)}, (_, i) => {
      const {left, columns, side} = grids[which]!;
      return {
        which,
        x: left + (i % columns) * side,
        y: floor - (Math.floor(i / columns) + 1) * side,
        side: side - gap,
      };
    }),
  );
  layer
    .selectAll("rect")
    .data(squares)
    .join("rect")
    .attr("class", ({which}) => `square${which === 0 ? "" : " veil"}`)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("width", ({side}) => side)
    .attr("height", ({side}) => side);
  const texts = figures.doubleHalve;
  const lines = models.flatMap(({layers, hiddenSize, total}, which) => [
    {
      which,
      y: floor + 18,
      text: texts.shape(numbers.whole(layers), numbers.whole(hiddenSize)),
    },
    {which, y: floor + 36, text: texts.weights(numbers.amount(total))},
  ]);
  const labels = words
    .selectAll<SVGTextElement, (typeof lines)[number]>("text")
    .data(lines)
    .join("text")
    .attr("class", (_, i) => `label${i % 2 === 1 ? " strong" : ""}`)
    .attr("x", ({which}) => grids[which]!.left)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
  asPoints(labels, ({text, which}) => ({label: text, x: which, y: models[which]!.total}));
}

/** An outline as large as the guess says, about the square that is the answer. */
function drawGuess(
  layer: Layer,
  view: View,
  layout: Layout,
  {words}: Context,
  options: Attributes,
): void {
  const {models} = modelsOf(view);
  const [, {left, columns, side}] = gridsFor(models[0].layers, layout);
  const answer = {width: columns * side, height: Math.ceil(models[1].layers / columns) * side};
  const guess = Number(options["guess"]);
  const floor = layout.height - labelRoom;
  // The answer is twice the beginning: an outline for a guess of 2 has just its area.
  const outlines = guess > 0 ? [Math.sqrt(guess / 2)] : [];
  const rects = layer
    .selectAll<SVGRectElement, number>("rect")
    .data(outlines)
    .join("rect")
    .attr("class", "guess")
    .attr("x", left - gap)
    .attr("y", (factor) => floor - factor * answer.height)
    .attr("width", (factor) => factor * answer.width + gap)
    .attr("height", (factor) => factor * answer.height);
  asPoints(rects, () => ({label: words.figures.doubleHalve.guess, x: 1, y: guess}));
  layer
    .selectAll("text")
    .data(outlines)
    .join("text")
    .attr("class", "guess label")
    .attr("x", left + 6)
    .attr("y", (factor) => Math.max(14, floor - factor * answer.height + 18))
    .text(words.figures.doubleHalve.guess);
}
