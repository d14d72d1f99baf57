import {scaleLinear, scaleLog, type ScaleLinear, type ScaleLogarithmic} from "d3-scale";
import {area, line} from "../paths.js";
import type {Measurement} from "../../../lib/catalog/catalog.js";
import {contextCurve, contextStep, type ContextStep} from "../../../lib/scenario/context-curve.js";
import {contextRuns} from "../../../lib/scenario/context-runs.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawCurves, drawReading, nameCurves} from "../draw-curves.js";
import {drawChosenDot, drawDiamonds} from "../draw-marks.js";
import {measuredClass} from "../marks.js";

const leastContext = 256;
const mostContext = 131072;

/**
 * Tokens per second against the length of the conversation: the roof, the forecast with its band,
 * and what somebody measured.
 *
 *     <figure data-figure="speed-context" data-model="Qwen3-8B" data-machine="RTX 4090"></figure>
 */
export const speedContext: Chart = {
  name: "speed-context",
  law: "decodeWithContext",
  height: {wide: 380, narrow: 350},

  title: (view, {words, numbers}) => {
    const short = contextStep(view, leastContext).roof;
    const long = contextStep(view, mostContext).roof;
    return words.figures.speedContext.title(
      view.model.name,
      view.machine.name,
      numbers.whole(mostContext),
      numbers.number(short / long),
    );
  },

  summary: (view, {words, numbers}) => {
    const {roof, forecast, slow, fast} = contextStep(view, clamped(view.scenario.context));
    return words.figures.speedContext.summary(
      words.controls.tokens(view.scenario.context, numbers.whole(view.scenario.context)),
      numbers.rate(roof),
      numbers.rate(forecast),
      numbers.rate(slow),
      numbers.rate(fast),
    );
  },

  table: (view, {words, catalog}) => ({
    columns: words.figures.speedContext.columns,
    rows: [
      ...contextCurve(view, leastContext, mostContext, 1).map(({context, roof, forecast}) => [
        context,
        roof,
        forecast,
        "",
      ]),
      ...contextRuns(catalog).map(({context, tokensPerSecond}) => {
        const {roof, forecast} = contextStep(view, context);
        return [context, roof, forecast, tokensPerSecond];
      }),
    ],
  }),

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 40}
      : {top: 34, right: 92, bottom: 48, left: 52};
    const frame = canvas.append("g");
    const curves = canvas.append("g");
    const marks = canvas.append("g");
    const runs = contextRuns(context.catalog);
    let framed = "";
    let scales: Scales;

    return (view) => {
      const {machine, model, format, batch} = view.scenario;
      if (framed !== (framed = [machine, model, format, batch].join())) {
        scales = scalesFor(view, layout, margins);
        frame.selectAll("*").remove();
        drawFrame(frame, layout, margins, scales, context);
        drawSpeeds(curves, view, scales, layout, context);
        drawRuns(marks, runs, scales, context);
      }
      drawHere(marks, view, scales, layout, context);
    };
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLinear<number, number>;
}

const clamped = (context: number): number => Math.min(mostContext, Math.max(leastContext, context));

function scalesFor(view: View, {width, height}: Layout, margins: Margins): Scales {
  const {roof} = contextStep(view, leastContext);
  return {
    x: scaleLog([leastContext, mostContext], [margins.left, width - margins.right]).base(2),
    y: scaleLinear([0, roof * 1.1], [height - margins.bottom, margins.top]).nice(),
  };
}

function drawFrame(
  frame: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  drawAxes(frame, layout, margins, {
    x: {
      scale: x,
      ticks: powers(leastContext, mostContext, 2).filter(
        (_, i) => i % (layout.narrow ? 3 : 2) === (layout.narrow ? 0 : 1),
      ),
      format: (value) => numbers.whole(value),
      title: words.figures.speedContext.x,
    },
    y: {
      scale: y,
      ticks: y.ticks(5),
      format: (value) => numbers.whole(value),
      title: words.figures.speedContext.y,
    },
  });
}

function drawSpeeds(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  layout: Layout,
  {words}: Context,
): void {
  const steps = contextCurve(view, leastContext, mostContext);
  const path = (value: (step: ContextStep) => number) =>
    line<ContextStep>(
      ({context}) => x(context),
      (step) => y(value(step)),
    )(steps);
  const band = area<ContextStep>(
    ({context}) => x(context),
    ({slow}) => y(slow),
    ({fast}) => y(fast),
  )(steps);
  drawCurves(layer, [
    {kind: "band", d: band},
    {kind: "memory", d: path(({roof}) => roof)},
    {kind: "expected", d: path(({forecast}) => forecast)},
  ]);

  // The roof is named where it falls, the forecast where it is flat and its band is wide.
  const falling = steps[layout.narrow ? 24 : 22]!;
  const flat = steps[2]!;
  nameCurves(layer, [
    {
      kind: "memory",
      text: words.figures.speedContext.roof,
      x: x(falling.context) + 8,
      y: y(falling.roof) - 4,
      anchor: "start",
    },
    {
      kind: "strong",
      text: words.figures.speedContext.forecast,
      x: x(flat.context),
      y: y(flat.forecast) + 20,
      anchor: "start",
    },
  ]);
}

function drawRuns(
  layer: Layer,
  runs: readonly Measurement[],
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const marks = runs.map(({context, tokensPerSecond, verified}) => ({
    className: measuredClass(true, verified),
    label: words.figures.speedContext.run(
      numbers.whole(context),
      numbers.rate(tokensPerSecond),
      verified,
    ),
    x: context,
    y: tokensPerSecond,
    left: x(context),
    top: y(tokensPerSecond),
  }));
  drawDiamonds(layer, 6.5, marks);
}

function drawHere(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.speedContext;
  const {context, roof, forecast} = contextStep(view, clamped(view.scenario.context));
  const [, right] = x.range() as [number, number];
  const [left, top] = [x(context), y(roof)];
  drawChosenDot(layer, {
    kind: "memory",
    symbol: "context decodeSpeed decodeSeconds",
    machine: view.machine.name,
    label: texts.dot(numbers.whole(context), numbers.rate(roof), numbers.rate(forecast)),
    x: context,
    y: roof,
    left,
    top,
  });
  const onTheRight = left > right - (narrow ? 90 : 60);
  drawReading(layer, {
    text: texts.reading(numbers.rate(roof)),
    x: left + (onTheRight ? 6 : 12),
    y: top - 14,
    anchor: onTheRight ? "end" : "start",
  });
}
