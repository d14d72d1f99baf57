import {axisBottom, axisLeft} from "d3-axis";
import {scaleLinear, scalePoint, type ScaleLinear, type ScalePoint} from "d3-scale";
import {line} from "../paths.js";
import {
  phaseFormats,
  phaseGain,
  phaseGains,
  phaseMachines,
  predictedGain,
  type Phase,
  type PhaseFormat,
  type PhaseGain,
} from "../../../lib/scenario/precision-phases.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawHatch} from "../hatch.js";
import {asPoints, diamond, measuredClass} from "../marks.js";

/**
 * What fewer bits gain on Apple's chips, as a multiple of the speed in 16 bits: once while an answer
 * is written, once while a prompt is read. Lines are the law's, diamonds are measured.
 *
 *     <figure data-figure="precision-phases"></figure>
 */
export const precisionPhases: Chart = {
  name: "precision-phases",
  law: "latency",
  height: {wide: 360, narrow: 560},

  title: (view, {words, numbers, catalog}) => {
    const machine = shownMachine(view, phaseMachines(catalog));
    const gain = (phase: Phase): string =>
      numbers.hundredths(phaseGain(machine, phase, "Q4_0 file", catalog)!.gain);
    return words.figures.precisionPhases.title(machine, gain("decode"), gain("prefill"));
  },

  summary: (view, {words, numbers, catalog}) => {
    const machine = shownMachine(view, phaseMachines(catalog));
    const {roof, forecast} = predictedGain(machine, "decode", "Q4_0 file", catalog);
    return words.figures.precisionPhases.summary(
      numbers.hundredths(roof),
      numbers.hundredths(forecast),
    );
  },

  table: (_, {words, catalog}) => ({
    columns: words.figures.precisionPhases.columns,
    rows: phases.flatMap((phase) =>
      phaseGains(phase, catalog).map(({machine, format, gain, measurement}) => {
        const {roof, forecast} = predictedGain(machine, phase, format, catalog);
        return [
          machine,
          words.figures.precisionPhases.phases[phase],
          format,
          measurement.tokensPerSecond,
          gain,
          roof,
          forecast,
        ];
      }),
    ),
  }),

  create(canvas, layout, context) {
    const hatch = drawHatch(canvas, "precision-phases");
    const panels = phases.map((phase, i) => {
      const panel = panelFor(i, layout);
      const layer = canvas.append("g");
      drawFrame(layer.append("g"), phase, panel, layout, hatch, context);
      return {phase, panel, layer: layer.append("g")};
    });
    return (view) => {
      for (const {phase, panel, layer} of panels) {
        drawPhase(layer, phase, view, panel, context);
      }
    };
  },
};

const phases = ["decode", "prefill"] as const;
const mostGain = 4;

/** The chosen machine if it was measured in all precisions, or else one in the middle of the field. */
function shownMachine({machine}: View, measured: readonly string[]): string {
  return measured.includes(machine.name) ? machine.name : "Apple M2 Max";
}

interface Panel {
  x: ScalePoint<PhaseFormat>;
  y: ScaleLinear<number, number>;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function panelFor(index: number, {width, height, narrow}: Layout): Panel {
  const gap = 34;
  const wide = narrow ? width : (width - gap) / 2;
  const high = narrow ? height / 2 : height;
  const start = narrow ? 0 : index * (wide + gap);
  const above = narrow ? index * high : 0;
  const [left, right] = [start + 34, start + wide - 4];
  const [top, bottom] = [above + 48, above + high - 34];
  return {
    x: scalePoint<PhaseFormat>(phaseFormats, [left, right]).padding(0.42),
    y: scaleLinear([0, mostGain], [bottom, top]),
    left,
    right,
    top,
    bottom,
  };
}

const shortName = (format: string): string => format.replace(/ file$/, "");

function drawFrame(
  layer: Layer,
  phase: Phase,
  {x, y, left, right, top, bottom}: Panel,
  {narrow}: Layout,
  hatch: string,
  {words, numbers}: Context,
): void {
  const texts = words.figures.precisionPhases;
  layer
    .append("g")
    .attr("class", "axis x")
    .attr("translate", "no")
    .attr("transform", `translate(0,${bottom})`)
    .call(axisBottom(x).tickFormat(shortName).tickSize(5).tickPadding(5));
  layer
    .append("g")
    .attr("class", "axis y")
    .attr("transform", `translate(${left},0)`)
    .call(
      axisLeft(y)
        .tickValues([0, 1, 2, 3, 4])
        .tickFormat((value) => texts.times(numbers.number(Number(value))))
        .tickSize(-(right - left))
        .tickPadding(6),
    );
  if (phase === "prefill") {
    layer
      .append("rect")
      .attr("class", "area compute-hatch")
      .attr("fill", hatch)
      .attr("x", left)
      .attr("y", y(1))
      .attr("width", right - left)
      .attr("height", bottom - y(1));
  } else {
    layer
      .append("rect")
      .attr("class", "area memory")
      .attr("x", left)
      .attr("y", y(1))
      .attr("width", right - left)
      .attr("height", bottom - y(1));
  }
  layer
    .append("text")
    .attr("class", `side ${phase === "decode" ? "memory" : "compute"}`)
    .attr("x", left - (narrow ? 30 : 34))
    .attr("y", top - 30)
    .text(texts.panels[phase]);
}

function drawPhase(layer: Layer, phase: Phase, view: View, panel: Panel, context: Context): void {
  const {words, numbers, catalog} = context;
  const texts = words.figures.precisionPhases;
  const {x, y} = panel;
  const machine = shownMachine(view, phaseMachines(catalog));
  const predicted = phaseFormats.map((format) => ({
    format,
    ...predictedGain(machine, phase, format, catalog),
  }));
  const kind = phase === "decode" ? "memory" : "compute";
  const path = (value: (each: (typeof predicted)[number]) => number) =>
    line<(typeof predicted)[number]>(
      ({format}) => x(format)!,
      (each) => y(value(each)),
    )(predicted);
  layer
    .selectAll("path.curve")
    .data([
      {kind, d: path(({roof}) => roof)},
      {kind: "expected", d: path(({forecast}) => forecast)},
    ])
    .join("path")
    .attr("class", (curve) => `curve ${curve.kind}`)
    .attr("d", ({d}) => d);

  // Machines of a precision stand side by side, in the order of their gain.
  const step = (x.step() * 0.62) / phaseMachines(catalog).length;
  const gains = phaseFormats.flatMap((format) => {
    const own = phaseGains(phase, catalog)
      .filter((row) => row.format === format)
      .sort((a, b) => a.gain - b.gain);
    return own.map((row, i) => ({...row, at: x(format)! + (i - (own.length - 1) / 2) * step}));
  });
  const isShown = (row: PhaseGain): boolean => row.machine === machine;
  const diamonds = layer
    .selectAll<SVGPathElement, (typeof gains)[number]>("path.measured")
    .data([...gains].sort((a, b) => Number(isShown(a)) - Number(isShown(b))))
    .join("path")
    .attr("class", (row) => measuredClass(isShown(row), row.measurement.verified))
    .attr("d", (row) => diamond(isShown(row) ? 7 : 4))
    .attr("pathLength", 4)
    .attr("transform", ({at, gain}) => `translate(${at},${y(gain)})`);
  asPoints(diamonds, ({machine: name, format, gain, measurement, at}) => ({
    label: texts.run(
      name,
      shortName(format),
      numbers.rate(measurement.tokensPerSecond),
      numbers.hundredths(gain),
      measurement.verified,
    ),
    x: at,
    y: gain,
  }));
  const dots = layer
    .selectAll<SVGCircleElement, (typeof predicted)[number]>("circle")
    .data(predicted)
    .join("circle")
    .attr("class", `dot chosen ${kind}`)
    .attr("cx", ({format}) => x(format)!)
    .attr("cy", ({roof}) => y(roof))
    .attr("r", 6);
  asPoints(dots, ({format, roof}) => ({
    label: texts.law(shortName(format), numbers.hundredths(roof)),
    x: phaseFormats.indexOf(format),
    y: roof,
  }));
  drawNames(layer, phase, predicted, machine, panel, context);
}

function drawNames(
  layer: Layer,
  phase: Phase,
  predicted: readonly {format: PhaseFormat; roof: number; forecast: number}[],
  machine: string,
  {x, y}: Panel,
  {words, numbers, catalog}: Context,
): void {
  const texts = words.figures.precisionPhases;
  const last = predicted.at(-1)!;
  const run = phaseGain(machine, phase, last.format, catalog)!;
  const kind = phase === "decode" ? "memory" : "compute";
  const named =
    phase === "decode"
      ? [
          {
            kind: `side ${kind}`,
            y: y(last.roof) - 12,
            text: texts.roof(numbers.hundredths(last.roof)),
          },
          {kind: "strong", y: y(0.5) + 5, text: texts.reading(numbers.hundredths(run.gain))},
        ]
      : [
          {kind: `side ${kind}`, y: y(1) - 16, text: texts.roof(numbers.hundredths(last.roof))},
          {kind: "strong", y: y(0.5) + 5, text: texts.reading(numbers.hundredths(run.gain))},
        ];
  layer
    .selectAll("text")
    .data(named)
    .join("text")
    .attr("class", (each) => `label ${each.kind}`)
    .attr("text-anchor", "middle")
    .attr("x", x(last.format)!)
    .attr("y", (each) => each.y)
    .text(({text}) => text);
}
