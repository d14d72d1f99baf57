import {frame} from "./frame.js";
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
import {formulaGap} from "./formula-gap.js";
import {latencyBatch} from "./latency-batch.js";
import {machines} from "./machines.js";
import {matrixReuse} from "./matrix-reuse.js";
import {prefillDecode} from "./prefill-decode.js";
import {promptGap} from "./prompt-gap.js";
import {severalGpus} from "./several-gpus.js";
import {memoryHierarchy} from "./memory-hierarchy.js";
import {memoryStack} from "./memory-stack.js";
import {recount} from "./recount.js";
import {roofline} from "./roofline.js";
import {sharedHeads} from "./shared-heads.js";
import {perplexitySize} from "./perplexity-size.js";
import {precisionPhases} from "./precision-phases.js";
import {roundingError} from "./rounding-error.js";
import {speedContext} from "./speed-context.js";
import {twoRates} from "./two-rates.js";
import {memoryEdge} from "./memory-edge.js";
import {offloadCurve} from "./offload-curve.js";
import {rank} from "./rank.js";
import {threadCurve} from "./thread-curve.js";
import {parameterBreakdown} from "./parameter-breakdown.js";
import {ownVerdict} from "./own-verdict.js";
import {ownErrors} from "./own-errors.js";
import {ownSeven} from "./own-seven.js";
import {ownRoofline} from "./own-roofline.js";
import {bandwidthLadder} from "./bandwidth-ladder.js";
import {handover} from "./handover.js";
import {laboratory} from "./laboratory.js";
import {classPanel} from "./class-panel.js";
import {classRoofline} from "./class-roofline.js";
import {lessonLink} from "./lesson-link.js";
import {worksheet} from "./worksheet.js";
import {totalActive} from "./total-active.js";

/** Titles, summaries, axes and labels of the charts, by the chart's name. */
export const figures = {
  ...frame,
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
  formulaGap,
  latencyBatch,
  machines,
  matrixReuse,
  parameterBreakdown,
  prefillDecode,
  promptGap,
  severalGpus,
  memoryHierarchy,
  memoryStack,
  recount,
  roofline,
  sharedHeads,
  perplexitySize,
  precisionPhases,
  roundingError,
  speedContext,
  twoRates,
  memoryEdge,
  offloadCurve,
  rank,
  threadCurve,
  totalActive,
  ownVerdict,
  ownErrors,
  ownSeven,
  ownRoofline,
  bandwidthLadder,
  laboratory,
  handover,
  classRoofline,
  classPanel,
  worksheet,
  lessonLink,
};
