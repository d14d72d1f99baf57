import {checkedCaches, mebibyte} from "../../../lib/scenario/printed-caches.js";
import type {LawTable} from "../law-table.js";

/** Sizes of caches that programs have printed, against the law. */
export const printedCaches: LawTable = {
  caption: (_view, {words}) => words.tables.printedCaches.caption,
  columns: ({words}) => words.tables.printedCaches.columns,
  rows: (_view, {words, numbers, catalog}) =>
    checkedCaches(catalog).map(({model, precision, context, mebibytes, lawBytes, verified}) => [
      model,
      precision,
      numbers.whole(context),
      words.tables.printedCaches.printed(numbers.hundredths(mebibytes), verified),
      numbers.hundredths(lawBytes / mebibyte),
    ]),
};
