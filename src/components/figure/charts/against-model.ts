import {scaleLinear, type ScaleLinear} from "d3-scale";
import {memoryStack, type MemoryStack} from "../../../lib/scenario/memory-stack.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";

/**
 * Two columns on one scale: the model, which stays what it is, and the conversation, which rises
 * past it. When it is twice as high the scale begins to follow it, and the model shrinks. A guess
 * in gigabytes is drawn in, once the reader has committed to one.
 *
 *     <figure data-figure="against-model" data-veiled="true"></figure>
 */
export const againstModel: Chart = {
  name: "against-model",
  height: {wide: 372, narrow: 340},

  title: (view, {words, numbers}) => {
    const {weights, conversations} = memoryStack(view);
    const texts = words.figures.againstModel;
    const ratio = conversations / weights;
    return ratio < 1
      ? texts.lighter(
          view.scenario.batch,
          conversationOf(view, words, numbers),
          numbers.percent(ratio),
        )
      : texts.heavier(
          view.scenario.batch,
          conversationOf(view, words, numbers),
          numbers.number(ratio),
        );
  },

  summary: ({model, simple}, {words, numbers}) =>
    words.figures.againstModel.summary(
      model.name,
      numbers.bits(8 * simple.bytesPerWeight),
      numbers.bytes(simple.weightBytes),
    ),

  table: (view, {words}) => {
    const {weights, conversation, conversations} = memoryStack(view);
    const {model, scenario} = view;
    return {
      columns: words.figures.againstModel.columns,
      rows: [[model.name, scenario.batch, scenario.context, weights, conversation, conversations]],
    };
  },

  create(canvas, layout, context, options) {
    const sizes = sizesFor(layout);
    const layers = ["grid", "model", "conversation veil"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [grid, model, conversation] = layers as [Layer, Layer, Layer];

    return (view) => {
      const stack = memoryStack(view);
      const guess = Number(options["guess"]) * 1e9; // the question asks for gigabytes
      const scale = scaleLinear(
        [0, 1.04 * Math.max(2 * stack.weights, stack.conversations, guess || 0)],
        [sizes.bottom, sizes.top],
      );
      drawGrid(grid, scale, sizes, context);
      drawModel(model, view, stack, scale, sizes, context);
      drawConversation(conversation, view, stack, scale, sizes, context);
      drawGuess(conversation, options, scale, sizes, context);
    };
  },
};

type Scale = ScaleLinear<number, number>;

/** Where things stand, in CSS pixels. */
interface Sizes {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Left edges of the two columns, and their width. */
  model: number;
  conversation: number;
  column: number;
  narrow: boolean;
}

function sizesFor({width, height, narrow}: Layout): Sizes {
  const left = narrow ? 52 : 68;
  const column = narrow ? 84 : Math.min(210, 0.26 * (width - left));
  const gap = narrow ? 36 : 64;
  return {
    left,
    right: width,
    top: 34,
    bottom: height - (narrow ? 42 : 46),
    model: left + (narrow ? 18 : 40),
    conversation: left + (narrow ? 18 : 40) + column + gap,
    column,
    narrow,
  };
}

const conversationOf = (
  {scenario: {batch, context}}: View,
  words: Context["words"],
  numbers: Context["numbers"],
): string =>
  words.figures.againstModel.conversation(
    batch,
    numbers.whole(batch),
    words.controls.tokens(context, numbers.whole(context)),
  );

function drawGrid(
  layer: Layer,
  scale: Scale,
  {left, right, top}: Sizes,
  {numbers, words}: Context,
): void {
  const ticks = scale.ticks(5);
  layer
    .selectAll("line")
    .data(ticks)
    .join("line")
    .attr("class", "tick-line")
    .attr("x1", left)
    .attr("x2", right)
    .attr("y1", scale)
    .attr("y2", scale);
  layer
    .selectAll("text.tick")
    .data(ticks)
    .join("text")
    .attr("class", "tick")
    .attr("x", left - 8)
    .attr("y", (tick) => scale(tick) + 4)
    .attr("text-anchor", "end")
    .text((tick) => (tick === 0 ? "0" : numbers.tick(tick, "B")));
  layer
    .selectAll("text.axis-title")
    .data([words.figures.againstModel.y])
    .join("text")
    .attr("class", "axis-title")
    .attr("y", top - 16)
    .text((text) => text);
}

function drawModel(
  layer: Layer,
  {model, simple}: View,
  {weights}: MemoryStack,
  scale: Scale,
  sizes: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.againstModel;
  const {bottom, column, right} = sizes;
  const rects = layer
    .selectAll<SVGRectElement, number>("rect")
    .data([weights])
    .join("rect")
    .attr("class", "weights")
    .attr("data-symbol", "weightBytes")
    .attr("x", sizes.model)
    .attr("y", scale)
    .attr("width", column)
    .attr("height", (bytes) => bottom - scale(bytes));
  asPoints(rects, (bytes) => ({
    label: texts.modelLabel(model.name, numbers.bytes(bytes)),
    x: 0,
    y: bytes,
  }));
  layer
    .selectAll("line")
    .data([weights])
    .join("line")
    .attr("class", "gap level")
    .attr("x1", sizes.model + column)
    .attr("x2", right)
    .attr("y1", scale)
    .attr("y2", scale);
  const middle = sizes.model + column / 2;
  const lines = [
    {kind: "side reading memory", y: scale(weights) - 8, text: numbers.bytes(weights)},
    {kind: "strong", y: bottom + 18, text: model.name},
    {
      kind: "",
      y: bottom + 35,
      text: texts.precision(numbers.bits(8 * simple.bytesPerWeight)),
    },
  ];
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => kind)
    .attr("translate", (_, i) => (i === 1 ? "no" : null))
    .attr("x", middle)
    .attr("y", ({y}) => y)
    .attr("text-anchor", "middle")
    .text(({text}) => text);
}

const mostDrawn = 24; // readers whose conversations are told apart

function drawConversation(
  layer: Layer,
  view: View,
  {weights, conversation, conversations, readers}: MemoryStack,
  scale: Scale,
  sizes: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.againstModel;
  const {bottom, column, right, narrow} = sizes;
  const rects = layer
    .selectAll<SVGRectElement, number>("rect")
    .data([conversations])
    .join("rect")
    .attr("class", "talk")
    .attr("data-symbol", "conversationBytes context batch kvBytesPerToken")
    .attr("x", sizes.conversation)
    .attr("y", scale)
    .attr("width", column)
    .attr("height", (bytes) => Math.max(1, bottom - scale(bytes)));
  asPoints(rects, (bytes) => ({
    label: texts.conversationLabel(conversationOf(view, words, numbers), numbers.bytes(bytes)),
    x: view.scenario.context,
    y: bytes,
  }));
  const cuts = readers > mostDrawn ? [] : Array.from({length: readers - 1}, (_, i) => i + 1);
  layer
    .selectAll("line.cut")
    .data(cuts)
    .join("line")
    .attr("class", "cut")
    .attr("x1", sizes.conversation)
    .attr("x2", sizes.conversation + column)
    .attr("y1", (i) => scale(i * conversation))
    .attr("y2", (i) => scale(i * conversation));

  const middle = sizes.conversation + column / 2;
  const beside = sizes.conversation + column + (narrow ? 8 : 22);
  const ratio = conversations / weights;
  const atLevel = Math.max(sizes.top + 14, scale(conversations) + 8);
  const lines = [
    {
      kind: "side reading memory",
      x: middle,
      y: scale(conversations) - 8,
      anchor: "middle",
      text: numbers.bytes(conversations),
    },
    {
      kind: "strong",
      x: middle,
      y: bottom + 18,
      anchor: "middle",
      text: words.controls.tokens(view.scenario.context, numbers.whole(view.scenario.context)),
    },
    {
      kind: "",
      x: middle,
      y: bottom + 35,
      anchor: "middle",
      text: texts.forReaders(readers, numbers.whole(readers)),
    },
    ...(narrow || right - beside < 110
      ? []
      : [
          {
            kind: "share",
            x: beside,
            y: atLevel,
            anchor: "start",
            text: ratio < 1 ? numbers.percent(ratio) : texts.times(numbers.number(ratio)),
          },
          {
            kind: "label",
            x: beside,
            y: atLevel + 20,
            anchor: "start",
            text: ratio < 1 ? texts.ofTheModel : texts.theModel,
          },
        ]),
  ];
  layer
    .selectAll("text.line")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => `line ${kind}`)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}

function drawGuess(
  layer: Layer,
  options: Attributes,
  scale: Scale,
  {conversation, column, bottom}: Sizes,
  {words}: Context,
): void {
  const guess = Number(options["guess"]) * 1e9;
  const guessed = guess >= 0 ? [guess] : [];
  const rings = layer
    .selectAll<SVGCircleElement, number>("circle.guess")
    .data(guessed)
    .join("circle")
    .attr("class", "guess")
    .attr("cx", conversation)
    .attr("cy", scale)
    .attr("r", 6);
  asPoints(rings, (bytes) => ({label: words.figures.againstModel.guess, x: 0, y: bytes}));
  layer
    .selectAll("text.guess")
    .data(guessed)
    .join("text")
    .attr("class", "guess label")
    .attr("x", conversation + column / 2)
    .attr("y", (bytes) => Math.min(scale(bytes) + 4, bottom - 8))
    .attr("text-anchor", "middle")
    .text(words.figures.againstModel.guess);
}
