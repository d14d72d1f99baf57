import {
  demoBytesOf,
  isOwnFormat,
  patienceIndex,
  recordedPrice,
  storedBitsOf,
} from "../../../lib/scenario/price.js";
import {bitsOfFile, fileOf, lossOf} from "../../../lib/scenario/perplexity-size.js";
import {countedTokens} from "../../../lib/scenario/recorded-prices.js";
import {storedFormats, type StoredFormat} from "../../../lib/scenario/stored-formats.js";
import {fableTokensPerWeight, tokensPerWeight} from "../../../lib/scenario/texts.js";
import {liveCount, priceNow} from "../../price/live.js";
import {listed} from "../../control/sliders.js";
import type {LawTable} from "../law-table.js";

/** The demo model in every format: its size by the law, and what it is worth, recorded or live. */
export const demoPrices: LawTable = {
  caption: (_, {words, numbers}) =>
    words.tables.demoPrices.caption(
      liveCount(),
      numbers.whole(liveCount()),
      numbers.whole(storedFormats.length),
    ),
  columns: ({words, numbers}) => words.tables.demoPrices.columns(numbers.whole(countedTokens)),
  rows: ({scenario}, {numbers, words}) =>
    storedFormats.map((stored) => {
      const {perplexity, lifted, tokensPerSecond} = priceNow(stored);
      return [
        isOwnFormat(stored) ? words.tables.demoPrices.own(stored) : stored,
        numbers.bits(storedBitsOf(stored)),
        numbers.bytes(demoBytesOf(stored)),
        numbers.hundredths(perplexity),
        numbers.whole(lifted[patienceIndex(scenario.oneIn)]!),
        tokensPerSecond === undefined ? "–" : numbers.rate(tokensPerSecond),
      ];
    }),
  room: storedFormats.length,
};

/**
 * What the demo model loses as recorded, and below it what published files lose against 16 bits, a
 * row for each model: data-options="LLaMA-7B, …". How full each model is stands beside its name.
 */
export const publishedLosses: LawTable = {
  caption: (_, {words}) => words.tables.publishedLosses.caption,
  columns: ({words}) => words.tables.publishedLosses.columns,
  rows: (_, {words, numbers, catalog}, attributes) => [
    [
      words.figures.cliff.demo,
      numbers.whole(fableTokensPerWeight),
      ...demoLosses.map((stored) => numbers.change(demoLoss(stored))),
      numbers.hundredths(storedBitsOf("Q2_K")),
    ],
    ...listed(attributes).map((model) => [
      model,
      numbers.whole(tokensPerWeight(model, catalog)!),
      ...lossFormats.map((format) => {
        const file = fileOf(model, format, catalog);
        return file === undefined ? "–" : numbers.change(lossOf(file, catalog)!);
      }),
      numbers.hundredths(bitsOfFile(fileOf(model, "Q2_K file", catalog)!, catalog)),
    ]),
  ],
};

const demoLosses = ["Q8_0", "Q5_0", "Q4_0", "Q3_K", "Q2_K"] as const;
const lossFormats = ["Q8_0", "Q5_0 file", "Q4_0 file", "Q3_K_S", "Q2_K file"] as const;

const demoLoss = (stored: StoredFormat): number =>
  recordedPrice(stored).perplexity / recordedPrice("F32").perplexity - 1;
