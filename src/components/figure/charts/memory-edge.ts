import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {area, line} from "../paths.js";
import type {Machine} from "../../../lib/catalog/catalog.js";
import {findMachine, memoryOf} from "../../../lib/catalog/find.js";
import {isOwnMachine, ownMachineIn} from "../../../lib/catalog/own-machine.js";
import {
  pagingCurve,
  pagingMachines,
  pagingRuns,
  spilledRuns,
  storageOf,
  type PagingRun,
  type PagingStep,
} from "../../../lib/scenario/paging.js";
import type {Context} from "../../page/context.js";
import {drawAxes, ticksWithin, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawDiamonds} from "../draw-marks.js";
import {asPoints, measuredClass} from "../marks.js";
import {ownClass} from "../own.js";

const sizes: readonly [number, number] = [1e9, 50e9]; // bytes of the model

/**
 * Tokens per second against the bytes of a model, for machines whose memory ends within the
 * picture. Beyond the edge the model comes from storage: the upper line keeps in memory whatever
 * has room, the lower one keeps nothing.
 *
 *     <figure data-figure="memory-edge" id="figure-memory-edge"></figure>
 */
export const memoryEdge: Chart = {
  name: "memory-edge",
  height: {wide: 430, narrow: 420},

  title: (_view, {words}) => words.figures.memoryEdge.title,

  summary: (_view, {words}) => words.figures.memoryEdge.summary,

  table: (_view, {words, catalog}) => ({
    columns: words.figures.memoryEdge.columns,
    rows: [
      ...pagingMachines.flatMap((machine) => [
        ...storageOf(catalog, machine.name).flatMap((storage) =>
          pagingCurve(catalog, machine.name, storage, sizes, 1).map(
            ({bytes, memory, kept, reread}) => [
              machine.name,
              storage.name,
              bytes,
              memory,
              kept,
              reread,
              "",
            ],
          ),
        ),
        ...pagingRuns(catalog, machine).map(({measurement, bytes}) => [
          measurement.machine,
          "",
          bytes,
          "",
          "",
          "",
          measurement.tokensPerSecond,
        ]),
      ]),
      ...catalog.machines
        .filter(({name}) => isOwnMachine(name))
        .flatMap((own) =>
          endsOf(own).map(({bytes, speed}) => [own.name, "", bytes, speed, "", "", ""]),
        ),
    ],
  }),

  create(canvas, layout, context) {
    const {words, numbers, catalog} = context;
    const texts = words.figures.memoryEdge;
    const margins: Margins = layout.narrow
      ? {top: 34, right: 96, bottom: 46, left: 44}
      : {top: 34, right: 132, bottom: 48, left: 60};
    const x = scaleLog([...sizes], [margins.left, layout.width - margins.right]);
    const own = ownMachineIn(catalog);
    const fastest = Math.max(300, (1.3 * (own?.hardware.bandwidth ?? 0)) / sizes[0]);
    const y = scaleLog([0.0006, fastest], [layout.height - margins.bottom, margins.top]);
    drawAxes(canvas, layout, margins, {
      x: {
        scale: x,
        ticks: ticksWithin(layout.narrow ? [1e9, 4e9, 16e9] : [1e9, 2e9, 4e9, 8e9, 16e9, 32e9], x),
        format: (value) => numbers.tick(value, "B"),
        title: texts.x,
      },
      y: {
        scale: y,
        ticks: [0.001, 0.01, 0.1, 1, 10, 100],
        format: (value) => numbers.number(value),
        title: texts.y,
      },
    });
    for (const machine of pagingMachines) {
      drawMachine(canvas.append("g"), machine.name, {x, y}, layout, context);
      drawRuns(canvas.append("g"), pagingRuns(catalog, machine), {x, y}, context);
      const edge = memoryOf(catalog, machine.name);
      drawSpilled(canvas.append("g"), spilledRuns(catalog, machine), edge, {x, y}, context);
    }
    if (own !== undefined) drawOwn(canvas.append("g"), own, {x, y}, context);
    return () => {
      // Everything in it was measured or follows from data sheets: nothing is the reader's choice.
    };
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

function drawMachine(
  layer: Layer,
  name: string,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers, catalog}: Context,
): void {
  const texts = words.figures.memoryEdge;
  const {hardware} = findMachine(catalog, name);
  const stores = storageOf(catalog, name);
  const edge = memoryOf(catalog, name);
  for (const storage of stores) {
    const beyond = pagingCurve(catalog, name, storage, sizes).filter(({bytes}) => bytes > edge);
    const xOf = ({bytes}: PagingStep) => x(bytes);
    layer
      .append("path")
      .attr("class", "spill")
      .attr(
        "d",
        area<PagingStep>(
          xOf,
          ({reread}) => y(reread),
          ({kept}) => y(kept),
        )(beyond),
      );
    layer
      .append("path")
      .attr("class", "curve stored")
      .attr("d", line<PagingStep>(xOf, ({kept}) => y(kept))(beyond));
    layer
      .append("path")
      .attr("class", "curve stored reread")
      .attr("d", line<PagingStep>(xOf, ({reread}) => y(reread))(beyond));
    const last = beyond.at(-1)!;
    layer
      .append("text")
      .attr("class", "label")
      .attr("translate", "no")
      .attr("x", x(last.bytes) + 8)
      .attr("y", y(last.reread) + 2)
      .text(
        narrow ? storage.name : texts.storage(storage.name, numbers.bandwidth(storage.bandwidth)),
      );
  }
  const [least] = sizes;
  layer
    .append("line")
    .attr("class", "roof chosen memory")
    .attr("x1", x(least))
    .attr("x2", x(edge))
    .attr("y1", y(hardware.bandwidth / least))
    .attr("y2", y(hardware.bandwidth / edge));
  layer
    .append("line")
    .attr("class", "edge gap")
    .attr("x1", x(edge))
    .attr("x2", x(edge))
    .attr("y1", y(hardware.bandwidth / edge))
    .attr("y2", y.range()[0]!);
  layer
    .append("text")
    .attr("class", "label machine chosen")
    .attr("translate", "no")
    .attr("x", x(least) + 10)
    .attr("y", y(hardware.bandwidth / least) - (narrow ? 8 : 10))
    .text(narrow ? texts.short(name) : name);
  layer
    .append("text")
    .attr("class", "label")
    .attr("x", x(edge) - 6)
    .attr("y", y.range()[0]! - 10)
    .attr("text-anchor", "end")
    .text(texts.edge(numbers.tick(edge, "B")));
}

interface End {
  /** Of the model. */
  bytes: number;
  /** Tokens per second. */
  speed: number;
}

/** Where the line of a machine begins and ends: with its memory, or with the picture. */
function endsOf({hardware: {bandwidth, memoryBytes}}: Machine): [from: End, to: End] {
  const [least, most] = sizes;
  const end = Math.min(most, Math.max(least, memoryBytes ?? most));
  return [
    {bytes: least, speed: bandwidth / least},
    {bytes: end, speed: bandwidth / end},
  ];
}

/**
 * The reader's own device, as far as its memory reaches; to the end of the picture where nobody told
 * how far that is. What its storage can do, nobody has measured.
 */
function drawOwn(layer: Layer, own: Machine, {x, y}: Scales, context: Context): void {
  const {words, numbers} = context;
  const {name, hardware} = own;
  const {bandwidth, memoryBytes} = hardware;
  const [from, to] = endsOf(own);
  const line = layer
    .selectAll<SVGLineElement, Machine>("line")
    .data([own])
    .join("line")
    .attr("class", `roof chosen${ownClass(name)}`)
    .attr("x1", x(from.bytes))
    .attr("x2", x(to.bytes))
    .attr("y1", y(from.speed))
    .attr("y2", y(to.speed));
  asPoints(line, () => ({
    label: words.figures.memoryEdge.own(
      name,
      numbers.bandwidth(bandwidth),
      memoryBytes === undefined ? undefined : numbers.tick(memoryBytes, "B"),
    ),
    x: to.bytes,
    y: to.speed,
  }));
  layer
    .append("text")
    .attr("class", `label machine${ownClass(name)}`)
    .attr("translate", "no")
    .attr("x", x(to.bytes) - 6)
    .attr("y", y(to.speed) + 18)
    .attr("text-anchor", "end")
    .text(name);
}

function drawRuns(
  layer: Layer,
  runs: readonly PagingRun[],
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const marks = runs.map(({measurement, bytes}) => ({
    className: measuredClass(true, measurement.verified),
    label: words.figures.memoryEdge.run(
      measurement.machine,
      measurement.model,
      numbers.bytes(bytes),
      numbers.rate(measurement.tokensPerSecond),
      numbers.seconds(1 / measurement.tokensPerSecond),
    ),
    x: bytes,
    y: measurement.tokensPerSecond,
    left: x(bytes),
    top: y(measurement.tokensPerSecond),
  }));
  drawDiamonds(layer, 6, marks);
}

/**
 * Those beyond the edge are what the text talks about: they say themselves what they are. Close
 * behind the edge the curves fall on the right of a diamond, and its words stand before the edge.
 */
function drawSpilled(
  layer: Layer,
  runs: readonly PagingRun[],
  edge: number, // bytes
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const isClose = (bytes: number): boolean => bytes < 1.3 * edge;
  layer
    .selectAll("text")
    .data(runs)
    .join("text")
    .attr("class", "label strong")
    .attr("x", ({bytes}) => (isClose(bytes) ? x(edge) - 6 : x(bytes) + 11))
    .attr("y", ({measurement}) => y(measurement.tokensPerSecond) + 4.5)
    .attr("text-anchor", ({bytes}) => (isClose(bytes) ? "end" : "start"))
    .text(({measurement}) =>
      words.figures.memoryEdge.spilled(
        measurement.machine,
        numbers.number(Math.round(1 / measurement.tokensPerSecond)),
      ),
    );
}
