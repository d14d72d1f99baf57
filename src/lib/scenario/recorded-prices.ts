import type {Price, StoredFormat} from "./stored-formats.js";

/**
 * What the demo model makes of data/model/heldout.txt in each format, by the notebook's own engine.
 * Written by scripts/price.ts; do not edit.
 */
export const recordedPrices: Readonly<Record<StoredFormat, Price>> = {
  F32: {perplexity: 25.388, lifted: [1254, 1034, 778, 634, 487, 318, 230]},
  Q8_0: {perplexity: 25.403, lifted: [1254, 1037, 776, 629, 490, 317, 231]},
  Q5_0: {perplexity: 25.567, lifted: [1251, 1029, 777, 625, 493, 319, 235]},
  Q4_0: {perplexity: 26.258, lifted: [1271, 1029, 798, 635, 496, 338, 235]},
  Q3_K: {perplexity: 27.774, lifted: [1295, 1081, 817, 648, 511, 334, 232]},
  Q2_K: {perplexity: 38.141, lifted: [1424, 1187, 897, 736, 579, 409, 299]},
  "2 bits": {perplexity: 49.678, lifted: [1559, 1310, 1014, 808, 635, 435, 313]},
  "1 bit": {perplexity: 2707.119, lifted: [2263, 2254, 2197, 2169, 2096, 1861, 1574]},
};

/** Tokens of the text whose odds were counted. */
export const countedTokens = 2263;
