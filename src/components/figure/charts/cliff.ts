import {scaleLinear, type ScaleLinear} from "d3-scale";
import {line} from "../paths.js";
import {findModel} from "../../../lib/catalog/find.js";
import {
  publishedLosses,
  publishedModels,
  timesFable,
  type PublishedLoss,
} from "../../../lib/scenario/cliff.js";
import {storedBitsOf} from "../../../lib/scenario/price.js";
import {storedFormats, type StoredFormat} from "../../../lib/scenario/stored-formats.js";
import {isLive, priceNow} from "../../price/live.js";
import type {Context} from "../../page/context.js";
import {drawAxes, type Margins} from "../axes.js";
import type {Chart, Layer, Layout} from "../chart.js";
import {drawReading} from "../draw-curves.js";
import {drawDiamonds} from "../draw-marks.js";
import {asPoints, measuredClass} from "../marks.js";

const [leastBits, mostBits] = [1, 9];
const mostTimes = 2.2; // what is worse stands at the upper edge, with its number
const beyond: StoredFormat = "1 bit";

/**
 * Perplexity as a multiple of the whole model's against the bits of a weight: flat, flat, and then
 * a cliff. The demo model as dots, published files of larger ones as diamonds.
 *
 *     <figure data-figure="cliff"></figure>
 */
export const cliff: Chart = {
  name: "cliff",
  law: "perplexity",
  height: {wide: 420, narrow: 380},

  title: (_, {words, numbers}) =>
    words.figures.cliff.title(
      numbers.percent(timesOf("Q4_0") - 1),
      numbers.percent(timesOf("2 bits") - 1),
    ),

  summary: ({scenario: {stored}}, {words, numbers, catalog}) =>
    words.figures.cliff.summary(
      stored,
      numbers.bits(storedBitsOf(stored)),
      numbers.hundredths(priceNow(stored).perplexity),
      numbers.number(timesOf(stored)),
      isLive(stored),
      numbers.amount(timesFable(findModel(catalog, "Llama-3-70B").architecture)),
    ),

  table: (_, {words, catalog}) => ({
    columns: words.figures.cliff.columns,
    rows: [
      ...storedFormats.map((stored) => [
        words.figures.cliff.demo,
        words.figures.cliff.stored(stored),
        storedBitsOf(stored),
        timesOf(stored),
      ]),
      ...publishedModels.flatMap((model) =>
        publishedLosses(model, catalog).map(({format, bits, times}) => [
          model,
          format,
          bits,
          times,
        ]),
      ),
    ],
  }),

  create(canvas, layout, context) {
    const margins: Margins = layout.narrow
      ? {top: 34, right: 10, bottom: 46, left: 34}
      : {top: 34, right: 20, bottom: 48, left: 44};
    const scales = scalesFor(layout, margins);
    drawFrame(canvas.append("g"), layout, margins, scales, context);
    drawPublished(canvas.append("g"), scales, layout, context);
    const demo = canvas.append("g");
    const chosen = canvas.append("g");
    return ({scenario: {stored}}) => {
      drawDemo(demo, stored, scales, context);
      drawWords(chosen, stored, scales, layout, context);
    };
  },
};

const timesOf = (stored: StoredFormat): number =>
  priceNow(stored).perplexity / priceNow("F32").perplexity;

interface Scales {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
}

function scalesFor({width, height}: Layout, margins: Margins): Scales {
  return {
    x: scaleLinear([leastBits, mostBits], [margins.left, width - margins.right]),
    y: scaleLinear([0.95, mostTimes], [height - margins.bottom, margins.top]).clamp(true),
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
      ticks: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      format: (bits) => numbers.whole(bits),
      title: words.figures.cliff.x,
    },
    y: {
      scale: y,
      ticks: [1, 1.2, 1.4, 1.6, 1.8, 2, 2.2],
      format: (times) => numbers.bits(times),
      title: words.figures.cliff.y,
    },
  });
}

const isInside = ({bits, times}: PublishedLoss): boolean => bits <= mostBits && times <= mostTimes;

/** Other people's measurements of models up to many thousand times as large. */
function drawPublished(
  layer: Layer,
  {x, y}: Scales,
  {narrow}: Layout,
  {words, numbers, catalog}: Context,
): void {
  const models = publishedModels.map((model) => publishedLosses(model, catalog).filter(isInside));
  layer
    .selectAll("path.model-curve")
    .data(models)
    .join("path")
    .attr("class", "model-curve")
    .attr(
      "d",
      line<PublishedLoss>(
        ({bits}) => x(bits),
        ({times}) => y(times),
      ),
    );
  const marks = models.flat().map(({model, format, bits, times, verified}) => ({
    className: measuredClass(false, verified),
    label: words.figures.cliff.published(
      model,
      format.replace(/ file$/, ""),
      numbers.bits(bits),
      numbers.percent(times - 1),
      verified,
    ),
    x: bits,
    y: times,
    left: x(bits),
    top: y(times),
  }));
  drawDiamonds(layer, 3.6, marks);
  // The one that leaves the others is named where it does, the first of the rest for all of them.
  const first = (name: string) => publishedLosses(name, catalog).find(isInside)!;
  const [early, late] = [first("LLaMA-7B"), first("Llama-3-70B")];
  const names = [
    {text: late.model, x: x(late.bits) + 24, y: y(late.times) + 5, anchor: "start"},
    {text: words.figures.cliff.early(narrow), x: x(early.bits) - 9, y: y(1.03), anchor: "end"},
    {text: words.figures.cliff.demo, x: x(2.625) - 10, y: y(1.5) + 5, anchor: "end"},
  ];
  layer
    .selectAll("text")
    .data(names)
    .join("text")
    .attr("class", ({text}) => (text === words.figures.cliff.demo ? "label side memory" : "label"))
    .attr("translate", "no")
    .attr("x", (name) => name.x)
    .attr("y", (name) => name.y)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}

const inside = storedFormats.filter((stored) => storedBitsOf(stored) <= mostBits);

function drawDemo(
  layer: Layer,
  chosen: StoredFormat,
  {x, y}: Scales,
  {words, numbers}: Context,
): void {
  const places = inside
    .filter((stored) => stored !== beyond)
    .map((stored) => [storedBitsOf(stored), timesOf(stored)] as const);
  layer
    .selectAll("path")
    .data([[...places, edgeOf(places.at(-1)!)]])
    .join("path")
    .attr("class", "curve memory")
    .attr(
      "d",
      line<readonly [number, number]>(
        ([bits]) => x(bits),
        ([, times]) => y(times),
      ),
    );
  const dots = layer
    .selectAll<SVGCircleElement, StoredFormat>("circle")
    .data(inside)
    .join("circle")
    .attr("class", (stored) =>
      [stored === chosen ? "dot chosen memory" : "dot memory", isLive(stored) ? "live" : ""].join(
        " ",
      ),
    )
    .attr("data-symbol", "storedBits demoPerplexity")
    .attr("cx", (stored) => x(storedBitsOf(stored)))
    .attr("cy", (stored) => y(timesOf(stored)))
    .attr("r", (stored) => (stored === chosen ? 7.5 : 5));
  asPoints(dots, (stored) => ({
    label: words.figures.cliff.dot(
      stored,
      numbers.bits(storedBitsOf(stored)),
      numbers.hundredths(priceNow(stored).perplexity),
      numbers.number(timesOf(stored)),
      isLive(stored),
    ),
    x: storedBitsOf(stored),
    y: timesOf(stored),
  }));
}

/** Where the way from the last point inside to the one beyond leaves the drawing. */
function edgeOf([bits, times]: readonly [number, number]): readonly [number, number] {
  const share = (mostTimes - times) / (timesOf(beyond) - times);
  return [bits + share * (storedBitsOf(beyond) - bits), mostTimes];
}

/** Beside the chosen dot what it stands at; beside the last one how far it lies outside. */
function drawWords(
  layer: Layer,
  stored: StoredFormat,
  {x, y}: Scales,
  {width}: Layout,
  {words, numbers}: Context,
): void {
  const texts = words.figures.cliff;
  const {perplexity} = priceNow(stored);
  const isBeyond = stored === beyond;
  const digits = isBeyond ? numbers.whole(perplexity) : numbers.hundredths(perplexity);
  drawReading(layer, {
    text: texts.reading(stored, digits),
    ...(isBeyond ? underEdge({x, y}) : besideDot(stored, {x, y}, width)),
  });
  layer
    .selectAll("text.beyond")
    .data(stored === beyond ? [] : [timesOf(beyond)])
    .join("text")
    .attr("class", "beyond label")
    .attr("x", underEdge({x, y}).x)
    .attr("y", underEdge({x, y}).y)
    .attr("text-anchor", underEdge({x, y}).anchor)
    .text((times) => texts.beyond(numbers.number(times)));
}

/** Under the dot at the upper edge. */
const underEdge = ({x, y}: Scales) =>
  ({x: x(storedBitsOf(beyond)), y: y(mostTimes) + 24, anchor: "middle"}) as const;

/** At the right of a dot on the cliff, above one in the plain; 32 bits lie beyond the right edge. */
function besideDot(stored: StoredFormat, {x, y}: Scales, width: number) {
  const left = x(Math.min(mostBits, storedBitsOf(stored)));
  const atEdge = left > width - 120;
  const onCliff = timesOf(stored) > 1.3;
  return {
    x: left + (atEdge ? 0 : 13),
    y: y(timesOf(stored)) + (onCliff ? 5 : -16),
    anchor: atEdge ? "end" : "start",
  } as const;
}
