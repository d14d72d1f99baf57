import type {Chart} from "../chart.js";
import {busySecond} from "./busy-second.js";
import {ceilings} from "./ceilings.js";
import {experts} from "./experts.js";
import {forecast} from "./forecast.js";
import {latencyBatch} from "./latency-batch.js";
import {matrixReuse} from "./matrix-reuse.js";
import {prefillDecode} from "./prefill-decode.js";
import {promptGap} from "./prompt-gap.js";
import {memoryHierarchy} from "./memory-hierarchy.js";
import {roofline} from "./roofline.js";
import {severalGpus} from "./several-gpus.js";
import {speedContext} from "./speed-context.js";
import {twoRates} from "./two-rates.js";

/** Every chart of the notebook. */
export const charts: readonly Chart[] = [
  busySecond,
  ceilings,
  experts,
  forecast,
  latencyBatch,
  matrixReuse,
  prefillDecode,
  promptGap,
  memoryHierarchy,
  roofline,
  severalGpus,
  speedContext,
  twoRates,
];
