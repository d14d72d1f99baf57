import {ownMachineIn} from "../../../lib/catalog/own-machine.js";
import {secondsOf, type Second} from "../../../lib/scenario/two-rates.js";
import type {View} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {Attributes, Context} from "../../page/context.js";
import type {Chart, Layer} from "../chart.js";
import {drawHatch} from "../hatch.js";
import {asPoints} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * One second of each machine while it writes for one reader: what it spends on calculating, and
 * the rest, in which it waits for memory. The machine of the question comes first, with the guess.
 *
 *     <figure data-figure="busy-second" data-machines="A100 80GB, H100 SXM" data-veiled="true"></figure>
 */
export const busySecond: Chart = {
  name: "busy-second",
  law: "busyShare",
  height: {wide: 330, narrow: 330},

  title: (view, context, options) => {
    const first = shown(view, context, options)[0]!;
    return context.words.figures.busySecond.title(
      first.machine,
      context.numbers.seconds(first.busy),
    );
  },

  summary: (_, {words}) => words.figures.busySecond.summary,

  table: (view, context, options) => ({
    columns: context.words.figures.busySecond.columns,
    rows: shown(view, context, options).map(({machine, busy, tokensPerSecond, fits}) => [
      machine,
      busy,
      1 - busy,
      fits !== false ? tokensPerSecond : context.words.figures.busySecond.tooLarge,
    ]),
  }),

  create(canvas, layout, context, options) {
    const hatch = drawHatch(canvas, "busy-second", 5);
    const rows = canvas.append("g"); // seen before the answer is
    const layer = canvas.append("g").attr("class", "veil");
    const room = layout.height / shownMachines(context, options).length;
    const width = layout.width - 2;

    return (view) => {
      const bars = shown(view, context, options).map((second, i) => ({...second, y: i * room}));
      drawRows(rows, bars, width);
      drawBars(layer, bars, width, hatch, context);
      drawGuess(layer, bars[0]!, width, options, context);
    };
  },
};

interface Bar extends Second {
  /** Top of its row, in CSS pixels. */
  y: number;
}

const shown = (view: View, {catalog}: Context, options: Attributes): Second[] =>
  secondsOf(view, catalog, shownMachines({catalog}, options));

/** Those that the tag names, and after them the reader's own, where it is measured. */
function shownMachines({catalog}: Pick<Context, "catalog">, options: Attributes): string[] {
  const own = ownMachineIn(catalog);
  return [...listed({options: options["machines"] ?? ""}), ...(own ? [own.name] : [])];
}

const barTop = 22; // CSS px below the name
const barHeight = 20; // CSS px

/** Whose second it is, and how long a second is. */
function drawRows(layer: Layer, bars: readonly Bar[], width: number): void {
  layer
    .selectAll("text")
    .data(bars)
    .join("text")
    .attr("class", ({machine}) => `name${ownClass(machine)}`)
    .attr("translate", "no")
    .attr("x", 1)
    .attr("y", ({y}) => y + 15)
    .text(({machine}) => machine);
  layer
    .selectAll("rect")
    .data(bars)
    .join("rect")
    .attr("class", "second")
    .attr("x", 1)
    .attr("y", ({y}) => y + barTop)
    .attr("width", width)
    .attr("height", barHeight);
}

function drawBars(
  layer: Layer,
  bars: readonly Bar[],
  width: number,
  hatch: string,
  {words, numbers}: Context,
): void {
  const texts = words.figures.busySecond;
  const parts = bars.flatMap((bar) => [
    {...bar, kind: "waiting", from: 0, to: 1, fill: null},
    {...bar, kind: "calculating", from: 0, to: bar.busy, fill: null},
    {...bar, kind: "calculating-hatch", from: 0, to: bar.busy, fill: hatch},
  ]);
  layer
    .selectAll("rect")
    .data(parts)
    .join("rect")
    .attr("class", ({kind}) => kind)
    .attr("fill", ({fill}) => fill)
    .attr("x", ({from}) => 1 + from * width)
    .attr("y", ({y}) => y + barTop)
    .attr("width", ({from, to}) => (to - from) * width)
    .attr("height", barHeight);

  const ends = layer
    .selectAll<SVGCircleElement, Bar>("circle.end")
    .data(bars)
    .join("circle")
    .attr("class", ({machine}) => `end${ownClass(machine)}`)
    .attr("cx", ({busy}) => 1 + busy * width)
    .attr("cy", ({y}) => y + barTop + barHeight / 2)
    .attr("r", 3);
  asPoints(ends, ({machine, busy, tokensPerSecond}) => ({
    label: texts.point(machine, numbers.seconds(busy), numbers.rate(tokensPerSecond)),
    x: busy,
    y: tokensPerSecond,
  }));

  layer
    .selectAll("text.value")
    .data(bars)
    .join("text")
    .attr("class", "value")
    .attr("x", 1 + width)
    .attr("y", ({y}) => y + 15)
    .attr("text-anchor", "end")
    .text(({busy, fits, tokensPerSecond}) =>
      texts.value(
        numbers.seconds(busy),
        fits !== false ? numbers.rate(tokensPerSecond) : undefined,
      ),
    );
}

/** A guess of so many milliseconds, on the first machine's bar. */
function drawGuess(
  layer: Layer,
  {y}: Bar,
  width: number,
  options: Attributes,
  {words}: Context,
): void {
  const guess = Number(options["guess"]) / 1000; // seconds
  const guessed = guess > 0 ? [Math.min(1, guess)] : [];
  const rings = layer
    .selectAll<SVGCircleElement, number>("circle.guess")
    .data(guessed)
    .join("circle")
    .attr("class", "guess")
    .attr("cx", (at) => 1 + at * width)
    .attr("cy", y + barTop + barHeight / 2)
    .attr("r", 6);
  asPoints(rings, (at) => ({label: words.figures.busySecond.guess, x: at, y: 0}));
  layer
    .selectAll("text.guess")
    .data(guessed)
    .join("text")
    .attr("class", "guess label")
    .attr("x", (at) => 1 + at * width + (at > 0.7 ? -12 : 12))
    .attr("y", y + barTop + barHeight / 2 + 5)
    .attr("text-anchor", (at) => (at > 0.7 ? "end" : "start"))
    .text(words.figures.busySecond.guess);
}
