import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {parameterCount} from "../../../lib/arithmetic/parameters.js";
import {totalActive, type TotalActive} from "../../../lib/scenario/total-active.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";

const domain: [number, number] = [1e5, 2e12]; // weights

/**
 * Weights that a token uses against all weights, both logarithmic. Dense models lie on the
 * diagonal; a mixture of experts falls beneath it, by as much as it leaves alone.
 *
 *     <figure data-figure="total-active"></figure>
 */
export const totalActiveChart: Chart = {
  name: "total-active",
  law: "idleParameters",
  height: {wide: 420, narrow: 360},

  title: ({model: {name, architecture}}, {words, numbers}) => {
    const {total, active} = parameterCount(architecture);
    return total === active
      ? words.figures.totalActive.dense(name)
      : words.figures.totalActive.mixture(name, numbers.percent(active / total));
  },

  summary: ({model: {architecture}}, {words, numbers}) => {
    const {total, active} = parameterCount(architecture);
    return words.figures.totalActive.summary(numbers.amount(active), numbers.amount(total));
  },

  table: (_view, {words, catalog}) => ({
    columns: words.figures.totalActive.columns,
    rows: totalActive(catalog).map(({model, total, active}) => [
      model.name,
      total,
      active,
      model.publishedParameters ?? "",
      model.publishedParameters === undefined ? "" : model.publishedParameters - total,
    ]),
  }),

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 16, bottom: 46, left: 50}
      : {top: 34, right: 40, bottom: 48, left: 60};
    const scales = scalesFor(layout, margins);
    drawFrame(canvas, layout, margins, scales, context);
    const models = totalActive(context.catalog);
    drawModels(canvas.append("g"), models, scales, context);
    const [names, chosen] = [canvas.append("g"), canvas.append("g")];
    return (view) => {
      const place = placeOf(view, scales);
      drawNames(names, models, place, scales, layout);
      drawChosen(chosen, view, place, layout, context);
    };
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

const scalesFor = ({width, height}: Layout, margins: Margins): Scales => ({
  x: scaleLog(domain, [margins.left, width - margins.right]),
  y: scaleLog(domain, [height - margins.bottom, margins.top]),
});

function drawFrame(
  canvas: Layer | Parameters<Chart["create"]>[0],
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const texts = words.figures.totalActive;
  const ticks = powers(...domain).filter((_, i) => !layout.narrow || i % 2 === 1);
  const format = (value: number): string => texts.tick(value, numbers.number);
  drawAxes(canvas, layout, margins, {
    x: {scale: x, ticks, format, title: texts.x},
    y: {scale: y, ticks, format, title: texts.y},
  });
  canvas
    .append("line")
    .attr("class", "gap")
    .attr("x1", x(domain[0]))
    .attr("y1", y(domain[0]))
    .attr("x2", x(domain[1]))
    .attr("y2", y(domain[1]));
}

function drawModels(
  layer: Layer,
  models: readonly TotalActive[],
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const mixtures = models.filter(({total, active}) => active < total);
  layer
    .selectAll("line")
    .data(mixtures)
    .join("line")
    .attr("class", "fall")
    .attr("x1", ({total}) => x(total))
    .attr("x2", ({total}) => x(total))
    .attr("y1", ({total}) => y(total))
    .attr("y2", ({active}) => y(active));
  const dots = layer
    .selectAll<SVGCircleElement, TotalActive>("circle")
    .data(models)
    .join("circle")
    .attr("class", ({total, active}) => `dot ${active < total ? "mixture" : "dense"}`)
    .attr("cx", ({total}) => x(total))
    .attr("cy", ({active}) => y(active))
    .attr("r", ({total, active}) => (active < total ? 5 : 4));
  asPoints(dots, ({model, total, active}) => ({
    label: words.figures.totalActive.dot(
      model.name,
      numbers.whole(total),
      numbers.whole(active),
      active < total,
    ),
    x: total,
    y: active,
  }));
}

// Named in the drawing: a few dense models along the diagonal, and mixtures beneath it.
const namedAbove: readonly string[] = ["stories260K", "stories15M", "GPT-2 XL", "Llama-3.1-405B"];
const namedBeneath: readonly string[] = ["DeepSeek-V3", "Mixtral-8x7B", "gpt-oss-120b"];
const namedOnPhone: readonly string[] = ["stories260K", "GPT-2 XL", "Llama-3.1-405B"];

/** Names, but for those that would stand in the way of the chosen model's. */
function drawNames(
  layer: Layer,
  models: readonly TotalActive[],
  chosen: {x: number; y: number},
  {x, y}: Scales,
  {narrow}: Layout,
): void {
  const above = narrow ? namedOnPhone : namedAbove;
  const beneath = narrow ? [] : namedBeneath;
  const isFree = ({total, active}: TotalActive): boolean =>
    Math.abs(x(total) - chosen.x) > 130 || Math.abs(y(active) - chosen.y) > 44;
  const named = models.filter(
    (each) => [...above, ...beneath].includes(each.model.name) && isFree(each),
  );
  const isAbove = ({model}: TotalActive): boolean => above.includes(model.name);
  layer
    .selectAll("text")
    .data(named)
    .join("text")
    .attr("class", "machine name")
    .attr("translate", "no")
    .attr("text-anchor", (each) => (isAbove(each) ? "end" : "start"))
    .attr("x", (each) => x(each.total) + (isAbove(each) ? -9 : 9))
    .attr("y", (each) => y(each.active) + (isAbove(each) ? -6 : 16))
    .text(({model}) => model.name);
}

/** Where the chosen model lies; one of the reader's own may be smaller or larger than any. */
function placeOf({model}: View, {x, y}: Scales): {x: number; y: number} {
  const {total, active} = parameterCount(model.architecture);
  const within = (value: number): number => Math.min(domain[1], Math.max(domain[0], value));
  return {x: x(within(total)), y: y(within(active))};
}

function drawChosen(
  layer: Layer,
  {model: {name, architecture}}: View,
  place: {x: number; y: number},
  {width, narrow}: Layout,
  {words, numbers}: Context,
): void {
  const {total, active} = parameterCount(architecture);
  const dots = layer
    .selectAll<SVGCircleElement, number>("circle")
    .data([total])
    .join("circle")
    .attr("class", "dot chosen memory")
    .attr("data-symbol", "parameters")
    .attr("cx", place.x)
    .attr("cy", place.y)
    .attr("r", 7.5);
  asPoints(dots, () => ({
    label: words.figures.totalActive.dot(
      name,
      numbers.whole(total),
      numbers.whole(active),
      active < total,
    ),
    x: total,
    y: active,
  }));
  // A dense model's name stands above the diagonal, a mixture's beneath it, inside of the drawing.
  const isDense = active === total;
  const toTheLeft = isDense ? place.x > (narrow ? 150 : 210) : place.x > width - 190;
  const first = isDense ? -24 : narrow ? 46 : 26;
  const shift = isDense ? (toTheLeft ? -10 : 12) : toTheLeft ? (narrow ? 18 : 38) : 12;
  layer
    .selectAll("text")
    .data([name, numbers.amount(active)])
    .join("text")
    .attr("class", (_, i) => `reading${i === 0 ? " strong" : ""}`)
    .attr("translate", "no")
    .attr("text-anchor", toTheLeft ? "end" : "start")
    .attr("x", place.x + shift)
    .attr("y", (_, i) => place.y + first + 16 * i)
    .text((text) => text);
}
