import {comparison, type Comparison} from "../../../lib/scenario/own-comparison.js";
import {measuredFormatOf, shownRun} from "../../../lib/scenario/own-run.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layout} from "../chart.js";
import {drawRowAxis, drawRows, scaleOf, type Row, type RowPlan} from "../draw-rows.js";

/**
 * The moment of the chapter: the reader's guess, the law's and the run on one line each. Before the
 * reader's own machine has been measured it shows the recorded one.
 *
 *     <figure data-figure="own-verdict" id="figure-own-verdict"></figure>
 */
export const ownVerdict: Chart = {
  name: "own-verdict",
  law: "ownLatency",
  height: {wide: 190, narrow: 236},

  title: (view, context) => {
    const texts = context.words.figures.ownVerdict;
    const {own} = shownRun(context.catalog);
    const {foretold, measured, error} = comparedIn(view, context);
    const said = context.numbers.rate(foretold.median);
    return measured === undefined
      ? texts.waiting(said, own)
      : texts.title(said, context.numbers.rate(measured), context.numbers.change(error!), own);
  },

  summary: (_view, {words, catalog, numbers}) => {
    const {own, name, report} = shownRun(catalog);
    const texts = words.figures.ownVerdict;
    return own
      ? texts.ownSummary(report.browser)
      : texts.summary(name, report.browser, numbers.whole(report.workers));
  },

  table: (view, context, options) => {
    const texts = context.words.figures.ownVerdict;
    const {foretold, measured} = comparedIn(view, context);
    const guess = guessIn(options);
    return {
      columns: texts.columns,
      rows: [
        ...(guess === undefined ? [] : [[texts.you, guess, "", ""]]),
        [texts.law, foretold.median, foretold.lowest, foretold.highest],
        [texts.run, measured ?? "", "", ""],
      ],
    };
  },

  create(canvas, layout, context, options) {
    const axis = canvas.append("g").attr("class", "axis");
    const marks = canvas.append("g");
    return (view) => {
      const rows = rowsOf(view, context, options);
      const plan = planOf(layout);
      const scale = scaleOf(rows, plan);
      drawRowAxis(axis, scale, plan, layout, context.words.figures.ownVerdict.x, context);
      drawRows(marks, rows, scale, plan, layout);
    };
  },
};

const planOf = ({width, narrow}: Layout): RowPlan => ({
  top: 8,
  rowHeight: narrow ? 62 : 46,
  left: narrow ? 12 : 150,
  right: width - (narrow ? 12 : 150),
});

const comparedIn = ({format, scenario}: View, {catalog}: Context): Comparison =>
  comparison(catalog, {
    format: measuredFormatOf(format),
    phase: "decode",
    workers: scenario.workers,
  });

function guessIn(options: Attributes): number | undefined {
  const guess = Number(options["guess"] ?? NaN);
  return guess > 0 ? guess : undefined;
}

function rowsOf(view: View, context: Context, options: Attributes): Row[] {
  const {words, numbers, catalog} = context;
  const texts = words.figures.ownVerdict;
  const {own} = shownRun(catalog);
  const {foretold, measured} = comparedIn(view, context);
  const guess = guessIn(options);
  const rate = (value: number): string => numbers.rate(value);
  return [
    {
      name: texts.you,
      own: true,
      ...(guess !== undefined && {guess: {value: guess, label: texts.guessed(rate(guess))}}),
      remark: guess === undefined ? texts.noGuess : texts.speed(rate(guess)),
    },
    {
      name: texts.law,
      own,
      computed: {
        value: foretold.median,
        low: foretold.lowest,
        high: foretold.highest,
        label: texts.foretold(rate(foretold.median), rate(foretold.lowest), rate(foretold.highest)),
        kind: "memory",
      },
      remark: texts.speed(rate(foretold.median)),
    },
    {
      name: texts.run,
      own,
      ...(measured !== undefined && {
        measured: {value: measured, label: texts.measured(rate(measured))},
      }),
      remark: measured === undefined ? texts.notRun : texts.speed(rate(measured)),
    },
  ];
}
