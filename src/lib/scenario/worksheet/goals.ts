import type {View} from "../view.js";

/** How far a scenario is from a goal. */
export type Progress = "reached" | "tooLittle" | "tooMuch";

/** The goals that sliders reach, and what the laws say of the scenario that they stand at. */
export const goals = {
  // As many readers as cost nothing: within a tenth of the bend.
  bend: ({scenario, simple}) => between(scenario.batch / simple.criticalBatch, 0.9, 1.1),
  // A conversation that fills the memory beside the weights, and does not overflow it.
  fill: ({machine, estimate}) =>
    between(estimate.bytes.total / (machine.hardware.memoryBytes ?? Infinity), 0.85, 1),
} satisfies Readonly<Record<string, (view: View) => Progress>>;

export type GoalName = keyof typeof goals;

function between(share: number, least: number, most: number): Progress {
  if (share < least) return "tooLittle";
  return share > most ? "tooMuch" : "reached";
}
