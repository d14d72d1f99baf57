import {extrapolation, neighbours} from "../../../lib/scenario/own-comparison.js";
import {shownRun} from "../../../lib/scenario/own-run.js";
import type {View} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layout} from "../chart.js";
import {drawRowAxis, drawRows, scaleOf, type Row, type RowPlan} from "../draw-rows.js";

/**
 * What LLaMA-7B in four bits should do on the device that is shown, with an honest range, among the
 * forecasts for a few machines of the tables.
 *
 *     <figure data-figure="own-seven" data-machines="Raspberry Pi 4, Apple M2, A100 80GB"></figure>
 */
export const ownSeven: Chart = {
  name: "own-seven",
  law: "ownLatency",
  height: {wide: 236, narrow: 284},

  title: (view, {words, numbers, catalog}) => {
    const {speed} = extrapolation(catalog, view.scenario.workers);
    return words.figures.ownSeven.title(
      numbers.rate(speed.lowest),
      numbers.rate(speed.highest),
      shownRun(catalog).own,
    );
  },

  summary: (view, {words, catalog, numbers}) => {
    const {bound, doubt} = extrapolation(catalog, view.scenario.workers);
    return words.figures.ownSeven.summary(bound, numbers.percent(doubt));
  },

  table: (view, context, options) => ({
    columns: context.words.figures.ownSeven.columns,
    rows: rowsOf(view, context, options).map(({name, computed}) => [
      name,
      computed!.value,
      computed!.low,
      computed!.high,
    ]),
  }),

  create(canvas, layout, context, options) {
    const axis = canvas.append("g").attr("class", "axis");
    const marks = canvas.append("g");
    return (view) => {
      const rows = rowsOf(view, context, options);
      const plan = planOf(layout);
      const scale = scaleOf(rows, plan);
      drawRowAxis(axis, scale, plan, layout, context.words.figures.ownSeven.x, context);
      drawRows(marks, rows, scale, plan, layout);
    };
  },
};

const planOf = ({width, narrow}: Layout): RowPlan => ({
  top: 4,
  rowHeight: narrow ? 60 : 46,
  left: narrow ? 12 : 170,
  right: width - (narrow ? 12 : 120),
});

/** The slowest first. */
function rowsOf(view: View, {words, numbers, catalog}: Context, options: Attributes): Row[] {
  const texts = words.figures.ownSeven;
  const {own} = shownRun(catalog);
  const {speed} = extrapolation(catalog, view.scenario.workers);
  const named = listed({options: options["machines"] ?? ""});
  const all = [
    {name: texts.device(own), isName: false, own, forecast: speed},
    ...neighbours(view, catalog, named).map(({machine, forecast}) => ({
      name: machine,
      isName: true,
      own: false,
      forecast,
    })),
  ].sort((a, b) => a.forecast.median - b.forecast.median);
  return all.map(({forecast, ...row}) => ({
    ...row,
    computed: {
      value: forecast.median,
      low: forecast.lowest,
      high: forecast.highest,
      kind: row.isName ? "other" : "memory",
      label: texts.mark(
        row.name,
        numbers.rate(forecast.median),
        numbers.rate(forecast.lowest),
        numbers.rate(forecast.highest),
      ),
    },
    remark: texts.range(
      numbers.number(round(forecast.lowest)),
      numbers.number(round(forecast.highest)),
    ),
  }));
}

/** Two digits: a range promises no more. */
const round = (value: number): number => Number(value.toPrecision(2));
