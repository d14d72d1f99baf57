import type {MachineClass} from "../arithmetic/hardware.js";

/** What the list of machines can be sorted by, the most first. */
export const machineOrders = ["speed", "bandwidth", "memory"] as const;
export type MachineOrder = (typeof machineOrders)[number];

/** Whether the list leaves out what is too small for the model. */
export const machineFilters = ["fitting", "every"] as const;
export type MachineFilter = (typeof machineFilters)[number];

/** One kind of machine, or all. */
export const machineKinds = [
  "all",
  "apple",
  "geforce",
  "radeon",
  "datacenter",
  "legacy",
  "unified",
  "cpu",
  "board",
] as const satisfies readonly (MachineClass | "all")[];
export type MachineKind = (typeof machineKinds)[number];
