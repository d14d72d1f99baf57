import type {View} from "../../lib/scenario/view.js";
import type {Attributes, Context} from "../page/context.js";

/** A table that the laws fill. */
export interface LawTable {
  caption(view: View, context: Context): string;
  columns(context: Context): readonly string[];
  rows(view: View, context: Context, attributes: Attributes): readonly (readonly string[])[];
  /** Rows for which room is kept, where their number follows the scenario. */
  room?: number;
}
