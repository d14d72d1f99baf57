import {line} from "../paths.js";
import {scaleLinear, type ScaleLinear} from "d3-scale";
import type {LadderPoint} from "../../../lib/catalog/device-report.js";
import {ladderOf} from "../../../lib/device/report.js";
import {treadsOf, type Tread} from "../../../lib/scenario/ladder.js";
import {shownRun, workerCount} from "../../../lib/scenario/own-run.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawDiamonds} from "../draw-marks.js";
import {boxOf, freePlace, type Box} from "../free-place.js";
import {logScale, type LogScale} from "../log-scale.js";

/**
 * Read bandwidth against the bytes that are read again and again: each step down is a cache that
 * has become too small. One worker and all; the chosen ones thick, with their samples.
 *
 *     <figure data-figure="bandwidth-ladder" id="figure-bandwidth-ladder"></figure>
 */
export const bandwidthLadder: Chart = {
  name: "bandwidth-ladder",
  height: {wide: 400, narrow: 370},

  title: (view, context) => {
    const texts = context.words.figures.bandwidthLadder;
    const {own} = shownRun(context.catalog);
    const points = pointsOf(view, context);
    const treads = treadsOf(points);
    const [first, last] = [points[0]!, points.at(-1)!];
    return treads.length === 1
      ? texts.flat(context.numbers.bandwidth(treads[0]!.bandwidth), own)
      : texts.title(
          context.numbers.number(first.bandwidth.median / last.bandwidth.median),
          context.numbers.bytes(first.bytes),
          context.numbers.bytes(last.bytes),
        );
  },

  summary: (view, context) => {
    const {words, numbers, catalog} = context;
    const {own, name, report} = shownRun(catalog);
    const workers = workerCount(report, view.scenario.workers);
    return words.figures.bandwidthLadder.summary(
      own ? "" : name,
      workers,
      numbers.whole(workers),
      namedIn(treadsOf(pointsOf(view, context))).length,
    );
  },

  table: (_view, context) => ({
    columns: context.words.figures.bandwidthLadder.columns,
    rows: shownRun(context.catalog).report.ladder.flatMap(({workers, points}) =>
      points.map(({bytes, bandwidth}) => [
        workers,
        bytes,
        bandwidth.median,
        bandwidth.lowest,
        bandwidth.highest,
      ]),
    ),
  }),

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 44}
      : {top: 34, right: 30, bottom: 48, left: 56};
    const axes = canvas.append("g");
    const layers = ["models", "curves", "treads", "marks"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [models, curves, treads, marks] = layers as [Layer, Layer, Layer, Layer];
    return (view) => {
      const scales = scalesFor(layout, margins, context);
      axes.selectAll("*").remove();
      drawFrame(axes, layout, margins, scales, context);
      drawModel(models, view, scales, layout, context);
      drawLadders(curves, view, scales, context);
      drawTreads(treads, treadsOf(pointsOf(view, context)), scales, layout, context);
      drawSamples(marks, pointsOf(view, context), scales, context);
    };
  },
};

interface Scales {
  x: LogScale;
  y: ScaleLinear<number, number>;
}

/** The rungs of the ladder with the chosen workers. */
function pointsOf({scenario}: View, {catalog}: Context): readonly LadderPoint[] {
  const {report} = shownRun(catalog);
  return ladderOf(report, workerCount(report, scenario.workers)).points;
}

/** Both ladders have room, so that a choice of workers moves no axis. */
function scalesFor({width, height}: Layout, margins: Margins, {catalog}: Context): Scales {
  const all = shownRun(catalog).report.ladder.flatMap(({points}) => points);
  const sizes = all.map(({bytes}) => bytes);
  const fastest = Math.max(...all.map(({bandwidth}) => bandwidth.highest));
  return {
    x: logScale(
      [Math.min(...sizes) / 1.4, Math.max(...sizes) * 1.4],
      [margins.left, width - margins.right],
    ),
    y: scaleLinear([0, fastest * 1.06], [height - margins.bottom, margins.top]),
  };
}

function drawFrame(
  layer: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const [least, most] = x.domain();
  const ticks = [1e4, 1e5, 1e6, 1e7, 1e8, 1e9].filter((tick) => tick >= least && tick <= most);
  drawAxes(layer, layout, margins, {
    x: {
      scale: x,
      ticks,
      format: (value) => numbers.tick(value, "B"),
      title: words.figures.bandwidthLadder.x,
    },
    y: {
      scale: y,
      ticks: y.ticks(5),
      format: (value) => (value === 0 ? "0" : numbers.tick(value)),
      title: words.figures.bandwidthLadder.y,
    },
  });
}

/** Where the scenario's model stands. */
function drawModel(
  layer: Layer,
  {simple, model, format}: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words}: Context,
): void {
  const [bottom, top] = y.range() as [number, number];
  const [, right] = x.range();
  const at = x(simple.weightBytes);
  layer
    .selectAll("line")
    .data([at])
    .join("line")
    .attr("class", "model")
    .attr("x1", at)
    .attr("x2", at)
    .attr("y1", bottom)
    .attr("y2", top);
  layer
    .selectAll("text")
    .data([words.figures.bandwidthLadder.model(narrow ? "" : model.name, format.name)])
    .join("text")
    .attr("class", "label")
    .attr("x", Math.min(at + 6, right))
    .attr("y", top + 12)
    .attr("text-anchor", at > right - 150 ? "end" : "start")
    .attr("dx", at > right - 150 ? -12 : 0)
    .text((text) => text);
}

function drawLadders(layer: Layer, view: View, {x, y}: Scales, {catalog}: Context): void {
  const {report, own} = shownRun(catalog);
  const chosen = ladderOf(report, workerCount(report, view.scenario.workers));
  const path = line<LadderPoint>(
    ({bytes}) => x(bytes),
    ({bandwidth}) => y(bandwidth.median),
  );
  layer
    .selectAll("path")
    .data([...report.ladder.filter((ladder) => ladder !== chosen), chosen])
    .join("path")
    .attr("class", (ladder) =>
      ladder === chosen ? `curve chosen memory${own ? " yours" : ""}` : "curve other",
    )
    .attr("data-symbol", (ladder) => (ladder === chosen ? "ownBandwidth" : null))
    .attr("d", ({points}) => path([...points]));
}

/** Those treads that are flat for two sizes or more: one size alone may lie on a slope. */
function namedIn(treads: readonly Tread[]): readonly Tread[] {
  return treads.length === 1 ? [] : treads.filter(({rungs}) => rungs.length > 1);
}

/** A name for each tread, where there are steps. */
function drawTreads(
  layer: Layer,
  treads: readonly Tread[],
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.bandwidthLadder;
  const [, right] = x.range();
  const taken: Box[] = [];
  const places = namedIn(treads).map(({rungs, bandwidth}) => {
    const isLast = rungs.at(-1) === treads.at(-1)!.rungs.at(-1);
    const whole = isLast
      ? texts.beyond(numbers.bandwidth(bandwidth))
      : texts.cache(numbers.bytes(rungs.at(-1)!.bytes), numbers.bandwidth(bandwidth));
    const text = narrow ? whole.replace(/,.*$/, "") : whole;
    const anchor = isLast ? ("end" as const) : ("start" as const);
    const left = isLast ? right : x(rungs[0]!.bytes);
    const above = [16, 32, 48, 64].map((room) => ({x: left, y: y(bandwidth) - room, anchor}));
    const place = freePlace(above, text, taken, []);
    taken.push(boxOf(place, text));
    return {...place, text};
  });
  layer
    .selectAll("text")
    .data(places)
    .join("text")
    .attr("class", "label tread")
    .attr("x", ({x: left}) => left)
    .attr("y", ({y: top}) => top)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}

function drawSamples(
  layer: Layer,
  points: readonly LadderPoint[],
  {x, y}: Scales,
  {words, numbers, catalog}: Context,
): void {
  const {own} = shownRun(catalog);
  layer
    .selectAll("line")
    .data(points)
    .join("line")
    .attr("class", `samples${own ? " yours" : ""}`)
    .attr("x1", ({bytes}) => x(bytes))
    .attr("x2", ({bytes}) => x(bytes))
    .attr("y1", ({bandwidth}) => y(bandwidth.lowest))
    .attr("y2", ({bandwidth}) => y(bandwidth.highest));
  drawDiamonds(
    layer,
    6,
    points.map(({bytes, bandwidth}) => ({
      className: `measured chosen${own ? " yours" : ""}`,
      left: x(bytes),
      top: y(bandwidth.median),
      label: words.figures.bandwidthLadder.rung(
        numbers.bytes(bytes),
        numbers.bandwidth(bandwidth.median),
        numbers.bandwidth(bandwidth.lowest),
        numbers.bandwidth(bandwidth.highest),
      ),
      x: bytes,
      y: bandwidth.median,
    })),
  );
}
