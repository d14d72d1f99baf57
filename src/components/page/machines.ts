import {machines} from "../figure/charts/machines.js";
import {memoryEdge} from "../figure/charts/memory-edge.js";
import {offloadCurveChart} from "../figure/charts/offload-curve.js";
import {rank} from "../figure/charts/rank.js";
import {threadCurve} from "../figure/charts/thread-curve.js";
import {attachPins} from "../figure/pins.js";
import {attachQuestion} from "../question/attach.js";
import {attachRank} from "../rank/attach.js";
import {beginChapter} from "./chapter.js";

const charts = [rank, machines, offloadCurveChart, threadCurve, memoryEdge];

await beginChapter("/pages/machines", charts, {
  "[data-question]": attachQuestion,
  "[data-rank]": attachRank,
  '[data-figure="machines"]': attachPins,
});
