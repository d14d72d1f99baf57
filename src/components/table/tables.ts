import {forecastErrors} from "../../lib/catalog/forecast-errors.js";
import {articleBytesPerWeight, articleCell, articleModels} from "../../lib/scenario/article.js";
import {machinesFor} from "../../lib/scenario/machines-for.js";
import {viewOf, type View} from "../../lib/scenario/view.js";
import {findMachine} from "../../lib/catalog/find.js";
import {listed} from "../control/sliders.js";
import type {Attributes, Context} from "../page/context.js";

/** A table that the laws fill. */
export interface LawTable {
  caption(view: View, context: Context): string;
  columns(context: Context): readonly string[];
  rows(view: View, context: Context, attributes: Attributes): readonly (readonly string[])[];
  /** Rows for which room is kept, where their number follows the scenario. */
  room?: number;
}

/** Readers at the bend, machine by machine and precision by precision. */
const criticalBatch: LawTable = {
  caption: (_view, {words}) => words.tables.criticalBatch.caption,
  columns: ({words, numbers}) => [
    words.controls.machine,
    ...formatsOfBend.map(({bits}) => words.tables.criticalBatch.column(numbers.bits(bits))),
  ],
  rows: (view, {catalog, numbers}, attributes) =>
    listed({options: attributes["machines"] ?? ""}).map((machine) => [
      machine,
      ...formatsOfBend.map(({format}) => {
        const scenario = {...view.scenario, machine, format};
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

/** The sixteen cells of the article's latency table, by the law as published and as corrected. */
const articleLatency: LawTable = {
  caption: (_view, {words}) => words.tables.articleLatency.caption,
  columns: ({words}) => [words.controls.model, ...Object.keys(articleBytesPerWeight)],
  rows: (_view, {words, numbers, catalog}) => {
    const {bandwidth} = findMachine(catalog, "A100 80GB").hardware;
    return articleModels.map((parameters) => [
      words.tables.articleLatency.model(numbers.amount(parameters)),
      ...Object.values(articleBytesPerWeight).map((bytesPerWeight) => {
        const {published, corrected} = articleCell(parameters, bytesPerWeight, bandwidth);
        return words.tables.articleLatency.cell(
          numbers.hundredths(1000 * published),
          numbers.hundredths(1000 * corrected),
        );
      }),
    ]);
  },
};

/** How far off the forecast is for machines that it has not seen, by class. */
const errorsByClass: LawTable = {
  caption: (_view, {words}) => words.tables.forecastErrors.caption,
  columns: ({words}) => words.tables.forecastErrors.columns,
  rows: (_view, {catalog, words, numbers}) => {
    const errors = forecastErrors(catalog);
    return Object.entries(words.controls.machineClasses).flatMap(([name, label]) => {
      const cells = (["decode", "prefill"] as const).map((phase) => {
        const found = errors.find((row) => row.class === name && row.phase === phase);
        if (found === undefined) return ["", "", ""];
        const {rows, median, percentile90} = found;
        if (rows < fewestRows) return [numbers.whole(rows), "", ""];
        return [numbers.whole(rows), numbers.percent(median), numbers.percent(percentile90)];
      });
      return cells.flat().every((cell) => cell === "") ? [] : [[label, ...cells.flat()]];
    });
  },
};

const fewestRows = 5; // of fewer, a middle says nothing

const shownMachines = 6;

/** The machines that would do for a wanted speed. */
const wantedMachines: LawTable = {
  caption: (view, {catalog, words, numbers}) =>
    words.tables.machinesFor.caption(
      machinesFor(view, catalog).length,
      numbers.whole(machinesFor(view, catalog).length),
      numbers.whole(catalog.machines.length),
      numbers.whole(machinesFor(view, catalog, "roofSpeed").length),
    ),
  columns: ({words}) => words.tables.machinesFor.columns,
  rows: (view, {catalog, numbers}) =>
    machinesFor(view, catalog)
      .slice(0, shownMachines)
      .map(({name, bandwidth, memoryBytes, roofSpeed, forecastSpeed}) => [
        name,
        numbers.bandwidth(bandwidth),
        numbers.bytes(memoryBytes),
        numbers.rate(roofSpeed),
        numbers.rate(forecastSpeed),
      ]),
  room: shownMachines,
};

export const tables: Readonly<Record<string, LawTable>> = {
  criticalBatch,
  articleLatency,
  forecastErrors: errorsByClass,
  machinesFor: wantedMachines,
};

export function tableNamed(name: string): LawTable {
  const table = tables[name];
  if (table !== undefined) return table;
  throw new Error(`data-table is "${name}"; it should be one of ${Object.keys(tables).join(", ")}`);
}
