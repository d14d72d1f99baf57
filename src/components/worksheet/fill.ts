import {defaultScenario} from "../../lib/scenario/scenario.js";
import {viewOf, type View} from "../../lib/scenario/view.js";
import type {ExerciseId} from "../../lib/scenario/worksheet/exercises.js";
import {benchOf, inVariant, variantOf} from "../../lib/scenario/worksheet/variant.js";
import {scenarioAt} from "../page/chapters.js";
import type {Attributes, Context} from "../page/context.js";
import {pinned} from "../page/pinned.js";
import {shownText} from "../quantities.js";

/** The page of the sheet. */
export const worksheetPath = "/pages/worksheet";

/** One exercise on the sheet of one seed. */
export interface OnSheet {
  id: ExerciseId;
  seed: string;
  /** The page that it is taken from, e.g. "/pages/gpus". */
  path: string;
}

/** With what a tag of the exercise is estimated. */
export function viewFor(
  {id, seed, path}: OnSheet,
  attributes: Attributes,
  {catalog}: Context,
): View {
  const base = {
    ...defaultScenario,
    ...(path === worksheetPath ? sheetScenario(seed) : scenarioAt(path)),
  };
  return viewOf(pinned(base, inVariant(id, attributes, variantOf(id, seed))), catalog);
}

/** The scenario of the sheet's sliders. */
export function sheetScenario(seed: string) {
  return {...benchOf(seed), format: "FP16", batch: 1, context: 128};
}

/** The text of a number in the question or the solution. */
export function textOf(
  name: string,
  sheet: OnSheet,
  attributes: Attributes,
  context: Context,
): string {
  return shownText(name, viewFor(sheet, attributes, context), context);
}
