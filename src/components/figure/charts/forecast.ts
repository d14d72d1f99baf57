import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {summaryOf, type ForecastError} from "../../../lib/catalog/forecast-errors.js";
import {
  decodePredictions,
  forecastSpeed,
  isOld,
  unmeasured,
  type Unmeasured,
} from "../../../lib/scenario/predictions.js";
import type {Context} from "../../page/context.js";
import {drawAxes, ticksWithin, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints, diamond, measuredClass} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * Measured against forecast, one diamond for each machine and format, each forecast by numbers that
 * were fitted without its machine. Old cards, for which nobody tunes the program, are grey.
 */
export const forecast: Chart = {
  name: "forecast",
  law: "forecast",
  height: {wide: 470, narrow: 390},

  title: (_view, {words, numbers, catalog}) => {
    const {median, percentile90} = summaryOf(
      decodePredictions(catalog).filter((row) => !isOld(row)),
    );
    return words.figures.forecast.title(numbers.percent(median), numbers.percent(percentile90));
  },

  summary: (_view, {words, numbers, catalog}) => {
    const machines = new Set(decodePredictions(catalog).map((row) => row.measurement.machine));
    return words.figures.forecast.summary(numbers.whole(machines.size));
  },

  table: (_view, {words, catalog}) => ({
    columns: words.figures.forecast.columns,
    rows: [
      ...decodePredictions(catalog).map((row) => [
        row.measurement.machine,
        words.controls.machineClasses[row.class],
        row.measurement.format,
        1 / row.roofSeconds,
        forecastSpeed(row),
        row.measurement.tokensPerSecond,
      ]),
      ...unmeasured(catalog).map(({machine, roof, forecast: speed}) => [
        machine,
        words.controls.machineClasses.own,
        "Q4_0 file",
        roof,
        speed,
        "",
      ]),
    ],
  }),

  create(canvas, layout, {words, numbers, catalog}) {
    const texts = words.figures.forecast;
    const rows = decodePredictions(catalog);
    const own = unmeasured(catalog);
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 44}
      : {top: 34, right: 70, bottom: 48, left: 52};
    const {x, y} = scalesFor(rows, own, layout, margins);
    const ticks = ticksWithin([0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500], x);
    drawAxes(canvas, layout, margins, {
      x: {scale: x, ticks, format: (value) => numbers.number(value), title: texts.x},
      y: {scale: y, ticks, format: (value) => numbers.number(value), title: texts.y},
    });

    const [slow, fast] = x.domain() as [number, number];
    const corner = (speed: number, factor: number): string => `${x(speed)},${y(speed * factor)}`;
    canvas
      .append("path")
      .attr("class", "curve band")
      .attr(
        "d",
        `M${corner(slow, 1.1)}L${corner(fast, 1.1)}L${corner(fast, 0.9)}L${corner(slow, 0.9)}Z`,
      );
    canvas
      .append("path")
      .attr("class", "curve expected")
      .attr("d", `M${corner(slow, 1)}L${corner(fast, 1)}`);

    const diamonds = canvas
      .append("g")
      .selectAll<SVGPathElement, ForecastError>("path")
      .data(rows)
      .join("path")
      .attr("class", (row) => measuredClass(!isOld(row), row.measurement.verified))
      .attr("d", diamond(5))
      .attr("pathLength", 4)
      .attr(
        "transform",
        (row) => `translate(${x(forecastSpeed(row))},${y(row.measurement.tokensPerSecond)})`,
      );
    asPoints(diamonds, (row) => ({
      label: texts.diamond(
        `${row.measurement.machine}, ${row.measurement.format}`,
        numbers.rate(row.measurement.tokensPerSecond),
        numbers.rate(forecastSpeed(row)),
        numbers.percent(Math.abs(row.relativeError)),
      ),
      x: forecastSpeed(row),
      y: row.measurement.tokensPerSecond,
    }));

    drawOwn(canvas.append("g"), own, {x, y}, {words, numbers});

    const names = canvas.append("g");
    const isOnTheRight = (row: ForecastError): boolean =>
      x(forecastSpeed(row)) > layout.width - 130;
    return ({machine}) => {
      const named = rows.filter(({measurement, relativeError}) => {
        const isChosen = measurement.machine === machine.name && measurement.format === "Q4_0 file";
        return isChosen || Math.abs(relativeError) > farOff;
      });
      names
        .selectAll("text")
        .data(named)
        .join("text")
        .attr(
          "class",
          (row) => `label machine${row.measurement.machine === machine.name ? " chosen" : ""}`,
        )
        .attr("translate", "no")
        .attr("x", (row) => x(forecastSpeed(row)) + (isOnTheRight(row) ? -10 : 10))
        .attr("y", (row) => y(row.measurement.tokensPerSecond) + 4)
        .attr("text-anchor", (row) => (isOnTheRight(row) ? "end" : "start"))
        .text((row) => row.measurement.machine);
    };
  },
};

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

/** The reader's own device has a forecast and no measurement: a line, up to where it would agree. */
function drawOwn(
  layer: Layer,
  own: readonly Unmeasured[],
  {x, y}: Scales,
  {words, numbers}: Pick<Context, "words" | "numbers">,
): void {
  const lines = layer
    .selectAll<SVGLineElement, Unmeasured>("line")
    .data(own)
    .join("line")
    .attr("class", ({machine}) => `gap${ownClass(machine)}`)
    .attr("x1", ({forecast: speed}) => x(speed))
    .attr("x2", ({forecast: speed}) => x(speed))
    .attr("y1", y.range()[0]!)
    .attr("y2", ({forecast: speed}) => y(speed));
  asPoints(lines, ({machine, forecast: speed}) => ({
    label: words.figures.forecast.own(machine, numbers.rate(speed)),
    x: speed,
    y: 0,
  }));
  layer
    .selectAll("text")
    .data(own)
    .join("text")
    .attr("class", ({machine}) => `label machine${ownClass(machine)}`)
    .attr("translate", "no")
    .attr("x", ({forecast: speed}) => x(speed) + 7)
    .attr("y", y.range()[0]! - 8)
    .text(({machine}) => machine);
}

const farOff = 0.4; // a forecast that misses by more has its machine named

function scalesFor(
  rows: readonly ForecastError[],
  own: readonly Unmeasured[],
  {width, height}: Layout,
  margins: Margins,
): Scales {
  const speeds = [
    ...rows.flatMap((row) => [forecastSpeed(row), row.measurement.tokensPerSecond]),
    ...own.map((row) => row.forecast),
  ];
  const domain = [Math.min(...speeds) / 1.25, Math.max(...speeds) * 1.25];
  return {
    x: scaleLog(domain, [margins.left, width - margins.right]),
    y: scaleLog(domain, [height - margins.bottom, margins.top]),
  };
}
