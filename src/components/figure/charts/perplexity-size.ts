import {scaleLog, type ScaleLogarithmic} from "d3-scale";
import {line} from "../paths.js";
import type {Catalog} from "../../../lib/catalog/catalog.js";
import {
  bestFiles,
  betterAndSmaller,
  fileOf,
  filesOf,
  lossOf,
  mostPerplexity,
  tokenizers,
  type SizedPerplexity,
} from "../../../lib/scenario/perplexity-size.js";
import type {View} from "../../../lib/scenario/view.js";
import type {Context} from "../../page/context.js";
import {drawAxes, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {asPoints, diamond, measuredClass} from "../marks.js";

/**
 * Published perplexities against the bytes of the file, both logarithmic: a line for each model,
 * from its smallest file to the one in 16 bits. Where a line runs below the end of another, a larger
 * model in fewer bits is smaller and predicts better.
 *
 *     <figure data-figure="perplexity-size"></figure>
 */
export const perplexitySize: Chart = {
  name: "perplexity-size",
  height: {wide: 420, narrow: 380},

  title: (view, {words, numbers, catalog}) => {
    const texts = words.figures.perplexitySize;
    const {file, better} = comparison(chosenFile(view, catalog), catalog);
    return better === undefined
      ? texts.titleBest(file.row.model, short(file))
      : texts.title(
          better.row.model,
          short(better),
          numbers.bytes(file.bytes - better.bytes),
          file.row.model,
          short(file),
        );
  },

  summary: (view, {words, numbers, catalog}) => {
    const file = chosenFile(view, catalog);
    const loss = lossOf(file, catalog) ?? 0;
    return words.figures.perplexitySize.summary(
      file.row.model,
      short(file),
      numbers.bytes(file.bytes),
      numbers.hundredths(file.row.perplexity),
      loss === 0 ? "" : numbers.percent(loss),
    );
  },

  table: (_, {words, catalog}) => ({
    columns: words.figures.perplexitySize.columns,
    rows: shownModels.flatMap((model) =>
      filesOf(model, catalog).map(({row, bytes}) => [
        model,
        row.format,
        bytes,
        row.perplexity,
        words.figures.perplexitySize.weighed(row.importanceMatrix !== undefined),
      ]),
    ),
  }),

  create(canvas, layout, context) {
    const margins: Margins = {
      top: 34,
      right: layout.narrow ? 12 : 20,
      bottom: 48,
      left: layout.narrow ? 26 : 34,
    };
    const scales = scalesFor(layout, margins);
    drawFrame(canvas.append("g"), layout, margins, scales, context);
    const curves = canvas.append("g");
    const files = canvas.append("g");
    const marks = canvas.append("g");
    return (view) => {
      const chosen = chosenFile(view, context.catalog);
      drawCurves(curves, chosen, scales, context.catalog);
      drawFiles(files, chosen, scales, context);
      drawChosen(marks, chosen, scales, layout, context);
    };
  },
};

const shownModels = Object.values(tokenizers).flat();

const short = ({row}: SizedPerplexity): string => row.format.replace(/ file$/, "");

/** The published file of the chosen model and precision, or the nearest that there is. */
function chosenFile({scenario, format}: View, catalog: Catalog): SizedPerplexity {
  const model = shownModels.includes(scenario.model) ? scenario.model : "LLaMA-7B";
  const bits = format.bitsPerWeight;
  const found = fileOf(model, scenario.format, catalog);
  if (found !== undefined) return found;
  return (
    fileOf(model, bits >= 12 ? "FP16" : bits > 7 ? "Q8_0" : "Q4_0 file", catalog) ??
    fileOf(model, "Q6_K", catalog)!
  );
}

/**
 * A file, and a smaller one that beats it. If none beats the chosen one, perhaps one beats the same
 * model in 16 bits.
 */
function comparison(
  chosen: SizedPerplexity,
  catalog: Catalog,
): {file: SizedPerplexity; better?: SizedPerplexity} {
  for (const file of [chosen, fileOf(chosen.row.model, "FP16", catalog)!]) {
    const better = betterAndSmaller(file, catalog);
    if (better !== undefined) return {file, better};
  }
  return {file: chosen};
}

interface Scales {
  x: ScaleLogarithmic<number, number>;
  y: ScaleLogarithmic<number, number>;
}

function scalesFor({width, height}: Layout, margins: Margins): Scales {
  return {
    x: scaleLog([2e9, 200e9], [margins.left, width - margins.right]),
    y: scaleLog([2.6, mostPerplexity], [height - margins.bottom, margins.top]),
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
      ticks: layout.narrow ? [4e9, 16e9, 64e9] : [2e9, 4e9, 8e9, 16e9, 32e9, 64e9, 128e9],
      format: (value) => numbers.tick(value, "B"),
      title: words.figures.perplexitySize.x,
    },
    y: {
      scale: y,
      ticks: [3, 4, 5, 6, 7, 8, 10],
      format: (value) => numbers.whole(value),
      title: words.figures.perplexitySize.y,
    },
  });
}

const inside = ({row}: SizedPerplexity): boolean => row.perplexity <= mostPerplexity;
const isOther = (model: string): boolean => tokenizers["llama3"]!.includes(model);

function drawCurves(layer: Layer, chosen: SizedPerplexity, {x, y}: Scales, catalog: Catalog): void {
  const path = line<SizedPerplexity>(
    ({bytes}) => x(bytes),
    ({row}) => y(row.perplexity),
  );
  layer
    .selectAll("path")
    .data(shownModels)
    .join("path")
    .attr(
      "class",
      (model) =>
        `model-curve${model === chosen.row.model ? " chosen" : ""}${isOther(model) ? " other" : ""}`,
    )
    .attr("d", (model) => path(bestFiles(filesOf(model, catalog).filter(inside))));
}

function drawFiles(
  layer: Layer,
  chosen: SizedPerplexity,
  {x, y}: Scales,
  {words, numbers, catalog}: Context,
): void {
  const files = shownModels.flatMap((model) => filesOf(model, catalog).filter(inside));
  const diamonds = layer
    .selectAll<SVGPathElement, SizedPerplexity>("path")
    .data(files)
    .join("path")
    .attr("class", ({row}) => measuredClass(row.model === chosen.row.model, row.verified))
    .attr("d", diamond(4.2))
    .attr("pathLength", 4)
    .attr("transform", ({bytes, row}) => `translate(${x(bytes)},${y(row.perplexity)})`);
  asPoints(diamonds, (file) => {
    const loss = lossOf(file, catalog) ?? 0;
    return {
      label: words.figures.perplexitySize.file(
        file.row.model,
        short(file),
        numbers.bytes(file.bytes),
        numbers.hundredths(file.row.perplexity),
        loss === 0 ? "" : numbers.percent(loss),
        file.row.verified,
      ),
      x: file.bytes,
      y: file.row.perplexity,
    };
  });
}

/** The chosen file, the smaller one that beats it, and the name of each line. */
function drawChosen(
  layer: Layer,
  chosen: SizedPerplexity,
  {x, y}: Scales,
  {width, narrow}: Layout,
  {words, numbers, catalog}: Context,
): void {
  const {file: beaten, better} = comparison(chosen, catalog);
  const at = ({bytes, row}: SizedPerplexity): [number, number] => [x(bytes), y(row.perplexity)];
  layer
    .selectAll("line")
    .data(better === undefined ? [] : [better])
    .join("line")
    .attr("class", "gap better")
    .attr("x1", at(beaten)[0])
    .attr("y1", at(beaten)[1])
    .attr("x2", (file) => at(file)[0])
    .attr("y2", (file) => at(file)[1]);
  layer
    .selectAll("path")
    .data(better === undefined ? [chosen] : [chosen, better])
    .join("path")
    .attr("class", (file) => `subject${file === chosen ? "" : " better"}`)
    .attr("d", diamond(8))
    .attr("transform", (file) => `translate(${at(file).join()})`);

  const whole = shownModels.map((model) => fileOf(model, "FP16", catalog)!);
  const names = whole.map((file) => {
    const [left, top] = at(file);
    const atEdge = left > width - (narrow ? 90 : 120);
    return {
      kind: `name${file.row.model === chosen.row.model ? " strong" : ""}`,
      text: file.row.model,
      x: atEdge ? width - 4 : left + 9,
      // Llama-3-8B ends a little above LLaMA-7B: their names keep apart.
      y: atEdge ? top - 10 : top + (isOther(file.row.model) ? -4 : 7),
      anchor: atEdge ? "end" : "start",
    };
  });
  const [left, top] = at(chosen);
  const isWhole = chosen.row.format === "FP16";
  const readings = [
    {
      kind: "reading roof-value",
      text: words.figures.perplexitySize.reading(
        short(chosen),
        numbers.hundredths(chosen.row.perplexity),
      ),
      x: left,
      y: isWhole ? top - 16 : top + 24,
      anchor: "middle",
    },
    ...(better === undefined
      ? []
      : [
          {
            kind: "reading",
            text: words.figures.perplexitySize.reading(
              short(better),
              numbers.hundredths(better.row.perplexity),
            ),
            x: at(better)[0],
            y: at(better)[1] + 24,
            anchor: "middle",
          },
        ]),
  ];
  layer
    .selectAll("text")
    .data([...names, ...readings])
    .join("text")
    .attr("class", ({kind}) => `label ${kind}`)
    .attr("translate", "no")
    .attr("x", (each) => each.x)
    .attr("y", (each) => each.y)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}
