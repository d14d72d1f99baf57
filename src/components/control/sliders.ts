import {parameterCount} from "../../lib/arithmetic/parameters.js";
import {formatNamed} from "../../lib/arithmetic/precision.js";
import {findModel} from "../../lib/catalog/find.js";
import {scenarioRanges} from "../../lib/scenario/address.js";
import {storedBitsOf} from "../../lib/scenario/price.js";
import {
  patienceStops,
  recordedSeeds,
  storedFormats,
  type StoredFormat,
} from "../../lib/scenario/stored-formats.js";
import type {View} from "../../lib/scenario/view.js";
import type {Attributes, Context} from "../page/context.js";
import {sizeSliders} from "./size-sliders.js";
import type {NumberField, Slider, Stop} from "./slider.js";

/** Whole numbers from `from` to `to`, `perOctave` to each doubling, none twice. */
export function octaves(from: number, to: number, perOctave: number): number[] {
  const count = Math.round(Math.log2(to / from) * perOctave);
  const stops = Array.from({length: count + 1}, (_, i) => Math.round(from * 2 ** (i / perOctave)));
  return [...new Set(stops)];
}

/** 1, 1.5, 2, 3, 5, 7 and their powers of ten. */
function decades(from: number, to: number): number[] {
  const stops: number[] = [];
  for (let power = from; power < to; power *= 10) {
    for (const digit of [1, 1.5, 2, 3, 5, 7]) stops.push(digit * power);
  }
  return [...stops, to];
}

/** Eight numbers to each power of ten, with three digits: eighths(2, 3) is 100, 133, 178, …, 1000. */
function eighths(from: number, to: number): number[] {
  const count = Math.round(8 * (to - from));
  return Array.from({length: count + 1}, (_, i) =>
    Math.round(Number((10 ** (from + i / 8)).toPrecision(3))),
  );
}

const asStops = (values: readonly (number | string)[]): Stop[] => values.map((value) => ({value}));

/** Steps other than tenths: powers of two, so that adding them up leaves no crumbs. */
const fineSteps: Readonly<Partial<Record<NumberField, number>>> = {pull: 1 / 8};

const sliderOf = (
  field: NumberField,
  slider: Omit<Slider, "label" | "value" | "change" | "typed">,
): Slider => ({
  label: field,
  value: ({scenario}) => scenario[field],
  change: (value) => ({[field]: Number(value) + 0}), // −0 becomes 0
  typed: {
    min: scenarioRanges[field].min,
    max: scenarioRanges[field].max,
    step: scenarioRanges[field].integer ? 1 : (fineSteps[field] ?? 0.1),
  },
  ...slider,
});

export const sliders: Readonly<Record<string, Slider>> = {
  batch: sliderOf("batch", {
    symbol: "batch",
    kind: "compute",
    stops: () => asStops(octaves(1, 1024, 4)),
    spoken: ({scenario: {batch}}, {words, numbers}) =>
      words.controls.readers(batch, numbers.whole(batch)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.batch),
  }),
  context: sliderOf("context", {
    symbol: "context",
    kind: "memory",
    stops: () => asStops(octaves(128, 131072, 4)),
    spoken: ({scenario: {context}}, {words, numbers}) =>
      words.controls.tokens(context, numbers.whole(context)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.context),
  }),
  promptTokens: sliderOf("promptTokens", {
    symbol: "promptTokens",
    kind: "compute",
    stops: () => asStops(octaves(16, 131072, 4)),
    spoken: ({scenario: {promptTokens}}, {words, numbers}) =>
      words.controls.tokens(promptTokens, numbers.whole(promptTokens)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.promptTokens),
  }),
  // The same number, where a model reads few of them together: one of them is how it writes.
  together: {
    ...sliderOf("promptTokens", {
      symbol: "promptTokens",
      kind: "compute",
      stops: () => asStops(octaves(1, 256, 2)),
      spoken: ({scenario: {promptTokens}}, {words, numbers}) =>
        words.controls.tokens(promptTokens, numbers.whole(promptTokens)),
      shown: ({scenario}, {numbers}) => numbers.whole(scenario.promptTokens),
    }),
    label: "together",
  },
  answerTokens: sliderOf("answerTokens", {
    symbol: "answerTokens",
    kind: "memory",
    stops: () => asStops(octaves(1, 8192, 4)),
    spoken: ({scenario: {answerTokens}}, {words, numbers}) =>
      words.controls.tokens(answerTokens, numbers.whole(answerTokens)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.answerTokens),
  }),
  devices: sliderOf("devices", {
    symbol: "devices",
    kind: "plain",
    stops: () => asStops(octaves(1, 64, 1)),
    spoken: ({scenario: {devices}}, {words, numbers}) =>
      words.controls.gpus(devices, numbers.whole(devices)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.devices),
  }),
  speed: sliderOf("speed", {
    symbol: "speed",
    kind: "plain",
    stops: () => asStops(decades(1, 1000)),
    spoken: ({scenario}, {words, numbers}) =>
      words.controls.tokensPerSecond(numbers.number(scenario.speed)),
    shown: ({scenario}, {numbers}) => numbers.number(scenario.speed),
  }),
  zoom: {
    // Without a field: nobody wants to type how many bytes fill a frame.
    label: "zoom",
    symbol: "zoom",
    kind: "plain",
    stops: () => asStops(eighths(1.5, 13)),
    value: ({scenario}) => scenario.zoom,
    change: (zoom) => ({zoom: Number(zoom)}),
    spoken: ({scenario}, {words, numbers}) => words.controls.frame(numbers.bytes(scenario.zoom)),
    shown: ({scenario}, {numbers}) => numbers.bytes(scenario.zoom),
  },
  offloadedLayers: sliderOf("offloadedLayers", {
    symbol: "gpuShare",
    kind: "memory",
    // Every layer of the model, as many as data-layers says.
    stops: (_, attributes) =>
      asStops(Array.from({length: Number(attributes["layers"]) + 1}, (_, layers) => layers)),
    spoken: ({scenario, model}, {words, numbers}) =>
      words.controls.layers(
        numbers.whole(scenario.offloadedLayers),
        numbers.whole(model.architecture.numLayers),
      ),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.offloadedLayers),
  }),
  weight: sliderOf("weight", {
    symbol: "weight",
    kind: "plain",
    stops: () => asStops(Array.from({length: scenarioRanges.weight.max}, (_, i) => i + 1)),
    spoken: ({scenario}, {words, numbers}) =>
      words.controls.weightNumber(numbers.whole(scenario.weight)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.weight),
  }),
  pull: sliderOf("pull", {
    symbol: "weight",
    kind: "memory",
    stops: () =>
      asStops(Array.from({length: 65}, (_, i) => scenarioRanges.pull.min + i * fineSteps.pull!)),
    spoken: ({scenario}, {words, numbers}) =>
      words.controls.pulledBy(numbers.number(scenario.pull)),
    shown: ({scenario}, {numbers}) => numbers.number(scenario.pull),
  }),
  modelSize: {
    label: "modelSize",
    symbol: "parameters",
    kind: "memory",
    // Real models, from small to large: data-options="TinyLlama-1.1B, LLaMA-7B, …".
    stops: (_, attributes) => asStops(listed(attributes)),
    value: ({model}) => model.name,
    measure: (name, {catalog}) => parameterCount(findModel(catalog, name).architecture).total,
    measured: ({model}) => parameterCount(model.architecture).total,
    change: (model) => ({model: String(model)}),
    spoken: ({model, simple}, {words, numbers}) =>
      words.controls.parameters(model.name, numbers.amount(simple.parameters)),
    shown: ({model}) => model.name,
  },
  bits: {
    label: "bits",
    symbol: "bytesPerWeight",
    kind: "memory",
    stops: (_, attributes) => asStops(listed(attributes)),
    value: ({format}) => format.name,
    measure: (name) => formatNamed(name).bitsPerWeight,
    measured: ({format}) => format.bitsPerWeight,
    change: (format) => ({format: String(format)}),
    spoken: ({format, simple}, {words, numbers}) =>
      words.controls.bitsPerWeight(numbers.bits(simple.bytesPerWeight * 8), format.name),
    shown: ({simple}, {numbers}) => numbers.bits(simple.bytesPerWeight * 8),
  },
  // The demo model, from 32 bits down: the story falls apart at the end.
  stored: {
    label: "stored",
    symbol: "storedBits",
    kind: "memory",
    stops: () => asStops(storedFormats),
    value: ({scenario}) => scenario.stored,
    change: (stored) => ({stored: stored as StoredFormat}),
    spoken: ({scenario: {stored}}, {words, numbers}) =>
      words.controls.bitsPerWeight(numbers.bits(storedBitsOf(stored)), stored),
    shown: ({scenario}) => scenario.stored,
  },
  storySeed: sliderOf("storySeed", {
    symbol: "storySeed",
    kind: "plain",
    stops: () => asStops(Array.from({length: recordedSeeds}, (_, i) => i + 1)),
    spoken: ({scenario}, {words, numbers}) =>
      words.controls.story(numbers.whole(scenario.storySeed)),
    shown: ({scenario}, {numbers}) => numbers.whole(scenario.storySeed),
  }),
  oneIn: {
    label: "oneIn",
    symbol: "oneIn",
    kind: "plain",
    stops: () => asStops(patienceStops),
    value: ({scenario}) => scenario.oneIn,
    change: (oneIn) => ({oneIn: Number(oneIn)}),
    spoken: ({scenario}, {words, numbers}) =>
      words.controls.oneInMany(numbers.whole(scenario.oneIn)),
    shown: ({scenario}, {words, numbers}) =>
      words.controls.oneInMany(numbers.whole(scenario.oneIn)),
  },
  ...sizeSliders,
};

/** data-options="Apple M1, A100 80GB" → ["Apple M1", "A100 80GB"]. */
export function listed(attributes: Attributes): string[] {
  return (attributes["options"] ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The stop nearest to where the scenario stands: by name, or by ratio where none has its name. */
export function stopNearest(
  {value, measure, measured}: Slider,
  stops: readonly Stop[],
  view: View,
  context: Context,
): number {
  const standing = value(view);
  if (typeof standing === "number") return nearest(stops, (stop) => Number(stop) - standing);
  const named = stops.findIndex((stop) => stop.value === standing);
  if (named >= 0 || measure === undefined || measured === undefined) return Math.max(0, named);
  const size = measured(view);
  return nearest(stops, (stop) => Math.log(measure(String(stop), context) / size));
}

function nearest(stops: readonly Stop[], distance: (stop: Stop["value"]) => number): number {
  let best = 0;
  let least = Infinity;
  for (const [i, {value}] of stops.entries()) {
    const here = Math.abs(distance(value));
    if (here < least) [best, least] = [i, here];
  }
  return best;
}
