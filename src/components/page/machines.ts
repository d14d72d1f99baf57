import {machineQuantities} from "../../lib/scenario/quantities/machines.js";
import {machines} from "../figure/charts/machines.js";
import {memoryEdge} from "../figure/charts/memory-edge.js";
import {offloadCurveChart} from "../figure/charts/offload-curve.js";
import {rank} from "../figure/charts/rank.js";
import {threadCurve} from "../figure/charts/thread-curve.js";
import {attachPins} from "../figure/pins.js";
import {machines as machinesWords} from "../messages/en/figures/machines.js";
import {memoryEdge as memoryEdgeWords} from "../messages/en/figures/memory-edge.js";
import {offloadCurve as offloadCurveWords} from "../messages/en/figures/offload-curve.js";
import {rank as rankWords} from "../messages/en/figures/rank.js";
import {threadCurve as threadCurveWords} from "../messages/en/figures/thread-curve.js";
import {attachQuestion} from "../question/attach.js";
import {attachRank} from "../rank/attach.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/machines", {
  charts: [rank, machines, offloadCurveChart, threadCurve, memoryEdge],
  figures: {
    rank: rankWords,
    machines: machinesWords,
    offloadCurve: offloadCurveWords,
    threadCurve: threadCurveWords,
    memoryEdge: memoryEdgeWords,
  },
  quantities: machineQuantities,
  attachments: {
    "[data-question]": attachQuestion,
    "[data-rank]": attachRank,
    '[data-figure="machines"]': attachPins,
  },
});
