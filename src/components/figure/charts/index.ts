import type {Chart} from "../chart.js";
import {busySecond} from "./busy-second.js";
import {againstModel} from "./against-model.js";
import {blockLayout} from "./block-layout.js";
import {ceilings} from "./ceilings.js";
import {cliff} from "./cliff.js";
import {doubleHalve} from "./double-halve.js";
import {experts} from "./experts.js";
import {fits} from "./fits.js";
import {forecast} from "./forecast.js";
import {kvGrowth} from "./kv-growth.js";
import {formulaGapChart} from "./formula-gap.js";
import {latencyBatch} from "./latency-batch.js";
import {machines} from "./machines.js";
import {matrixReuse} from "./matrix-reuse.js";
import {prefillDecode} from "./prefill-decode.js";
import {promptGap} from "./prompt-gap.js";
import {memoryHierarchy} from "./memory-hierarchy.js";
import {recount} from "./recount.js";
import {roofline} from "./roofline.js";
import {severalGpus} from "./several-gpus.js";
import {memoryStack} from "./memory-stack.js";
import {sharedHeads} from "./shared-heads.js";
import {perplexitySize} from "./perplexity-size.js";
import {precisionPhases} from "./precision-phases.js";
import {roundingError} from "./rounding-error.js";
import {speedContext} from "./speed-context.js";
import {twoRates} from "./two-rates.js";
import {memoryEdge} from "./memory-edge.js";
import {offloadCurveChart} from "./offload-curve.js";
import {rank} from "./rank.js";
import {threadCurve} from "./thread-curve.js";
import {parameterBreakdown} from "./parameter-breakdown.js";
import {ownVerdict} from "./own-verdict.js";
import {ownErrors} from "./own-errors.js";
import {ownSeven} from "./own-seven.js";
import {ownRoofline} from "./own-roofline.js";
import {bandwidthLadder} from "./bandwidth-ladder.js";
import {totalActiveChart} from "./total-active.js";

/** Every chart of the notebook. */
export const charts: readonly Chart[] = [
  busySecond,
  againstModel,
  blockLayout,
  ceilings,
  cliff,
  doubleHalve,
  experts,
  fits,
  forecast,
  kvGrowth,
  formulaGapChart,
  latencyBatch,
  machines,
  matrixReuse,
  parameterBreakdown,
  prefillDecode,
  promptGap,
  memoryHierarchy,
  recount,
  roofline,
  severalGpus,
  memoryStack,
  sharedHeads,
  perplexitySize,
  precisionPhases,
  roundingError,
  speedContext,
  twoRates,
  memoryEdge,
  offloadCurveChart,
  rank,
  threadCurve,
  totalActiveChart,
  ownVerdict,
  ownErrors,
  ownSeven,
  ownRoofline,
  bandwidthLadder,
];
