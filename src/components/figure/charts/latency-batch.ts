import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import {batchCurve, batchStep, type BatchStep} from "../../../lib/scenario/batch-curve.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawCurves, nameCurves} from "../draw-curves.js";
import {drawChosenDot, drawGuessRing} from "../draw-marks.js";

const mostReaders = 1024;

/**
 * Time for a token against readers at once, both logarithmic: the flat clock of memory, the rising
 * clock of compute, and the slower of the two, which is what a reader waits. A guess of how much
 * longer ten readers wait is drawn in, once the reader has committed to one.
 *
 *     <figure data-figure="latency-batch" data-veiled="true"></figure>
 */
export const latencyBatch: Chart = {
  name: "latency-batch",
  law: "latency",
  height: {wide: 380, narrow: 350},

  title: ({simple}, {words, numbers}) => {
    const readers = Math.floor(simple.criticalBatch);
    return readers < 2
      ? words.figures.latencyBatch.titleNone
      : words.figures.latencyBatch.title(words.controls.readers(readers, numbers.whole(readers)));
  },

  summary: ({simple, scenario, machine}, {words, numbers}) =>
    words.figures.latencyBatch.summary(
      words.controls.readers(scenario.batch, numbers.whole(scenario.batch)),
      machine.name,
      numbers.seconds(simple.seconds),
      numbers.rate(simple.tokensPerSecond),
      numbers.rate(simple.batch * simple.tokensPerSecond),
    ),

  table: (view, {words}) => ({
    columns: words.figures.latencyBatch.columns,
    rows: batchCurve(view, mostReaders, 1).map(({batch, compute, memory, slower}) => [
      batch,
      compute,
      memory,
      slower,
      batch / slower,
    ]),
  }),

  create(canvas, layout, context, options) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 56}
      : {top: 34, right: 92, bottom: 48, left: 68};
    const frame = canvas.append("g");
    const curves = canvas.append("g").attr("class", "veil");
    const marks = canvas.append("g").attr("class", "veil");
    let framed = "";
    let scales: Scales;

    return (view) => {
      // The axes change with the machine, not while readers join.
      const {machine, model, format} = view.scenario;
      if (framed !== (framed = [machine, model, format].join())) {
        scales = scalesFor(view, layout, margins);
        frame.selectAll("*").remove();
        drawFrame(frame, layout, margins, scales, context);
        drawTimes(curves, view, scales, layout, context);
      }
      drawMarks(marks, view, scales, layout, context, options);
    };
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

function scalesFor(view: View, {width, height}: Layout, margins: Margins): Scales {
  const {memory, compute} = batchStep(view, 1);
  const {slower} = batchStep(view, mostReaders);
  const least = Math.max(Math.min(memory, compute) / 2, memory / 60);
  return {
    x: scaleLog([1, mostReaders], [margins.left, width - margins.right]),
    y: scaleLog([least, slower * 2], [height - margins.bottom, margins.top]),
  };
}

function drawFrame(
  frame: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const [least, most] = y.domain() as [number, number];
  const readers = powers(1, mostReaders, 2).filter((_, i) => i % (layout.narrow ? 3 : 2) === 0);
  drawAxes(frame, layout, margins, {
    x: {
      scale: x,
      ticks: readers,
      format: (value) => numbers.whole(value),
      title: words.figures.latencyBatch.x,
    },
    y: {
      scale: y,
      ticks: powers(least, most),
      format: (value) => numbers.tick(value, "s"),
      title: words.figures.latencyBatch.y,
    },
  });
}

function drawTimes(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words}: Context,
): void {
  const steps = batchCurve(view, mostReaders);
  const [floor] = y.domain() as [number, number];
  const path = (value: (step: BatchStep) => number) =>
    line<BatchStep>(
      ({batch}) => x(batch),
      (step) => y(value(step)),
      (step) => value(step) >= floor,
    )(steps);
  drawCurves(layer, [
    {kind: "slower", symbol: "seconds", d: path(({slower}) => slower)},
    {kind: "compute", symbol: "computeSeconds flops", d: path(({compute}) => compute)},
    {kind: "memory", symbol: "memorySeconds bandwidth", d: path(({memory}) => memory)},
  ]);

  const last = steps.at(-1)!;
  const texts = words.figures.latencyBatch;
  const end = {
    x: x(mostReaders) + (narrow ? -2 : 8),
    anchor: narrow ? ("end" as const) : ("start" as const),
  };
  nameCurves(layer, [
    {...end, kind: "memory", text: texts.memory, y: y(last.memory) + (narrow ? 18 : 4)},
    {...end, kind: "compute", text: texts.compute, y: y(last.compute) + (narrow ? -10 : 4)},
  ]);
}

function drawMarks(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
  options: Attributes,
): void {
  const texts = words.figures.latencyBatch;
  const {simple, scenario} = view;
  const [bottom, top] = y.range() as [number, number];
  const bend = simple.criticalBatch;
  const shownBend = bend > 1.2 && bend < mostReaders ? [bend] : [];
  layer
    .selectAll("line.bend")
    .data(shownBend)
    .join("line")
    .attr("class", "bend gap")
    .attr("data-symbol", "criticalBatch")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", top)
    .attr("y2", bottom);
  layer
    .selectAll("text.bend")
    .data(shownBend)
    .join("text")
    .attr("class", "bend label")
    .attr("x", (at) => x(at) - 6)
    .attr("y", top + 12)
    .attr("text-anchor", "end")
    .text((at) => texts.bend(numbers.number(at)));

  const here = batchStep(view, Math.min(scenario.batch, mostReaders));
  const rises = here.compute > here.memory;
  drawChosenDot(layer, {
    kind: rises ? "compute" : "memory",
    symbol: "batch seconds",
    machine: view.machine.name,
    label: texts.dot(
      words.controls.readers(here.batch, numbers.whole(here.batch)),
      numbers.seconds(here.slower),
      numbers.rate(here.batch / here.slower),
    ),
    x: here.batch,
    y: here.slower,
    left: x(here.batch),
    top: y(here.slower),
  });
  // Beside the curves: above the flat one, left of the rising one, or below the flat one's name.
  const [left] = x.range() as [number, number];
  const toTheLeft = rises && x(here.batch) > left + (narrow ? 126 : 140);
  const below = rises && !toTheLeft;
  layer
    .selectAll("text.reading")
    .data([numbers.seconds(here.slower), texts.together(numbers.rate(here.batch / here.slower))])
    .join("text")
    .attr("class", (_, i) => `reading${i === 0 ? " roof-value" : ""}`)
    .attr("x", x(here.batch) + (toTheLeft ? -13 : below ? 14 : 4))
    .attr(
      "y",
      (_, i) => (below ? y(here.memory) + 40 : y(here.slower) - (toTheLeft ? 18 : 30)) + 16 * i,
    )
    .attr("text-anchor", toTheLeft ? "end" : "start")
    .text((text) => text);

  // The question was about ten readers: a guess of 2 means twice as long as one reader waits.
  const guess = Number(options["guess"]);
  const guessed = guess * batchStep(view, 1).slower;
  const place = {x: 10, y: guessed, left: x(10), top: y(guessed)};
  const label = {label: texts.guess, radius: 6, dx: 11, dy: guess <= 1 ? 20 : 4};
  drawGuessRing(layer, guess > 0 ? {...place, ...label} : undefined);
}
