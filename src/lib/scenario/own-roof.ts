import {arithmeticIntensity, attainableFlops, flopsPerToken} from "../arithmetic/simple-law.js";
import type {Catalog} from "../catalog/catalog.js";
import type {Phase} from "../catalog/device-report.js";
import {bandwidthAt} from "../device/bandwidth-at.js";
import {ladderOf, rateOf} from "../device/report.js";
import {comparison} from "./own-comparison.js";
import {foretell, measuredFormatOf, shownRun, syntheticModels, workerCount} from "./own-run.js";
import type {View} from "./view.js";

/** The roof of the device that is shown, and where a pass of so many tokens stands under it. */
export interface OwnRoof {
  /** Bytes/s at the model's size, and FLOP/s of reading: the middle, and the ends of the samples. */
  bandwidth: {median: number; lowest: number; highest: number};
  flops: {median: number; lowest: number; highest: number};
  /** FLOP/byte of the chosen pass. */
  intensity: number;
  /** FLOP/s that the roof allows there, and those that are left once the overhead is paid. */
  attainable: number;
  foretold: number;
  tokensPerSecond: number;
  /** What was run of the model of 110 million, if that is the model. */
  measured: {phase: Phase; intensity: number; flops: number; tokensPerSecond: number}[];
}

/** The roof for the scenario's model and precision, with its workers and its tokens together. */
export function ownRoofOf({model, format, scenario}: View, catalog: Catalog): OwnRoof {
  const {report} = shownRun(catalog);
  const {workers, promptTokens: tokens} = scenario;
  const pass = {model, format, workers};
  const here = foretell(report, {...pass, tokens});
  const {parameters, bytesPerWeight} = here.inputs;
  const count = workerCount(report, workers);
  const bandwidth = bandwidthAt(ladderOf(report, count).points, parameters * bytesPerWeight);
  const flops = rateOf(report, {
    format: measuredFormatOf(format),
    phase: "prefill",
    workers: count,
  });
  const intensity = arithmeticIntensity({batch: tokens, bytesPerWeight});
  const operations = tokens * flopsPerToken({parameters});
  const phases: readonly Phase[] =
    model.name === syntheticModels["110M"] ? ["decode", "prefill"] : [];
  return {
    bandwidth,
    flops,
    intensity,
    attainable: attainableFlops({
      intensity,
      flops: flops.median,
      bandwidth: bandwidth.median,
    }),
    foretold: operations / here.seconds.median,
    tokensPerSecond: tokens / here.seconds.median,
    measured: phases.flatMap((phase) => {
      const run = comparison(catalog, {format: measuredFormatOf(format), phase, workers});
      if (run.measured === undefined) return [];
      return [
        {
          phase,
          intensity: arithmeticIntensity({batch: run.tokens, bytesPerWeight}),
          flops: flopsPerToken({parameters}) * run.measured,
          tokensPerSecond: run.measured,
        },
      ];
    }),
  };
}
