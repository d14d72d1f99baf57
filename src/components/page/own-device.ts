import type {Hardware} from "../../lib/arithmetic/hardware.js";
import type {DeviceReport} from "../../lib/catalog/device-report.js";
import {keptText, watchKept} from "../device/storage.js";

/** The reader's own device as far as it is known: a machine, or why what is kept of it is none. */
export interface OwnDevice {
  machine?: {hardware: Hardware; report: DeviceReport};
  /** A sentence. */
  problem?: string;
}

/**
 * Looks whether a report of the reader's device is kept. What reads it is fetched only then: whoever
 * has measured nothing waits for nothing.
 */
export async function ownDevice(): Promise<OwnDevice> {
  return keptText() === undefined ? {} : readDevice();
}

async function readDevice(): Promise<OwnDevice> {
  const {keptReport, ownHardware} = await import("../device/kept.js");
  const {report, problem} = keptReport();
  return {
    ...(report && {machine: {hardware: ownHardware(report), report}}),
    ...(problem !== undefined && {problem}),
  };
}

/** Calls `changed` whenever a report is shown, kept or forgotten, on this page or in another tab. */
export function watchOwnDevice(changed: (own: OwnDevice) => void): void {
  watchKept(() => void readDevice().then(changed));
}
