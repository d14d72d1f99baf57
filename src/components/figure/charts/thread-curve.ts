import {scaleLinear, scaleLog, type ScaleLinear, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import {findMachine} from "../../../lib/catalog/find.js";
import {threadRun, threadRuns, type ThreadRun} from "../../../lib/scenario/thread-runs.js";
import {viewOf, type View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints, diamond} from "../marks.js";

const phases = ["prefill", "decode"] as const;
type Phase = (typeof phases)[number];

/**
 * Tokens per second against the threads of a processor, as measured: writing comes to rest under
 * the roof of memory, reading a prompt goes on rising with the arithmetic.
 *
 *     <figure data-figure="thread-curve" id="figure-thread-curve"></figure>
 */
export const threadCurve: Chart = {
  name: "thread-curve",
  height: {wide: 360, narrow: 340},

  title: (_view, {words, numbers, catalog}) => {
    const decode = threadRuns(catalog, "decode");
    const fastest = decode.reduce((a, b) => (b.tokensPerSecond > a.tokensPerSecond ? b : a));
    return words.figures.threadCurve.title(
      numbers.whole(fastest.threads),
      numbers.whole(decode.at(-1)!.threads),
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const {machine, roof} = runOf(view, catalog);
    return words.figures.threadCurve.summary(machine.name, numbers.rate(roof));
  },

  table: (view, {words, catalog}) => {
    const {roof} = runOf(view, catalog);
    const prefill = threadRuns(catalog, "prefill");
    return {
      columns: words.figures.threadCurve.columns,
      rows: threadRuns(catalog, "decode").map(({threads, tokensPerSecond}) => [
        threads,
        tokensPerSecond,
        roof,
        prefill.find((run) => run.threads === threads)?.tokensPerSecond ?? "",
      ]),
    };
  },

  create(canvas, layout, context) {
    const {words, numbers, catalog} = context;
    const texts = words.figures.threadCurve;
    const margins: Margins = layout.narrow
      ? {top: 34, right: 16, bottom: 46, left: 40}
      : {top: 34, right: 130, bottom: 48, left: 52};
    const series = phases.map((phase) => ({phase, runs: threadRuns(catalog, phase)}));
    const all = series.flatMap(({runs}) => runs);
    const x = scaleLog(
      [1, Math.max(...all.map(({threads}) => threads))],
      [margins.left, layout.width - margins.right],
    ).base(2);
    const y = scaleLinear(
      [0, Math.max(...all.map(({tokensPerSecond}) => tokensPerSecond)) * 1.08],
      [layout.height - margins.bottom, margins.top],
    );
    drawAxes(canvas, layout, margins, {
      x: {
        scale: x,
        ticks: series[0]!.runs.map(({threads}) => threads),
        format: (value) => numbers.whole(value),
        title: texts.x,
      },
      y: {scale: y, ticks: y.ticks(5), format: (value) => numbers.whole(value), title: texts.y},
    });
    const roof = canvas.append("g");
    for (const {phase, runs} of series) {
      drawSeries(canvas.append("g"), phase, runs, {x, y}, layout, context);
    }
    return (view) => drawRoof(roof, view, {x, y}, layout, context);
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLinear<number, number>;
}

/** The machine that was measured, and its roof of memory with the measured model. */
function runOf(view: View, catalog: Context["catalog"]) {
  const {simple} = viewOf({...view.scenario, ...threadRun, batch: 1}, catalog);
  return {machine: findMachine(catalog, threadRun.machine), roof: 1 / simple.memorySeconds};
}

function drawSeries(
  layer: Layer,
  phase: Phase,
  runs: readonly ThreadRun[],
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.threadCurve;
  const kind = phase === "decode" ? "memory" : "compute";
  layer
    .append("path")
    .attr("class", `curve ${kind}`)
    .attr(
      "d",
      line<ThreadRun>(
        ({threads}) => x(threads),
        ({tokensPerSecond}) => y(tokensPerSecond),
      )([...runs]),
    );
  const diamonds = layer
    .selectAll<SVGPathElement, ThreadRun>("path.measured")
    .data(runs)
    .join("path")
    .attr("class", `measured ${kind}`)
    .attr("d", diamond(6.5))
    .attr("transform", (run) => `translate(${x(run.threads)},${y(run.tokensPerSecond)})`);
  asPoints(diamonds, (run) => ({
    label: texts[phase](numbers.whole(run.threads), numbers.rate(run.tokensPerSecond)),
    x: run.threads,
    y: run.tokensPerSecond,
  }));
  const last = runs.at(-1)!;
  layer
    .append("text")
    .attr("class", `label side ${kind}`)
    .attr("x", x(last.threads) + (narrow ? 2 : 12))
    .attr("y", y(last.tokensPerSecond) + (narrow ? (phase === "decode" ? 22 : -12) : 5))
    .attr("text-anchor", narrow ? "end" : "start")
    .text(texts.names[phase]);
}

function drawRoof(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {width, narrow}: Layout,
  context: Context,
): void {
  const {roof} = runOf(view, context.catalog);
  layer
    .selectAll("line")
    .data([roof])
    .join("line")
    .attr("class", "roof memory")
    .attr("x1", x.range()[0]!)
    .attr("x2", narrow ? width - 16 : x.range()[1]!)
    .attr("y1", y)
    .attr("y2", y);
  layer
    .selectAll("text")
    .data([context.words.figures.threadCurve.roof(context.numbers.rate(roof))])
    .join("text")
    .attr("class", "label side memory")
    .attr("x", x.range()[1]! - 2)
    .attr("y", y(roof) + (narrow ? 15 : -7)) // above it, in a narrow column, the other curve crosses
    .attr("text-anchor", "end")
    .text((text) => text);
}
