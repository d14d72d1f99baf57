import {busySecond} from "../figure/charts/busy-second.js";
import {memoryHierarchy} from "../figure/charts/memory-hierarchy.js";
import {twoRates} from "../figure/charts/two-rates.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/gpus", [busySecond, memoryHierarchy, twoRates]);
