import {kvBytesPerToken} from "../../../lib/arithmetic/kv-cache.js";
import {
  readBackSeconds,
  recomputeRatio,
  recomputeSeconds,
} from "../../../lib/arithmetic/conversation.js";
import {viewOf} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {LawTable} from "../law-table.js";

/** A token's way through the model anew, against reading back what it left, machine by machine. */
export const keepOrCompute: LawTable = {
  caption: (view, {words, numbers}) =>
    words.tables.keepOrCompute.caption(
      view.model.name,
      numbers.bits(8 * view.simple.bytesPerWeight),
    ),
  columns: ({words}) => [words.controls.machine, ...words.tables.keepOrCompute.columns],
  rows: (view, {catalog, numbers}, attributes) =>
    listed({options: attributes["machines"] ?? ""}).map((machine) => {
      const {simple, model, scenario} = viewOf({...view.scenario, machine}, catalog);
      const inputs = {
        ...simple,
        kvBytesPerToken: kvBytesPerToken(model.architecture, scenario.kvBytesPerElement),
      };
      return [
        machine,
        numbers.seconds(recomputeSeconds(inputs)),
        numbers.seconds(readBackSeconds(inputs)),
        numbers.number(recomputeRatio(inputs)),
        numbers.number(simple.criticalBatch),
      ];
    }),
};
