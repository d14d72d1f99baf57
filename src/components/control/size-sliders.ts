import {reshaped, sizeRanges, type Sizes} from "../../lib/scenario/own-model.js";
import type {SymbolId} from "../../lib/formula/symbols.js";
import type {SizeField, Slider} from "./slider.js";

/**
 * Sliders for the sizes of a model. Whoever moves one has a model of his own. Stops of the hidden
 * size are such that all usual numbers of heads share it without a rest.
 */
const sizeSlider = (
  label: SizeField,
  symbol: SymbolId,
  field: keyof Sizes,
  stops: readonly number[],
): Slider => ({
  label,
  symbol,
  kind: "plain",
  stops: () => stops.map((value) => ({value})),
  value: ({model}) => model.architecture[field],
  change: (value, view, {words}) =>
    // More heads are as large as before: their matrices become wider.
    reshaped(
      view,
      {
        [field]: Number(value),
        ...(field === "numHeads" && {headDim: view.model.architecture.headDim}),
      },
      words.controls.changed,
    ),
  spoken: ({model}, {words, numbers}) =>
    words.controls.sized(numbers.whole(model.architecture[field]), words.controls[label]),
  shown: ({model}, {numbers}) => numbers.whole(model.architecture[field]),
  typed: {...sizeRanges[field], step: 1},
});

const widths = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64].map(
  (quarters) => 256 * quarters,
);

const powersOfTwo = [1, 2, 4, 8, 16, 32, 64, 128];

export const sizeSliders = {
  layers: sizeSlider(
    "depth",
    "layers",
    "numLayers",
    [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 80, 96, 112, 128],
  ),
  hiddenSize: sizeSlider("hiddenSize", "hiddenSize", "hiddenSize", widths),
  intermediateSize: sizeSlider("intermediateSize", "intermediateSize", "intermediateSize", [
    ...widths.filter((width) => width >= 1024),
    20480,
    24576,
    28672,
    32768,
    40960,
    49152,
    57344,
    65536,
  ]),
  // Powers of two, which the KV heads divide whatever is chosen first.
  heads: sizeSlider("heads", "heads", "numHeads", powersOfTwo),
  kvHeads: sizeSlider("kvHeads", "kvHeads", "numKvHeads", powersOfTwo),
  vocabularySize: sizeSlider(
    "vocabularySize",
    "vocabularySize",
    "vocabSize",
    [
      256, 512, 1024, 2048, 4096, 8192, 16384, 32000, 50257, 65536, 100352, 128256, 151936, 200064,
      256000,
    ],
  ),
};
