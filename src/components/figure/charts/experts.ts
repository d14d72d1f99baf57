import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import type {Selection} from "d3-selection";
import {line} from "../paths.js";
import {
  denseModel,
  gainAtRoof,
  gainModels,
  gainsAtRoof,
  measuredGains,
  mixtureModel,
  mostGainReaders,
  touchedExperts,
  type Gain,
  type GainModel,
  type MeasuredGain,
} from "../../../lib/scenario/batch-gains.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Canvas, Chart, Layout} from "../chart.js";
import {asPoints, diamond, spread} from "../marks.js";

/**
 * What readers get together, as a multiple of what one gets alone, against their number; both
 * logarithmic. A dense model keeps close to the diagonal, where every reader counts in full. A
 * mixture of experts does not, because new readers bring new experts.
 *
 *     <figure data-figure="experts"></figure>
 */
export const experts: Chart = {
  name: "experts",
  law: "expectedExperts",
  height: {wide: 400, narrow: 360},

  title: (view, {words, numbers, catalog}) => {
    const texts = words.figures.experts;
    const readers = readersIn(view);
    const [dense, mixture] = [denseModel, mixtureModel].map(
      (each) => gainAtRoof(each, Math.max(2, readers), catalog).gain,
    ) as [number, number];
    return readers === 1
      ? texts.second(numbers.percent(dense - 1), numbers.percent(mixture - 1))
      : texts.title(
          words.controls.readers(readers, numbers.whole(readers)),
          numbers.number(dense),
          numbers.number(mixture),
        );
  },

  summary: (view, {words, numbers, catalog}) => {
    const readers = readersIn(view);
    const {count, perToken, expected} = touchedExperts(mixtureModel, readers, catalog);
    return words.figures.experts.summary(
      mixtureModel.model,
      numbers.whole(count),
      numbers.whole(perToken),
      words.controls.readers(readers, numbers.whole(readers)),
      numbers.number(expected),
      readers === 1,
    );
  },

  table: (_, {words, catalog}) => ({
    columns: words.figures.experts.columns,
    rows: gainModels.flatMap((each) => {
      const measured = measuredGains(each, catalog);
      return gainsAtRoof(each, catalog).map(({batch, gain, tokensPerSecond}) => {
        const run = measured.find((row) => row.batch === batch);
        return [
          each.model,
          each.format,
          batch,
          gain,
          run?.gain ?? "",
          tokensPerSecond,
          run?.tokensPerSecond ?? "",
        ];
      });
    }),
  }),

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 98, bottom: 46, left: 34}
      : {top: 34, right: 120, bottom: 48, left: 40};
    const scales = scalesFor(layout, margins);
    drawFrame(canvas, layout, margins, scales, context);
    const curves = curvesOf(context);
    drawDiagonal(canvas.append("g"), scales);
    drawCurves(canvas.append("g"), curves, scales);
    const layers = ["now", "measured-runs", "marks", "names"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [now, runs, marks, names] = layers as [G, G, G, G];
    drawMeasured(runs, curves, scales, context);
    drawDiagonalWords(names.append("g"), scales, context);

    return (view) => {
      const readers = readersIn(view);
      drawNow(now, readers, scales);
      drawDots(marks, curves, readers, scales, context);
      drawNames(names, curves, readers, scales, margins, context);
    };
  },
};

type G = Selection<SVGGElement, unknown, null, undefined>;

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

/** One model: how it is drawn, what the law allows, and what was measured. */
interface Curve {
  gainModel: GainModel;
  /** "dense" and "mixture" are the two that the figure is about. */
  kind: "dense" | "mixture" | "other";
  roofs: Gain[];
  measured: MeasuredGain[];
}

function curvesOf({catalog}: Context): Curve[] {
  return gainModels.map((gainModel) => ({
    gainModel,
    kind: gainModel === denseModel ? "dense" : gainModel === mixtureModel ? "mixture" : "other",
    roofs: gainsAtRoof(gainModel, catalog),
    measured: measuredGains(gainModel, catalog),
  }));
}

/** The scenario's readers, as far as they were measured. */
const readersIn = ({scenario}: View): number => Math.min(scenario.batch, mostGainReaders);

function scalesFor({width, height}: Layout, margins: Margins): Scales {
  const domain = [1, mostGainReaders];
  return {
    x: scaleLog(domain, [margins.left, width - margins.right]).base(2),
    y: scaleLog(domain, [height - margins.bottom, margins.top]).base(2),
  };
}

function drawFrame(
  canvas: Canvas,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const ticks = powers(1, mostGainReaders, 2);
  drawAxes(canvas, layout, margins, {
    x: {scale: x, ticks, format: (value) => numbers.whole(value), title: words.figures.experts.x},
    y: {
      scale: y,
      ticks,
      format: (value) => words.figures.experts.times(numbers.whole(value)),
      title: words.figures.experts.y,
    },
  });
}

/** Where every reader counts in full. */
function drawDiagonal(layer: G, {x, y}: Scales): void {
  layer
    .append("line")
    .attr("class", "gap")
    .attr("x1", x(1))
    .attr("y1", y(1))
    .attr("x2", x(mostGainReaders))
    .attr("y2", y(mostGainReaders));
}

/** The words for it, along the line on its free side. */
function drawDiagonalWords(layer: G, {x, y}: Scales, {words}: Context): void {
  const [left, right] = x.range() as [number, number];
  const [bottom, top] = y.range() as [number, number];
  const angle = (180 * Math.atan2(top - bottom, right - left)) / Math.PI;
  layer
    .append("text")
    .attr("transform", `translate(${(left + right) / 2},${(top + bottom) / 2}) rotate(${angle})`)
    .attr("class", "label")
    .attr("y", -11)
    .attr("text-anchor", "middle")
    .text(words.figures.experts.inFull);
}

function drawCurves(layer: G, curves: readonly Curve[], {x, y}: Scales): void {
  const path = line<Gain>(
    ({batch}) => x(batch),
    ({gain}) => y(gain),
  );
  layer
    .selectAll("path")
    .data(curves)
    .join("path")
    .attr("class", ({kind}) => `gain-curve ${kind}`)
    .attr("d", ({roofs}) => path(roofs));
}

function drawMeasured(
  layer: G,
  curves: readonly Curve[],
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  // One reader is the measure of the others, so that its diamond would stand there three times.
  const runs = curves.flatMap(({gainModel, kind, measured}) =>
    measured.filter(({batch}) => batch > 1).map((run) => ({...run, kind, model: gainModel.model})),
  );
  const path = line<Gain>(
    ({batch}) => x(batch),
    ({gain}) => y(gain),
  );
  layer
    .selectAll("path.run-curve")
    .data(curves)
    .join("path")
    .attr("class", ({kind}) => `run-curve ${kind}`)
    .attr("d", ({measured}) => path(measured));
  const diamonds = layer
    .selectAll<SVGPathElement, (typeof runs)[number]>("path.measured")
    .data(runs)
    .join("path")
    .attr("class", ({kind, verified}) => `measured ${kind}${verified ? "" : " unverified"}`)
    .attr("d", diamond(5.5))
    .attr("transform", ({batch, gain}) => `translate(${x(batch)},${y(gain)})`);
  asPoints(diamonds, ({model, batch, gain, tokensPerSecond, verified}) => ({
    label: words.figures.experts.diamond(
      model,
      words.controls.readers(batch, numbers.whole(batch)),
      numbers.rate(tokensPerSecond),
      numbers.number(gain),
      verified,
    ),
    x: batch,
    y: gain,
  }));
}

/** The scenario's readers, as a line across. */
function drawNow(layer: G, readers: number, {x, y}: Scales): void {
  const [bottom, top] = y.range() as [number, number];
  layer
    .selectAll("line")
    .data([readers])
    .join("line")
    .attr("class", "now-line")
    .attr("data-symbol", "batch")
    .attr("x1", (value) => x(value))
    .attr("x2", (value) => x(value))
    .attr("y1", top)
    .attr("y2", bottom);
}

function drawDots(
  layer: G,
  curves: readonly Curve[],
  readers: number,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  // With one reader all dots lie on one another; the mixture's is on top.
  const dots = layer
    .selectAll<SVGCircleElement, Curve>("circle")
    .data([...curves].reverse())
    .join("circle")
    .attr("class", ({kind}) => `dot chosen ${kind}`)
    .attr("cx", x(readers))
    .attr("cy", ({roofs}) => y(roofs[readers - 1]!.gain))
    .attr("r", ({kind}) => (kind === "other" ? 4.5 : 6.5));
  asPoints(dots, ({gainModel, roofs}) => {
    const {gain, tokensPerSecond} = roofs[readers - 1]!;
    return {
      label: words.figures.experts.dot(
        gainModel.model,
        words.controls.readers(readers, numbers.whole(readers)),
        numbers.rate(tokensPerSecond),
        numbers.number(gain),
      ),
      x: readers,
      y: gain,
    };
  });
}

const lineHeight = 15; // px

/** At the end of each line: whose it is, and what its readers get together now. */
function drawNames(
  layer: G,
  curves: readonly Curve[],
  readers: number,
  {x, y}: Scales,
  margins: Margins,
  {words, numbers}: Context,
): void {
  const texts = words.figures.experts;
  const named = curves.map(({gainModel, kind, roofs, measured}) => {
    const run = measured.find(({batch}) => batch === readers);
    return {
      kind,
      end: y(roofs[mostGainReaders - 1]!.gain),
      lines: [
        gainModel.model,
        texts.computed(numbers.number(roofs[readers - 1]!.gain)),
        run === undefined ? "" : texts.measured(numbers.number(run.gain)),
      ],
    };
  });
  const places = spread(
    named.map(({end}) => end),
    3.3 * lineHeight,
    margins.top,
    y.range()[0]!,
  );
  const lines = named.flatMap(({kind, lines}, place) =>
    lines.map((text, i) => ({
      kind: `${i === 0 ? "" : "value "}${kind}`,
      text,
      y: places[place]! + 4 + i * lineHeight,
    })),
  );
  layer
    .selectAll("text.name")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => `name ${kind}`)
    .attr("translate", "no")
    .attr("x", x(mostGainReaders) + 12)
    .attr("y", (each) => each.y)
    .text(({text}) => text);
}
