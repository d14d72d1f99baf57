import {attachControl} from "../control/attach.js";
import {attachEquation} from "../equation/attach.js";
import {figureAttacher} from "../figure/attach.js";
import {ceilings} from "../figure/charts/ceilings.js";
import {experts} from "../figure/charts/experts.js";
import {forecast} from "../figure/charts/forecast.js";
import {latencyBatch} from "../figure/charts/latency-batch.js";
import {matrixReuse} from "../figure/charts/matrix-reuse.js";
import {roofline} from "../figure/charts/roofline.js";
import {speedContext} from "../figure/charts/speed-context.js";
import {attachGuess} from "../guess/attach.js";
import {attachLiveNumber} from "../live-number/attach.js";
import {attachTable} from "../table/attach.js";
import {begin} from "./begin.js";

const charts = [roofline, matrixReuse, latencyBatch, ceilings, forecast, speedContext, experts];

await begin("/pages/latency", {
  "[data-number]": attachLiveNumber,
  "[data-control]": attachControl,
  "[data-equation]": attachEquation,
  "[data-figure]": figureAttacher(charts),
  "[data-guess]": attachGuess,
  "[data-table]": attachTable,
});
