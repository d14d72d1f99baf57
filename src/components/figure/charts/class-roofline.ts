import {classRoofOf, classStatistics, type ClassRoof} from "../../../lib/scenario/class-roofs.js";
import {classDeviceOf} from "../../../lib/device/class-code.js";
import type {Roof} from "../../../lib/scenario/roofs.js";
import type {Member} from "../../class/roll.js";
import type {Context} from "../../page/context.js";
import type {Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {
  drawRoofAxes,
  drawRoofNames,
  lineThrough,
  roofsNamed,
  roomOfName,
  type RoofName,
  type RoofScales,
} from "../draw-roofs.js";
import {logScale} from "../log-scale.js";
import {asPoints, diamond} from "../marks.js";

/**
 * The roofs of a class's devices among those of a few machines of the tables. A diamond is what a
 * device reached while it wrote, the dot where its two rates meet. Before anybody has handed one
 * in, a recorded device stands there, in no reader's colour.
 *
 *     <figure data-figure="class-roofline" data-machines="Raspberry Pi 4, Apple M2"></figure>
 */
export function classRoofline(members: () => readonly Member[] = () => []): Chart {
  return {
    name: "class-roofline",
    height: {wide: 480, narrow: 440},

    title(_view, {words, numbers}) {
      const roofs = members().map(({device}) => classRoofOf(device));
      if (roofs.length === 0) return words.figures.classRoofline.empty;
      const {ratio} = classStatistics(roofs);
      return words.figures.classRoofline.title(
        roofs.length,
        numbers.whole(roofs.length),
        numbers.number(ratio),
      );
    },

    summary(_view, context) {
      const roofs = shownOf(members(), context).map(({roof}) => roof);
      const {words, numbers} = context;
      const ridges = roofs.map(({ridge}) => ridge);
      const intensity = numbers.number(roofs[0]!.intensity);
      const [least, most] = [Math.min(...ridges), Math.max(...ridges)].map(numbers.number);
      return roofs.length === 1
        ? words.figures.classRoofline.one(intensity, least!)
        : words.figures.classRoofline.summary(intensity, least!, most!);
    },

    table(view, context, options) {
      const {columns} = context.words.figures.classRoofline;
      return {
        columns: Object.values(columns),
        rows: [
          ...shownOf(members(), context).map(({name, roof}) => [
            name,
            roof.device.bandwidth,
            roof.device.flops,
            roof.ridge,
            roof.device.speed,
            roof.foretold,
            roof.error,
          ]),
          ...roofsNamed(view, context, options).map(({machine, bandwidth, flops, ridge}) => [
            machine,
            bandwidth,
            flops,
            ridge,
            "",
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
      const layers = ["frame", "others", "devices", "names"].map((name) =>
        canvas.append("g").attr("class", name),
      );
      const [frame, others, devices, names] = layers as [Layer, Layer, Layer, Layer];
      return (view) => {
        const shown = shownOf(members(), context);
        const known = roofsNamed(view, context, options);
        const scales = scalesFor(layout, margins, shown, known);
        drawFrame(frame, layout, margins, scales, context);
        drawOthers(others, known, scales);
        drawDevices(devices, shown, scales, context);
        drawRoofNames(names, namesFor(shown, known, scales, layout), scales, layout, margins);
      };
    },
  };
}

/** A device as it is drawn. */
interface Shown {
  key: string;
  name: string;
  /** Whether the device was handed in: else it is one that the notebook has recorded. */
  ofClass: boolean;
  named: boolean;
  roof: ClassRoof;
}

function shownOf(members: readonly Member[], {words, numbers, catalog}: Context): Shown[] {
  const texts = words.figures.classRoofline;
  if (members.length === 0) {
    const recorded = catalog.deviceRuns.find(({own}) => !own)!;
    const roof = classRoofOf(classDeviceOf(recorded.report));
    return [{key: "", name: texts.recorded, ofClass: false, named: true, roof}];
  }
  return members.map(({code, device, number}) => ({
    key: code,
    name: device.nickname ?? texts.device(numbers.whole(number)),
    ofClass: true,
    named: device.nickname !== undefined,
    roof: classRoofOf(device),
  }));
}

const leastIntensity = 0.35; // FLOP/byte
const mostIntensity = 400;
const lift = 6; // CSS px of a name above its roof, in a narrow drawing

/** Room for every roof from the foot of its slope to its flat roof, in whole powers of ten. */
function scalesFor(
  {width, height}: Layout,
  margins: Margins,
  shown: readonly Shown[],
  known: readonly Roof[],
): RoofScales {
  const devices = shown.map(({roof}) => roof.device);
  const slowest = Math.min(...[...devices, ...known].map(({bandwidth}) => bandwidth));
  const fastest = Math.max(...[...devices, ...known].map(({flops}) => flops));
  const wholePower = (value: number): number => 10 ** Math.floor(Math.log10(value));
  return {
    x: logScale([leastIntensity, mostIntensity], [margins.left, width - margins.right]),
    y: logScale(
      [wholePower(slowest * leastIntensity), 10 * wholePower(fastest)],
      [height - margins.bottom, margins.top],
    ),
  };
}

/** Drawn anew only when the class has outgrown it. */
function drawFrame(
  layer: Layer,
  layout: Layout,
  margins: Margins,
  scales: RoofScales,
  context: Context,
): void {
  const domain = scales.y.domain().join();
  if (layer.attr("data-domain") === domain) return;
  layer.attr("data-domain", domain).selectAll("*").remove();
  const {x: across, y: upwards} = context.words.figures.classRoofline;
  const titles = {x: across, y: upwards};
  drawRoofAxes(layer, layout, margins, scales, {ticks: [1, 10, 100], titles}, context);
}

function pathOf(
  scales: RoofScales,
  {bandwidth, flops}: {bandwidth: number; flops: number},
): string {
  return lineThrough(scales, [
    [leastIntensity, leastIntensity * bandwidth],
    [Math.max(leastIntensity, flops / bandwidth), flops],
    [mostIntensity, flops],
  ]);
}

function drawOthers(layer: Layer, known: readonly Roof[], scales: RoofScales): void {
  layer
    .selectAll("path")
    .data(known)
    .join("path")
    .attr("class", "roof")
    .attr("d", (roof) => pathOf(scales, roof));
}

/** Each device is a group, so that its roof stands out when one of its marks is asked. */
function drawDevices(
  layer: Layer,
  shown: readonly Shown[],
  scales: RoofScales,
  {words, numbers}: Context,
): void {
  const texts = words.figures.classRoofline;
  const {x, y} = scales;
  const groups = layer
    .selectAll<SVGGElement, Shown>("g")
    .data(shown, ({key}) => key)
    .join((entered) => {
      const group = entered.append("g");
      group.append("path").attr("class", "roof");
      group.append("circle").attr("class", "bend").attr("r", 3);
      group.append("path").attr("class", "measured").attr("d", diamond(5)).attr("pathLength", 4);
      return group;
    })
    .attr("class", ({ofClass}) => `device${ofClass ? " of-class" : ""}`);
  groups.select<SVGPathElement>("path.roof").attr("d", ({roof}) => pathOf(scales, roof.device));
  asPoints(
    groups
      .select<SVGCircleElement>("circle.bend")
      .attr("cx", ({roof}) => x(roof.ridge))
      .attr("cy", ({roof}) => y(roof.device.flops)),
    ({name, roof: {device, ridge}}) => ({
      label: texts.rates(name, numbers.bandwidth(device.bandwidth), numbers.flopRate(device.flops)),
      x: ridge,
      y: device.flops,
    }),
  );
  asPoints(
    groups
      .select<SVGPathElement>("path.measured")
      .attr("transform", ({roof}) => `translate(${x(roof.intensity)},${y(roof.reached)})`),
    ({name, roof: {device, intensity, reached, foretold}}) => ({
      label: texts.wrote(name, numbers.rate(device.speed), numbers.rate(foretold)),
      x: intensity,
      y: reached,
    }),
  );
}

/**
 * The machines, the class's fastest and slowest, and then as many devices with a name as have room
 * without pushing another aside.
 */
function namesFor(
  shown: readonly Shown[],
  known: readonly Roof[],
  {y}: RoofScales,
  {narrow}: Layout,
): RoofName[] {
  const names: RoofName[] = known.map(({machine, flops}) => ({
    text: machine,
    className: "machine",
    flops,
    lift,
  }));
  const room = roomOfName(narrow);
  const byFlops = [...shown].sort((a, b) => b.roof.device.flops - a.roof.device.flops);
  const ends = byFlops.length > 1 ? [byFlops[0]!, byFlops.at(-1)!] : byFlops;
  for (const one of new Set([...ends, ...shown.filter(({named}) => named)])) {
    const {flops} = one.roof.device;
    const isFree = names.every((other) => Math.abs(y(other.flops) - y(flops)) >= room);
    if (!isFree && !ends.includes(one)) continue;
    names.push({
      text: one.name,
      className: `machine chosen${one.ofClass ? " of-class" : ""}`,
      flops,
      lift,
    });
  }
  return names;
}
