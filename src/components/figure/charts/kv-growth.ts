import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import {
  cacheCurves,
  cacheOf,
  outweighingContext,
  type CacheCurve,
  type CachePoint,
} from "../../../lib/scenario/cache-growth.js";
import {checkedCaches, elementBytes} from "../../../lib/scenario/printed-caches.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, powers, ticksWithin, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawReading} from "../draw-curves.js";
import {drawChosenDot, drawDiamonds} from "../draw-marks.js";
import {asPoints, measuredClass, spread} from "../marks.js";

const leastContext = 128; // tokens
const mostContext = 131072;
const perOctave = 4;

/**
 * Bytes of one conversation against its length, both logarithmic, for models that keep much and
 * models that keep little. The weights of the chosen one lie across: where its line crosses them,
 * the conversation outweighs the model. Diamonds are sizes that a program has printed.
 *
 *     <figure data-figure="kv-growth"></figure>
 */
export const kvGrowth: Chart = {
  name: "kv-growth",
  law: "tokenCache",
  height: {wide: 420, narrow: 380},

  title: (view, {words, numbers}) => {
    const from = outweighingContext(view);
    const texts = words.figures.kvGrowth;
    return from <= mostContext
      ? texts.title(view.model.name, numbers.tokens(from))
      : texts.never(view.model.name, numbers.whole(mostContext));
  },

  summary: (view, {words, numbers}) =>
    words.figures.kvGrowth.summary(
      words.controls.tokens(view.scenario.context, numbers.whole(view.scenario.context)),
      numbers.bytes(cacheOf(view.model, view.scenario.context, view)),
      numbers.whole(mostContext),
    ),

  table: (view, {words, catalog}) => ({
    columns: words.figures.kvGrowth.columns,
    rows: cacheCurves(view, catalog, powers(leastContext, mostContext, 2)).flatMap(
      ({model, points}) => points.map(({context, bytes}) => [model, context, bytes]),
    ),
  }),

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 104, bottom: 46, left: 54}
      : {top: 34, right: 132, bottom: 48, left: 68};
    const {width, height} = layout;
    const scales: Scales = {
      x: scaleLog([leastContext, mostContext], [margins.left, width - margins.right]).base(2),
      y: scaleLog([1e6, 1e12], [height - margins.bottom, margins.top]),
    };
    drawFrame(canvas.append("g"), layout, margins, scales, context);
    const layers = ["curves", "level", "printed", "names", "marks"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [lines, level, printed, names, marks] = layers as [Layer, Layer, Layer, Layer, Layer];
    let drawn = "";

    return (view) => {
      const {model, format, kvBytesPerElement} = view.scenario;
      if (drawn !== (drawn = [model, format, kvBytesPerElement].join())) {
        const curves = cacheCurves(view, context.catalog, steps);
        drawCurves(lines, curves, scales);
        drawLevel(level, view, scales, layout, context);
        drawPrinted(printed, view, scales, context);
        drawNames(names, curves, scales, margins, context);
      }
      drawHere(marks, view, scales, layout, context);
    };
  },
};

const steps = Array.from(
  {length: Math.log2(mostContext / leastContext) * perOctave + 1},
  (_, i) => leastContext * 2 ** (i / perOctave),
);

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
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
      ticks: ticksWithin(
        powers(leastContext, mostContext, 2).filter((_, i) => i % (layout.narrow ? 5 : 2) === 0),
        x,
      ),
      format: (value) => numbers.whole(value),
      title: words.figures.kvGrowth.x,
    },
    y: {
      scale: y,
      ticks: powers(1e6, 1e12),
      format: (value) => numbers.tick(value, "B"),
      title: words.figures.kvGrowth.y,
    },
  });
}

function drawCurves(layer: Layer, curves: readonly CacheCurve[], {x, y}: Scales): void {
  const path = line<CachePoint>(
    ({context}) => x(context),
    ({bytes}) => y(Math.max(1e6, bytes)),
  );
  layer
    .selectAll("path")
    .data(inOrder(curves))
    .join("path")
    .attr("class", ({chosen}) => `growth${chosen ? " chosen" : ""}`)
    .attr("data-symbol", ({chosen}) => (chosen ? "kvBytesPerToken conversationBytes" : null))
    .attr("d", ({points}) => path(points));
}

/** The chosen one last, so that it lies on top. */
const inOrder = (curves: readonly CacheCurve[]): CacheCurve[] =>
  [...curves].sort((a, b) => Number(a.chosen) - Number(b.chosen));

/** The weights of the chosen model, and where a conversation outweighs them. */
function drawLevel(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.kvGrowth;
  const {weights} = view.estimate.bytes;
  const [left, right] = x.range() as [number, number];
  layer
    .selectAll("line")
    .data([weights])
    .join("line")
    .attr("class", "gap level")
    .attr("data-symbol", "weightBytes")
    .attr("x1", left)
    .attr("x2", right)
    .attr("y1", y)
    .attr("y2", y);
  layer
    .selectAll("text.weights")
    .data([weights])
    .join("text")
    .attr("class", "label weights")
    .attr("x", left + 4)
    .attr("y", (bytes) => y(bytes) - 7)
    .text((bytes) => (narrow ? texts.weightsShort : texts.weights)(numbers.bytes(bytes)));
  const crossing = outweighingContext(view);
  const shown = crossing >= leastContext && crossing <= mostContext ? [crossing] : [];
  const rings = layer
    .selectAll<SVGCircleElement, number>("circle")
    .data(shown)
    .join("circle")
    .attr("class", "crossing")
    .attr("cx", x)
    .attr("cy", y(weights))
    .attr("r", 5);
  asPoints(rings, (context) => ({
    label: texts.crossing(numbers.tokens(context)),
    x: context,
    y: weights,
  }));
}

/** Only what was printed for numbers of the width that is chosen can lie on these lines. */
function drawPrinted(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {words, numbers, catalog}: Context,
): void {
  const printed = checkedCaches(catalog).filter(
    ({precision}) => elementBytes(precision) === view.scenario.kvBytesPerElement,
  );
  const marks = printed.map((cache) => ({
    className: measuredClass(true, cache.verified),
    label: words.figures.kvGrowth.printed(
      cache.model,
      words.controls.tokens(cache.context, numbers.whole(cache.context)),
      numbers.mebibytes(cache.mebibytes),
      numbers.bytes(cache.lawBytes),
      cache.source,
    ),
    x: cache.context,
    y: cache.printedBytes,
    left: x(cache.context),
    top: y(cache.printedBytes),
  }));
  drawDiamonds(layer, 6, marks);
}

function drawNames(
  layer: Layer,
  curves: readonly CacheCurve[],
  {x, y}: Scales,
  margins: Margins,
  {numbers}: Context,
): void {
  const ends = curves.map(({points}) => y(Math.max(1e6, points.at(-1)!.bytes)));
  const places = spread(ends, 31, margins.top, y.range()[0]!);
  const lines = curves.flatMap(({model, chosen, points}, i) => [
    {kind: chosen ? "name chosen" : "name", text: shortName(model), y: places[i]! - 2},
    {
      kind: chosen ? "name value chosen" : "name value",
      text: numbers.bytes(points.at(-1)!.bytes),
      y: places[i]! + 13,
    },
  ]);
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => kind)
    .attr("translate", "no")
    .attr("x", x(mostContext) + 10)
    .attr("y", (each) => each.y)
    .text(({text}) => text);
}

/** The catalog says "Gemma-3-12B text" where the published model can see as well. */
const shortName = (model: string): string => model.replace(/ text$/, "");

function drawHere(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const context = Math.min(mostContext, Math.max(leastContext, view.scenario.context));
  const bytes = cacheOf(view.model, context, view);
  const [, right] = x.range() as [number, number];
  const [left, top] = [x(context), y(Math.max(1e6, bytes))];
  drawChosenDot(layer, {
    kind: "memory",
    symbol: "context conversationBytes",
    label: words.figures.kvGrowth.dot(
      view.model.name,
      words.controls.tokens(context, numbers.whole(context)),
      numbers.bytes(bytes),
    ),
    x: context,
    y: bytes,
    left,
    top,
  });
  const onTheRight = left > right - (narrow ? 76 : 84);
  drawReading(layer, {
    text: numbers.bytes(bytes),
    x: left + (onTheRight ? -12 : 12),
    y: top + (onTheRight ? -12 : 20),
    anchor: onTheRight ? "end" : "start",
  });
}
