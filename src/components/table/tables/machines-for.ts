import {machinesFor} from "../../../lib/scenario/machines-for.js";
import type {LawTable} from "../law-table.js";

const shownMachines = 6;

/** The machines that would do for a wanted speed. */
export const machinesForSpeed: LawTable = {
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
