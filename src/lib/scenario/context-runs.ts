import {decodeSeconds} from "../arithmetic/simple-law.js";
import {kvBytesPerToken} from "../arithmetic/kv-cache.js";
import type {Catalog, Measurement} from "../catalog/catalog.js";
import {defaultScenario, type Scenario} from "./scenario.js";
import {viewOf} from "./view.js";

/** One machine and model whose speed was measured while the conversation grew. */
export const contextRun = {model: "Qwen3-8B", machine: "RTX 4090"} as const;

/** Those measurements, from the shortest conversation to the longest. */
export function contextRuns(catalog: Catalog): Measurement[] {
  return catalog.measurements
    .filter(
      ({model, machine, phase, batch, context}) =>
        model === contextRun.model &&
        machine === contextRun.machine &&
        phase === "decode" &&
        batch === 1 &&
        context >= 1024,
    )
    .sort((a, b) => a.context - b.context);
}

/**
 * How far, at most, the law misses the measured slowdown from the shortest conversation to each
 * longer one. Ratios of speeds follow from bytes alone: bandwidth, its efficiency and the program
 * drop out. As a share, 0.02 is two percent.
 */
export function contextRatioError(catalog: Catalog): number | undefined {
  const [first, ...longer] = contextRuns(catalog);
  if (first === undefined) return undefined;
  const lawSeconds = (run: Measurement): number => {
    const scenario: Scenario = {...defaultScenario, ...contextRun, format: run.format};
    const {simple, model} = viewOf(scenario, catalog);
    return decodeSeconds({
      weightBytes: simple.weightBytes,
      batch: 1,
      context: run.context,
      kvBytesPerToken: kvBytesPerToken(model.architecture, scenario.kvBytesPerElement),
      bandwidth: simple.bandwidth,
    });
  };
  const errors = longer.map((run) => {
    const measured = first.tokensPerSecond / run.tokensPerSecond;
    const law = lawSeconds(run) / lawSeconds(first);
    return Math.abs(law / measured - 1);
  });
  return Math.max(...errors);
}
