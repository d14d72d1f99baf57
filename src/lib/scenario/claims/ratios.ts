import type {Catalog, Measurement, Verdict} from "../../catalog/catalog.js";
import {recountAll, type Recount} from "./recount.js";
import {entries, rowsOf, topics, type Entry} from "./topics.js";

/** One entry of the article's numbers, as multiples of what is right. */
export interface ClaimRatios {
  entry: Entry;
  /** Numbers that it stands for: 16 for a table. */
  count: number;
  verdict: Verdict;
  /** What is printed, or what its formula gives, over what is right. */
  printed: number;
  /** What its own law gives, over what is right; none for a figure that was looked up. */
  own?: number;
  /** What somebody measured, over what is right. */
  measured?: number;
  measurement?: Measurement;
}

/** Numbers that are no sizes: of their quotients nothing can be read. */
const notComparable: readonly Entry[] = ["orders-of-magnitude"];

/** All entries of the article that have a right number to be compared with. */
export function claimRatios(catalog: Catalog): ClaimRatios[] {
  const recounts = recountAll(catalog);
  const others: readonly Entry[] = topics.others;
  return entries
    .filter((entry) => !others.includes(entry) && !notComparable.includes(entry))
    .flatMap((entry) => {
      const ids = rowsOf(entry, [...recounts.keys()]);
      const first = recounts.get(ids[0]!)!;
      return first.ratio === undefined ? [] : [ratiosOf(entry, ids.length, first)];
    });
}

function ratiosOf(entry: Entry, count: number, recount: Recount): ClaimRatios {
  const {verdict, ratio, own, corrected, measured} = recount;
  const right = corrected!.value;
  return {
    entry,
    count,
    verdict,
    printed: ratio!,
    ...(own?.law && {own: (own.unit === "s/token" ? 1 / own.value : own.value) / right}),
    ...(measured && {measured: measured.tokensPerSecond / right, measurement: measured}),
  };
}
