import {ownMachineName} from "../../lib/catalog/own-machine.js";
import type {Hardware} from "../../lib/arithmetic/hardware.js";
import {parseReport, ReportError} from "../../lib/device/parse-report.js";
import {ownHardware as machineOf} from "../../lib/device/own-hardware.js";
import type {DeviceReport} from "../../lib/device/report.js";
import {forgetText, keepText, keptText, tellPage} from "./storage.js";

/**
 * The report of the reader's device: kept on it where he wants that, else known to this page alone.
 * It never goes anywhere by itself. All of the page follows a change at once, and so do other tabs
 * where it is kept.
 */

/** The report, or a sentence that says why what is kept is none; neither where nothing is kept. */
export interface Kept {
  report?: DeviceReport;
  /** e.g. "The report is not JSON." */
  problem?: string;
}

let onThisPage: DeviceReport | undefined; // where the browser keeps nothing, or the reader does not want it

/** What is known of the reader's device. Anyone may have written what is kept: it is all looked at. */
export function keptReport(): Kept {
  if (onThisPage !== undefined) return {report: onThisPage};
  const text = keptText();
  if (text === undefined) return {};
  try {
    return {report: parseReport(text)};
  } catch (error) {
    if (error instanceof ReportError) return {problem: error.message};
    throw error;
  }
}

/** Shows a report on this page alone: it is forgotten when the page is left. */
export function showReport(report: DeviceReport): void {
  onThisPage = report;
  tellPage();
}

/**
 * Keeps a report on this device, for all pages and tabs. False where the browser forbids that or has
 * no room: then it is shown on this page alone.
 */
export function keepReport(report: DeviceReport): boolean {
  const isKept = keepText(JSON.stringify(report));
  onThisPage = isKept ? undefined : report;
  tellPage();
  return isKept;
}

/** Deletes the report, here and in other tabs. */
export function forgetReport(): void {
  onThisPage = undefined;
  forgetText();
  tellPage();
}

/** The report as a file that the reader may save, and read in again with `parseReport`. */
export function reportFile(report: DeviceReport): {content: Blob; name: string} {
  const text = JSON.stringify(report, null, 2);
  return {
    content: new Blob([`${text}\n`], {type: "application/json"}),
    name: `device-${report.measuredOn}.json`,
  };
}

/**
 * The report that such a file holds.
 *
 * @throws ReportError with a sentence that says why it holds none.
 */
export async function reportIn(file: Blob): Promise<DeviceReport> {
  if (file.size > largestFile) throw new ReportError("The file is larger than any report.");
  return parseReport(await file.text());
}

const largestFile = 1e6; // bytes

/** The reader's device as a machine. */
export function ownHardware(report: DeviceReport): Hardware {
  return machineOf(report, ownMachineName);
}
