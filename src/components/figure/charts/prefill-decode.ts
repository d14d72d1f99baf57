import {axisBottom} from "d3-axis";
import {scaleLinear, type ScaleLinear} from "d3-scale";
import {
  conversations,
  type Conversation,
  type Seconds,
} from "../../../lib/scenario/conversation.js";
import type {Context} from "../../page/context.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawHatch} from "../hatch.js";
import {asPoints} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * One question and its answer on two machines, along one line of time: reading the prompt, hatched,
 * then writing the answer, plain. The thick bar is the roof, the thin one below it the forecast.
 *
 *     <figure data-figure="prefill-decode"></figure>
 */
export const prefillDecode: Chart = {
  name: "prefill-decode",
  law: "promptTime",
  height: {wide: 290, narrow: 360},

  title: (view, {words, numbers, catalog}) => {
    const [first, second] = conversations(view, catalog);
    const share = first.read.roof / first.total.roof;
    return words.figures.prefillDecode.title(
      first.machine,
      numbers.percent(share),
      second.machine,
      numbers.percent(second.read.roof / second.total.roof),
    );
  },

  summary: (view, {words, numbers, catalog}) => {
    const [first] = conversations(view, catalog);
    return words.figures.prefillDecode.summary(
      first.machine,
      numbers.seconds(first.read.roof),
      numbers.seconds(first.total.roof),
      numbers.seconds(first.read.forecast),
      numbers.seconds(first.total.forecast),
    );
  },

  table: (view, {words, catalog}) => ({
    columns: words.figures.prefillDecode.columns,
    rows: conversations(view, catalog).map((each) => [
      each.machine,
      each.promptTokens,
      each.answerTokens,
      each.read.roof,
      each.write.roof,
      each.total.roof,
      each.read.forecast,
      each.write.forecast,
      each.total.forecast,
    ]),
  }),

  create(canvas, layout, context) {
    const hatch = drawHatch(canvas, "prefill-decode");
    const axis = canvas.append("g").attr("class", "axis x");
    const bars = canvas.append("g");
    const texts = canvas.append("g");
    return (view) => {
      const both = conversations(view, context.catalog);
      const x = timeScale(both, layout);
      drawTime(axis, x, layout, context);
      drawBars(bars, both, x, layout, hatch, context);
      drawTexts(texts, both, layout, context);
    };
  },
};

type Time = ScaleLinear<number, number>;

const left = 2; // px
const right = 16; // px

/** Room of one machine: its texts, its thick bar and its thin one. px from the top. */
const rowHeight = ({narrow}: Layout): number => (narrow ? 146 : 112);
const barTop = ({narrow}: Layout): number => (narrow ? 70 : 40);
const thick = 28; // px
const thin = 9; // px

function timeScale(both: readonly Conversation[], {width}: Layout): Time {
  const most = Math.max(...both.map(({total}) => Math.max(total.roof, total.forecast)));
  return scaleLinear([0, most], [left, width - right]);
}

function drawTime(
  axis: Layer,
  x: Time,
  {width, height, narrow}: Layout,
  {words, numbers}: Context,
): void {
  const bottom = height - 46;
  axis.selectAll("*").remove();
  axis
    .attr("transform", `translate(0,${bottom})`)
    .call(
      axisBottom(x)
        .tickValues(x.ticks(narrow ? 4 : 7))
        .tickFormat((value) => numbers.tick(Number(value), "s"))
        .tickSize(-bottom)
        .tickPadding(8),
    )
    .append("text")
    .attr("class", "axis-title")
    .attr("x", width / 2)
    .attr("y", 40)
    .attr("text-anchor", "middle")
    .text(words.figures.prefillDecode.x);
}

interface Bar {
  kind: "memory" | "compute";
  by: "roof" | "forecast";
  symbol: string;
  row: number;
  from: number;
  to: number;
  label: string;
}

function drawBars(
  layer: Layer,
  both: readonly Conversation[],
  x: Time,
  layout: Layout,
  hatch: string,
  {words, numbers}: Context,
): void {
  const texts = words.figures.prefillDecode;
  const bars = both.flatMap(({machine, read, total, promptTokens, answerTokens}, row) =>
    (["roof", "forecast"] as const).flatMap((by): Bar[] => {
      const shown = (seconds: Seconds, less = 0) => numbers.seconds(seconds[by] - less);
      const tokens = (count: number) => words.controls.tokens(count, numbers.whole(count));
      return [
        {
          kind: "compute",
          by,
          symbol: "promptSeconds promptTokens flops",
          row,
          from: 0,
          to: read[by],
          label: texts.reads(machine, tokens(promptTokens), shown(read), by === "roof"),
        },
        {
          kind: "memory",
          by,
          symbol: "answerTokens bandwidth",
          row,
          from: read[by],
          to: total[by],
          label: texts.writes(machine, tokens(answerTokens), shown(total, read[by]), by === "roof"),
        },
      ];
    }),
  );
  const place = (bar: Bar): number =>
    bar.row * rowHeight(layout) + barTop(layout) + (bar.by === "roof" ? 0 : thick + 5);
  const shaped = (name: string) =>
    layer
      .selectAll<SVGRectElement, Bar>(`rect.${name}`)
      .data(bars)
      .join("rect")
      .attr("class", (bar) => `${name} ${bar.kind}`)
      .attr("x", (bar) => x(bar.from))
      .attr("y", place)
      .attr("width", (bar) => Math.max(1, x(bar.to) - x(bar.from)))
      .attr("height", (bar) => (bar.by === "roof" ? thick : thin));
  const plain = shaped("bar").attr("data-symbol", ({symbol}) => symbol);
  asPoints(plain, ({label, from, to, row}) => ({label, x: to - from, y: row}));
  shaped("over").attr("fill", ({kind}) => (kind === "compute" ? hatch : "none"));
}

/** Above each bar: whose it is, and both times in their colours. */
function drawTexts(
  layer: Layer,
  both: readonly Conversation[],
  layout: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.prefillDecode;
  const lines = both.flatMap(({machine, read, write}, row) => [
    {row, place: 0, kind: `strong${ownClass(machine)}`, text: machine},
    {row, place: 1, kind: "compute", text: texts.reading(numbers.seconds(read.roof))},
    {row, place: 2, kind: "memory", text: texts.writing(numbers.seconds(write.roof))},
  ]);
  layer
    .selectAll("text")
    .data(lines)
    .join("text")
    .attr("class", ({kind}) => `label side ${kind}`)
    .attr("translate", ({place}) => (place === 0 ? "no" : null))
    .attr("x", ({place}) => (layout.narrow ? left : left + [0, 190, 350][place]!))
    .attr("y", ({row, place}) => row * rowHeight(layout) + (layout.narrow ? 24 + 18 * place : 30))
    .text(({text}) => text);
}
