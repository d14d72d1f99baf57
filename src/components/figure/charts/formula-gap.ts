import {scaleLinear, type ScaleLinear} from "d3-scale";
import {parameterCount, parameterEstimate} from "../../../lib/arithmetic/parameters.js";
import {formulaGap, type GapStep} from "../../../lib/scenario/formula-gap.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints} from "../marks.js";

/**
 * From 12 · L · d² + V · d to the exact count: what each part of the model adds, or takes, end to
 * end on one linear scale that begins near the formula's total.
 *
 *     <figure data-figure="formula-gap"></figure>
 */
export const formulaGapChart: Chart = {
  name: "formula-gap",
  law: "parameterEstimate",
  height: {wide: 266, narrow: 300},

  title: (view, {words, numbers}) => {
    const {share, steps} = gapOf(view);
    const largest = [...steps].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0]!;
    return words.figures.formulaGap.title(
      numbers.percent(Math.abs(share)),
      share < 0,
      words.figures.formulaGap.causes[largest.part],
    );
  },

  summary: (view, {words, numbers}) => {
    const {estimate, counted} = gapOf(view);
    return words.figures.formulaGap.summary(
      view.model.name,
      numbers.whole(estimate),
      numbers.whole(counted),
    );
  },

  table: (view, {words}) => ({
    columns: words.figures.formulaGap.columns,
    rows: gapOf(view).steps.map(({part, assumed, counted, difference}) => [
      words.figures.formulaGap.parts[part],
      assumed,
      counted,
      difference,
    ]),
  }),

  create(canvas, layout, context) {
    const [bars, texts] = [canvas.append("g"), canvas.append("g")];
    return (view) => {
      const gap = gapOf(view);
      const x = scaleFor(gap, layout);
      drawBars(bars, gap, x, layout, context);
      drawTexts(texts, gap, x, layout, context);
    };
  },
};

interface Gap {
  estimate: number;
  counted: number;
  steps: GapStep[];
  /** What the formula is above the count, as a share of the count: below 0 where it misses some. */
  share: number;
}

function gapOf({model: {architecture}}: View): Gap {
  const {numLayers, hiddenSize, vocabSize} = architecture;
  const estimate = parameterEstimate(numLayers, hiddenSize, vocabSize);
  const counted = parameterCount(architecture).total;
  return {estimate, counted, steps: formulaGap(architecture), share: estimate / counted - 1};
}

const barHeight = 16; // px

/** From one row to the next: on a phone the words stand above their bar. */
const rowHeight = ({narrow}: Layout): number => (narrow ? 46 : 40);

const barTop = (row: number, layout: Layout): number =>
  (layout.narrow ? 28 : 8) + row * rowHeight(layout);

function scaleFor({estimate, steps}: Gap, {width, narrow}: Layout): ScaleLinear<number, number> {
  const ends = [estimate, ...steps.map(({to}) => to)];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = most - least || 1;
  return scaleLinear(
    [least - 0.12 * room, most + 0.02 * room],
    [narrow ? 0 : 190, width - (narrow ? 0 : 130)],
  );
}

function drawBars(
  layer: Layer,
  {estimate, counted, steps}: Gap,
  x: ScaleLinear<number, number>,
  layout: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.formulaGap;
  const [start] = x.range() as [number, number];
  const ends = [
    {kind: "end", from: start, to: x(estimate), row: 0, label: texts.formula, value: estimate},
    ...steps.map((step, i) => ({
      kind: step.difference < 0 ? "step less" : "step",
      from: Math.min(x(step.from), x(step.to)),
      to: Math.max(x(step.from), x(step.to)),
      row: i + 1,
      label: texts.parts[step.part],
      value: step.difference,
    })),
    {
      kind: "end",
      from: start,
      to: x(counted),
      row: steps.length + 1,
      label: texts.counted,
      value: counted,
    },
  ];
  const rects = layer
    .selectAll<SVGRectElement, (typeof ends)[number]>("rect")
    .data(ends)
    .join("rect")
    .attr("class", ({kind}) => kind)
    .attr("x", ({from}) => from)
    .attr("y", ({row}) => barTop(row, layout))
    .attr("width", ({from, to}) => Math.max(1.5, to - from))
    .attr("height", barHeight);
  asPoints(rects, ({label, value, row}) => ({
    label: texts.point(label, numbers.whole(value)),
    x: row,
    y: value,
  }));
  const joints = [estimate, ...steps.map(({to}) => to)];
  layer
    .selectAll("line")
    .data(joints)
    .join("line")
    .attr("class", "gap")
    .attr("x1", (value) => x(value))
    .attr("x2", (value) => x(value))
    .attr("y1", (_, row) => barTop(row, layout) + barHeight)
    .attr("y2", (_, row) => barTop(row + 1, layout));
}

function drawTexts(
  layer: Layer,
  {estimate, counted, steps}: Gap,
  x: ScaleLinear<number, number>,
  layout: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.formulaGap;
  const signed = (value: number): string =>
    value === 0 ? "0" : `${value < 0 ? "−" : "+"}${numbers.whole(Math.abs(value))}`;
  const rows = [
    {name: texts.formula, value: numbers.whole(estimate), strong: true},
    ...steps.map(({part, difference}) => ({
      name: texts.parts[part],
      value: signed(difference),
      strong: false,
    })),
    {name: texts.counted, value: numbers.whole(counted), strong: true},
  ];
  const [, right] = x.range() as [number, number];
  const {narrow, width} = layout;
  const baseline = (row: number): number => barTop(row, layout) + (narrow ? -7 : barHeight - 4);
  for (const column of ["name", "value"] as const) {
    layer
      .selectAll(`text.${column}`)
      .data(rows)
      .join("text")
      .attr("class", ({strong}) => `${column} label${strong ? " strong" : ""}`)
      .attr("text-anchor", column === "name" ? "start" : "end")
      .attr("x", column === "name" ? 0 : Math.max(right, width))
      .attr("y", (_, row) => baseline(row))
      .text((row) => row[column]);
  }
}
