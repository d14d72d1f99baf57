import type {Scenario} from "../../lib/scenario/scenario.js";
import type {View} from "../../lib/scenario/view.js";
import type {Attributes, Context} from "../page/context.js";

/** The numbers of a scenario that have a slider. */
export type NumberField =
  | "batch"
  | "context"
  | "promptTokens"
  | "answerTokens"
  | "devices"
  | "speed"
  | "zoom"
  | "offloadedLayers"
  | "weight"
  | "pull"
  | "storySeed"
  | "oneIn";

/** The sizes of a model that have a slider, by their labels. */
export type SizeField =
  "depth" | "hiddenSize" | "intermediateSize" | "heads" | "kvHeads" | "vocabularySize";

/**
 * A slider moves over a list of stops: one arrow key is one stop, and where the quantity is
 * logarithmic the stops are. What is typed may lie between two stops.
 */
export interface Slider {
  /** The label, and the symbols of the equations that this slider moves. */
  label: keyof Context["words"]["controls"] &
    (NumberField | SizeField | "modelSize" | "bits" | "together" | "stored");
  symbol: string;
  kind: "memory" | "compute" | "plain";
  stops(context: Context, attributes: Attributes): readonly Stop[];
  /** Where the scenario stands: the number shown in the field, or the name of a stop. */
  value(view: View): number | string;
  /** Where a stop that is a name stands in the order of the stops, e.g. by its parameters. */
  measure?(stop: string, context: Context): number;
  /** The same for the scenario, which may show what is no stop. */
  measured?(view: View): number;
  /** The change that a stop, or a typed number, makes to the scenario. */
  change(value: number | string, view: View, context: Context): Partial<Scenario>;
  /** The value as a screen reader says it, with its unit: "16 readers". */
  spoken(view: View, context: Context): string;
  /** The value as it stands beside the slider. */
  shown(view: View, context: Context): string;
  /** Bounds of what may be typed; absent where the stops are names. */
  typed?: {min: number; max: number; step: number};
}

export interface Stop {
  value: number | string;
}
