import {scaleLinear, scaleLog, type ScaleLinear, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import {isOwnMachine} from "../../../lib/catalog/own-machine.js";
import {ridgePrompt} from "../../../lib/arithmetic/prompt-laws.js";
import {gapCurve, measuredGaps, roofGap, type GapStep} from "../../../lib/scenario/prompt-gap.js";
import {againstRival, type View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {boxOf, freePlace, type Curve as Line, type Place} from "../free-place.js";
import {drawCurves, drawReading, nameCurves} from "../draw-curves.js";
import {drawChosenDot, drawDiamonds, drawGuessRing} from "../draw-marks.js";
import {measuredClass} from "../marks.js";

const most = 131_072; // tokens

/**
 * How many times longer one machine takes than another to read a prompt, against its length. Where
 * both wait for memory it is the quotient of their bandwidths, where both calculate that of their
 * rates. A guess is drawn at the prompt that the question was about.
 *
 *     <figure data-figure="prompt-gap" data-veiled="true" data-asked="2000"></figure>
 */
export const promptGap: Chart = {
  name: "prompt-gap",
  law: "promptGap",
  height: {wide: 400, narrow: 360},

  title: (view, {words, numbers, catalog}) => {
    const {promptTokens} = view.scenario;
    return words.figures.promptGap.title(
      view.machine.name,
      numbers.number(roofGap(view, 1, catalog)),
      view.rival.name,
      words.controls.tokens(promptTokens, numbers.whole(promptTokens)),
      numbers.number(roofGap(view, promptTokens, catalog)),
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const [written, read] = measuredGaps(view, catalog);
    return written === undefined || read === undefined
      ? words.figures.promptGap.summary
      : words.figures.promptGap.summaryMeasured(
          numbers.number(written.gap),
          numbers.whole(read.promptTokens),
          numbers.number(read.gap),
        );
  },

  table: (view, {words, catalog}) => {
    const measured = measuredGaps(view, catalog);
    return {
      columns: words.figures.promptGap.columns,
      rows: gapCurve(view, most, catalog, 1).map(({promptTokens, roof, forecast}) => [
        promptTokens,
        roof,
        forecast,
        measured.find((row) => row.promptTokens === promptTokens)?.gap ?? "",
      ]),
    };
  },

  create(canvas, layout, context, options) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 36}
      : {top: 34, right: 24, bottom: 48, left: 48};
    const frame = canvas.append("g");
    const curves = canvas.append("g").attr("class", "veil");
    const marks = canvas.append("g").attr("class", "veil");
    let framed = "";
    let curve: Curve;

    return (view) => {
      // Curves and axes change with the machines, not while the prompt grows.
      const {machine, rival, model, format} = view.scenario;
      if (framed !== (framed = [machine, rival, model, format].join())) {
        curve = curveOf(view, layout, margins, context);
        frame.selectAll("*").remove();
        drawFrame(frame, layout, margins, curve, context);
        drawGaps(curves, curve, layout, context);
      }
      drawMeasured(marks, view, curve, context);
      drawHere(marks, view, curve, layout, context);
      drawGuess(marks, curve, context, options);
    };
  },
};

interface Curve {
  steps: readonly GapStep[];
  /** Prompts at which the quicker and the slower machine begin to calculate longer than they wait. */
  bends: readonly [number, number];
  /** Whether one of both is the reader's own device, which runs no llama.cpp. */
  hasOwn: boolean;
  x: ScaleLogarithmic<number, number>;
  y: ScaleLinear<number, number>;
}

function curveOf(view: View, {width, height}: Layout, margins: Margins, {catalog}: Context): Curve {
  const steps = gapCurve(view, most, catalog);
  const bends = [ridgePrompt(view.simple), ridgePrompt(againstRival(view, catalog).simple)];
  const highest = Math.max(
    ...steps.map(({roof, forecast}) => Math.max(roof, forecast)),
    ...measuredGaps(view, catalog).map(({gap}) => gap),
  );
  return {
    steps,
    bends: [Math.min(...bends), Math.max(...bends)],
    hasOwn: [view.machine, view.rival].some(({name}) => isOwnMachine(name)),
    x: scaleLog([1, most], [margins.left, width - margins.right]).base(2),
    y: scaleLinear([0, highest * 1.2], [height - margins.bottom, margins.top]).nice(),
  };
}

function drawFrame(
  frame: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Curve,
  {words, numbers}: Context,
): void {
  drawAxes(frame, layout, margins, {
    x: {
      scale: x,
      ticks: powers(1, most, 2).filter((_, i) => i % (layout.narrow ? 5 : 3) === 0),
      format: (value) => numbers.whole(value),
      title: words.figures.promptGap.x,
    },
    y: {
      scale: y,
      ticks: y.ticks(5),
      format: (value) => numbers.number(value),
      title: words.figures.promptGap.y,
    },
  });
}

function drawGaps(layer: Layer, curve: Curve, layout: Layout, context: Context): void {
  const {steps, bends, x, y} = curve;
  const [first, last] = bends;
  const path = (value: (step: GapStep) => number, from = 0, to = Infinity) =>
    line<GapStep>(
      ({promptTokens}) => x(promptTokens),
      (step) => y(value(step)),
    )(steps.filter(({promptTokens}) => promptTokens >= from && promptTokens <= to));
  drawCurves(layer, [
    {kind: "between", d: path(({roof}) => roof)},
    {kind: "memory", symbol: "bandwidth", d: path(({roof}) => roof, 0, first)},
    {kind: "compute", symbol: "flops rivalFlops promptGap", d: path(({roof}) => roof, last)},
    {kind: "expected", d: path(({forecast}) => forecast)},
  ]);
  nameCurves(
    layer,
    namesOf(curve, layout, context).map(({kind, text, place}) => ({kind, text, ...place})),
  );
}

interface Name {
  kind: string;
  text: string;
  place: Place;
}

/** The names of the curves, each where it meets neither a curve nor another name. */
function namesOf(curve: Curve, {narrow}: Layout, {words}: Context): Name[] {
  const {steps, x, y} = curve;
  const texts = words.figures.promptGap;
  const first = steps[0]!;
  const last = steps.at(-1)!;
  const asked = [
    {
      kind: "memory",
      text: narrow ? texts.memoryShort : texts.memory,
      x: x(1) + (narrow ? 0 : 6),
      y: y(first.roof),
      anchor: "start",
    },
    {kind: "compute", text: texts.compute, x: x(most), y: y(last.roof), anchor: "end"},
    {
      kind: "strong",
      text: narrow || curve.hasOwn ? texts.forecastShort : texts.forecast,
      x: x(most),
      y: y(last.forecast),
      anchor: "end",
    },
  ] as const;
  const names: Name[] = [];
  for (const {kind, text, anchor, ...at} of asked) {
    const places = [-12, 22, -28, 38, -44, 54].map((dy) => ({x: at.x, y: at.y + dy, anchor}));
    const taken = names.map((name) => boxOf(name.place, name.text));
    names.push({kind, text, place: freePlace(places, text, taken, linesOf(curve))});
  }
  return names;
}

const linesOf = ({steps, x, y}: Curve): Line[] => [
  steps.map(({promptTokens, roof}) => [x(promptTokens), y(roof)] as const),
  steps.map(({promptTokens, forecast}) => [x(promptTokens), y(forecast)] as const),
];

function drawMeasured(
  layer: Layer,
  view: View,
  {x, y}: Curve,
  {words, numbers, catalog}: Context,
): void {
  const marks = measuredGaps(view, catalog).map(({promptTokens, gap, verified}) => ({
    className: measuredClass(true, verified),
    label: words.figures.promptGap.measured(
      promptTokens === 1,
      numbers.whole(promptTokens),
      numbers.number(gap),
      verified,
    ),
    x: promptTokens,
    y: gap,
    left: x(promptTokens),
    top: y(gap),
  }));
  drawDiamonds(layer, 6.5, marks);
}

function drawHere(layer: Layer, view: View, curve: Curve, layout: Layout, context: Context): void {
  const {bends, x, y} = curve;
  const {words, numbers, catalog} = context;
  const texts = words.figures.promptGap;
  const promptTokens = Math.min(most, view.scenario.promptTokens);
  const gap = roofGap(view, promptTokens, catalog);
  const [left, top] = [x(promptTokens), y(gap)];
  const kind =
    promptTokens <= bends[0] ? "memory" : promptTokens >= bends[1] ? "compute" : "between";
  drawChosenDot(layer, {
    kind,
    symbol: "promptTokens promptGap",
    machine: view.machine.name,
    label: texts.dot(
      words.controls.tokens(promptTokens, numbers.whole(promptTokens)),
      numbers.number(gap),
    ),
    x: promptTokens,
    y: gap,
    left,
    top,
  });
  const text = texts.times(numbers.number(gap));
  const names = namesOf(curve, layout, context).map((name) => boxOf(name.place, name.text));
  const toTheLeft = left > layout.width - 110;
  const anchors = toTheLeft ? (["end"] as const) : (["start", "end"] as const);
  const places = anchors.flatMap((anchor) =>
    [26, -16, 42, -32, 58].map((dy) => ({
      x: left + (anchor === "end" ? -4 : 4),
      y: top + dy,
      anchor,
    })),
  );
  drawReading(layer, {text, ...freePlace(places, text, names, linesOf(curve))});
}

/** The question was about one length of prompt, data-asked. */
function drawGuess(layer: Layer, {x, y}: Curve, {words}: Context, options: Attributes): void {
  const [, highest] = y.domain() as [number, number];
  const guess = Number(options["guess"]);
  const asked = Number(options["asked"]); // tokens of prompt
  const place = {x: asked, y: guess, left: x(asked), top: y(Math.min(guess, highest))};
  const label = {label: words.figures.promptGap.guess, radius: 6, dx: 12, dy: 4};
  drawGuessRing(layer, guess > 0 ? {...place, ...label} : undefined);
}
