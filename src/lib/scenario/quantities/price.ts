import {perplexity, surpriseBits} from "../../arithmetic/perplexity.js";
import {parameterCount} from "../../arithmetic/parameters.js";
import {timesFable} from "../cliff.js";
import {fable} from "../fable.js";
import {demoBytesOf, patienceIndex, recordedPrice, storedBitsOf} from "../price.js";
import {bitsOfFile, fileOf} from "../perplexity-size.js";
import {countedTokens} from "../recorded-prices.js";
import type {StoredFormat} from "../stored-formats.js";
import {fableTokensPerWeight, tokensPerWeight, tokensRead} from "../texts.js";
import type {View} from "../view.js";
import type {Quantity} from "./quantity.js";

const priceOf = ({scenario}: View) => recordedPrice(scenario.stored);
const wholePerplexity = recordedPrice("F32").perplexity;
const lossIn = (stored: StoredFormat): number =>
  recordedPrice(stored).perplexity / wholePerplexity - 1;
const liftedIn = (view: View): number => priceOf(view).lifted[patienceIndex(view.scenario.oneIn)]!;
const liftedWhole = ({scenario}: View): number =>
  recordedPrice("F32").lifted[patienceIndex(scenario.oneIn)]!;
const surpriseIn = (view: View): number => countedTokens * Math.log2(priceOf(view).perplexity);

const exerciseOdds = [1 / 2, 1 / 8, 1 / 4, 1 / 64];
const exerciseBits = exerciseOdds.reduce((sum, odds) => sum + surpriseBits(odds), 0);

/** Quantities of the chapter on the price of precision, as they were recorded. */
export const priceQuantities = {
  demoParameters: () => parameterCount(fable).total,
  demoBits: ({scenario}) => storedBitsOf(scenario.stored),
  demoBytes: ({scenario}) => demoBytesOf(scenario.stored),
  demoPerplexity: (view) => priceOf(view).perplexity,
  /** By which share it is worse than the whole model: 0.035 is 3.5%. */
  demoLoss: ({scenario}) => lossIn(scenario.stored),
  /** What it would lose if the loss at five bits doubled with every bit that is taken away. */
  doubledLoss: ({scenario}) =>
    lossIn("Q5_0") * 2 ** (storedBitsOf("Q5_0") - storedBitsOf(scenario.stored)),
  /** How many times as much it loses as with five bits. */
  lossGrowth: ({scenario}) => lossIn(scenario.stored) / lossIn("Q5_0"),
  demoTimes: (view) => priceOf(view).perplexity / wholePerplexity,
  countedTokens: () => countedTokens,
  surpriseBits: surpriseIn,
  surpriseEach: (view) => surpriseIn(view) / countedTokens,
  meanOdds: (view) => 1 / priceOf(view).perplexity,
  lifted: liftedIn,
  /** For a hundred times that she lifts it at the whole model's telling. */
  liftedPerHundred: (view) => (100 * liftedIn(view)) / liftedWhole(view),
  oneIn: ({scenario}) => scenario.oneIn,
  /** By how much more it is surprised at each word than the whole model is, bits. */
  extraBits: (view) => Math.log2(priceOf(view).perplexity / wholePerplexity),
  /** How full a model is: tokens that it was shown for each of its weights. */
  demoTokensPerWeight: () => fableTokensPerWeight,
  tokensPerWeight: ({model}, catalog) => tokensPerWeight(model.name, catalog),
  tokensRead: ({model}, catalog) => tokensRead(model.name, catalog),
  /** How many times as many weights a model has as the demo model. */
  timesFable: ({model}) => timesFable(model.architecture),
  /** Bits that a published file takes for each weight. */
  publishedBits: ({model, format}, catalog) => {
    const file = fileOf(model.name, format.name, catalog);
    return file && bitsOfFile(file, catalog);
  },
  exerciseBits: () => exerciseBits,
  exerciseMean: () => exerciseBits / exerciseOdds.length,
  exercisePerplexity: () =>
    perplexity({surpriseBits: exerciseBits, countedTokens: exerciseOdds.length}),
} satisfies Record<string, Quantity>;
