import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {isOwnMachine} from "../../../lib/catalog/own-machine.js";
import {ratesOf, type Rates} from "../../../lib/scenario/two-rates.js";
import type {View} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {Attributes, Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * Every machine by its two rates, both logarithmic. On a slanting line all machines have the same
 * quotient of operations and bytes. The lowest line is what one reader asks for.
 *
 *     <figure data-figure="two-rates" data-machines="Apple M1, RTX 4090, H100 SXM"></figure>
 */
export const twoRates: Chart = {
  name: "two-rates",
  law: "ridge",
  height: {wide: 440, narrow: 400},

  title: (view, {words, numbers, catalog}) => {
    const rates = ratesOf(view, catalog);
    const idle = rates.filter(({ridge}) => ridge > view.simple.intensity);
    const texts = words.figures.twoRates;
    return idle.length === rates.length
      ? texts.titleAll(numbers.whole(rates.length))
      : texts.title(numbers.whole(idle.length), numbers.whole(rates.length));
  },

  summary: ({machine, simple}, {words, numbers}) =>
    words.figures.twoRates.summary(
      machine.name,
      numbers.number(simple.ridge),
      numbers.number(simple.intensity),
    ),

  table: (view, {words, catalog}) => ({
    columns: words.figures.twoRates.columns,
    rows: ratesOf(view, catalog).map(({machine, bandwidth, flops, ridge, verified}) => [
      machine,
      bandwidth,
      flops,
      ridge,
      verified ? words.figures.twoRates.verified : words.figures.twoRates.unverified,
    ]),
  }),

  create(canvas, layout, context, options) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 12, bottom: 46, left: 44}
      : {top: 34, right: 20, bottom: 48, left: 56};
    const scales = scalesFor(layout, margins);
    drawFrame(canvas.append("g"), layout, margins, scales, context);
    drawQuotients(canvas.append("g"), scales, layout, context);
    const layers = [canvas.append("g"), canvas.append("g"), canvas.append("g")] as const;

    return (view) => {
      const rates = ratesOf(view, context.catalog);
      drawDemand(layers[0], view.simple.intensity, scales, layout, context);
      drawDots(layers[1], rates, view, scales, context, options);
      drawNames(layers[2], rates, view, scales, layout, options);
    };
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

const leastBandwidth = 2e9; // bytes/s
const mostBandwidth = 2e13;
const leastFlops = 5e9; // FLOP/s
const mostFlops = 5e15;

function scalesFor({width, height}: Layout, margins: Margins): Scales {
  return {
    x: scaleLog([leastBandwidth, mostBandwidth], [margins.left, width - margins.right]),
    y: scaleLog([leastFlops, mostFlops], [height - margins.bottom, margins.top]),
  };
}

function drawFrame(
  layer: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  drawAxes(layer, layout, margins, {
    x: {
      scale: x,
      ticks: powers(leastBandwidth, mostBandwidth),
      format: (value) => numbers.tick(value, "B/s"),
      title: words.figures.twoRates.x,
    },
    y: {
      scale: y,
      ticks: powers(leastFlops, mostFlops),
      format: (value) => numbers.tick(value),
      title: words.figures.twoRates.y,
    },
  });
}

/** The part of the line F = quotient · W that lies in the frame. */
function ends(quotient: number): {from: number; to: number} {
  return {
    from: Math.max(leastBandwidth, leastFlops / quotient),
    to: Math.min(mostBandwidth, mostFlops / quotient),
  };
}

const slope =
  ({x, y}: Scales) =>
  (quotient: number): string => {
    const {from, to} = ends(quotient);
    return `M${x(from)},${y(from * quotient)}L${x(to)},${y(to * quotient)}`;
  };

const quotients = [10, 100, 1000] as const; // FLOP/byte

function drawQuotients(
  layer: Layer,
  scales: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const {x, y} = scales;
  layer
    .selectAll("path")
    .data(quotients)
    .join("path")
    .attr("class", "gap")
    .attr("d", slope(scales));
  layer
    .selectAll("text")
    .data(quotients)
    .join("text")
    .attr("class", "label")
    .attr("transform", (quotient) => {
      const at = Math.max(leastBandwidth, leastFlops / quotient) * 1.35;
      return `translate(${x(at)},${y(at * quotient) - 6}) rotate(${angleOf(scales)})`;
    })
    .text((quotient) => words.figures.twoRates.quotient(numbers.whole(quotient), narrow));
}

/** How steep a line of equal quotients is drawn, in degrees. */
function angleOf({x, y}: Scales): number {
  return (180 * Math.atan2(y(1e12) - y(1e11), x(1e12) - x(1e11))) / Math.PI;
}

/** What one reader asks for: so many operations for each byte, and no more. */
function drawDemand(
  layer: Layer,
  intensity: number,
  scales: Scales,
  {narrow}: Layout,
  {words, numbers}: Context,
): void {
  const {x, y} = scales;
  layer
    .selectAll("path")
    .data([intensity])
    .join("path")
    .attr("class", "demand")
    .attr("data-symbol", "intensity")
    .attr("d", slope(scales));
  const at = narrow ? 4e11 : 1.2e11;
  layer
    .selectAll("text")
    .data([intensity])
    .join("text")
    .attr("class", "label strong")
    .attr(
      "transform",
      (quotient) => `translate(${x(at)},${y(at * quotient) + 20}) rotate(${angleOf(scales)})`,
    )
    .text((quotient) => words.figures.twoRates.demand(numbers.number(quotient)));
}

function drawDots(
  layer: Layer,
  rates: readonly Rates[],
  {machine: chosen}: View,
  {x, y}: Scales,
  {words, numbers}: Context,
  options: Attributes,
): void {
  const named = listed({options: options["machines"] ?? ""});
  const dots = layer
    .selectAll<SVGCircleElement, Rates>("circle")
    .data([...rates].sort((a, b) => rank(a, chosen.name) - rank(b, chosen.name)))
    .join("circle")
    .attr("class", ({machine, verified}) =>
      [
        "rate",
        machine === chosen.name ? "picked" : named.includes(machine) ? "named" : "",
        verified ? "" : "doubtful",
        ownClass(machine),
      ].join(" "),
    )
    .attr("data-symbol", ({machine}) => (machine === chosen.name ? "flops bandwidth ridge" : null))
    .attr("cx", ({bandwidth}) => x(bandwidth))
    .attr("cy", ({flops}) => y(flops))
    .attr("r", ({machine}) => (machine === chosen.name ? 7.5 : 4));
  asPoints(dots, ({machine, bandwidth, flops, ridge, verified}) => ({
    label: words.figures.twoRates.dot(
      machine,
      numbers.flopRate(flops),
      numbers.bandwidth(bandwidth),
      numbers.number(ridge),
      verified,
    ),
    x: bandwidth,
    y: flops,
  }));
}

/** The chosen one is drawn last, before it the reader's own. */
const rank = ({machine}: Rates, chosen: string): number =>
  machine === chosen ? 2 : isOwnMachine(machine) ? 1 : 0;

function drawNames(
  layer: Layer,
  rates: readonly Rates[],
  view: View,
  {x, y}: Scales,
  {narrow}: Layout,
  options: Attributes,
): void {
  const named = listed({options: options["machines"] ?? ""});
  const shown = rates.filter(
    ({machine}) =>
      named.includes(machine) || machine === view.machine.name || isOwnMachine(machine),
  );
  layer
    .selectAll("text")
    .data(shown)
    .join("text")
    .attr(
      "class",
      ({machine}) => `machine${machine === view.machine.name ? " chosen" : ""}${ownClass(machine)}`,
    )
    .attr("translate", "no")
    .attr("x", (rates) => x(rates.bandwidth) + sideOf(rates).x)
    .attr("y", (rates) => y(rates.flops) + sideOf(rates).y)
    .attr("text-anchor", (rates) => sideOf(rates).anchor)
    .text(({machine}) => (narrow ? machine.replace(/^Apple /, "") : machine));
}

/** Beside a dot on the side that looks away from the crowd, and from the line at the bottom. */
function sideOf({ridge}: Rates): {x: number; y: number; anchor: "start" | "end"} {
  if (ridge > 60) return {x: -11, y: -8, anchor: "end"};
  return ridge > 10 ? {x: 10, y: 17, anchor: "start"} : {x: -4, y: -12, anchor: "start"};
}
