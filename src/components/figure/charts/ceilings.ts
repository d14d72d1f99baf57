import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {scoreboardRows, type ScoreboardRow} from "../../../lib/scenario/scoreboard.js";
import {drawAxes, ticksWithin, type Margins} from "../axes.js";
import type {Chart, Layout} from "../chart.js";
import {asPoints, diamond, measuredClass} from "../marks.js";

/**
 * Two ceilings and the machines that were measured: tokens per second against bandwidth, for one
 * model and one file. A diamond above a line is faster than that law allows.
 */
export const ceilings: Chart = {
  name: "ceilings",
  height: {wide: 430, narrow: 390},

  title: (_view, {words, numbers, catalog}) => {
    const rows = scoreboardRows(catalog);
    return words.figures.ceilings.title(
      numbers.whole(rows.filter(isAbove).length),
      numbers.whole(rows.length),
    );
  },

  summary: (_view, {words, catalog}) =>
    words.figures.ceilings.summary(
      scoreboardRows(catalog).every(
        ({measurement, correctedCeiling}) => measurement.tokensPerSecond < correctedCeiling,
      ),
    ),

  table: (_view, {words, catalog}) => ({
    columns: words.figures.ceilings.columns,
    rows: scoreboardRows(catalog).map(
      ({machine, measurement, publishedCeiling, correctedCeiling}) => [
        machine.name,
        machine.hardware.bandwidth,
        measurement.tokensPerSecond,
        publishedCeiling,
        correctedCeiling,
      ],
    ),
  }),

  create(canvas, layout, {words, numbers, catalog}) {
    const texts = words.figures.ceilings;
    const rows = scoreboardRows(catalog);
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 44}
      : {top: 34, right: 100, bottom: 48, left: 52};
    const {x, y} = scalesFor(rows, layout, margins);
    drawAxes(canvas, layout, margins, {
      x: {
        scale: x,
        ticks: ticksWithin([50e9, 100e9, 200e9, 500e9, 1e12, 2e12, 5e12], x),
        format: (value) => numbers.tick(value),
        title: texts.x,
      },
      y: {
        scale: y,
        ticks: ticksWithin([5, 10, 20, 50, 100, 200, 500, 1000], y),
        format: (value) => numbers.whole(value),
        title: texts.y,
      },
    });

    const [slow, fast] = x.domain() as [number, number];
    const lines = [
      {kind: "corrected", text: texts.corrected, rate: rateOf(rows, "correctedCeiling")},
      {kind: "published", text: texts.published, rate: rateOf(rows, "publishedCeiling")},
    ];
    canvas
      .append("g")
      .selectAll("line")
      .data(lines)
      .join("line")
      .attr("class", ({kind}) => `ceiling memory ${kind}`)
      .attr("data-symbol", ({kind}) =>
        kind === "published" ? "publishedSeconds" : "memorySeconds",
      )
      .attr("x1", x(slow))
      .attr("x2", x(fast))
      .attr("y1", ({rate}) => y(slow * rate))
      .attr("y2", ({rate}) => y(fast * rate));
    canvas
      .append("g")
      .selectAll("text")
      .data(lines)
      .join("text")
      .attr("class", "label side memory")
      .attr("x", ({kind}) =>
        layout.narrow ? x(fast) - (kind === "corrected" ? 34 : 2) : x(fast) + 6,
      )
      .attr(
        "y",
        ({kind, rate}) => y(fast * rate) + (layout.narrow ? (kind === "corrected" ? -2 : 34) : 4),
      )
      .attr("text-anchor", layout.narrow ? "end" : "start")
      .text(({text}) => text);

    const diamonds = canvas
      .append("g")
      .attr("class", "veil")
      .selectAll<SVGPathElement, ScoreboardRow>("path")
      .data(rows)
      .join("path")
      .attr("class", (row) => measuredClass(isAbove(row), row.measurement.verified))
      .attr("d", diamond(5.5))
      .attr("pathLength", 4)
      .attr(
        "transform",
        ({machine, measurement}) =>
          `translate(${x(machine.hardware.bandwidth)},${y(measurement.tokensPerSecond)})`,
      );
    asPoints(diamonds, ({machine, measurement, publishedCeiling, correctedCeiling}) => ({
      label: texts.diamond(
        machine.name,
        numbers.rate(measurement.tokensPerSecond),
        numbers.rate(publishedCeiling),
        numbers.rate(correctedCeiling),
      ),
      x: machine.hardware.bandwidth,
      y: measurement.tokensPerSecond,
    }));

    const names = canvas.append("g").attr("class", "veil");
    const isFarRight = ({machine}: ScoreboardRow): boolean =>
      layout.narrow && x(machine.hardware.bandwidth) > layout.width - 110;
    return ({machine}) => {
      const named = rows.filter(
        (row) => shownNames.includes(row.machine.name) || row.machine.name === machine.name,
      );
      names
        .selectAll("text")
        .data(named)
        .join("text")
        .attr(
          "class",
          (row) => `label machine${row.machine.name === machine.name ? " chosen" : ""}`,
        )
        .attr("translate", "no")
        .attr("x", (row) => x(row.machine.hardware.bandwidth) + (isFarRight(row) ? -9 : 9))
        .attr("y", (row) => y(row.measurement.tokensPerSecond) + 16)
        .attr("text-anchor", (row) => (isFarRight(row) ? "end" : "start"))
        .text((row) => row.machine.name);
    };
  },
};

/** Those that the text speaks of, or that stand alone. */
const shownNames = ["DGX Spark", "RTX 4090", "A100 80GB", "H100 PCIe"];

const isAbove = ({measurement, publishedCeiling}: ScoreboardRow): boolean =>
  measurement.tokensPerSecond > publishedCeiling;

/** Tokens per byte: what a ceiling allows for each byte per second of bandwidth. */
function rateOf(
  [first]: readonly ScoreboardRow[],
  ceiling: "publishedCeiling" | "correctedCeiling",
): number {
  return first![ceiling] / first!.machine.hardware.bandwidth;
}

function scalesFor(
  rows: readonly ScoreboardRow[],
  {width, height}: Layout,
  margins: Margins,
): {x: ScaleLogarithmic<number, number>; y: ScaleLogarithmic<number, number>} {
  const bandwidths = rows.map(({machine}) => machine.hardware.bandwidth);
  const speeds = rows.map(({measurement}) => measurement.tokensPerSecond);
  const fastest = Math.max(...bandwidths) * 1.15;
  return {
    x: scaleLog([Math.min(...bandwidths) / 1.2, fastest], [margins.left, width - margins.right]),
    y: scaleLog(
      [Math.min(...speeds) / 1.6, fastest * rateOf(rows, "correctedCeiling") * 1.1],
      [height - margins.bottom, margins.top],
    ),
  };
}
