import {findMachine} from "../../../lib/catalog/find.js";
import {articleBytesPerWeight, articleCell, articleModels} from "../../../lib/scenario/article.js";
import type {LawTable} from "../law-table.js";

/** The sixteen cells of the article's latency table, by the law as published and as corrected. */
export const articleLatency: LawTable = {
  caption: (_view, {words}) => words.tables.articleLatency.caption,
  columns: ({words}) => [words.controls.model, ...Object.keys(articleBytesPerWeight)],
  rows: (_view, {words, numbers, catalog}) => {
    const {bandwidth} = findMachine(catalog, "A100 80GB").hardware;
    return articleModels.map((parameters) => [
      words.tables.articleLatency.model(numbers.amount(parameters)),
      ...Object.values(articleBytesPerWeight).map((bytesPerWeight) => {
        const {published, corrected} = articleCell(parameters, bytesPerWeight, bandwidth);
        return words.tables.articleLatency.cell(
          numbers.hundredths(1000 * published),
          numbers.hundredths(1000 * corrected),
        );
      }),
    ]);
  },
};
