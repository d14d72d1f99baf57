import type {View} from "../../lib/scenario/view.js";
import {choices, type Choice} from "../control/choices.js";
import type {Context} from "../page/context.js";

interface Pick {
  choice: Choice;
  /** The word that stands in the sentence. */
  shown(view: View, context: Context): string;
}

const picks: Readonly<Record<string, Pick>> = {
  model: {choice: choices["model"]!, shown: ({model}) => model.name},
  machine: {choice: choices["machine"]!, shown: ({machine}) => machine.name},
  format: {
    choice: choices["format"]!,
    shown: ({simple}, {numbers}) => numbers.bits(simple.bytesPerWeight * 8),
  },
};

export function pickNamed(name: string): Pick {
  const pick = picks[name];
  if (pick === undefined) {
    throw new Error(`data-pick is "${name}"; it should be one of ${Object.keys(picks).join(", ")}`);
  }
  return pick;
}
