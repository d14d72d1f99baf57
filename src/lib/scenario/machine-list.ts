import type {MachineClass} from "../arithmetic/hardware.js";
import type {Catalog, Measurement} from "../catalog/catalog.js";
import {measuredDecode} from "../catalog/measured.js";
import {isOwnMachine} from "../catalog/own-machine.js";
import type {MachineOrder} from "./machine-choice.js";
import {viewOf, type View} from "./view.js";

/** What one machine would do with the chosen model. Speeds are tokens per second of a reader. */
export interface MachineRow {
  name: string;
  kind: MachineClass;
  /** bytes/s */
  bandwidth: number;
  /** bytes, where they are known */
  memoryBytes: number | undefined;
  /**
   * Whether weights and conversation have room, where that is known. The speeds below are for
   * memory that had.
   */
  fits: boolean | undefined;
  roof: number;
  forecast: number;
  /** The band in which four of five measurements are expected. */
  slow: number;
  fast: number;
  /** With this model in this format. */
  measured: Measurement | undefined;
  /** One of the two that the reader compares. */
  isPinned: boolean;
  /** The reader's own device. */
  isOwn: boolean;
}

const known = new WeakMap<View, readonly MachineRow[]>();

/** Every machine of the catalog, in the order of the catalog. */
export function allMachineRows(view: View, catalog: Catalog): readonly MachineRow[] {
  let rows = known.get(view);
  if (rows === undefined) {
    rows = catalog.machines.map(({name}) => machineRow(name, view, catalog));
    known.set(view, rows);
  }
  return rows;
}

function machineRow(name: string, view: View, catalog: Catalog): MachineRow {
  const {estimate, machine, scenario} = viewOf({...view.scenario, machine: name}, catalog);
  const {roofSeconds, forecast} = estimate.decode;
  return {
    name,
    kind: machine.hardware.class,
    bandwidth: machine.hardware.bandwidth,
    memoryBytes: machine.hardware.memoryBytes,
    fits: estimate.fits,
    roof: 1 / roofSeconds,
    forecast: 1 / forecast.seconds,
    slow: 1 / forecast.high,
    fast: 1 / forecast.low,
    measured: measuredDecode(catalog, scenario),
    isPinned: name === view.machine.name || name === view.rival.name,
    isOwn: isOwnMachine(name),
  };
}

/** The list as the reader wants it, and how many it had to leave out. */
export interface MachineList {
  /**
   * Sorted; the two pinned ones and the reader's own are always among them, at the end where they
   * come too late. The reader's own takes the place of another, so that the list stays as long.
   */
  rows: readonly MachineRow[];
  /** Those that the filters let through. */
  found: number;
  /** Those that hold the model, of any kind. */
  fitting: number;
}

/** Filters, sorts and cuts the machines as the scenario says. */
export function machineList(view: View, catalog: Catalog): MachineList {
  const {kind, shown, sort, rows: most} = view.scenario;
  const all = allMachineRows(view, catalog);
  const measure = measures[sort];
  const found = all
    .filter((row) => kind === "all" || row.kind === kind)
    .filter((row) => shown === "every" || row.fits !== false)
    .sort((a, b) => measure(b) - measure(a) || b.forecast - a.forecast);
  const isLate = (row: MachineRow): boolean => found.indexOf(row) < 0 || found.indexOf(row) >= most;
  const room = most - all.filter((row) => row.isOwn && !row.isPinned && isLate(row)).length;
  const first = found.slice(0, room);
  const missing = all.filter((row) => (row.isPinned || row.isOwn) && !first.includes(row));
  return {
    rows: [...first, ...missing.sort((a, b) => roomOf(b) - roomOf(a) || measure(b) - measure(a))],
    found: found.length,
    fitting: all.filter(({fits}) => fits === true).length,
  };
}

const roomOf = ({fits}: MachineRow): number => (fits === false ? 0 : 1);

const measures: Readonly<Record<MachineOrder, (row: MachineRow) => number>> = {
  speed: ({forecast}) => forecast,
  bandwidth: ({bandwidth}) => bandwidth,
  memory: ({memoryBytes}) => memoryBytes ?? 0,
};
