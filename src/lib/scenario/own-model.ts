import type {Architecture, Experts, LatentAttention} from "../arithmetic/architecture.js";
import {checkArchitecture} from "../arithmetic/check-inputs.js";
import type {Format, IdealFormat} from "../arithmetic/format.js";
import {parameterCount} from "../arithmetic/parameters.js";
import {formatNamed} from "../arithmetic/precision.js";
import type {Catalog, Model} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";
import {defaultScenario, type OwnModel, type Scenario} from "./scenario.js";

/** The sizes of a model that a reader can move. */
export type Sizes = Pick<
  Architecture,
  | "numLayers"
  | "hiddenSize"
  | "numHeads"
  | "numKvHeads"
  | "headDim"
  | "intermediateSize"
  | "vocabSize"
>;

/** Legal range of each, both ends included: wide enough for any model, narrow enough to be drawn. */
export const sizeRanges: Readonly<Record<keyof Sizes, {min: number; max: number}>> = {
  numLayers: {min: 1, max: 1000},
  hiddenSize: {min: 1, max: 131_072},
  numHeads: {min: 1, max: 4096},
  numKvHeads: {min: 1, max: 4096},
  headDim: {min: 1, max: 8192},
  intermediateSize: {min: 0, max: 1_048_576},
  vocabSize: {min: 1, max: 10_000_000},
};

const mostParameters = 1e15;
const mostBitsPerWeight = 64;
const longestName = 60; // characters

/**
 * A model of the reader's own, as the scenario carries it: names of a bounded length, and of the
 * architecture what takes bytes or time, without remarks about how it was read.
 *
 * @throws a sentence that names what no model can have.
 */
export function ownModel({name, architecture, file}: OwnModel): OwnModel {
  const own: OwnModel = {
    name: shortName(name, ""),
    architecture: bare(architecture),
    ...(file && {file: {name: shortName(file.name, fileEnding), bytes: file.bytes}}),
  };
  check(own);
  return own;
}

/** Names of formats never end like this, so that none is taken for a file. */
const fileEnding = ".gguf";

/** At most so many characters on one line; a file keeps its ending. */
function shortName(name: string, ending: string): string {
  const line = name
    .replaceAll(/[\s\p{C}]+/gu, " ") // no line breaks, and nothing that cannot be seen
    .trim();
  const stem = line.toLowerCase().endsWith(ending)
    ? line.slice(0, line.length - ending.length)
    : line;
  const room = longestName - ending.length;
  const characters = [...stem]; // an emoji is one of them, not two halves
  return (characters.length > room ? `${characters.slice(0, room - 1).join("")}…` : stem) + ending;
}

function check({name, architecture, file}: OwnModel): void {
  if (name === "") throw new Error("name is empty; it should be the name of a model");
  checkArchitecture(architecture);
  for (const field of Object.keys(sizeRanges) as (keyof Sizes)[]) {
    const {min, max} = sizeRanges[field];
    const size = architecture[field];
    if (size < min || size > max) {
      throw new Error(`${field} is ${size}; it should be a whole number from ${min} to ${max}`);
    }
  }
  const {numHeads, numKvHeads} = architecture;
  if (numHeads % numKvHeads !== 0) {
    throw new Error(
      `numKvHeads is ${numKvHeads}; it should be a number that divides numHeads, ${numHeads}`,
    );
  }
  const {total} = parameterCount(architecture);
  if (total > mostParameters) {
    throw new Error(`the model has ${total} parameters; it should have at most ${mostParameters}`);
  }
  if (file === undefined) return;
  const most = (total * mostBitsPerWeight) / 8;
  if (!(Number.isInteger(file.bytes) && file.bytes >= 1 && file.bytes <= most)) {
    throw new Error(
      `file.bytes is ${file.bytes}; it should be a whole number from 1 to ${most}, ${mostBitsPerWeight} bits for each weight`,
    );
  }
}

/** The shape alone, its fields in the order in which the catalog has them. */
function bare(architecture: Architecture): Architecture {
  const {biases, norms, slidingWindow, latentAttention, experts} = architecture;
  return {
    name: shortName(architecture.name, ""),
    family: shortName(architecture.family, ""),
    numLayers: architecture.numLayers,
    hiddenSize: architecture.hiddenSize,
    numHeads: architecture.numHeads,
    numKvHeads: architecture.numKvHeads,
    headDim: architecture.headDim,
    intermediateSize: architecture.intermediateSize,
    vocabSize: architecture.vocabSize,
    tieEmbeddings: architecture.tieEmbeddings,
    feedForwardMatrices: architecture.feedForwardMatrices,
    biases: {
      queryKeyValue: biases.queryKeyValue,
      attentionOutput: biases.attentionOutput,
      feedForward: biases.feedForward,
    },
    norms: {perLayer: norms.perLayer, bias: norms.bias},
    qkNorm: architecture.qkNorm,
    attentionSinks: architecture.attentionSinks,
    learnedPositions: architecture.learnedPositions,
    ...(slidingWindow && {
      slidingWindow: {tokens: slidingWindow.tokens, layers: slidingWindow.layers},
    }),
    ...(latentAttention && {latentAttention: bareLatentAttention(latentAttention)}),
    ...(experts && {experts: bareExperts(experts)}),
  };
}

function bareLatentAttention({queryRank = 0, ...latent}: LatentAttention): LatentAttention {
  return {
    ...(queryRank !== 0 && {queryRank}), // the address writes 0 for none
    keyValueRank: latent.keyValueRank,
    nopeHeadDim: latent.nopeHeadDim,
    ropeHeadDim: latent.ropeHeadDim,
    valueHeadDim: latent.valueHeadDim,
  };
}

function bareExperts(experts: Experts): Experts {
  return {
    count: experts.count,
    perToken: experts.perToken,
    intermediateSize: experts.intermediateSize,
    sharedIntermediateSize: experts.sharedIntermediateSize,
    ...(experts.sharedGate === true && {sharedGate: true}),
    denseLayers: experts.denseLayers,
    routerBias: experts.routerBias,
    expertBias: experts.expertBias,
  };
}

const asModel = new WeakMap<OwnModel, Model>();
const asFormat = new WeakMap<OwnModel, IdealFormat>();

/** The scenario's model: the reader's own if it is chosen, else the catalog's. Throws if unknown. */
export function modelOf({model: name, own}: Scenario, catalog: Catalog): Model {
  if (own?.name !== name) return findModel(catalog, name);
  let model = asModel.get(own);
  if (model === undefined) {
    const {architecture} = own;
    model = {name, architecture, source: "the reader's own model", readOn: "", verified: false};
    asModel.set(own, model);
  }
  return model;
}

/**
 * The scenario's format: the reader's own file if it is chosen, as many bits for each weight as it
 * has on average, else the format of that name. Throws if unknown.
 */
export function formatOf({format: name, own}: Scenario): Format {
  if (own?.file === undefined || own.file.name !== name) return formatNamed(name);
  let format = asFormat.get(own);
  if (format === undefined) {
    const bitsPerWeight = (8 * own.file.bytes) / parameterCount(own.architecture).total;
    // Like llama.cpp: only weights that are wider than sixteen bits are calculated with in FP32.
    format = {name, kind: "ideal", bitsPerWeight, arithmetic: bitsPerWeight > 17 ? "fp32" : "fp16"};
    asFormat.set(own, format);
  }
  return format;
}

/** The changes of the scenario that choose a model of one's own, in its own file if it has one. */
export function choosing(own: OwnModel, {format, own: before}: Scenario): Partial<Scenario> {
  const kept = before?.file?.name === format ? defaultScenario.format : format;
  return {own, model: own.name, format: own.file?.name ?? kept};
}

/** Whether a scenario shows the reader's own model or file. */
export function usesOwn(scenario: Scenario): scenario is Scenario & {own: OwnModel} {
  const {own, model, format} = scenario;
  return own !== undefined && (own.name === model || own.file?.name === format);
}

/**
 * The changes of the scenario that give its model other sizes, e.g.
 *
 *     page.change(reshaped(page.view(), {hiddenSize: 5120}, words.changed), false)
 *
 * Sizes are brought into their ranges, and what belongs together stays together: heads that share
 * the hidden size go on sharing it (which is rounded to a multiple of their number), heads that
 * all have keys and values of their own keep them, and KV heads divide the heads. The weights of a
 * file keep their bits.
 *
 * @param name what to call it, e.g. (original) => `${original}, changed`; asked once, for a model
 *   of the catalog: what is the reader's own already keeps its name
 */
export function reshaped(
  {scenario, model}: {scenario: Scenario; model: Model},
  sizes: Partial<Sizes>,
  name: (original: string) => string,
): Pick<Scenario, "model"> & {own: OwnModel} {
  const ownName = scenario.own?.name === scenario.model ? model.name : name(model.name);
  const architecture = withSizes({...model.architecture, name: ownName}, sizes);
  const file = usesOwn(scenario) ? fileFor(architecture, scenario.own) : undefined;
  const own = ownModel({name: ownName, architecture, ...(file && {file})});
  return {model: own.name, own};
}

/** A file of another shape, with as many bits for each weight. */
function fileFor(architecture: Architecture, {file, architecture: filed}: OwnModel) {
  if (file === undefined) return undefined;
  const growth = parameterCount(architecture).total / parameterCount(filed).total;
  return {name: file.name, bytes: Math.max(1, Math.round(file.bytes * growth))};
}

function withSizes(before: Architecture, wanted: Partial<Sizes>): Architecture {
  const size = (field: keyof Sizes): number => legal(field, wanted[field] ?? before[field]);
  const numLayers = size("numLayers");
  const numHeads = size("numHeads");
  const shares = before.numHeads * before.headDim === before.hiddenSize;
  const sharesStill = shares && wanted.headDim === undefined;
  const headDim = sharesStill ? sharedHeadDim(size("hiddenSize"), numHeads) : size("headDim");
  const allKeep = before.numKvHeads === before.numHeads && wanted.numKvHeads === undefined;
  const {slidingWindow, experts} = before;
  return {
    ...before,
    numLayers,
    hiddenSize: sharesStill ? numHeads * headDim : size("hiddenSize"),
    numHeads,
    headDim,
    numKvHeads: allKeep ? numHeads : divisorUpTo(size("numKvHeads"), numHeads),
    intermediateSize: size("intermediateSize"),
    vocabSize: size("vocabSize"),
    ...(slidingWindow && {
      slidingWindow: {
        tokens: slidingWindow.tokens,
        layers: Math.round((slidingWindow.layers / before.numLayers) * numLayers),
      },
    }),
    ...(experts && {
      experts: {...experts, denseLayers: Math.min(experts.denseLayers, numLayers)},
    }),
  };
}

/** The nearest width of equal heads that fit the hidden size. */
function sharedHeadDim(hiddenSize: number, numHeads: number): number {
  const nearest = legal("headDim", hiddenSize / numHeads);
  return nearest > 1 && nearest * numHeads > sizeRanges.hiddenSize.max ? nearest - 1 : nearest;
}

/** The nearest whole number in the range of a size. */
function legal(field: keyof Sizes, value: number): number {
  const {min, max} = sizeRanges[field];
  return Math.min(max, Math.max(min, Math.round(value)));
}

/** The greatest divisor of `whole` that is at most `wanted`: 1 at least. */
function divisorUpTo(wanted: number, whole: number): number {
  for (let divisor = Math.min(wanted, whole); divisor > 1; divisor--) {
    if (whole % divisor === 0) return divisor;
  }
  return 1;
}
