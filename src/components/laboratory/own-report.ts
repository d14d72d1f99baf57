import type {DeviceReport, ModelRun} from "../../lib/catalog/device-report.js";
import {shownRun} from "../../lib/scenario/own-run.js";
import {keptText} from "../device/storage.js";
import type {Page} from "../page/context.js";

/** The report of the reader's own machine, if the page has one. */
export function ownReport({catalog}: Page): DeviceReport | undefined {
  const {own, report} = shownRun(catalog);
  return own ? report : undefined;
}

/**
 * Shows a report on the whole page. Where one is kept on the device already, the new one takes its
 * place; else nothing is kept before the reader says so.
 */
export async function showOwn(report: DeviceReport): Promise<void> {
  const {keepReport, showReport} = await import("../device/kept.js");
  if (keptText() === undefined) showReport(report);
  else keepReport(report);
}

/** The report with runs of a model, in place of those of the same kind. */
export function withRuns(report: DeviceReport, runs: readonly ModelRun[]): DeviceReport {
  const isSame = (a: ModelRun, b: ModelRun): boolean =>
    a.model === b.model && a.format === b.format && a.phase === b.phase && a.threads === b.threads;
  const others = report.runs.filter((run) => !runs.some((each) => isSame(run, each)));
  return {...report, runs: [...others, ...runs]};
}
