import {
  demoBytesOf,
  isOwnFormat,
  patienceIndex,
  storedBitsOf,
} from "../../../lib/scenario/price.js";
import {fileOf, lossOf} from "../../../lib/scenario/perplexity-size.js";
import {countedTokens} from "../../../lib/scenario/recorded-prices.js";
import {storedFormats} from "../../../lib/scenario/stored-formats.js";
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

/** What published files lose against 16 bits, a row for each model: data-options="LLaMA-7B, …". */
export const publishedLosses: LawTable = {
  caption: (_, {words}) => words.tables.publishedLosses.caption,
  columns: ({words}) => words.tables.publishedLosses.columns,
  rows: (_, {numbers, catalog}, attributes) =>
    listed(attributes).map((model) => [
      model,
      numbers.hundredths(fileOf(model, "FP16", catalog)!.row.perplexity),
      ...lossFormats.map((format) => {
        const file = fileOf(model, format, catalog);
        return file === undefined ? "–" : numbers.change(lossOf(file, catalog)!);
      }),
    ]),
};

const lossFormats = ["Q8_0", "Q5_0 file", "Q4_0 file", "Q3_K_S", "Q2_K file"] as const;
