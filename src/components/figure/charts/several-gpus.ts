import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import {
  measuredShares,
  mostDevices,
  sharedGain,
  type MeasuredShare,
  type SharedGain,
} from "../../../lib/scenario/several-gpus.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, powers, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints, diamond, spread} from "../marks.js";

/**
 * How many times as fast as one GPU several are, against their number; both logarithmic. Cutting
 * every matrix speeds writing up until messages take the time; sharing the layers speeds up only
 * the reading of a prompt. The GPUs are of the scenario's second kind.
 *
 *     <figure data-figure="several-gpus"></figure>
 */
export const severalGpus: Chart = {
  name: "several-gpus",
  height: {wide: 420, narrow: 380},

  title: (view, {words, numbers, catalog}) => {
    const devices = shownDevices(view);
    const {matrices} = sharedGain(view, devices, catalog);
    return words.figures.severalGpus.title(
      words.controls.gpus(devices, numbers.whole(devices)),
      numbers.number(matrices),
      view.model.name,
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const {pipeline} = sharedGain(view, shownDevices(view), catalog);
    const {promptTokens} = view.scenario;
    return words.figures.severalGpus.summary(
      words.controls.tokens(promptTokens, numbers.whole(promptTokens)),
      numbers.number(pipeline),
      view.rival.name,
    );
  },

  table: (view, {words, catalog}) => {
    const measured = measuredShares(catalog);
    const gainOf = (kind: Kind, devices: number) =>
      measured.find((row) => row.kind === kind && row.run.devices === devices)?.gain ?? "";
    return {
      columns: words.figures.severalGpus.columns,
      rows: powers(1, mostDevices, 2).map((devices) => {
        const gain = sharedGain(view, devices, catalog);
        return [devices, ...kinds.flatMap((kind) => [gain[kind], gainOf(kind, devices)])];
      }),
    };
  },

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 104, bottom: 46, left: 34}
      : {top: 34, right: 168, bottom: 48, left: 40};
    const scales = scalesFor(layout, margins);
    drawFrame(canvas.append("g"), layout, margins, scales, context);
    const curves = canvas.append("g");
    drawMeasured(canvas.append("g"), scales, context);
    const marks = canvas.append("g");
    const names = canvas.append("g");
    return (view) => {
      drawCurves(curves, view, scales, context);
      drawDots(marks, view, scales, context);
      drawNames(names, view, scales, margins, layout, context);
    };
  },
};

const kinds = ["matrices", "layers", "pipeline"] as const;
type Kind = MeasuredShare["kind"];

/** Reading is compute, writing is memory. */
const colourOf: Readonly<Record<Kind, "memory" | "compute">> = {
  matrices: "memory",
  layers: "memory",
  pipeline: "compute",
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

const shownDevices = ({scenario}: View): number => Math.min(mostDevices, scenario.devices);
const leastGain = 0.5; // two small GPUs may be slower than one

function scalesFor({width, height}: Layout, margins: Margins): Scales {
  return {
    x: scaleLog([1, mostDevices], [margins.left, width - margins.right]).base(2),
    y: scaleLog([leastGain, mostDevices], [height - margins.bottom, margins.top]).base(2),
  };
}

function drawFrame(
  frame: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const texts = words.figures.severalGpus;
  drawAxes(frame, layout, margins, {
    x: {
      scale: x,
      ticks: powers(1, mostDevices, 2),
      format: (value) => numbers.whole(value),
      title: texts.x,
    },
    y: {
      scale: y,
      ticks: powers(leastGain, mostDevices, 2),
      format: (value) => texts.times(numbers.number(value)),
      title: texts.y,
    },
  });
  frame
    .append("line")
    .attr("class", "gap")
    .attr("x1", x(1))
    .attr("y1", y(1))
    .attr("x2", x(mostDevices))
    .attr("y2", y(mostDevices));
  const [left, right] = x.range() as [number, number];
  const angle = (180 * Math.atan2(y(mostDevices) - y(1), right - left)) / Math.PI;
  frame
    .append("text")
    .attr("transform", `translate(${x(10)},${y(10)}) rotate(${angle})`)
    .attr("class", "label")
    .attr("y", -9)
    .attr("text-anchor", "middle")
    .text(texts.inFull);
}

function drawCurves(layer: Layer, view: View, {x, y}: Scales, {catalog}: Context): void {
  const gains = powers(1, mostDevices, 2).map((devices) => sharedGain(view, devices, catalog));
  const path = (kind: Kind) =>
    line<SharedGain>(
      ({devices}) => x(devices),
      (gain) => y(Math.max(leastGain, gain[kind])),
    )(gains);
  layer
    .selectAll("path")
    .data(kinds)
    .join("path")
    .attr("class", (kind) => `curve ${kind} ${colourOf[kind]}`)
    .attr("data-symbol", (kind) => symbolOf[kind])
    .attr("d", path);
}

const symbolOf: Readonly<Record<Kind, string>> = {
  matrices: "splitSeconds",
  layers: "",
  pipeline: "pipelineGain",
};

function drawMeasured(layer: Layer, {x, y}: Scales, {words, numbers, catalog}: Context): void {
  const diamonds = layer
    .selectAll<SVGPathElement, MeasuredShare>("path")
    .data(measuredShares(catalog))
    .join("path")
    .attr(
      "class",
      ({kind, run}) => `measured ${colourOf[kind]}${run.verified ? "" : " unverified"}`,
    )
    .attr("d", diamond(6.5))
    .attr("pathLength", 4)
    .attr("transform", ({run, gain}) => `translate(${x(run.devices)},${y(gain)})`);
  asPoints(diamonds, ({kind, run, gain}) => ({
    label: words.figures.severalGpus.measured(
      `${run.devices} × ${run.machine}`,
      run.model,
      run.program,
      words.figures.severalGpus.names[kind],
      numbers.number(gain),
      run.verified,
    ),
    x: run.devices,
    y: gain,
  }));
}

function drawDots(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  {words, numbers, catalog}: Context,
): void {
  const devices = shownDevices(view);
  const gain = sharedGain(view, devices, catalog);
  const dots = layer
    .selectAll<SVGCircleElement, Kind>("circle")
    .data(kinds)
    .join("circle")
    .attr("class", (kind) => `dot chosen ${colourOf[kind]}`)
    .attr("data-symbol", "devices")
    .attr("cx", x(devices))
    .attr("cy", (kind) => y(Math.max(leastGain, gain[kind])))
    .attr("r", (kind) => (kind === "matrices" ? 7.5 : 5.5));
  asPoints(dots, (kind) => ({
    label: words.figures.severalGpus.dot(
      words.controls.gpus(devices, numbers.whole(devices)),
      words.figures.severalGpus.names[kind],
      numbers.number(gain[kind]),
    ),
    x: devices,
    y: gain[kind],
  }));
}

const lineHeight = 15; // px

/** At the end of each line: what it is, and its value for the chosen number of GPUs. */
function drawNames(
  layer: Layer,
  view: View,
  {x, y}: Scales,
  margins: Margins,
  {narrow}: Layout,
  {words, numbers, catalog}: Context,
): void {
  const texts = words.figures.severalGpus;
  const end = sharedGain(view, mostDevices, catalog);
  const now = sharedGain(view, shownDevices(view), catalog);
  const linesOf = (kind: Kind): string[] => [
    ...(narrow ? texts.shortNames : texts.endNames)[kind],
    texts.computed(numbers.number(now[kind])),
  ];
  const places = spread(
    kinds.map((kind) => y(end[kind])),
    3.4 * lineHeight,
    margins.top,
    y.range()[0]! - 2 * lineHeight,
  );
  const lines = kinds.flatMap((kind, place) =>
    linesOf(kind).map((text, i, all) => ({
      kind: `${i === all.length - 1 ? "value " : ""}${colourOf[kind]}`,
      text,
      y: places[place]! + 4 + i * lineHeight,
    })),
  );
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => `name ${kind}`)
    .attr("x", x(mostDevices) + 12)
    .attr("y", (each) => each.y)
    .text(({text}) => text);
}
