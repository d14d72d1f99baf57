import {range} from "d3-array";
import {attentionHeads, type AttentionHeads} from "../../../lib/scenario/attention-heads.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";

/**
 * The heads of one layer, each with a query of its own, and beneath them the keys and values that
 * they look into: one pair for each, one for a group, or one short vector for all. Beneath that,
 * the numbers that the layer keeps of a token, against those that it would keep without sharing.
 *
 *     <figure data-figure="shared-heads"></figure>
 */
export const sharedHeads: Chart = {
  name: "shared-heads",
  law: "tokenCache",
  height: {wide: 300, narrow: 290},

  title: ({model}, {words, numbers}) => {
    const {kind, perKvHead, heads} = attentionHeads(model.architecture);
    const texts = words.figures.sharedHeads;
    if (kind === "multiHead") return texts.multiHead(model.name, numbers.whole(heads));
    if (kind === "latent") return texts.latent(model.name, numbers.whole(heads));
    return texts.grouped(model.name, numbers.number(perKvHead));
  },

  summary: ({model}, {words, numbers}) => {
    const {kind, kept, own, share} = attentionHeads(model.architecture);
    const texts = words.figures.sharedHeads;
    return kind === "multiHead"
      ? texts.keepsAll(numbers.whole(kept))
      : texts.keeps(numbers.whole(kept), numbers.whole(own), numbers.number(1 / share));
  },

  table: ({model}, {words}) => {
    const {heads, kvHeads, kept, own, share} = attentionHeads(model.architecture);
    return {
      columns: words.figures.sharedHeads.columns,
      rows: [[model.name, heads, kvHeads, kept, own, share]],
    };
  },

  create(canvas, layout, context) {
    const sizes = sizesFor(layout);
    const layers = ["threads", "queries", "kept", "bars", "texts"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [threads, queries, kept, bars, texts] = layers as [Layer, Layer, Layer, Layer, Layer];

    return (view) => {
      const heads = attentionHeads(view.model.architecture);
      drawThreads(threads, heads, sizes);
      drawQueries(queries, heads, sizes, context);
      drawKept(kept, heads, sizes, context);
      drawBars(bars, view, heads, sizes, context);
      drawTexts(texts, heads, sizes, context);
    };
  },
};

/** Where things stand, in CSS pixels. */
interface Sizes {
  width: number;
  queryTop: number;
  queryHeight: number;
  keptTop: number;
  keptHeight: number;
  barTop: number;
  barHeight: number;
  nextBar: number;
  narrow: boolean;
}

function sizesFor({width, narrow}: Layout): Sizes {
  return {
    width,
    queryTop: 24,
    queryHeight: narrow ? 14 : 18,
    keptTop: narrow ? 92 : 100,
    keptHeight: narrow ? 30 : 34,
    barTop: narrow ? 190 : 196,
    barHeight: 14,
    nextBar: 50,
    narrow,
  };
}

/** From each head to the middle of what it looks into. */
function drawThreads(
  layer: Layer,
  {heads, kvHeads, perKvHead}: AttentionHeads,
  sizes: Sizes,
): void {
  const {width, queryTop, queryHeight, keptTop} = sizes;
  const step = width / heads;
  const group = width / kvHeads;
  layer
    .selectAll("line")
    .data(range(heads))
    .join("line")
    .attr("class", "thread")
    .attr("x1", (i) => (i + 0.5) * step)
    .attr("x2", (i) => (Math.floor(i / perKvHead) + 0.5) * group)
    .attr("y1", queryTop + queryHeight)
    .attr("y2", keptTop);
}

function drawQueries(
  layer: Layer,
  {heads}: AttentionHeads,
  {width, queryTop, queryHeight}: Sizes,
  {words, numbers}: Context,
): void {
  const step = width / heads;
  const thick = Math.min(queryHeight, Math.max(1.5, step - Math.min(3, step / 3)));
  layer
    .selectAll("rect.query")
    .data(range(heads))
    .join("rect")
    .attr("class", "query")
    .attr("x", (i) => (i + 0.5) * step - thick / 2)
    .attr("y", queryTop)
    .attr("width", thick)
    .attr("height", queryHeight);
  const frames = layer
    .selectAll<SVGRectElement, number>("rect.frame")
    .data([heads])
    .join("rect")
    .attr("class", "frame")
    .attr("x", 0)
    .attr("y", queryTop)
    .attr("width", width)
    .attr("height", queryHeight);
  asPoints(frames, (count) => ({
    label: words.figures.sharedHeads.queriesLabel(numbers.whole(count)),
    x: count,
    y: count,
  }));
}

/** Key above, value beneath; a latent vector is one piece. */
function drawKept(
  layer: Layer,
  {kind, kvHeads, kept}: AttentionHeads,
  {width, keptTop, keptHeight}: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.sharedHeads;
  const group = width / kvHeads;
  const thick = Math.min(64, Math.max(1.5, group - Math.min(6, group / 3)));
  const parts = kind === "latent" ? ["latent"] : ["key", "value"];
  const height = keptHeight / parts.length;
  const pieces = range(kvHeads).flatMap((head) => parts.map((part, i) => ({head, part, i})));
  const rects = layer
    .selectAll<SVGRectElement, (typeof pieces)[number]>("rect")
    .data(pieces)
    .join("rect")
    .attr("class", ({part}) => part)
    .attr("data-symbol", "keptElements kvHeads")
    .attr("x", ({head}) => (head + 0.5) * group - thick / 2)
    .attr("y", ({i}) => keptTop + i * height)
    .attr("width", thick)
    .attr("height", height - 1);
  asPoints(rects, () => ({
    label:
      kind === "latent"
        ? texts.latentLabel(numbers.whole(kept))
        : texts.keptLabel(numbers.whole(kept / 2 / kvHeads)),
    x: kvHeads,
    y: kept,
  }));
}

function drawBars(
  layer: Layer,
  {model}: View,
  {kept, own, share}: AttentionHeads,
  {width, barTop, barHeight, nextBar}: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.sharedHeads;
  const bars = [
    {kind: "own", top: barTop, end: width, value: own, label: texts.ownBar(numbers.whole(own))},
    {
      kind: "kept",
      top: barTop + nextBar,
      end: share * width,
      value: kept,
      label: texts.keptBar(model.name, numbers.whole(kept)),
    },
  ];
  const rects = layer
    .selectAll<SVGRectElement, (typeof bars)[number]>("rect")
    .data(bars)
    .join("rect")
    .attr("class", ({kind}) => `bar ${kind}`)
    .attr("data-symbol", ({kind}) => (kind === "kept" ? "keptElements" : null))
    .attr("y", ({top}) => top)
    .attr("width", ({end}) => end)
    .attr("height", barHeight);
  asPoints(rects, ({label, value}) => ({label, x: value, y: value}));
  layer
    .selectAll("text")
    .data(bars)
    .join("text")
    .attr("class", ({kind}) => (kind === "kept" ? "side memory" : ""))
    .attr("y", ({top}) => top - 7)
    .text(({label}) => label);
}

function drawTexts(
  layer: Layer,
  {kind, heads, kvHeads, kept}: AttentionHeads,
  {queryTop, keptTop, keptHeight}: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.sharedHeads;
  const below =
    kind === "latent"
      ? texts.oneVector(numbers.whole(kept))
      : texts.pairs(kvHeads, numbers.whole(kvHeads));
  const lines = [
    {kind: "strong", y: queryTop - 9, text: texts.queries(numbers.whole(heads))},
    {kind: "side memory", y: keptTop + keptHeight + 18, text: below},
  ];
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", (line) => line.kind)
    .attr("y", ({y}) => y)
    .text(({text}) => text);
}
