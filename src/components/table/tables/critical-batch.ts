import {defaultScenario} from "../../../lib/scenario/scenario.js";
import {viewOf} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {LawTable} from "../law-table.js";

/** Readers at the bend, machine by machine and precision by precision. */
export const criticalBatch: LawTable = {
  caption: (_view, {words}) => words.tables.criticalBatch.caption,
  columns: ({words, numbers}) => [
    words.controls.machine,
    ...formatsOfBend.map(({bits}) => words.tables.criticalBatch.column(numbers.bits(bits))),
  ],
  rows: (view, {catalog, numbers}, attributes) =>
    listed({options: attributes["machines"] ?? ""}).map((machine) => [
      machine,
      ...formatsOfBend.map(({format}) => {
        // Of one model, as built: with another, vectors in FP32 move the bend by a reader at most.
        const scenario = {...view.scenario, model: defaultScenario.model, machine, format};
        return numbers.number(Math.round(viewOf(scenario, catalog).simple.criticalBatch));
      }),
    ]),
};

const formatsOfBend = [
  {format: "FP32", bits: 32},
  {format: "FP16", bits: 16},
  {format: "Q8_0", bits: 8.5},
  {format: "Q4_0", bits: 4.5},
] as const;
