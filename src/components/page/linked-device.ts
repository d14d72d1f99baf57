import type {Catalog} from "../../lib/catalog/catalog.js";
import type {Hardware} from "../../lib/arithmetic/hardware.js";
import {linkedDeviceKey} from "../../lib/catalog/linked-machine.js";

/** The device that came with the address: a machine, or why what stands there is none. */
export interface LinkedDevice {
  /** What stood in the address, to be kept there. */
  code?: string;
  hardware?: Hardware;
  /** A sentence. */
  problem?: string;
}

/** Reads the device in the address of this page; what reads it is fetched only where there is one. */
export async function linkedDevice(): Promise<LinkedDevice> {
  const code = new URLSearchParams(location.search).get(linkedDeviceKey);
  if (code === null) return {};
  const [{linkedHardware}, {ClassCodeError}] = await Promise.all([
    import("../../lib/device/linked-device.js"),
    import("../../lib/device/class-code.js"),
  ]);
  try {
    return {code, hardware: linkedHardware(code)};
  } catch (error) {
    if (error instanceof ClassCodeError) return {problem: error.message};
    throw error;
  }
}

/** The catalog with the device that came with the address, if one did. */
export function withLinked(catalog: Catalog, {hardware}: LinkedDevice): Catalog {
  if (hardware === undefined) return catalog;
  const source = "measured on the device of whoever made this link";
  const today = new Date().toISOString().slice(0, 10);
  const machine = {name: hardware.name, hardware, source, readOn: today, verified: false};
  return {...catalog, machines: [...catalog.machines, machine]};
}

/** A query that keeps the device in the address as long as the page shows it. */
export function keepLinked(query: string, {code}: LinkedDevice): string {
  if (code === undefined) return query;
  const parameters = new URLSearchParams(query === "" ? "?v=1" : query);
  parameters.set(linkedDeviceKey, code);
  return `?${parameters}`;
}
