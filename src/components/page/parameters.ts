import {doubleHalve} from "../figure/charts/double-halve.js";
import {formulaGapChart} from "../figure/charts/formula-gap.js";
import {parameterBreakdown} from "../figure/charts/parameter-breakdown.js";
import {totalActiveChart} from "../figure/charts/total-active.js";
import {beginChapter} from "./chapter.js";

const charts = [doubleHalve, parameterBreakdown, formulaGapChart, totalActiveChart];

await beginChapter("/pages/parameters", charts);
