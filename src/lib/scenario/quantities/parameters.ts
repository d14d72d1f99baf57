import type {Architecture} from "../../arithmetic/architecture.js";
import {
  groupedParameters,
  idleParameters,
  layerParameters,
  llamaParameters,
} from "../../arithmetic/llama-parameters.js";
import {parameterCount, parameterEstimate} from "../../arithmetic/parameters.js";
import {doubledAndHalved} from "../doubled.js";
import {countedToTheUnit, publishedTotals} from "../published.js";
import {formulaGap} from "../formula-gap.js";
import type {View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Quantities of the chapter on counting parameters. */
export const parameterQuantities = {
  // The shape.
  heads: ({model}) => model.architecture.numHeads,
  tables: ({model}) => (model.architecture.tieEmbeddings ? 1 : 2),
  expertSize: ({model: {architecture}}) =>
    architecture.experts?.intermediateSize ?? architecture.intermediateSize,
  sparseLayers: ({model: {architecture}}) =>
    architecture.numLayers - (architecture.experts?.denseLayers ?? 0),
  /** What 12 · L · d² takes for the width of the feed-forward block. */
  fourTimesHidden: ({model}) => 4 * model.architecture.hiddenSize,

  // Counted by the formulas.
  layerParameters: ({model}) => layerParameters(sizesOf(model.architecture)),
  estimatedParameters: ({model: {architecture}}) => estimateOf(architecture),
  estimatedExactly: ({model: {architecture}}) => estimateOf(architecture),
  llamaParameters: ({model}) => llamaParameters(sizesOf(model.architecture)),
  groupedParameters: ({model}) => groupedParameters(sizesOf(model.architecture)),
  idleParameters: ({model: {architecture}}) => {
    const {experts} = architecture;
    return idleParameters({
      sparseLayers: architecture.numLayers - (experts?.denseLayers ?? 0),
      hiddenSize: architecture.hiddenSize,
      expertSize: experts?.intermediateSize ?? architecture.intermediateSize,
      experts: experts?.count ?? 1,
      expertsPerToken: experts?.perToken ?? 1,
    });
  },

  // Counted tensor by tensor.
  exactParameters: (view) => count(view).total,
  activeParameters: (view) => count(view).active,
  activeShare: (view) => count(view).active / count(view).total,
  attentionShare: (view) => count(view).attention / count(view).total,
  feedForwardShare: (view) => count(view).feedForward / count(view).total,
  gateShare: (view) =>
    count(view).feedForward / view.model.architecture.feedForwardMatrices / count(view).total,
  tableShare: (view) => (count(view).embedding + count(view).output) / count(view).total,
  tablePerHundred: (view) =>
    (100 * (count(view).embedding + count(view).output)) / count(view).total,
  oneTable: ({model: {architecture}}) => architecture.vocabSize * architecture.hiddenSize,
  layerSquares: ({model: {architecture}}) =>
    layerParameters(sizesOf(architecture)) / architecture.hiddenSize ** 2,
  feedForwardSquares: ({model: {architecture}}) =>
    (architecture.feedForwardMatrices * architecture.intermediateSize) / architecture.hiddenSize,

  // The formula against the count.
  missing: (view) => Math.abs(count(view).total - estimateOf(view.model.architecture)),
  missingShare: (view) =>
    Math.abs(count(view).total - estimateOf(view.model.architecture)) / count(view).total,
  missingTable: (view) => gapOf(view, "tables"),
  missingFeedForward: (view) => gapOf(view, "feedForward"),
  missingNorms: (view) => gapOf(view, "norms"),
  /** Of the whole difference; none if the formula happens to be right. */
  missingTableShare: (view) => {
    const difference = count(view).total - estimateOf(view.model.architecture);
    return difference === 0 ? undefined : gapOf(view, "tables") / difference;
  },

  // Questions.
  doubledAndHalved: ({model: {architecture}}) =>
    parameterCount(doubledAndHalved(architecture)).total / parameterCount(architecture).total,
  expertBillions: (view) => expertWeights(view) / 1e9,
  restParameters: (view) => count(view).total - expertWeights(view),
  publishedTotals: (_, catalog) => publishedTotals(catalog).length,
  countedToTheUnit: (_, catalog) => countedToTheUnit(catalog).length,
  explainedTotals: (_, catalog) =>
    publishedTotals(catalog).length - countedToTheUnit(catalog).length,
} satisfies Record<string, Quantity>;

const count = ({model}: View) => parameterCount(model.architecture);

const estimateOf = ({numLayers, hiddenSize, vocabSize}: Architecture): number =>
  parameterEstimate(numLayers, hiddenSize, vocabSize);

const gapOf = ({model}: View, part: string): number =>
  Math.abs(formulaGap(model.architecture).find((step) => step.part === part)!.difference);

/** Weights of the experts that a token may pick; of a dense model, of its feed-forward blocks. */
function expertWeights({model: {architecture}}: View): number {
  const {experts, feedForwardMatrices: matrices, hiddenSize} = architecture;
  const layers = architecture.numLayers - (experts?.denseLayers ?? 0);
  const width = experts?.intermediateSize ?? architecture.intermediateSize;
  return matrices * layers * (experts?.count ?? 1) * hiddenSize * width;
}

const sizesOf = (architecture: Architecture) => ({
  layers: architecture.numLayers,
  hiddenSize: architecture.hiddenSize,
  intermediateSize: architecture.intermediateSize,
  vocabularySize: architecture.vocabSize,
  heads: architecture.numHeads,
  kvHeads: architecture.numKvHeads,
  headSize: architecture.headDim,
  tables: architecture.tieEmbeddings ? 1 : 2,
});
