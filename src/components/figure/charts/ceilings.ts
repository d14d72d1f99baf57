import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import type {Catalog} from "../../../lib/catalog/catalog.js";
import {ownMachineIn} from "../../../lib/catalog/own-machine.js";
import {
  ceilingsOf,
  scoreboardRows,
  type Ceilings,
  type ScoreboardRow,
} from "../../../lib/scenario/scoreboard.js";
import {drawAxes, ticksWithin, type Margins} from "../axes.js";
import type {Chart, Layout} from "../chart.js";
import {asPoints, diamond, measuredClass} from "../marks.js";
import {ownClass} from "../own.js";

/**
 * Two ceilings and the machines that were measured: tokens per second against bandwidth, for one
 * model and one file. A diamond above a line is faster than that law allows.
 */
export const ceilings: Chart = {
  name: "ceilings",
  law: "memoryAsPublished",
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
    rows: [
      ...scoreboardRows(catalog).map(
        ({machine, measurement, publishedCeiling, correctedCeiling}) => [
          machine.name,
          machine.hardware.bandwidth,
          measurement.tokensPerSecond,
          publishedCeiling,
          correctedCeiling,
        ],
      ),
      ...ownCeilings(catalog).map(({machine, publishedCeiling, correctedCeiling}) => [
        machine.name,
        machine.hardware.bandwidth,
        "",
        publishedCeiling,
        correctedCeiling,
      ]),
    ],
  }),

  create(canvas, layout, {words, numbers, catalog}) {
    const texts = words.figures.ceilings;
    const rows = scoreboardRows(catalog);
    const own = ownCeilings(catalog);
    const margins: Margins = layout.narrow
      ? {top: 34, right: 14, bottom: 46, left: 44}
      : {top: 34, right: 100, bottom: 48, left: 52};
    const {x, y} = scalesFor(rows, own, layout, margins);
    drawAxes(canvas, layout, margins, {
      x: {
        scale: x,
        ticks: ticksWithin(bandwidthTicks(layout, own.length > 0), x),
        format: (value) => numbers.tick(value),
        title: texts.x,
      },
      y: {
        scale: y,
        ticks: ticksWithin([0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], y),
        format: (value) => numbers.number(value),
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
      .attr("x1", ({rate}) => x(Math.max(slow, y.domain()[0]! / rate)))
      .attr("x2", x(fast))
      .attr("y1", ({rate}) => y(Math.max(slow * rate, y.domain()[0]!)))
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

    // Nobody has run this model on the reader's own device: its dot is what the law allows.
    const allowed = canvas
      .append("g")
      .attr("class", "veil")
      .selectAll<SVGCircleElement, Ceilings>("circle")
      .data(own)
      .join("circle")
      .attr("class", ({machine}) => `dot${ownClass(machine.name)}`)
      .attr("cx", ({machine}) => x(machine.hardware.bandwidth))
      .attr("cy", ({correctedCeiling}) => y(correctedCeiling))
      .attr("r", 5);
    asPoints(allowed, ({machine, publishedCeiling, correctedCeiling}) => ({
      label: texts.own(
        machine.name,
        numbers.rate(correctedCeiling),
        numbers.rate(publishedCeiling),
      ),
      x: machine.hardware.bandwidth,
      y: correctedCeiling,
    }));
    canvas
      .append("g")
      .attr("class", "veil")
      .selectAll("text")
      .data(own)
      .join("text")
      .attr("class", ({machine}) => `label machine${ownClass(machine.name)}`)
      .attr("translate", "no")
      .attr("x", ({machine}) => x(machine.hardware.bandwidth) - 13)
      .attr("y", ({correctedCeiling}) => y(correctedCeiling) + 4)
      .attr("text-anchor", "end")
      .text(({machine}) => machine.name);

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

/** The same two ceilings for the reader's own device, where it is measured. */
function ownCeilings(catalog: Catalog): Ceilings[] {
  const own = ownMachineIn(catalog);
  return own === undefined ? [] : [ceilingsOf(own, catalog)];
}

/** bytes/s. The reader's own device makes the axis longer, and room for its ticks scarce. */
function bandwidthTicks({narrow}: Layout, hasOwn: boolean): number[] {
  const steps = narrow && hasOwn ? [1] : [1, 2, 5];
  return [1e9, 1e10, 1e11, 1e12].flatMap((power) => steps.map((step) => step * power));
}

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
  own: readonly Ceilings[],
  {width, height, narrow}: Layout,
  margins: Margins,
): {x: ScaleLogarithmic<number, number>; y: ScaleLogarithmic<number, number>} {
  const bandwidths = [
    ...rows.map(({machine}) => machine.hardware.bandwidth),
    // With room on its left for its name.
    ...own.map(({machine}) => machine.hardware.bandwidth / (narrow ? 4 : 1.8)),
  ];
  const speeds = [
    ...rows.map(({measurement}) => measurement.tokensPerSecond),
    ...own.map(({publishedCeiling}) => publishedCeiling),
  ];
  const fastest = Math.max(...bandwidths) * 1.15;
  return {
    x: scaleLog([Math.min(...bandwidths) / 1.2, fastest], [margins.left, width - margins.right]),
    y: scaleLog(
      [Math.min(...speeds) / 1.6, fastest * rateOf(rows, "correctedCeiling") * 1.1],
      [height - margins.bottom, margins.top],
    ),
  };
}
