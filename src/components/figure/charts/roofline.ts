import {isOwnMachine, ownMachineIn} from "../../../lib/catalog/own-machine.js";
import {roofsOf, type Roof} from "../../../lib/scenario/roofs.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {
  drawRoofAxes,
  drawRoofNames,
  lineThrough,
  machinesNamed,
  type Corner,
  type RoofName,
  type RoofScales,
} from "../draw-roofs.js";
import {drawHatch} from "../hatch.js";
import {logScale} from "../log-scale.js";
import {asPoints, diamond, measuredClass} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * The roofline: operations per second against operations per byte, both logarithmic. The chosen
 * machine is drawn thick, the others stand behind it. One dot for each machine shows what the law
 * allows for the scenario's work, a diamond what somebody measured.
 *
 *     <figure data-figure="roofline" data-machines="Apple M1, RTX 4090"></figure>
 */
export const roofline: Chart = {
  name: "roofline",
  law: "roofline",
  height: {wide: 440, narrow: 380},

  title: (view, {words, numbers}) =>
    view.simple.bound === "memory"
      ? words.figures.roofline.waiting(
          words.controls.readers(view.scenario.batch, numbers.whole(view.scenario.batch)),
          view.machine.name,
          numbers.percent(view.simple.computeSeconds / view.simple.seconds),
        )
      : words.figures.roofline.busy(
          words.controls.readers(view.scenario.batch, numbers.whole(view.scenario.batch)),
          view.machine.name,
        ),

  summary: ({simple}, {words, numbers}) =>
    words.figures.roofline.summary(
      numbers.number(simple.intensity),
      numbers.number(simple.ridge),
      numbers.number(simple.criticalBatch),
    ),

  table: (view, context, options) => ({
    columns: context.words.figures.roofline.columns,
    rows: shownRoofs(view, context, options).map((roof) => [
      roof.machine,
      roof.intensity,
      roof.attainable,
      roof.tokensPerSecond,
      roof.measured?.tokensPerSecond ?? "",
      roof.ridge,
      roof.flops,
      roof.bandwidth,
    ]),
  }),

  create(canvas, layout, context, options) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 10, bottom: 46, left: 46}
      : {top: 34, right: 112, bottom: 48, left: 56};
    const scales = scalesFor(layout, margins, context, options);
    const {x, y} = context.words.figures.roofline;
    const axes = {ticks: [1, 10, 100, 1000], titles: {x, y}};
    drawRoofAxes(canvas, layout, margins, scales, axes, context);
    const hatch = drawHatch(canvas, "roofline");
    const layers = ["areas", "context", "subject", "names", "marks"].map((name) =>
      canvas.append("g").attr("class", name),
    );
    const [areas, others, subject, names, marks] = layers as [Layer, Layer, Layer, Layer, Layer];

    return (view) => {
      const roofs = shownRoofs(view, context, options);
      const chosen = roofs.find(({machine}) => machine === view.machine.name)!;
      drawAreas(areas, chosen, scales, hatch);
      drawOthers(
        others,
        roofs.filter((roof) => roof !== chosen),
        scales,
      );
      drawSubject(subject, chosen, scales, context);
      drawRoofNames(names, namesOf(roofs, chosen), scales, layout, margins);
      drawMarks(marks, roofs, chosen, scales, context);
    };
  },
};

const leastIntensity = 0.5; // FLOP/byte: one reader, 32-bit weights
const mostIntensity = 4096;

/** The machines that the tag names, and the chosen one and the reader's own where they are others. */
function shownRoofs(view: View, {catalog}: Context, options: Attributes): Roof[] {
  const own = ownMachineIn(catalog);
  const names = [...machinesNamed(options), ...(own ? [own.name] : []), view.machine.name];
  return roofsOf(view, catalog, [...new Set(names)]);
}

/**
 * Fixed by the machines of the figure, and wide enough for every machine of the catalog; and for the
 * reader's own, whatever it is.
 */
function scalesFor(
  {width, height}: Layout,
  margins: Margins,
  {catalog}: Context,
  options: Attributes,
): RoofScales {
  const named = machinesNamed(options);
  const machines = catalog.machines.filter(({name}) => named.includes(name) || isOwnMachine(name));
  const slowest = Math.min(...machines.map(({hardware}) => hardware.bandwidth));
  const fastest = Math.max(...machines.map(({hardware}) => hardware.flops.fp16 ?? 0));
  return {
    x: logScale([leastIntensity, mostIntensity], [margins.left, width - margins.right]),
    y: logScale(
      [slowest * leastIntensity * 0.5, fastest * 2],
      [height - margins.bottom, margins.top],
    ),
  };
}

const slopeOf = ({bandwidth, ridge}: Roof): Corner[] => [
  [leastIntensity, leastIntensity * bandwidth],
  [ridge, ridge * bandwidth],
];
const flatOf = ({ridge, flops}: Roof): Corner[] => [
  [ridge, flops],
  [mostIntensity, flops],
];

function drawAreas(layer: Layer, roof: Roof, scales: RoofScales, hatch: string): void {
  const [floor] = scales.y.domain();
  const down = (corners: Corner[]): Corner[] => [
    ...corners,
    [corners[1]![0], floor],
    [corners[0]![0], floor],
  ];
  const areas = [
    {name: "memory", corners: slopeOf(roof), fill: null},
    {name: "compute", corners: flatOf(roof), fill: null},
    {name: "compute-hatch", corners: flatOf(roof), fill: hatch},
  ];
  layer
    .selectAll("path")
    .data(areas)
    .join("path")
    .attr("class", ({name}) => `area ${name}`)
    .attr("fill", ({fill}) => fill)
    .attr("d", ({corners}) => lineThrough(scales, down(corners)));
}

function drawOthers(layer: Layer, roofs: readonly Roof[], scales: RoofScales): void {
  layer
    .selectAll("path")
    .data(roofs)
    .join("path")
    .attr("class", ({machine}) => `roof${ownClass(machine)}`)
    .attr("d", (roof) => lineThrough(scales, [...slopeOf(roof), ...flatOf(roof)]));
}

function drawSubject(layer: Layer, roof: Roof, scales: RoofScales, {words}: Context): void {
  const {x, y} = scales;
  const sides = [
    {kind: "memory", symbol: "bandwidth memorySeconds", corners: slopeOf(roof)},
    {kind: "compute", symbol: "flops computeSeconds", corners: flatOf(roof)},
  ];
  layer
    .selectAll("path")
    .data(sides)
    .join("path")
    .attr("class", ({kind}) => `roof chosen ${kind}`)
    .attr("data-symbol", ({symbol}) => symbol)
    .attr("d", ({corners}) => lineThrough(scales, corners));

  // Along the slope on its upper side, where the dot leaves room; and at the foot of the flat part.
  const bend = {x: x(roof.ridge), y: y(roof.flops)};
  const right = x(mostIntensity);
  const left = x(leastIntensity);
  const rise = (y(roof.bandwidth) - y(10 * roof.bandwidth)) / (x(10) - x(1));
  const angle = (-180 * Math.atan(rise)) / Math.PI;
  const dot = Math.min(x(roof.intensity), bend.x);
  const wanted = bend.x - dot > dot - left ? (dot + bend.x) / 2 : (left + dot) / 2;
  const middle = Math.max(wanted, left + leastLeft); // a low roof bends close to the axis
  const lift = middle > wanted ? 17 : 7;
  const texts = [
    {
      kind: "memory",
      text: words.figures.roofline.memory,
      transform: `translate(${middle - 5},${bend.y + (bend.x - middle) * rise - lift}) rotate(${angle})`,
      anchor: "middle",
    },
    {
      kind: "compute",
      text: words.figures.roofline.compute,
      transform: `translate(${Math.min(bend.x + 12, right - 104)},${y.range()[0] - 12})`,
      anchor: "start",
    },
  ];
  layer
    .selectAll("text")
    .data(texts)
    .join("text")
    .attr("class", ({kind}) => `side ${kind}`)
    .attr("transform", ({transform}) => transform)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}

/** On a phone names stand on the lines, where the chosen machine's dot may be. */
function namesOf(roofs: readonly Roof[], chosen: Roof): RoofName[] {
  return roofs.map((roof) => ({
    text: roof.machine,
    className: `machine${roof === chosen ? " chosen" : ""}${ownClass(roof.machine)}`,
    flops: roof.flops,
    lift: roof === chosen ? 13 : 6,
  }));
}

function drawMarks(
  layer: Layer,
  roofs: readonly Roof[],
  chosen: Roof,
  {x, y}: RoofScales,
  {words, numbers}: Context,
): void {
  const texts = words.figures.roofline;
  const ordered = [...roofs.filter((roof) => roof !== chosen), chosen];
  const measured = ordered.filter((roof) => roof.measured !== undefined);
  const className = (roof: Roof): string =>
    (roof === chosen ? " chosen" : "") + ownClass(roof.machine);

  layer
    .selectAll("line")
    .data(measured)
    .join("line")
    .attr("class", "gap")
    .attr("x1", ({intensity}) => x(intensity))
    .attr("x2", ({intensity}) => x(intensity))
    .attr("y1", ({attainable}) => y(attainable))
    .attr("y2", (roof) => y(roof.measured!.flops));

  const dots = layer
    .selectAll<SVGCircleElement, Roof>("circle")
    .data(ordered)
    .join("circle")
    .attr("class", (roof) => `dot${className(roof)} ${boundOf(roof)}`)
    .attr("data-symbol", (roof) => (roof === chosen ? "batch intensity tokensPerSecond" : null))
    .attr("cx", ({intensity}) => x(intensity))
    .attr("cy", ({attainable}) => y(attainable))
    .attr("r", (roof) => (roof === chosen ? 7.5 : 4));
  asPoints(dots, (roof) => ({
    label: texts.dot(
      roof.machine,
      numbers.rate(roof.tokensPerSecond),
      numbers.number(roof.intensity),
    ),
    x: roof.intensity,
    y: roof.attainable,
  }));

  const diamonds = layer
    .selectAll<SVGPathElement, Roof>("path")
    .data(measured)
    .join("path")
    .attr("class", (roof) => measuredClass(roof === chosen, roof.measured!.verified))
    .attr("d", (roof) => diamond(roof === chosen ? 7 : 5))
    .attr("pathLength", 4)
    .attr("transform", (roof) => `translate(${x(roof.intensity)},${y(roof.measured!.flops)})`);
  asPoints(diamonds, ({machine, intensity, measured: run}) => ({
    label: texts.diamond(machine, numbers.rate(run!.tokensPerSecond), run!.verified),
    x: intensity,
    y: run!.flops,
  }));

  const {tokensPerSecond, readers, attainable, measured: run} = chosen;
  drawReading(layer, chosen, {x, y}, [
    {text: texts.roof(numbers.rate(tokensPerSecond), readers), flops: attainable},
    ...(run === undefined
      ? []
      : [{text: texts.measured(numbers.rate(run.tokensPerSecond)), flops: run.flops}]),
  ]);
}

const leastLeft = 60; // CSS px, of half of the words along a steep slope
const readingWidth = 175; // CSS px, of its longest text

/** What the chosen machine's marks say, each beside its own. */
function drawReading(
  layer: Layer,
  roof: Roof,
  {x, y}: Pick<RoofScales, "x" | "y">,
  lines: readonly {text: string; flops: number}[],
): void {
  const [, right] = x.range();
  const onTheRight = x(roof.intensity) > right - readingWidth;
  const below = boundOf(roof) === "memory" ? 12 : 19; // CSS px: a slope leaves more room than a roof
  const first = y(roof.attainable) + below;
  layer
    .selectAll("text.reading")
    .data(lines)
    .join("text")
    .attr("class", (_, i) => `reading${i === 0 ? " roof-value" : ""}`)
    .attr("x", onTheRight ? right - 4 : x(roof.intensity) + 14)
    .attr("y", ({flops}, i) => (i === 0 ? first : Math.max(first + 17, y(flops) + 5)))
    .attr("text-anchor", onTheRight ? "end" : "start")
    .text(({text}) => text);
}

const boundOf = ({intensity, ridge}: Roof): string => (intensity < ridge ? "memory" : "compute");
