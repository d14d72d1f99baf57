import {bitsPerWeight} from "../../arithmetic/file-size.js";
import type {BlockFormat} from "../../arithmetic/format.js";
import {formatNamed, storedTensors, weightBytes} from "../../arithmetic/precision.js";
import type {Catalog} from "../../catalog/catalog.js";
import {openedFormat} from "../opened-block.js";
import {fileOf, lossOf} from "../perplexity-size.js";
import {gainRange, phaseGain, type Phase} from "../precision-phases.js";
import {angleOf, errorOf, roundingErrors} from "../rounding-errors.js";
import type {View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Quantities of the chapter on precision: a block, a file, what is lost and what is gained. */
export const precisionQuantities = {
  // One block.
  weightBits: (view) => blockShape(view).weightBits,
  sharedBits: (view) => blockShape(view).sharedBits,
  blockWeights: (view) => blockShape(view).blockWeights,
  blockBits: (view) => {
    const {weightBits, sharedBits, blockWeights} = blockShape(view);
    return weightBits * blockWeights + sharedBits;
  },
  blockBytes: (view) => (bitsPerWeight(blockShape(view)) * blockShape(view).blockWeights) / 8,
  storedBits: (view) => bitsPerWeight(blockShape(view)),
  scaleShare: (view) => {
    const {sharedBits, blockWeights} = blockShape(view);
    return sharedBits / blockWeights / bitsPerWeight(blockShape(view));
  },

  // One file.
  exactBytes: ({model, format}) => weightBytes(model.architecture, format),
  gibibytes: ({model, format}) => weightBytes(model.architecture, format) / 2 ** 30,
  gigabytes: ({model, format}) => weightBytes(model.architecture, format) / 1e9,
  matrixParameters: (view) => parametersIn(view, "matrices"),
  outputParameters: (view) => parametersIn(view, "output"),
  normParameters: (view) => parametersIn(view, "norms"),
  outputBits: () => formatNamed("Q6_K").bitsPerWeight,
  /** The bytes if the label were the whole truth: every parameter in four bits. */
  labelBytes: ({model}) => weightBytes(model.architecture, "INT4"),

  // What is lost.
  outputError: ({format}) => errorOf(openedFormat(format.name)),
  outputErrorPercent: ({format}) => 100 * errorOf(openedFormat(format.name)),
  twoBitError: () => roundingErrors()[0]!.error,
  outputAngle: ({format}) => angleOf(errorOf(openedFormat(format.name))),
  perplexity: ({model, format}, catalog) =>
    fileOf(model.name, format.name, catalog)?.row.perplexity,
  perplexityLoss: ({model, format}, catalog) => {
    const file = fileOf(model.name, format.name, catalog);
    return file && lossOf(file, catalog);
  },
  publishedBytes: ({model, format}, catalog) => fileOf(model.name, format.name, catalog)?.bytes,

  // What is gained.
  bytesSaved: ({model, format}) =>
    weightBytes(model.architecture, "FP16") / weightBytes(model.architecture, format),
  decodeGain: (view, catalog) => measuredGain(view, "decode", catalog),
  prefillGain: (view, catalog) => measuredGain(view, "prefill", catalog),
  leastDecodeGain: (_, catalog) => gainRange("decode", "Q4_0 file", catalog).least,
  mostDecodeGain: (_, catalog) => gainRange("decode", "Q4_0 file", catalog).most,
  leastPrefillGain: (_, catalog) => gainRange("prefill", "Q4_0 file", catalog).least,
  mostPrefillGain: (_, catalog) => gainRange("prefill", "Q4_0 file", catalog).most,
} satisfies Record<string, Quantity>;

/** The block of the chosen format, or that of which a file of it mostly consists. */
function blockShape({format}: View): {
  weightBits: number;
  sharedBits: number;
  blockWeights: number;
} {
  const {fields, weights} = (
    format.kind === "block" ? format : formatNamed(openedFormat(format.name))
  ) as BlockFormat;
  // What there is as many of as weights is a weight's own; the rest is shared.
  const own = fields.filter(({count}) => count === weights);
  const shared = fields.filter(({count}) => count !== weights);
  return {
    weightBits: own.reduce((sum, {bits}) => sum + bits, 0),
    sharedBits: shared.reduce((sum, {bits, count}) => sum + bits * count, 0),
    blockWeights: weights,
  };
}

/** Weights of a Q4_0 file: those in blocks, those of the output matrix, those in 32 bits. */
function parametersIn({model}: View, kind: "matrices" | "output" | "norms"): number {
  const mix = formatNamed("Q4_0 file");
  const block = formatNamed("Q4_0").bitsPerWeight;
  let sum = 0;
  for (const {tensor, bytesOfOne} of storedTensors(model.architecture, mix)) {
    const count = tensor.rows * tensor.columns;
    const isBlock = 8 * bytesOfOne === block * count;
    const own = tensor.kind === "vector" ? "norms" : isBlock ? "matrices" : "output";
    if (own === kind) sum += tensor.copies * count;
  }
  return sum;
}

const measuredGain = (
  {machine, format}: View,
  phase: Phase,
  catalog: Catalog,
): number | undefined => phaseGain(machine.name, phase, format.name, catalog)?.gain;
