import {ceilings} from "../figure/charts/ceilings.js";
import {experts} from "../figure/charts/experts.js";
import {forecast} from "../figure/charts/forecast.js";
import {latencyBatch} from "../figure/charts/latency-batch.js";
import {matrixReuse} from "../figure/charts/matrix-reuse.js";
import {roofline} from "../figure/charts/roofline.js";
import {speedContext} from "../figure/charts/speed-context.js";
import {beginChapter} from "./chapter.js";

const charts = [roofline, matrixReuse, latencyBatch, ceilings, forecast, speedContext, experts];

await beginChapter("/pages/latency", charts);
