import type {Chart} from "../chart.js";
import {ceilings} from "./ceilings.js";
import {experts} from "./experts.js";
import {forecast} from "./forecast.js";
import {latencyBatch} from "./latency-batch.js";
import {matrixReuse} from "./matrix-reuse.js";
import {roofline} from "./roofline.js";
import {speedContext} from "./speed-context.js";

/** Every chart of the notebook. */
export const charts: readonly Chart[] = [
  ceilings,
  experts,
  forecast,
  latencyBatch,
  matrixReuse,
  roofline,
  speedContext,
];
