import {ownRoofOf, type OwnRoof} from "../../../lib/scenario/own-roof.js";
import {shownRun} from "../../../lib/scenario/own-run.js";
import type {Roof} from "../../../lib/scenario/roofs.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawDiamonds} from "../draw-marks.js";
import {
  drawRoofAxes,
  drawRoofNames,
  lineThrough,
  machinesNamed,
  roofsNamed,
  type Corner,
  type RoofName,
  type RoofScales,
} from "../draw-roofs.js";
import {logScale} from "../log-scale.js";
import {asPoints} from "../marks.js";

/**
 * The roof of the device that is shown, with the band of its samples, among the roofs of a few
 * machines of the tables. The dot is a pass of so many tokens together, the diamonds are runs.
 *
 *     <figure data-figure="own-roofline" data-machines="Raspberry Pi 4, Apple M2, A100 80GB"></figure>
 */
export const ownRoofline: Chart = {
  name: "own-roofline",
  height: {wide: 440, narrow: 400},

  title: (view, context) => {
    const {words, numbers, catalog} = context;
    const {own} = shownRun(catalog);
    const roof = ownRoofOf(view, catalog);
    return words.figures.ownRoofline.title(
      numbers.percent(Math.min(1, roof.foretold / roof.flops.median)),
      view.scenario.promptTokens,
      numbers.whole(view.scenario.promptTokens),
      own,
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const {intensity, flops, bandwidth} = ownRoofOf(view, catalog);
    return words.figures.ownRoofline.summary(
      numbers.number(intensity),
      numbers.number(flops.median / bandwidth.median),
    );
  },

  table: (view, context, options) => {
    const {words, catalog} = context;
    const own = ownRoofOf(view, catalog);
    return {
      columns: words.figures.ownRoofline.columns,
      rows: [
        [
          words.figures.ownRoofline.device(shownRun(catalog).own),
          own.bandwidth.median,
          own.flops.median,
          own.flops.median / own.bandwidth.median,
          own.intensity,
          own.tokensPerSecond,
        ],
        ...roofsNamed(view, context, options).map((roof) => [
          roof.machine,
          roof.bandwidth,
          roof.flops,
          roof.ridge,
          "",
          "",
        ]),
      ],
    };
  },

  create(canvas, layout, context, options) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 10, bottom: 46, left: 46}
      : {top: 34, right: 130, bottom: 48, left: 56};
    const scales = scalesFor(layout, margins, context, options);
    const {x, y} = context.words.figures.ownRoofline;
    const axes = {ticks: [1, 10, 100, 1000], titles: {x, y}};
    drawRoofAxes(canvas, layout, margins, scales, axes, context);
    const layers = ["others", "band", "subject", "names", "marks"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [others, band, subject, names, marks] = layers as [Layer, Layer, Layer, Layer, Layer];
    return (view) => {
      const roof = ownRoofOf(view, context.catalog);
      const known = roofsNamed(view, context, options);
      drawOthers(others, known, scales);
      drawBand(band, roof, scales, context);
      drawSubject(subject, roof, scales, context);
      drawRoofNames(names, namesOf(known, roof, context), scales, layout, margins);
      drawMarks(marks, roof, view, scales, context);
    };
  },
};

const leastIntensity = 0.35; // FLOP/byte
const mostIntensity = 4096;

/** Fixed by the machines of the figure: a slow phone in a slow browser still has room. */
function scalesFor(
  {width, height}: Layout,
  margins: Margins,
  {catalog}: Context,
  options: Attributes,
): RoofScales {
  const named = machinesNamed(options);
  const fastest = Math.max(
    ...catalog.machines
      .filter(({name}) => named.includes(name))
      .map(({hardware}) => hardware.flops.fp16 ?? 0),
  );
  return {
    x: logScale([leastIntensity, mostIntensity], [margins.left, width - margins.right]),
    y: logScale([3e8, fastest * 3], [height - margins.bottom, margins.top]),
  };
}

/** The two corners and the bend between them. */
function cornersOf(bandwidth: number, flops: number): Corner[] {
  return [
    [leastIntensity, leastIntensity * bandwidth],
    [flops / bandwidth, flops],
    [mostIntensity, flops],
  ];
}

function drawOthers(layer: Layer, roofs: readonly Roof[], scales: RoofScales): void {
  layer
    .selectAll("path")
    .data(roofs)
    .join("path")
    .attr("class", "roof")
    .attr("d", ({bandwidth, flops}) => lineThrough(scales, cornersOf(bandwidth, flops)));
}

/** Between the roof of the slowest samples and that of the fastest. */
function drawBand(
  layer: Layer,
  {bandwidth, flops}: OwnRoof,
  scales: RoofScales,
  context: Context,
): void {
  const above = cornersOf(bandwidth.highest, flops.highest);
  const below = cornersOf(bandwidth.lowest, flops.lowest).reverse();
  layer
    .selectAll("path")
    .data([[...above, ...below]])
    .join("path")
    .attr("class", `samples${shownRun(context.catalog).own ? " yours" : ""}`)
    .attr("d", (corners) => `${lineThrough(scales, corners)}Z`);
}

function drawSubject(
  layer: Layer,
  {bandwidth, flops}: OwnRoof,
  scales: RoofScales,
  context: Context,
): void {
  const own = shownRun(context.catalog).own ? " yours" : "";
  const [start, bend, end] = cornersOf(bandwidth.median, flops.median) as [Corner, Corner, Corner];
  layer
    .selectAll("path")
    .data([
      {kind: "memory", symbol: "ownBandwidth", corners: [start, bend]},
      {kind: "compute", symbol: "ownFlops", corners: [bend, end]},
    ])
    .join("path")
    .attr("class", ({kind}) => `roof chosen ${kind}${own}`)
    .attr("data-symbol", ({symbol}) => symbol)
    .attr("d", ({corners}) => lineThrough(scales, corners));
}

function namesOf(known: readonly Roof[], own: OwnRoof, {words, catalog}: Context): RoofName[] {
  const isOwn = shownRun(catalog).own;
  const lift = 8;
  return [
    {
      text: words.figures.ownRoofline.device(isOwn),
      className: `machine chosen${isOwn ? " yours" : ""}`,
      flops: own.flops.median,
      lift,
      isWord: true,
    },
    ...known.map(({machine, flops}) => ({text: machine, className: "machine", flops, lift})),
  ];
}

function drawMarks(
  layer: Layer,
  roof: OwnRoof,
  {scenario}: View,
  {x, y}: RoofScales,
  {words, numbers, catalog}: Context,
): void {
  const texts = words.figures.ownRoofline;
  const own = shownRun(catalog).own ? " yours" : "";
  layer
    .selectAll("line.gap")
    .data([roof])
    .join("line")
    .attr("class", "gap")
    .attr("x1", x(roof.intensity))
    .attr("x2", x(roof.intensity))
    .attr("y1", y(roof.attainable))
    .attr("y2", y(roof.foretold));
  drawDiamonds(
    layer,
    7,
    roof.measured.map(({phase, intensity, flops, tokensPerSecond}) => ({
      className: `measured chosen${own}`,
      left: x(intensity),
      top: y(flops),
      label: texts.measured(phase, numbers.rate(tokensPerSecond)),
      x: intensity,
      y: flops,
    })),
  );
  const dots = layer
    .selectAll<SVGCircleElement, OwnRoof>("circle")
    .data([roof])
    .join("circle")
    .attr("class", `dot chosen ${roof.attainable < roof.flops.median ? "memory" : "compute"}${own}`)
    .attr("data-symbol", "promptTokens ownSeconds")
    .attr("cx", x(roof.intensity))
    .attr("cy", y(roof.foretold))
    .attr("r", 7);
  const speed = numbers.rate(roof.tokensPerSecond);
  asPoints(dots, ({intensity, foretold}) => ({
    label: texts.dot(numbers.whole(scenario.promptTokens), speed, numbers.number(intensity)),
    x: intensity,
    y: foretold,
  }));
  const [, right] = x.range();
  const onTheRight = x(roof.intensity) > right - 150;
  layer
    .selectAll("text.reading")
    .data([texts.reading(speed)])
    .join("text")
    .attr("class", "reading roof-value")
    .attr("x", x(roof.intensity) + (onTheRight ? -12 : 12))
    .attr("y", y(roof.foretold) + 24)
    .attr("text-anchor", onTheRight ? "end" : "start")
    .text((text) => text);
}
