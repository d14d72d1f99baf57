import type {Hardware} from "../arithmetic/hardware.js";
import {linkedDeviceKey, linkedMachineName} from "../catalog/linked-machine.js";
import {isOwnMachine} from "../catalog/own-machine.js";
import {classDeviceOf, readClassCode, writeClassCode, type ClassDevice} from "./class-code.js";
import type {DeviceReport} from "./report.js";

/**
 * An address that shows a scenario on the reader's own device, told to others: its code goes along,
 * without a name, and where the address said "Your device" it names the one in the link.
 */
export function withDevice(address: string, report: DeviceReport): string {
  const told = new URL(address);
  for (const [key, value] of [...told.searchParams]) {
    if (isOwnMachine(value)) told.searchParams.set(key, linkedMachineName);
  }
  told.searchParams.set(linkedDeviceKey, writeClassCode(classDeviceOf(report)));
  return told.href;
}

/**
 * The device behind a code that anyone may have written, as a machine. A code tells one rate of
 * arithmetic, that of a prompt in Q4_0; it stands for all precisions.
 *
 * @throws ClassCodeError that says why the text is no code
 */
export function linkedHardware(code: string): Hardware {
  const {bandwidth, flops}: ClassDevice = readClassCode(code);
  return {
    name: linkedMachineName,
    class: "own",
    bandwidth,
    flops: {fp32: flops, int8: flops, int4: flops},
  };
}
