import {articleCacheBytes, cacheGuesses} from "../../../lib/scenario/article-cache.js";
import type {LawTable} from "../law-table.js";

const shown = 6; // of the nearest

/** Which model, precision and length come nearest to the article's size of a cache. */
export const articleCache: LawTable = {
  caption: (_view, {words, numbers}) =>
    words.tables.articleCache.caption(numbers.bytes(articleCacheBytes)),
  columns: ({words}) => words.tables.articleCache.columns,
  rows: (_view, {numbers, catalog}) =>
    cacheGuesses(catalog)
      .slice(0, shown)
      .map(({model, width, context, bytes, off}) => [
        model,
        width,
        numbers.whole(context),
        numbers.bytes(bytes),
        numbers.change(off),
      ]),
};
