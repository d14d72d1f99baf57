import {latencyQuantities} from "../../lib/scenario/quantities/latency.js";
import {ceilings} from "../figure/charts/ceilings.js";
import {experts} from "../figure/charts/experts.js";
import {forecast} from "../figure/charts/forecast.js";
import {latencyBatch} from "../figure/charts/latency-batch.js";
import {matrixReuse} from "../figure/charts/matrix-reuse.js";
import {roofline} from "../figure/charts/roofline.js";
import {speedContext} from "../figure/charts/speed-context.js";
import {ceilings as ceilingsWords} from "../messages/en/figures/ceilings.js";
import {experts as expertsWords} from "../messages/en/figures/experts.js";
import {forecast as forecastWords} from "../messages/en/figures/forecast.js";
import {latencyBatch as latencyBatchWords} from "../messages/en/figures/latency-batch.js";
import {matrixReuse as matrixReuseWords} from "../messages/en/figures/matrix-reuse.js";
import {roofline as rooflineWords} from "../messages/en/figures/roofline.js";
import {speedContext as speedContextWords} from "../messages/en/figures/speed-context.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/latency", {
  charts: [roofline, matrixReuse, latencyBatch, ceilings, forecast, speedContext, experts],
  figures: {
    roofline: rooflineWords,
    matrixReuse: matrixReuseWords,
    latencyBatch: latencyBatchWords,
    ceilings: ceilingsWords,
    forecast: forecastWords,
    speedContext: speedContextWords,
    experts: expertsWords,
  },
  quantities: latencyQuantities,
});
