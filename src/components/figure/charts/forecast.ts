import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {predictions, quantileOfErrors, type Prediction} from "../../../lib/scenario/predictions.js";
import {drawAxes, ticksWithin, type Margins} from "../axes.js";
import type {Chart, Layout} from "../chart.js";
import {asPoints, diamond} from "../marks.js";

/**
 * Measured against forecast, one diamond for each machine and format, each forecast by numbers that
 * were fitted without its machine. Old cards, for which nobody tunes the program, are grey.
 */
export const forecast: Chart = {
  name: "forecast",
  height: {wide: 470, narrow: 390},

  title: (_view, {words, numbers, catalog}) => {
    const current = predictions(catalog).filter((row) => !isOld(row));
    return words.figures.forecast.title(
      numbers.percent(quantileOfErrors(current, 0.5)),
      numbers.percent(quantileOfErrors(current, 0.9)),
    );
  },

  summary: (_view, {words, numbers, catalog}) => {
    const machines = new Set(predictions(catalog).map(({measurement}) => measurement.machine));
    return words.figures.forecast.summary(numbers.whole(machines.size));
  },

  table: (_view, {words, catalog}) => ({
    columns: words.figures.forecast.columns,
    rows: predictions(catalog).map((row) => [
      row.measurement.machine,
      words.controls.machineClasses[row.machineClass],
      row.measurement.format,
      row.roof,
      row.forecast,
      row.measurement.tokensPerSecond,
    ]),
  }),

  create(canvas, layout, {words, numbers, catalog}) {
    const texts = words.figures.forecast;
    const rows = predictions(catalog);
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 44}
      : {top: 34, right: 70, bottom: 48, left: 52};
    const {x, y} = scalesFor(rows, layout, margins);
    const ticks = ticksWithin([2, 5, 10, 20, 50, 100, 200, 500], x);
    drawAxes(canvas, layout, margins, {
      x: {scale: x, ticks, format: (value) => numbers.whole(value), title: texts.x},
      y: {scale: y, ticks, format: (value) => numbers.whole(value), title: texts.y},
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
      .selectAll<SVGPathElement, Prediction>("path")
      .data(rows)
      .join("path")
      .attr("class", (row) => {
        const doubtful = row.measurement.verified ? "" : " unverified";
        return `measured${isOld(row) ? "" : " chosen"}${doubtful}`;
      })
      .attr("d", diamond(5))
      .attr(
        "transform",
        ({forecast: speed, measurement}) =>
          `translate(${x(speed)},${y(measurement.tokensPerSecond)})`,
      );
    asPoints(diamonds, ({measurement, forecast: speed, error}) => ({
      label: texts.diamond(
        `${measurement.machine}, ${measurement.format}`,
        numbers.rate(measurement.tokensPerSecond),
        numbers.rate(speed),
        numbers.percent(Math.abs(error)),
      ),
      x: speed,
      y: measurement.tokensPerSecond,
    }));

    const names = canvas.append("g");
    const isOnTheRight = (row: Prediction): boolean => x(row.forecast) > layout.width - 130;
    return ({machine}) => {
      const named = rows.filter(({measurement, error}) => {
        const isChosen = measurement.machine === machine.name && measurement.format === "Q4_0 file";
        return isChosen || Math.abs(error) > farOff;
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
        .attr("x", (row) => x(row.forecast) + (isOnTheRight(row) ? -10 : 10))
        .attr("y", (row) => y(row.measurement.tokensPerSecond) + 4)
        .attr("text-anchor", (row) => (isOnTheRight(row) ? "end" : "start"))
        .text((row) => row.measurement.machine);
    };
  },
};

const farOff = 0.4; // a forecast that misses by more has its machine named

const isOld = ({machineClass}: Prediction): boolean => machineClass === "legacy";

function scalesFor(
  rows: readonly Prediction[],
  {width, height}: Layout,
  margins: Margins,
): {x: ScaleLogarithmic<number, number>; y: ScaleLogarithmic<number, number>} {
  const speeds = rows.flatMap((row) => [row.forecast, row.measurement.tokensPerSecond]);
  const domain = [Math.min(...speeds) / 1.25, Math.max(...speeds) * 1.25];
  return {
    x: scaleLog(domain, [margins.left, width - margins.right]),
    y: scaleLog(domain, [height - margins.bottom, margins.top]),
  };
}
