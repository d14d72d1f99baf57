import {scaleLinear, type ScaleLinear} from "d3-scale";
import {line} from "../paths.js";
import type {Measurement} from "../../../lib/catalog/catalog.js";
import {offloadCurve, offloadOf, offloadRuns, type Offload} from "../../../lib/scenario/offload.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawCurves, drawReading, nameCurves} from "../draw-curves.js";
import {drawChosenDot, drawDiamonds} from "../draw-marks.js";
import {measuredClass} from "../marks.js";

type Run = Measurement & {offloadedLayers: number};

/**
 * Tokens per second against the layers that lie on the card, the others beside a processor: the
 * straight line that one expects, the harmonic mean that the law gives, and what was measured.
 *
 *     <figure data-figure="offload-curve" data-model="LLaMA-7B" data-machine="RTX 3090 Ti"></figure>
 */
export const offloadCurveChart: Chart = {
  name: "offload-curve",
  law: "offloadSpeed",
  height: {wide: 380, narrow: 350},

  title: (view, {words, numbers, catalog}) => {
    const {layers, speed, gpuSpeed} = here(view, catalog);
    return words.figures.offloadCurve.title(
      numbers.whole(layers),
      numbers.whole(view.model.architecture.numLayers),
      numbers.percent(speed / gpuSpeed),
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const {speed, straightSpeed, cpuSpeed, gpuSpeed} = here(view, catalog);
    return words.figures.offloadCurve.summary({
      speed: numbers.rate(speed),
      straight: numbers.rate(straightSpeed),
      cpu: numbers.rate(cpuSpeed),
      gpu: numbers.rate(gpuSpeed),
    });
  },

  table: (view, {words, catalog}) => ({
    columns: words.figures.offloadCurve.columns,
    rows: [
      ...offloadCurve(view, catalog).map(({layers, speed, straightSpeed}) => [
        layers,
        speed,
        straightSpeed,
        runAt(layers, offloadRuns(catalog)) ?? "",
      ]),
      ...offloadRuns(catalog)
        .filter(({offloadedLayers}) => offloadedLayers > view.model.architecture.numLayers)
        .map(({offloadedLayers, tokensPerSecond}) => [offloadedLayers, "", "", tokensPerSecond]),
    ],
  }),

  create(canvas, layout, context) {
    const {words, numbers, catalog} = context;
    const margins: Margins = layout.narrow
      ? {top: 34, right: 12, bottom: 46, left: 40}
      : {top: 34, right: 24, bottom: 48, left: 52};
    const frame = canvas.append("g");
    const curves = canvas.append("g").attr("class", "veil");
    const marks = canvas.append("g").attr("class", "veil");
    let framed = "";
    let scales: Scales;

    return (view) => {
      const {machine, model, format} = view.scenario;
      if (framed !== (framed = [machine, model, format].join())) {
        scales = scalesFor(view, layout, margins, context);
        frame.selectAll("*").remove();
        drawAxes(frame, layout, margins, {
          x: {
            scale: scales.x,
            ticks: scales.x.ticks(layout.narrow ? 4 : 8),
            format: (value) => numbers.whole(value),
            title: words.figures.offloadCurve.x,
          },
          y: {
            scale: scales.y,
            ticks: scales.y.ticks(5),
            format: (value) => numbers.whole(value),
            title: words.figures.offloadCurve.y,
          },
        });
        drawSpeeds(curves, view, scales, layout, context);
        drawRuns(marks, offloadRuns(catalog), view, scales, context);
      }
      drawHere(marks, here(view, catalog), scales, layout, context);
    };
  },
};

const here = (view: View, catalog: Context["catalog"]): Offload =>
  offloadOf(view, catalog, view.scenario.offloadedLayers);

const runAt = (layers: number, runs: readonly Run[]): number | undefined =>
  runs.find(({offloadedLayers}) => offloadedLayers === layers)?.tokensPerSecond;

interface Scales {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
}

function scalesFor(
  view: View,
  {width, height}: Layout,
  margins: Margins,
  {catalog}: Context,
): Scales {
  const {numLayers} = view.model.architecture;
  const most = Math.max(numLayers, ...offloadRuns(catalog).map((run) => run.offloadedLayers));
  const {gpuSpeed} = offloadOf(view, catalog, numLayers);
  return {
    x: scaleLinear([0, most], [margins.left, width - margins.right]),
    y: scaleLinear([0, gpuSpeed * 1.04], [height - margins.bottom, margins.top]),
  };
}

function drawSpeeds(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, catalog}: Context,
): void {
  const texts = words.figures.offloadCurve;
  const steps = offloadCurve(view, catalog);
  const path = (value: (step: Offload) => number) =>
    line<Offload>(
      ({layers}) => x(layers),
      (step) => y(value(step)),
    )(steps);
  drawCurves(layer, [
    {kind: "straight", d: path(({straightSpeed}) => straightSpeed)},
    {kind: "memory", d: path(({speed}) => speed)},
  ]);
  const half = steps[Math.floor(steps.length * 0.42)]!;
  const late = steps[Math.floor(steps.length * 0.8)]!;
  nameCurves(layer, [
    {
      kind: "expectation",
      text: narrow ? texts.straightShort : texts.straight,
      x: x(half.layers) - 10,
      y: y(half.straightSpeed) - 6,
      anchor: "end",
    },
    {
      kind: "memory",
      text: texts.roof,
      x: x(late.layers) - 12,
      y: y(late.speed) - 10,
      anchor: "end",
    },
  ]);
}

function drawRuns(
  layer: Layer,
  runs: readonly Run[],
  {model}: View,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const texts = words.figures.offloadCurve;
  const {numLayers} = model.architecture;
  const marks = runs.map(({offloadedLayers, tokensPerSecond, verified}) => ({
    className: measuredClass(true, verified),
    label: texts.run(
      numbers.whole(offloadedLayers),
      numbers.rate(tokensPerSecond),
      offloadedLayers - numLayers,
    ),
    x: offloadedLayers,
    y: tokensPerSecond,
    left: x(offloadedLayers),
    top: y(tokensPerSecond),
  }));
  drawDiamonds(layer, 6, marks);
}

function drawHere(
  layer: Layer,
  step: Offload,
  {x, y}: Scales,
  {width}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.offloadCurve;
  layer
    .selectAll("line.gap")
    .data([step])
    .join("line")
    .attr("class", "gap")
    .attr("x1", ({layers}) => x(layers))
    .attr("x2", ({layers}) => x(layers))
    .attr("y1", ({speed}) => y(speed))
    .attr("y2", ({straightSpeed}) => y(straightSpeed));
  const {layers, speed} = step;
  const [left, top] = [x(layers), y(speed)];
  drawChosenDot(layer, {
    kind: "memory",
    symbol: "offloadSpeed offloadSeconds gpuShare",
    label: texts.dot(numbers.whole(layers), numbers.rate(speed)),
    x: layers,
    y: speed,
    left,
    top,
  });
  const onTheRight = left > width * 0.55;
  drawReading(layer, {
    text: texts.reading(numbers.rate(speed)),
    x: left + (onTheRight ? -13 : 4),
    y: top - (onTheRight ? 4 : 16),
    anchor: onTheRight ? "end" : "start",
  });
}
