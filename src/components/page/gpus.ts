import {gpuQuantities} from "../../lib/scenario/quantities/gpus.js";
import {busySecond} from "../figure/charts/busy-second.js";
import {memoryHierarchy} from "../figure/charts/memory-hierarchy.js";
import {twoRates} from "../figure/charts/two-rates.js";
import {busySecond as busySecondWords} from "../messages/en/figures/busy-second.js";
import {memoryHierarchy as memoryHierarchyWords} from "../messages/en/figures/memory-hierarchy.js";
import {twoRates as twoRatesWords} from "../messages/en/figures/two-rates.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/gpus", {
  charts: [busySecond, memoryHierarchy, twoRates],
  figures: {
    busySecond: busySecondWords,
    memoryHierarchy: memoryHierarchyWords,
    twoRates: twoRatesWords,
  },
  quantities: gpuQuantities,
});
