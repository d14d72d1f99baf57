import type {ModelSeries} from "./model-series.js";
import type {Warning} from "./report.js";
import type {Series} from "./series.js";
import {noiseOf, noisyFrom} from "./statistics.js";

/** A warning for each part of a measurement in which some series is noisy, with the worst of it. */
export function noiseWarnings({
  bandwidth,
  arithmetic,
  models,
}: {
  bandwidth: readonly Series[];
  arithmetic: readonly Series[];
  models: readonly ModelSeries[];
}): Warning[] {
  const samplesOf = ({rounds}: Series): number[] => rounds.flat();
  const parts = {
    bandwidth: bandwidth.map(samplesOf),
    arithmetic: arithmetic.map(samplesOf),
    models: models.flatMap(({prefill, decode}) => [prefill, decode]),
  };
  return (["bandwidth", "arithmetic", "models"] as const).flatMap((of): Warning[] => {
    const spread = Math.max(0, ...parts[of].map(noiseOf));
    return spread > noisyFrom ? [{kind: "noisy", of, spread}] : [];
  });
}
