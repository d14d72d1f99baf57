import {levelsOf, type Level} from "../../../lib/scenario/memory-levels.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * Levels of memory as squares, all to one scale: as much area for a byte in each of them. They
 * share a corner, so that the reader zooms out of one into the next. The model is one of the
 * squares: so much is read for each token.
 *
 *     <figure data-figure="memory-hierarchy"></figure>
 */
export const memoryHierarchy: Chart = {
  name: "memory-hierarchy",
  height: {wide: 410, narrow: 590},

  title: (view, {words, numbers}) => {
    const texts = words.figures.memoryHierarchy;
    const {bytesRead} = view.simple;
    const frames = bytesRead / view.scenario.zoom;
    return frames > 1
      ? texts.beyond(
          numbers.bytes(view.scenario.zoom),
          numbers.bytes(bytesRead),
          numbers.amount(Number(frames.toPrecision(2))),
        )
      : texts.within(
          numbers.bytes(view.scenario.zoom),
          numbers.bytes(bytesRead),
          numbers.percent(frames),
        );
  },

  summary: ({machine, model}, {words}) =>
    words.figures.memoryHierarchy.summary(machine.name, model.name),

  table: (view, {words, catalog}) => {
    const texts = words.figures.memoryHierarchy;
    return {
      columns: texts.columns,
      rows: levelsOf(view, catalog).map(({name, cores, bytes, bandwidth, verified}) => [
        texts.names[name](cores),
        bytes,
        bandwidth ?? "",
        bandwidth === undefined ? "" : view.simple.bytesRead / bandwidth,
        verified ? texts.verified : texts.unverified,
      ]),
    };
  },

  create(canvas, layout, context) {
    const frame = frameOf(layout);
    const squares = canvas.append("g");
    canvas
      .append("rect")
      .attr("class", "frame")
      .attr("x", frame.left)
      .attr("y", frame.bottom - frame.side)
      .attr("width", frame.side)
      .attr("height", frame.side);
    const [leaders, names] = [canvas.append("g"), canvas.append("g")];

    return (view) => {
      const levels = levelsOf(view, context.catalog).map((level, i, all): Placed => {
        const side = frame.side * Math.sqrt(level.bytes / view.scenario.zoom);
        return {...level, side, row: rowOf(all.length - 1 - i, all.length, layout, frame)};
      });
      drawSquares(squares, levels, frame);
      if (!layout.narrow) drawLeaders(leaders, levels, frame);
      drawNames(names, levels, view, layout, context);
    };
  },
};

/** The square window through which the reader looks, in CSS pixels. */
interface Frame {
  left: number;
  bottom: number;
  side: number;
}

interface Row {
  x: number;
  y: number;
}

interface Placed extends Level {
  /** Length of the square's side, in CSS pixels; may be far more than the frame's. */
  side: number;
  /** Where its words begin. */
  row: Row;
}

const rowHeight = {wide: 46, narrow: 37}; // CSS px

function frameOf({width, height, narrow}: Layout): Frame {
  const side = narrow ? 250 : Math.min(height - 20, width * 0.48);
  return {left: 1, bottom: narrow ? side + 4 : height - 10, side};
}

/** Rows from the largest level at the top to the smallest at the bottom. */
function rowOf(place: number, count: number, {narrow}: Layout, frame: Frame): Row {
  return narrow
    ? {x: 20, y: frame.bottom + 34 + place * rowHeight.narrow}
    : {
        x: frame.left + frame.side + 62,
        y: frame.bottom - 24 - (count - 1 - place) * rowHeight.wide,
      };
}

function drawSquares(layer: Layer, levels: readonly Placed[], frame: Frame): void {
  const drawn = [...levels].reverse(); // the smaller ones on top
  layer
    .selectAll("rect")
    .data(drawn)
    .join("rect")
    .attr("class", ({name}) => `level ${name}`)
    .attr("data-symbol", ({name}) => (name === "model" ? "weightBytes" : null))
    .attr("x", frame.left)
    .attr("y", ({side}) => frame.bottom - Math.min(side, frame.side))
    .attr("width", ({side}) => Math.min(side, frame.side))
    .attr("height", ({side}) => Math.min(side, frame.side));
}

const leastShown = 2; // CSS px: a smaller square has no corner to point at

/** From the upper right corner of each square that has one in the frame to its words. */
function drawLeaders(layer: Layer, levels: readonly Placed[], {left, bottom, side}: Frame): void {
  layer
    .selectAll("path")
    .data(levels.filter((level) => level.side >= leastShown && level.side <= side))
    .join("path")
    .attr("class", "gap")
    .attr("d", (level) => {
      const top = bottom - level.side;
      return `M${left + level.side},${top}H${left + side + 8}L${level.row.x - 20},${level.row.y - 5}`;
    });
}

function drawNames(
  layer: Layer,
  levels: readonly Placed[],
  view: View,
  layout: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.memoryHierarchy;
  const sizeOf = ({bytes, bandwidth, name}: Placed): string =>
    name === "model"
      ? texts.readForToken(numbers.bytes(bytes))
      : bandwidth === undefined
        ? numbers.bytes(bytes)
        : texts.rate(numbers.bytes(bytes), numbers.bandwidth(bandwidth));
  const scaleOf = ({bytes}: Placed): string => {
    const frames = bytes / view.scenario.zoom;
    const digits = (value: number) => numbers.amount(Number(value.toPrecision(2)));
    if (frames >= 1) return texts.frames(digits(frames));
    return frames >= 0.01
      ? texts.shareOf(numbers.percent(frames))
      : texts.partOf(digits(1 / frames));
  };
  const right = layout.width - 2;

  const swatches = layer
    .selectAll<SVGRectElement, Placed>("rect")
    .data(levels)
    .join("rect")
    .attr("class", ({name}) => `level ${name}`)
    .attr("x", ({row}) => row.x - 18)
    .attr("y", ({row}) => row.y - 10)
    .attr("width", 11)
    .attr("height", 11);
  asPoints(swatches, (level) => ({
    label: texts.point(
      texts.names[level.name](level.cores),
      numbers.bytes(level.bytes),
      level.bandwidth === undefined || level.name === "model"
        ? undefined
        : numbers.seconds(view.simple.bytesRead / level.bandwidth),
      level.verified,
    ),
    x: level.bytes,
    y: level.bandwidth ?? 0,
  }));

  const lines = levels.flatMap((level) => [
    {level, kind: "name", text: texts.names[level.name](level.cores), x: level.row.x, dy: 0},
    {level, kind: "size", text: sizeOf(level), x: level.row.x, dy: 17},
    {level, kind: "scale", text: scaleOf(level), x: right, dy: 0},
  ]);
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", ({level: {name}, kind}) =>
      kind === "name" && name === "memory"
        ? `${kind} ${name}${ownClass(view.machine.name)}`
        : `${kind} ${name}`,
    )
    .attr("x", ({x}) => x)
    .attr("y", ({level, dy}) => level.row.y + (layout.narrow ? dy * 0.9 : dy))
    .attr("text-anchor", ({kind}) => (kind === "scale" ? "end" : "start"))
    .text(({text}) => text);
}
