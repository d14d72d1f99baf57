import {axisBottom} from "d3-axis";
import {claimRatios, type ClaimRatios} from "../../../lib/scenario/claims/ratios.js";
import {articleNumbers, countVerdicts} from "../../../lib/scenario/claims/recount.js";
import type {Verdict} from "../../../lib/catalog/catalog.js";
import {signs, verdictClass} from "../../claims/signs.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {logScale, type LogScale} from "../log-scale.js";
import {drawDiamonds} from "../draw-marks.js";
import {asPoints, measuredClass} from "../marks.js";

const rowHeight = 20;
const barTop = 26;
const barHeight = 22;
const rowsTop = 96;
const least = 1 / 14; // what lies further out stands at the edge, with its number

/**
 * The article's numbers: a bar of all verdicts, and below it, line by line, what is printed as a
 * multiple of what is right, what the printed law gives and what was measured. A guess of how many
 * are right is drawn into the bar.
 *
 *     <figure data-figure="recount" data-veiled="true"></figure>
 */
export const recount: Chart = {
  name: "recount",
  height: {wide: 670, narrow: 670},

  title: (_view, {words, numbers, catalog}) =>
    words.figures.recount.title(
      numbers.whole(countOf("right", countVerdicts(catalog))),
      numbers.whole(articleNumbers(catalog).length),
      numbers.whole(countOf("factor of two", countVerdicts(catalog))),
    ),

  summary: (_view, {words}) => words.figures.recount.summary,

  table: (_view, {words, catalog}) => ({
    columns: words.figures.recount.columns,
    rows: claimRatios(catalog).map(({entry, count, verdict, printed, own, measured}) => [
      words.figures.recount.name(entry),
      count,
      words.figures.recount.verdicts[verdict],
      printed,
      own ?? "",
      measured ?? "",
    ]),
  }),

  create(canvas, layout, context, options) {
    const left = layout.narrow ? 116 : 150;
    const x = logScale([least, 3], [left + 8, layout.width - 12]);
    drawBar(canvas.append("g").attr("class", "veil"), layout, context);
    const rows = claimRatios(context.catalog);
    drawFrame(canvas.append("g"), rows, x, left, layout, context);
    const marks = canvas.append("g").attr("class", "veil");
    drawMeasured(marks.append("g"), rows, x, context);
    drawOwn(marks.append("g"), rows, x, context);
    drawPrinted(marks.append("g"), rows, x, context);
    const guesses = canvas.append("g");
    drawGuess(guesses, layout, context, options);
    return () => undefined; // nothing here follows what the reader chooses elsewhere
  },
};

const countOf = (wanted: Verdict, counts: readonly {verdict: Verdict; count: number}[]): number =>
  counts.find(({verdict}) => verdict === wanted)?.count ?? 0;

const rowY = (i: number): number => rowsTop + (i + 0.5) * rowHeight;

/** All numbers in one bar, verdict by verdict. The large parts say what they are. */
function drawBar(layer: Layer, {width, narrow}: Layout, {catalog, words, numbers}: Context): void {
  const texts = words.figures.recount;
  const counts = countVerdicts(catalog);
  const all = articleNumbers(catalog).length;
  let before = 0;
  const parts = counts.map(({verdict, count}) => {
    const from = (before / all) * width;
    before += count;
    return {verdict, count, from, to: (before / all) * width};
  });
  const rects = layer
    .selectAll<SVGRectElement, (typeof parts)[number]>("rect")
    .data(parts)
    .join("rect")
    .attr("class", ({verdict}) => `share ${verdictClass(verdict)}`)
    .attr("x", ({from}) => from + 1)
    .attr("width", ({from, to}) => to - from - 2)
    .attr("y", barTop)
    .attr("height", barHeight);
  asPoints(rects, ({verdict, count}) => ({
    label: texts.share(verdict, numbers.whole(count), numbers.whole(all)),
    x: count,
    y: 1,
  }));
  const large = parts.filter(({count}) => count > all / 5);
  const small = parts.filter(({count}) => count <= all / 5);
  layer
    .selectAll("text.big")
    .data(large)
    .join("text")
    .attr("class", ({verdict}) => `big strong ${verdictClass(verdict)}`)
    .attr("x", ({from}) => from + 1)
    .attr("y", barTop + barHeight + 18)
    .text(({verdict, count}) => texts.big(verdict, numbers.whole(count), narrow));
  layer
    .selectAll("text.small")
    .data(small)
    .join("text")
    .attr("class", "small")
    .attr("x", ({from, to}) => (from + to) / 2)
    .attr("y", barTop + barHeight + 18)
    .attr("text-anchor", "middle")
    .text(({count}) => numbers.whole(count));
  layer
    .selectAll("path.small")
    .data(small)
    .join("path")
    .attr("class", ({verdict}) => `small claim-mark ${verdictClass(verdict)}`)
    .attr("transform", ({from, to}) => `translate(${(from + to) / 2},${barTop - 11})`)
    .attr("d", ({verdict}) => signs[verdict]);
}

/** Names of the rows, thin lines for a half, one and two, and the axis. */
function drawFrame(
  layer: Layer,
  rows: readonly ClaimRatios[],
  x: LogScale,
  left: number,
  {height}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.recount;
  const bottom = height - 46;
  layer
    .selectAll("line.guide")
    .data([0.5, 1, 2])
    .join("line")
    .attr("class", (ratio) => `guide${ratio === 1 ? " one" : ""}`)
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", rowsTop - 4)
    .attr("y2", bottom);
  layer
    .selectAll("text.row")
    .data(rows)
    .join("text")
    .attr("class", "row")
    .attr("x", left - 6)
    .attr("y", (_, i) => rowY(i) + 4)
    .attr("text-anchor", "end")
    .text(({entry}) => texts.name(entry));
  layer
    .append("g")
    .attr("class", "axis x")
    .attr("transform", `translate(0,${bottom})`)
    .call(
      axisBottom(x)
        .tickValues([0.1, 0.2, 0.5, 1, 2])
        .tickFormat((ratio) => texts.times(numbers.number(ratio)))
        .tickSize(5)
        .tickPadding(5),
    );
  layer
    .append("text")
    .attr("class", "axis-title")
    .attr("x", x.range()[1])
    .attr("y", height - 6)
    .attr("text-anchor", "end")
    .text(texts.x);
}

function drawMeasured(
  layer: Layer,
  rows: readonly ClaimRatios[],
  x: LogScale,
  {words, numbers}: Context,
): void {
  const texts = words.figures.recount;
  const marks = rows.flatMap(({entry, measured, measurement}, i) =>
    measured === undefined
      ? []
      : {
          className: measuredClass(true, measurement!.verified),
          label: texts.measured(texts.name(entry), numbers.number(measured)),
          x: measured,
          y: 1,
          left: x(measured),
          top: rowY(i),
        },
  );
  drawDiamonds(layer, 6.5, marks);
}

/** What the printed law gives, where that is not what is right. */
function drawOwn(
  layer: Layer,
  rows: readonly ClaimRatios[],
  x: LogScale,
  {words, numbers}: Context,
): void {
  const texts = words.figures.recount;
  const marks = layer
    .selectAll<SVGPathElement, ClaimRatios>("path")
    .data(rows.filter(({own}) => own !== undefined && Math.abs(own - 1) > 0.005 && own > least))
    .join("path")
    .attr("class", "own")
    .attr("d", "M-0.8,-9H0.8V9H-0.8Z")
    .attr("transform", (row) => `translate(${x(row.own!)},${rowY(rows.indexOf(row))})`);
  asPoints(marks, ({entry, own}) => ({
    label: texts.own(texts.name(entry), numbers.number(own!)),
    x: own!,
    y: 1,
  }));
}

function drawPrinted(
  layer: Layer,
  rows: readonly ClaimRatios[],
  x: LogScale,
  {words, numbers}: Context,
): void {
  const texts = words.figures.recount;
  const place = (row: ClaimRatios): string =>
    `translate(${x(row.printed)},${rowY(rows.indexOf(row))})`;
  const marks = layer
    .selectAll<SVGPathElement, ClaimRatios>("path")
    .data(rows)
    .join("path")
    .attr("class", ({verdict}) => `claim-mark ${verdictClass(verdict)}`)
    .attr("fill-rule", "evenodd")
    .attr("d", ({verdict}) => signs[verdict])
    .attr("transform", place);
  asPoints(marks, ({entry, printed, verdict}) => ({
    label: texts.mark(texts.name(entry), numbers.number(printed), verdict),
    x: printed,
    y: 1,
  }));
  layer
    .selectAll("text")
    .data(rows.filter(({printed}) => printed < least))
    .join("text")
    .attr("x", (row) => x(row.printed) + 12)
    .attr("y", (row) => rowY(rows.indexOf(row)) + 4)
    .text(({printed}) => texts.beyond(numbers.whole(1 / printed)));
}

/** The question was how many numbers come out as printed. */
function drawGuess(
  layer: Layer,
  {width}: Layout,
  {catalog, words}: Context,
  options: Attributes,
): void {
  const all = articleNumbers(catalog).length;
  const guess = Number(options["guess"]);
  const guessed = guess > 0 ? [(Math.min(guess, all) / all) * width] : [];
  layer
    .selectAll("path")
    .data(guessed)
    .join("path")
    .attr("class", "guess")
    .attr("d", (at) => `M${at},${barTop - 6}V${barTop + barHeight + 4}`);
  layer
    .selectAll("text")
    .data(guessed)
    .join("text")
    .attr("class", "guess label")
    .attr("x", (at) => (at > width / 2 ? at - 6 : at + 6))
    .attr("y", barTop - 10)
    .attr("text-anchor", (at) => (at > width / 2 ? "end" : "start"))
    .text(words.figures.recount.guess);
}
