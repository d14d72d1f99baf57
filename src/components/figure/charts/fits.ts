import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {
  articleMemory,
  fitModels,
  fits as allFits,
  fittingIn,
  type Fit,
} from "../../../lib/scenario/fits.js";
import {ownMachineIn, ownMachineName} from "../../../lib/catalog/own-machine.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {ownClass} from "../own.js";
import {asPoints} from "../marks.js";

/**
 * The article's table, live: four sizes of LLaMA in four precisions, on an axis of bytes, against
 * 24 GB and against the memory of the chosen machine. Dots are files as they are, ticks are the
 * article's round numbers.
 *
 *     <figure data-figure="fits"></figure>
 */
export const fits: Chart = {
  name: "fits",
  height: {wide: 350, narrow: 380},

  title: ({machine}, {words, numbers, catalog}) => {
    const {memoryBytes} = machine.hardware;
    if (memoryBytes === undefined) return words.figures.fits.untold(machine.name);
    const count = fittingIn(memoryBytes, catalog).length;
    return words.figures.fits.title(
      machine.name,
      numbers.tick(memoryBytes, "B"),
      numbers.whole(count),
      numbers.whole(allFits(catalog).length),
    );
  },

  summary: (_, {words, numbers, catalog}) => {
    const within = fittingIn(articleMemory, catalog);
    return words.figures.fits.summary(
      numbers.tick(articleMemory, "B"),
      numbers.whole(within.length),
      numbers.whole(within.filter(({format}) => format.bits === 4).length),
    );
  },

  table: ({machine}, {words, catalog}) => ({
    columns: words.figures.fits.columns(machine.name),
    rows: allFits(catalog).map(({model, format, articleBytes, bytes}) => [
      model,
      format.real,
      articleBytes,
      bytes,
      words.figures.fits.yesNo(bytes <= articleMemory),
      hasRoom(machine, bytes) === undefined
        ? ""
        : words.figures.fits.yesNo(hasRoom(machine, bytes) === true),
    ]),
  }),

  create(canvas, layout, context) {
    const places = placesFor(layout);
    const room = canvas.append("g");
    drawRows(canvas.append("g"), places, context);
    const ownRoom = canvas.append("g");
    const marks = canvas.append("g");
    return (view) => {
      drawRoom(room, view, places, context);
      drawOwnRoom(ownRoom, view, places, context);
      drawFiles(marks, view, places, context);
    };
  },
};

interface Places {
  x: ScaleLogarithmic<number, number>;
  narrow: boolean;
  width: number;
  top: number;
  bottom: number;
  row: number;
}

const ticks = [2e9, 4e9, 8e9, 16e9, 32e9, 64e9, 128e9, 256e9];

function placesFor({width, height, narrow}: Layout): Places {
  const top = 44;
  const bottom = height - 46;
  return {
    x: scaleLog([2e9, 400e9], [narrow ? 6 : 84, width - 12]),
    narrow,
    width,
    top,
    bottom,
    row: (bottom - top) / fitModels.length,
  };
}

/** Whether a machine has room for so many bytes, where its memory is known. */
const hasRoom = ({hardware: {memoryBytes}}: View["machine"], bytes: number): boolean | undefined =>
  memoryBytes === undefined ? undefined : bytes <= memoryBytes;

const middleOf = (model: Fit["model"], {top, row, narrow}: Places): number =>
  top + (fitModels.indexOf(model) + (narrow ? 0.56 : 0.42)) * row;

function drawRows(layer: Layer, places: Places, {words, numbers}: Context): void {
  const {x, narrow, width, top, bottom} = places;
  layer
    .selectAll("line.row")
    .data(fitModels)
    .join("line")
    .attr("class", "row")
    .attr("x1", x.range()[0]!)
    .attr("x2", width)
    .attr("y1", (model) => middleOf(model, places))
    .attr("y2", (model) => middleOf(model, places));
  layer
    .selectAll("text.model")
    .data(fitModels)
    .join("text")
    .attr("class", "model label strong")
    .attr("translate", "no")
    .attr("x", 0)
    .attr("y", (model) => middleOf(model, places) + (narrow ? -19 : 4))
    .text((model) => model);
  layer
    .selectAll("text.tick")
    .data(narrow ? ticks.filter((_, i) => i % 2 === 1) : ticks)
    .join("text")
    .attr("class", "tick")
    .attr("x", (tick) => x(tick))
    .attr("y", bottom + 18)
    .attr("text-anchor", "middle")
    .text((tick) => numbers.tick(tick, "B"));
  layer
    .append("text")
    .attr("class", "axis-title")
    .attr("x", width / 2)
    .attr("y", bottom + 40)
    .attr("text-anchor", "middle")
    .text(words.figures.fits.x);
  layer
    .append("line")
    .attr("class", "row end")
    .attr("x1", x.range()[0]!)
    .attr("x2", width)
    .attr("y1", bottom)
    .attr("y2", bottom);
  layer
    .append("line")
    .attr("class", "article-room")
    .attr("x1", x(articleMemory))
    .attr("x2", x(articleMemory))
    .attr("y1", top - 8)
    .attr("y2", bottom + 4);
  layer
    .append("text")
    .attr("class", "label article-room")
    .attr("x", x(articleMemory))
    .attr("y", top - 14)
    .attr("text-anchor", "middle")
    .text(numbers.tick(articleMemory, "B"));
}

/** What fits into the chosen machine lies in the shade. */
function drawRoom(layer: Layer, {machine}: View, places: Places, {numbers}: Context): void {
  const {x, top, bottom, width} = places;
  const [left, right] = x.range() as [number, number];
  const {memoryBytes} = machine.hardware;
  const rooms =
    memoryBytes === undefined
      ? []
      : [{end: Math.min(right, Math.max(left, x(memoryBytes))), memoryBytes}];
  layer
    .selectAll("rect")
    .data(rooms)
    .join("rect")
    .attr("class", "area memory")
    .attr("x", left)
    .attr("y", top - 8)
    .attr("width", ({end}) => end - left)
    .attr("height", bottom - top + 8);
  layer
    .selectAll("line")
    .data(rooms)
    .join("line")
    .attr("class", `room${ownClass(machine.name)}`)
    .attr("x1", ({end}) => end)
    .attr("x2", ({end}) => end)
    .attr("y1", top - 8)
    .attr("y2", bottom);
  layer
    .selectAll("text")
    .data(rooms)
    .join("text")
    .attr("class", `label side memory${ownClass(machine.name)}`)
    .attr("translate", "no")
    .attr("x", ({end}) => Math.min(Math.max(end, 70), width - 70))
    .attr("y", 12)
    .attr("text-anchor", "middle")
    .text((room) => `${machine.name}: ${numbers.tick(room.memoryBytes, "B")}`);
}

/** The edge of the reader's own memory, where he has told it and looks at another machine. */
function drawOwnRoom(layer: Layer, {machine}: View, places: Places, context: Context): void {
  const {x, top, bottom, width} = places;
  const [left, right] = x.range() as [number, number];
  const own = ownMachineIn(context.catalog);
  const bytes = own === machine ? undefined : own?.hardware.memoryBytes;
  const edges = bytes === undefined ? [] : [Math.min(right, Math.max(left, x(bytes)))];
  layer
    .selectAll("line")
    .data(edges)
    .join("line")
    .attr("class", `room${ownClass(ownMachineName)}`)
    .attr("x1", (end) => end)
    .attr("x2", (end) => end)
    .attr("y1", top - 8)
    .attr("y2", bottom);
  layer
    .selectAll("text")
    .data(edges)
    .join("text")
    .attr("class", `label${ownClass(ownMachineName)}`)
    .attr("translate", "no")
    .attr("x", (end) => (end > width - 90 ? end - 5 : end + 5))
    .attr("y", top + 6)
    .attr("text-anchor", (end) => (end > width - 90 ? "end" : "start"))
    .text(ownMachineName);
}

function drawFiles(layer: Layer, {machine}: View, places: Places, context: Context): void {
  const {words, numbers, catalog} = context;
  const {x} = places;
  const all = allFits(catalog);
  layer
    .selectAll("line")
    .data(all)
    .join("line")
    .attr("class", "ideal")
    .attr("x1", ({articleBytes}) => x(articleBytes))
    .attr("x2", ({articleBytes}) => x(articleBytes))
    .attr("y1", ({model}) => middleOf(model, places) - 11)
    .attr("y2", ({model}) => middleOf(model, places) + 11);
  const dots = layer
    .selectAll<SVGCircleElement, Fit>("circle")
    .data(all)
    .join("circle")
    .attr("class", ({bytes}) => `dot${hasRoom(machine, bytes) === true ? " chosen memory" : ""}`)
    .attr("cx", ({bytes}) => x(bytes))
    .attr("cy", ({model}) => middleOf(model, places))
    .attr("r", 6);
  asPoints(dots, ({model, format, bytes, articleBytes}) => ({
    label: words.figures.fits.file(
      model,
      format.real.replace(/ file$/, ""),
      numbers.bytes(bytes),
      numbers.bytes(articleBytes),
      hasRoom(machine, bytes),
    ),
    x: bytes,
    y: format.bits,
  }));
  layer
    .selectAll("text")
    .data(all)
    .join("text")
    .attr("class", ({bytes}) => `label${hasRoom(machine, bytes) === true ? " strong" : ""}`)
    .attr("x", ({bytes}) => x(bytes))
    .attr("y", ({model}) => middleOf(model, places) + 25)
    .attr("text-anchor", "middle")
    .text(({format}) => words.figures.fits.bits(numbers.whole(format.bits), places.narrow));
}
