import {forecastErrors as heldOutErrors} from "../../../lib/catalog/forecast-errors.js";
import type {LawTable} from "../law-table.js";

/** How far off the forecast is for machines that it has not seen, by class. */
export const forecastErrors: LawTable = {
  caption: (_view, {words}) => words.tables.forecastErrors.caption,
  columns: ({words}) => words.tables.forecastErrors.columns,
  rows: (_view, {catalog, words, numbers}) => {
    const errors = heldOutErrors(catalog);
    return Object.entries(words.controls.machineClasses).flatMap(([name, label]) => {
      const cells = (["decode", "prefill"] as const).map((phase) => {
        const found = errors.find((row) => row.class === name && row.phase === phase);
        if (found === undefined) return ["", "", ""];
        const {rows, median, percentile90} = found;
        if (rows < fewestRows) return [numbers.whole(rows), "", ""];
        return [numbers.whole(rows), numbers.percent(median), numbers.percent(percentile90)];
      });
      return cells.flat().every((cell) => cell === "") ? [] : [[label, ...cells.flat()]];
    });
  },
};

const fewestRows = 5; // of fewer, a middle says nothing
