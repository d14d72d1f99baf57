import {scaleLinear, scaleLog, type ScaleLinear, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import {roundingErrors, type RoundingError} from "../../../lib/scenario/rounding-errors.js";
import type {Context} from "../../page/context.js";
import {drawAxes, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawGuessRing} from "../draw-marks.js";
import {asPoints} from "../marks.js";

const [leastError, mostError] = [0.001, 1];
const [leastBits, mostBits] = [2, 9];

/**
 * How far a layer's output is off against the bits of a weight, the error on a logarithmic axis.
 * Each bit more halves it. A guess for four bits is drawn in, once the reader has committed to one.
 *
 *     <figure data-figure="rounding-error" data-veiled="true"></figure>
 */
export const roundingError: Chart = {
  name: "rounding-error",
  height: {wide: 340, narrow: 320},

  title: (_, {words, numbers}) =>
    words.figures.roundingError.title(
      numbers.percent(errorIn("Q4_0")),
      numbers.percent(errorIn("Q8_0")),
    ),

  summary: (_, {words}) => words.figures.roundingError.summary,

  table: (_, {words}) => ({
    columns: words.figures.roundingError.columns,
    rows: roundingErrors().map(({bits, error, format}) => [bits, format ?? "", error]),
  }),

  create(canvas, layout, context, options) {
    const margins: Margins = {top: 34, right: 24, bottom: 48, left: layout.narrow ? 46 : 56};
    const scales = scalesFor(layout, margins);
    drawFrame(canvas.append("g"), layout, margins, scales, context);
    drawErrors(canvas.append("g").attr("class", "veil"), scales, context);
    const guess = Number(options["guess"]) / 100; // the question asks for percent
    if (guess > 0) drawGuessRing(canvas.append("g"), markOf(guess, scales, context));
    return () => {};
  },
};

const errorIn = (name: string): number =>
  roundingErrors().find(({format}) => format === name)!.error;

interface Scales {
  x: ScaleLinear<number, number>;
  y: ScaleLogarithmic<number, number>;
}

function scalesFor({width, height}: Layout, margins: Margins): Scales {
  return {
    x: scaleLinear([leastBits, mostBits], [margins.left, width - margins.right]),
    y: scaleLog([leastError, mostError], [height - margins.bottom, margins.top]),
  };
}

function drawFrame(
  layer: Layer,
  layout: Layout,
  margins: Margins,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  drawAxes(layer, layout, margins, {
    x: {
      scale: x,
      ticks: [2, 3, 4, 5, 6, 7, 8, 9],
      format: (value) => numbers.whole(value),
      title: words.figures.roundingError.x,
    },
    y: {
      scale: y,
      ticks: [0.001, 0.01, 0.1, 1],
      format: (value) => numbers.percent(value),
      title: words.figures.roundingError.y,
    },
  });
}

function drawErrors(layer: Layer, {x, y}: Scales, {words, numbers}: Context): void {
  const errors = roundingErrors();
  layer
    .append("path")
    .attr("class", "curve memory")
    .attr(
      "d",
      line<RoundingError>(
        ({bits}) => x(bits),
        ({error}) => y(error),
      )(errors),
    );
  const dots = layer
    .selectAll<SVGCircleElement, RoundingError>("circle")
    .data(errors)
    .join("circle")
    .attr("class", ({format}) => `dot${format === undefined ? "" : " chosen memory"}`)
    .attr("cx", ({bits}) => x(bits))
    .attr("cy", ({error}) => y(error))
    .attr("r", ({format}) => (format === undefined ? 4 : 7));
  asPoints(dots, ({bits, error, format}) => ({
    label: words.figures.roundingError.dot(
      format ?? "",
      numbers.bits(bits),
      numbers.percent(error),
    ),
    x: bits,
    y: error,
  }));
  layer
    .selectAll("text")
    .data(errors.filter(({format}) => format !== undefined))
    .join("text")
    .attr("class", "reading roof-value")
    .attr("x", ({bits}) => x(bits) + (bits > 8 ? -4 : 10))
    .attr("y", ({bits, error}) => y(error) + (bits > 8 ? 22 : -12))
    .attr("text-anchor", ({bits}) => (bits > 8 ? "end" : "start"))
    .text(({format, error}) =>
      words.figures.roundingError.reading(format!, numbers.percent(error)),
    );
}

/** The reader's guess, at the bits of Q4_0. */
function markOf(guess: number, {x, y}: Scales, {words}: Context) {
  const {bits} = roundingErrors().find(({format}) => format === "Q4_0")!;
  return {
    label: words.figures.roundingError.guess,
    x: bits,
    y: guess,
    left: x(bits),
    top: y(Math.min(mostError, Math.max(leastError, guess))),
    radius: 7,
    dx: -13,
    dy: 5,
  };
}
