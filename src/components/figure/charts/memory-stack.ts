import {memoryStack as stackOf, type MemoryStack} from "../../../lib/scenario/memory-stack.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * The memory of the machine as a box, and what has to lie in it, from left to right: the weights, a
 * conversation for each reader, and room to work in. What does not fit stands beyond the edge.
 *
 *     <figure data-figure="memory-stack"></figure>
 */
export const memoryStack: Chart = {
  name: "memory-stack",
  law: "tokensThatFit",
  height: {wide: 178, narrow: 196},

  title: (view, {words, numbers}) => {
    const stack = stackOf(view);
    const texts = words.figures.memoryStack;
    const {readers, readersThatFit = 0} = stack;
    const said = words.controls.readers(readers, numbers.whole(readers));
    const tokens = words.controls.tokens(
      view.scenario.context,
      numbers.whole(view.scenario.context),
    );
    if (stack.state === "untold") return texts.untold(view.machine.name);
    if (stack.state === "noModel") return texts.noModel(view.model.name, view.machine.name);
    if (stack.state === "full") {
      return texts.full(readersThatFit, numbers.whole(readersThatFit), said, tokens);
    }
    return texts.fits(view.machine.name, view.model.name, said, tokens);
  },

  summary: (view, {words, numbers}) => {
    const stack = stackOf(view);
    const texts = words.figures.memoryStack;
    const {memory, free} = stack;
    if (memory === undefined || free === undefined) {
      return texts.untoldNeed(numbers.bytes(neededBy(stack)));
    }
    const beyond = -(memory - stack.weights - stack.conversations);
    switch (stack.state) {
      case "noModel":
        return texts.weightsBeyond(numbers.bytes(stack.weights - memory));
      case "full":
        return texts.beyond(numbers.bytes(beyond), numbers.bytes(memory));
      case "tight":
        return texts.tight(numbers.bytes(-beyond), numbers.bytes(stack.working));
      default:
        return texts.left(numbers.bytes(free), numbers.bytes(stack.conversation));
    }
  },

  table: (view, {words}) => {
    const stack = stackOf(view);
    return {
      columns: words.figures.memoryStack.columns,
      rows: [
        [
          view.machine.name,
          view.model.name,
          stack.readers,
          view.scenario.context,
          stack.memory ?? "",
          stack.weights,
          stack.conversation,
          stack.conversations,
          stack.working,
          stack.free ?? "",
        ],
      ],
    };
  },

  create(canvas, layout, context) {
    const sizes = sizesFor(layout);
    const layers = ["pieces", "box", "texts"].map((name) => canvas.append("g").attr("class", name));
    const [pieces, box, texts] = layers as [Layer, Layer, Layer];
    drawBox(box, sizes);

    return (view) => {
      const stack = stackOf(view);
      const places = placesOf(stack, sizes);
      showBox(box, view, stack);
      drawPieces(pieces, stack, places, sizes, context);
      drawCuts(pieces, stack, places, sizes);
      drawTexts(texts, view, stack, places, sizes, context);
    };
  },
};

/** Where things stand, in CSS pixels. */
interface Sizes {
  width: number;
  /** Right edge of the machine. */
  edge: number;
  top: number;
  height: number;
  narrow: boolean;
}

function sizesFor({width, narrow}: Layout): Sizes {
  return {width, edge: width * (narrow ? 0.74 : 0.76), top: 30, height: narrow ? 54 : 64, narrow};
}

/** Right ends of the pieces, cut where the drawing ends. */
interface Places {
  weights: number;
  conversations: number;
  working: number;
  /** Whether something goes on beyond the drawing. */
  cut: boolean;
}

function placesOf(stack: MemoryStack, {edge, width}: Sizes): Places {
  const memory = memoryOrNeed(stack);
  const at = (bytes: number): number => Math.min(width, (bytes / memory) * edge);
  const all = neededBy(stack);
  return {
    weights: at(stack.weights),
    conversations: at(stack.weights + stack.conversations),
    working: at(all),
    cut: (all / memory) * edge > width,
  };
}

/** Bytes of all that has to lie in memory. */
const neededBy = ({weights, conversations, working}: MemoryStack): number =>
  weights + conversations + working;

/** What the box stands for: where the memory is not known, what is needed fills it. */
const memoryOrNeed = (stack: MemoryStack): number => stack.memory ?? neededBy(stack);

/** The reader's own box is magenta, and broken while nobody knows how large it is. */
function showBox(layer: Layer, {machine}: View, {state}: MemoryStack): void {
  layer
    .select("rect")
    .attr("class", `machine-box${ownClass(machine.name)}${state === "untold" ? " untold" : ""}`);
}

function drawBox(layer: Layer, {edge, top, height}: Sizes): void {
  layer
    .append("rect")
    .attr("class", "machine-box")
    .attr("data-symbol", "memoryBytes")
    .attr("x", 0)
    .attr("y", top - 3)
    .attr("width", edge)
    .attr("height", height + 6);
}

function drawPieces(
  layer: Layer,
  stack: MemoryStack,
  places: Places,
  {top, height}: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.memoryStack;
  const pieces = [
    {
      kind: "weights",
      symbol: "weightBytes",
      from: 0,
      to: places.weights,
      bytes: stack.weights,
      label: texts.weights(numbers.bytes(stack.weights)),
    },
    {
      kind: "talk",
      symbol: "conversationBytes batch context kvBytesPerToken tokensThatFit",
      from: places.weights,
      to: places.conversations,
      bytes: stack.conversations,
      label: texts.conversations(
        stack.readers,
        numbers.whole(stack.readers),
        numbers.bytes(stack.conversations),
      ),
    },
    {
      kind: "working",
      symbol: null,
      from: places.conversations,
      to: places.working,
      bytes: stack.working,
      label: texts.working(numbers.bytes(stack.working)),
    },
  ];
  const rects = layer
    .selectAll<SVGRectElement, (typeof pieces)[number]>("rect")
    .data(pieces)
    .join("rect")
    .attr("class", ({kind}) => kind)
    .attr("data-symbol", ({symbol}) => symbol)
    .attr("x", ({from}) => from)
    .attr("y", top)
    .attr("width", ({from, to}) => Math.max(0, to - from))
    .attr("height", height);
  asPoints(rects, ({label, bytes}) => ({label, x: stack.readers, y: bytes}));
}

const thinnest = 3; // px of a conversation that can still be told from the next

/** Lines between the conversations, and a break where the stack goes on beyond the drawing. */
function drawCuts(
  layer: Layer,
  stack: MemoryStack,
  {cut}: Places,
  {edge, width, top, height}: Sizes,
): void {
  const {weights, conversation, readers} = stack;
  const at = (bytes: number): number => (bytes / memoryOrNeed(stack)) * edge;
  const cuts = Array.from({length: Math.min(readers, 400) - 1}, (_, i) =>
    at(weights + (i + 1) * conversation),
  ).filter((x) => x < width && at(conversation) >= thinnest);
  layer
    .selectAll("line.cut")
    .data(cuts)
    .join("line")
    .attr("class", "cut")
    .attr("x1", (x) => x)
    .attr("x2", (x) => x)
    .attr("y1", top)
    .attr("y2", top + height);
  layer
    .selectAll("line.break")
    .data(cut ? [width - 18, width - 11] : [])
    .join("line")
    .attr("class", "break")
    .attr("x1", (x) => x - 6)
    .attr("x2", (x) => x + 6)
    .attr("y1", top + height + 4)
    .attr("y2", top - 4);
}

function drawTexts(
  layer: Layer,
  {machine}: View,
  stack: MemoryStack,
  places: Places,
  {width, edge, top, height, narrow}: Sizes,
  {words, numbers}: Context,
): void {
  const texts = words.figures.memoryStack;
  const beneath = top + height + 24;
  const {memory, free} = stack;
  const beyond = memory === undefined ? 0 : stack.weights + stack.conversations - memory;
  // The names of the pieces stand in lines of their own, so that they never meet.
  const lines = [
    {
      kind: `strong${ownClass(machine.name)}`,
      x: edge,
      y: top - 12,
      anchor: "end",
      text:
        memory === undefined
          ? texts.machineNeeds(machine.name, numbers.bytes(neededBy(stack)))
          : texts.machine(machine.name, numbers.bytes(memory)),
    },
    {
      kind: "side memory",
      x: 0,
      y: beneath,
      anchor: "start",
      text: texts.weights(numbers.bytes(stack.weights)),
    },
    {
      kind: "side memory",
      x: Math.min(places.weights, edge / 2),
      y: beneath + 20,
      anchor: "start",
      text: texts.conversations(
        stack.readers,
        numbers.whole(stack.readers),
        numbers.bytes(stack.conversations),
      ),
    },
    {
      kind: "",
      x: edge,
      y: beneath + 40,
      anchor: "end",
      text:
        free !== undefined && free >= 0
          ? texts.free(numbers.bytes(stack.working), numbers.bytes(free))
          : texts.working(numbers.bytes(stack.working)),
    },
    ...(beyond > 0
      ? [
          {
            kind: "strong",
            x: width,
            y: narrow ? beneath : top - 12,
            anchor: "end",
            text: (narrow ? texts.over : texts.doesNotFit)(numbers.bytes(beyond)),
          },
        ]
      : []),
  ];
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => kind)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}
