import {parameterCount} from "../../../lib/arithmetic/parameters.js";
import {layerBlocks, layerWeights, type Block} from "../../../lib/scenario/layer-blocks.js";
import {reshaped} from "../../../lib/scenario/own-model.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawHandles, handleAt, moved, type Handle} from "../handles.js";
import {asPoints} from "../marks.js";
import {barOf, placeBlocks, type Placed, type Room} from "./parameter-places.js";

/**
 * Every matrix of one layer, its area in proportion to its weights; beneath it the whole model as a
 * bar, cut into its layers; beneath that the total, over the one that is published. Edges can be
 * pulled: what is pulled is a model of the reader's own.
 *
 *     <figure data-figure="parameter-breakdown"></figure>
 */
export const parameterBreakdown: Chart = {
  name: "parameter-breakdown",
  height: {wide: 430, narrow: 372},

  title: ({model: {architecture}}, {words, numbers}) => {
    const {attention, feedForward, embedding, output, total} = parameterCount(architecture);
    return words.figures.parameterBreakdown.title(
      [feedForward, attention, embedding + output].indexOf(
        Math.max(feedForward, attention, embedding + output),
      ),
      numbers.percent(Math.max(feedForward, attention, embedding + output) / total),
    );
  },

  summary: (view, {words, numbers}) => {
    const {model} = view;
    const {total} = parameterCount(model.architecture);
    const texts = words.figures.parameterBreakdown;
    const published = model.publishedParameters;
    if (isOwn(view)) return texts.own(model.name);
    if (published === total) return texts.same(model.name);
    if (published === undefined) return texts.unpublished(model.name);
    return texts.differs(model.name, numbers.whole(published - total), model.publishedNote ?? "");
  },

  table: ({model: {architecture}}, {words}) => {
    const {total, ...parts} = parameterCount(architecture);
    const texts = words.figures.parameterBreakdown;
    const whole = (["embedding", "attention", "feedForward", "norms", "output"] as const).map(
      (part) => [texts.parts[part], texts.model, parts[part], parts[part] / total],
    );
    const layer = layerBlocks(architecture).map(({name, weights}) => [
      texts.blocks[name] ?? name,
      texts.layer,
      weights,
      weights / total,
    ]);
    return {columns: texts.columns, rows: [...whole, ...layer]};
  },

  create(canvas, layout, context) {
    const layers = ["blocks", "labels", "bar", "totals", "handles"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [blocks, labels, bar, totals, handles] = layers as [Layer, Layer, Layer, Layer, Layer];
    const room = roomIn(layout);

    return (view) => {
      const places = placeBlocks(view.model.architecture, room);
      drawBlocks(blocks, places.placed, view, context);
      drawLabels(labels, places, view, layout, context);
      drawBar(bar, view, layout, room, context);
      drawTotals(totals, view, layout, context);
      drawHandles(handles, handlesOf(view, places, room));
    };
  },

  /** An edge follows the pointer. What is pulled becomes a model of the reader's own. */
  hold(from, view, layout, {words}) {
    const room = roomIn(layout);
    const places = placeBlocks(view.model.architecture, room);
    const handle = handleAt(from, handlesOf(view, places, room));
    if (handle === undefined) return undefined;
    const {model, own} = view.scenario;
    return (to) => {
      const value = moved(handle, from, to);
      return value === handle.value
        ? {model, ...(own && {own})} // back where it was: the model that it was
        : reshaped(view, handle.change(value), words.controls.changed);
    };
  },
};

/** Where a layer's matrices may stand, and where the bar begins. CSS pixels. */
function roomIn({width, height, narrow}: Layout): Room {
  const bar = height - (narrow ? 128 : 136);
  return {width, top: 24, between: 32, bottom: bar - 24, bar, barHeight: narrow ? 20 : 24};
}

function drawBlocks(layer: Layer, placed: readonly Placed[], view: View, context: Context): void {
  const {words, numbers} = context;
  const texts = words.figures.parameterBreakdown;
  const {total} = parameterCount(view.model.architecture);
  const nameOf = ({name}: Block): string => texts.blocks[name] ?? texts.expert;
  const rects = layer
    .selectAll<SVGRectElement, Placed>("rect")
    .data(placed)
    .join("rect")
    .attr("class", ({block}) => `block ${block.part}${block.active ? "" : " idle"}`)
    .attr("data-symbol", ({block}) => symbolsOf[block.name] ?? "")
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("width", ({width}) => width)
    .attr("height", ({height}) => height);
  // Of experts, all of whom are alike, one that is used and one that is not can be asked.
  const seen = new Set<string>();
  const asked = new Set(
    placed.filter(({block}) => {
      const kind = `${nameOf(block)} ${block.active}`;
      return !seen.has(kind) && seen.add(kind);
    }),
  );
  rects.classed("point", false);
  asPoints(
    rects.filter((place) => asked.has(place)),
    ({block}) => ({
      label: texts.block(
        nameOf(block),
        numbers.whole(block.weights),
        numbers.percent(block.weights / total),
        block.active,
      ),
      x: block.weights,
      y: block.weights / total,
    }),
  );
  layer
    .selectAll("text")
    .data(placed.filter(({block, width, height}) => fits(texts.short[block.name], width, height)))
    .join("text")
    .attr("class", "block-name")
    .attr("text-anchor", "middle")
    .attr("x", ({x, width}) => x + width / 2)
    .attr("y", ({y, height}) => y + height / 2 + 4)
    .text(({block}) => texts.short[block.name] ?? "");
}

const letterWidth = 8; // CSS px, generously

const fits = (text: string | undefined, width: number, height: number): boolean =>
  text !== undefined && width > text.length * letterWidth + 4 && height > 16;

/** Which symbols light a matrix up. */
const symbolsOf: Readonly<Record<string, string>> = {
  query: "heads hiddenSize",
  key: "kvHeads hiddenSize",
  value: "kvHeads hiddenSize",
  "attention output": "heads hiddenSize",
  gate: "intermediateSize hiddenSize",
  up: "intermediateSize hiddenSize",
  down: "intermediateSize hiddenSize",
};

type Places = ReturnType<typeof placeBlocks>;

/** What each row is: how many squares of d times d, and which share of the model in all layers. */
function drawLabels(
  layer: Layer,
  {attentionTop, feedForwardTop}: Places,
  {model: {architecture}}: View,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.parameterBreakdown;
  const {attention, feedForward, total} = parameterCount(architecture);
  const blocks = layerBlocks(architecture);
  const squares = (part: Block["part"]): string => {
    const weights = blocks.filter((block) => block.part === part);
    const sum = weights.reduce((all, block) => all + block.weights, 0);
    return numbers.hundredths(sum / architecture.hiddenSize ** 2);
  };
  const {experts} = architecture;
  const rows = [
    {
      y: attentionTop,
      text: texts.attention(squares("attention"), numbers.percent(attention / total), narrow),
    },
    {
      y: feedForwardTop,
      text:
        experts === undefined
          ? texts.feedForward(squares("feedForward"), numbers.percent(feedForward / total), narrow)
          : texts.experts(
              numbers.whole(experts.count),
              numbers.whole(experts.perToken),
              numbers.percent(feedForward / total),
              narrow,
            ),
    },
  ];
  layer
    .selectAll("text")
    .data(rows)
    .join("text")
    .attr("class", "label strong")
    .attr("x", 0)
    .attr("y", ({y}) => y - 9)
    .text(({text}) => text);
}

/** The whole model, as long as it has weights: table of words, layer after layer, output. */
function drawBar(
  layer: Layer,
  {model: {architecture}}: View,
  {narrow}: Layout,
  room: Room,
  {words, numbers}: Context,
): void {
  const texts = words.figures.parameterBreakdown;
  const {embedding, output, total} = parameterCount(architecture);
  const bar = barOf(architecture, room);
  const shares = {
    embedding: numbers.percent(embedding / total),
    layers: numbers.percent((total - embedding - output) / total),
    output: numbers.percent(output / total),
  };
  const labels = {
    embedding: narrow ? texts.words : texts.parts.embedding,
    layers: texts.layers(architecture.numLayers, numbers.whole(architecture.numLayers)),
    output: texts.parts.output,
  };
  const weights = {embedding, layers: total - embedding - output, output};
  const segments = layer
    .selectAll<SVGRectElement, (typeof bar.segments)[number]>("rect")
    .data(bar.segments)
    .join("rect")
    .attr("class", ({part}) => `segment ${part}`)
    .attr("data-symbol", ({part}) => (part === "layers" ? "layers" : "vocabularySize"))
    .attr("x", ({x}) => x)
    .attr("y", room.bar)
    .attr("width", ({width}) => width)
    .attr("height", room.barHeight);
  asPoints(segments, ({part}) => ({
    label: texts.block(labels[part], numbers.whole(weights[part]), shares[part], true),
    x: weights[part],
    y: weights[part] / total,
  }));
  layer
    .selectAll("line")
    .data(bar.cuts)
    .join("line")
    .attr("class", "cut")
    .attr("x1", (x) => x)
    .attr("x2", (x) => x)
    .attr("y1", room.bar)
    .attr("y2", room.bar + room.barHeight);
  const parts = (["embedding", "layers", "output"] as const)
    .filter((part) => weights[part] > 0)
    .map((part) => `${labels[part]} ${shares[part]}`);
  layer
    .selectAll("text")
    .data([
      {y: room.bar - 9, kind: "strong", text: texts.whole(narrow)},
      {y: room.bar + room.barHeight + 18, kind: "", text: parts.join(" · ")},
    ])
    .join("text")
    .attr("class", ({kind}) => `label ${kind}`)
    .attr("x", 0)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
}

/** The count over what the publisher says, digit under digit. */
function drawTotals(
  layer: Layer,
  view: View,
  {height, narrow}: Layout,
  {words, numbers}: Context,
): void {
  const {model} = view;
  const texts = words.figures.parameterBreakdown;
  const {total} = parameterCount(model.architecture);
  const published = model.publishedParameters;
  const end = narrow ? 236 : 400;
  const line = narrow ? 28 : 34;
  const bottom = height - 8;
  const rows = [
    {y: bottom - line, label: texts.counted(narrow), digits: numbers.whole(total), kind: "counted"},
    {
      y: bottom,
      label: texts.published,
      digits: published === undefined ? "–" : numbers.whole(published),
      kind: published === total ? "same" : "other",
    },
  ];
  layer
    .selectAll("text.name")
    .data(rows)
    .join("text")
    .attr("class", "name")
    .attr("x", 0)
    .attr("y", ({y}) => y - (narrow ? 1 : 3))
    .text(({label}) => label);
  layer
    .selectAll("text.total")
    .data(rows)
    .join("text")
    .attr("class", ({kind}) => `total ${kind}`)
    .attr("text-anchor", "end")
    .attr("x", end)
    .attr("y", ({y}) => y)
    .text(({digits}) => digits);
  layer
    .selectAll("text.verdict")
    .data([verdict()])
    .join("text")
    .attr("class", "verdict")
    .attr("x", end + 12)
    .attr("y", bottom - (narrow ? 1 : 3))
    .text((text) => text);

  function verdict(): string {
    if (isOwn(view)) return texts.yours(narrow);
    if (published === undefined) return texts.rounded(narrow);
    if (published === total) return texts.toTheUnit(narrow);
    return texts.off(published > total, numbers.whole(Math.abs(published - total)));
  }
}

/** A model of the reader's own has no publisher. */
const isOwn = ({scenario, model}: View): boolean => scenario.own?.name === model.name;

/** The edges that can be pulled: those that mean the same for every matrix they belong to. */
function handlesOf({model: {architecture}}: View, {placed, scale}: Places, room: Room): Handle[] {
  const find = (name: string) => placed.find(({block}) => block.name === name);
  const {hiddenSize, headDim, numHeads, numKvHeads, intermediateSize, numLayers} = architecture;
  const [query, key, gate] = [find("query"), find("key"), find("gate") ?? find("up")];
  const right = ({x, width, y, height}: Placed) => ({x: x + width, y: y + height / 2});
  const bar = barOf(architecture, room);
  const handles: Handle[] = [
    {
      name: "layers",
      axis: "x",
      x: bar.layersEnd,
      y: room.bar + room.barHeight / 2,
      value: numLayers,
      perPixel: 1 / (layerWeights(architecture) * bar.scale),
      change: (value) => ({numLayers: value}),
    },
  ];
  if (architecture.latentAttention === undefined && query !== undefined && key !== undefined) {
    handles.push(
      {
        name: "hiddenSize",
        axis: "y",
        x: query.x + query.width / 2,
        y: query.y + query.height,
        value: hiddenSize,
        perPixel: 1 / scale,
        change: (value) => ({hiddenSize: value}),
      },
      {
        name: "heads",
        axis: "x",
        ...right(query),
        value: numHeads,
        perPixel: 1 / (scale * headDim),
        change: (value) => ({numHeads: value, headDim}),
      },
      {
        name: "kvHeads",
        axis: "x",
        ...right(key),
        value: numKvHeads,
        perPixel: 1 / (scale * headDim),
        change: (value) => ({numKvHeads: value}),
      },
    );
  }
  if (gate !== undefined && architecture.experts === undefined) {
    handles.push({
      name: "intermediateSize",
      axis: "x",
      ...right(gate),
      value: intermediateSize,
      perPixel: 1 / scale,
      change: (value) => ({intermediateSize: value}),
    });
  }
  return handles;
}
