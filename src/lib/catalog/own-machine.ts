import type {Hardware} from "../arithmetic/hardware.js";
import type {Catalog, Machine, Sourced} from "./catalog.js";
import type {DeviceReport} from "./device-report.js";
import {isLinkedMachine} from "./linked-machine.js";

/**
 * The name of the reader's own device among the machines, wherever a name is data: in the lists, on
 * the charts and in addresses. A link carries this name and none of the numbers behind it, so that
 * it shows whoever opens it his own device, if he has measured one.
 */
export const ownMachineName = "Your device";

/** Whether a machine is the reader's own device. */
export function isOwnMachine(name: string): boolean {
  return name === ownMachineName;
}

/** The catalog with the reader's own device as its last machine, and what was measured of it. */
export function withOwnMachine(
  catalog: Catalog,
  hardware: Hardware,
  report: DeviceReport,
): Catalog {
  const own: Machine = {
    name: ownMachineName,
    hardware: {...hardware, name: ownMachineName, class: "own"},
    ...hereMeasured(report),
  };
  const recorded = catalog.deviceRuns.filter((run) => !run.own);
  const run = {name: ownMachineName, own: true, native: [], report, ...hereMeasured(report)};
  return {
    ...catalog,
    machines: [...catalog.machines.filter(({name}) => !isOwnMachine(name)), own],
    deviceRuns: [...recorded, run],
  };
}

function hereMeasured({measuredOn}: DeviceReport): Sourced {
  return {source: "measured on this device", readOn: measuredOn, verified: true};
}

/** The machines of data/hardware.csv alone: what the notebook counts is the same for every reader. */
export function listedMachines({machines}: Pick<Catalog, "machines">): Machine[] {
  return machines.filter(({name}) => !isOwnMachine(name) && !isLinkedMachine(name));
}

/** The reader's own device, where the catalog has it. */
export function ownMachineIn({machines}: Pick<Catalog, "machines">): Machine | undefined {
  return machines.find(({name}) => isOwnMachine(name));
}
