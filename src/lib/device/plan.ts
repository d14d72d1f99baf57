import {workingSets} from "./ladder.js";
import type {DeviceReport, SyntheticSize} from "./report.js";

/** How thorough a measurement is. */
export interface Plan {
  /** Bytes of all workers together. */
  workingSets: readonly number[];
  /** Every working set and every loop is measured so many times, with all others in between. */
  rounds: number;
  samplesOfRound: number;
  /** Seconds that a loop runs before it is measured: for the first time, and later. */
  warmSeconds: {first: number; again: number};
  /** Models of random weights, and what each of them does. */
  models: readonly {
    size: SyntheticSize;
    /** Of a prompt, and of an answer. */
    promptTokens: number;
    decodeTokens: number;
    /** So often at most, and no more when so many seconds are over. */
    rounds: number;
    seconds: number;
  }[];
}

/**
 * Quick takes at most ten seconds, with six working sets and five samples. Thorough takes at most a
 * minute, comes back to everything three times, so that a disturbance hits one of three, and holds
 * its forecasts against the larger model.
 */
export const plans: Readonly<Record<DeviceReport["mode"], Plan>> = {
  quick: {
    workingSets: workingSets.quick,
    rounds: 1,
    samplesOfRound: 5,
    warmSeconds: {first: 0.1, again: 0.02},
    models: [{size: "15M", promptTokens: 128, decodeTokens: 16, rounds: 5, seconds: 0.5}],
  },
  thorough: {
    workingSets: workingSets.thorough,
    rounds: 3,
    samplesOfRound: 3,
    warmSeconds: {first: 0.3, again: 0.03},
    models: [
      {size: "15M", promptTokens: 256, decodeTokens: 24, rounds: 9, seconds: 1},
      {size: "110M", promptTokens: 256, decodeTokens: 24, rounds: 3, seconds: 3},
    ],
  },
};
