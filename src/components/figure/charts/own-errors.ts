import {comparisons, type Comparison} from "../../../lib/scenario/own-comparison.js";
import {formatsInPage, shownRun} from "../../../lib/scenario/own-run.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layout} from "../chart.js";
import {drawRowAxis, drawRows, scaleOf, type Row, type RowPlan} from "../draw-rows.js";

/**
 * All that the law foretold for the model of 110 million weights and all that was run: precision by
 * precision, writing and reading, each with the error, whatever it is.
 *
 *     <figure data-figure="own-errors" id="figure-own-errors"></figure>
 */
export const ownErrors: Chart = {
  name: "own-errors",
  height: {wide: 330, narrow: 400},

  title: (view, context) => {
    const texts = context.words.figures.ownErrors;
    const {own} = shownRun(context.catalog);
    const run = rowsIn(view, context).filter(({error}) => error !== undefined);
    if (run.length === 0) return texts.nothing;
    const worst = run.reduce((a, b) => (Math.abs(b.error!) > Math.abs(a.error!) ? b : a));
    return texts.title(
      context.numbers.percent(Math.abs(worst.error!)),
      texts.row(formatsInPage[worst.format], worst.phase),
      own,
    );
  },

  summary: (view, {words, catalog, numbers}) => {
    const {own, report} = shownRun(catalog);
    const workers = view.scenario.workers === "one" ? 1 : report.workers;
    return words.figures.ownErrors.summary(own, workers, numbers.whole(workers));
  },

  table: (view, context) => ({
    columns: context.words.figures.ownErrors.columns,
    rows: rowsIn(view, context).map(({format, phase, tokens, foretold, measured, error}) => [
      formatsInPage[format],
      context.words.figures.ownErrors.phases[phase],
      tokens,
      foretold.median,
      foretold.lowest,
      foretold.highest,
      measured ?? "",
      error ?? "",
    ]),
  }),

  create(canvas, layout, context) {
    const axis = canvas.append("g").attr("class", "axis");
    const marks = canvas.append("g");
    return (view) => {
      const {own} = shownRun(context.catalog);
      const rows = rowsIn(view, context).map((each) => rowOf(each, own, context));
      const plan = planOf(layout);
      const scale = scaleOf(rows, plan);
      drawRowAxis(axis, scale, plan, layout, context.words.figures.ownErrors.x, context);
      drawRows(marks, rows, scale, plan, layout);
    };
  },
};

const planOf = ({width, narrow}: Layout): RowPlan => ({
  top: 4,
  rowHeight: narrow ? 58 : 46,
  left: narrow ? 12 : 150,
  right: width - (narrow ? 12 : 130),
});

const rowsIn = ({scenario}: View, {catalog}: Context): Comparison[] =>
  comparisons(catalog, scenario.workers);

function rowOf(
  {format, phase, foretold, measured, error}: Comparison,
  own: boolean,
  {words, numbers}: Context,
): Row {
  const texts = words.figures.ownErrors;
  const name = texts.row(formatsInPage[format], phase);
  const rate = (value: number): string => numbers.rate(value);
  return {
    name,
    own,
    computed: {
      value: foretold.median,
      low: foretold.lowest,
      high: foretold.highest,
      label: texts.foretold(name, rate(foretold.median)),
      kind: phase === "decode" ? "memory" : "compute",
    },
    ...(measured !== undefined && {
      measured: {value: measured, label: texts.measured(name, rate(measured))},
    }),
    remark: error === undefined ? texts.notRun : texts.off(numbers.change(error)),
  };
}
