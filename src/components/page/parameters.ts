import {parameterQuantities} from "../../lib/scenario/quantities/parameters.js";
import {doubleHalve} from "../figure/charts/double-halve.js";
import {formulaGapChart} from "../figure/charts/formula-gap.js";
import {parameterBreakdown} from "../figure/charts/parameter-breakdown.js";
import {totalActiveChart} from "../figure/charts/total-active.js";
import {doubleHalve as doubleHalveWords} from "../messages/en/figures/double-halve.js";
import {formulaGap as formulaGapWords} from "../messages/en/figures/formula-gap.js";
import {parameterBreakdown as parameterBreakdownWords} from "../messages/en/figures/parameter-breakdown.js";
import {totalActive as totalActiveWords} from "../messages/en/figures/total-active.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/parameters", {
  charts: [doubleHalve, parameterBreakdown, formulaGapChart, totalActiveChart],
  figures: {
    doubleHalve: doubleHalveWords,
    parameterBreakdown: parameterBreakdownWords,
    formulaGap: formulaGapWords,
    totalActive: totalActiveWords,
  },
  quantities: parameterQuantities,
});
