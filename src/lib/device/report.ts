import type {Hardware} from "../arithmetic/hardware.js";
import type {
  DeviceReport,
  Ladder,
  MeasuredFormat,
  Phase,
  Spread,
} from "../catalog/device-report.js";

export * from "../catalog/device-report.js";

/**
 * The reader's machine as one more row in the table of machines: its class is "own", which nothing
 * is fitted to. The bandwidth is that of the largest working set with all workers, the rates are
 * those of reading a prompt. Memory is what the reader said; until then it is not known.
 *
 * @param name as the page calls it, e.g. "Your device"
 */
export function hardwareOf(report: DeviceReport, name: string): Hardware {
  const rate = (format: MeasuredFormat): number =>
    rateOf(report, {format, phase: "prefill", workers: report.workers}).median;
  return {
    name,
    class: "own",
    ...(report.memoryBytes !== undefined && {memoryBytes: report.memoryBytes}),
    bandwidth: ladderOf(report, report.workers).points.at(-1)!.bandwidth.median,
    flops: {fp32: rate("F32"), int8: rate("Q8_0"), int4: rate("Q4_0")},
  };
}

/** The ladder of so many workers, or of the nearest number of them that was measured. */
export function ladderOf({ladder}: Pick<DeviceReport, "ladder">, workers: number): Ladder {
  return nearest(ladder, ({workers: measured}) => Math.abs(measured - workers));
}

/** An inner loop's rate, with so many workers or with the nearest number that was measured. */
export function rateOf(
  {rates}: Pick<DeviceReport, "rates">,
  {format, phase, workers}: {format: MeasuredFormat; phase: Phase; workers: number},
): Spread {
  const loops = rates.filter((rate) => rate.format === format && rate.phase === phase);
  return nearest(loops, ({workers: measured}) => Math.abs(measured - workers)).flopRate;
}

function nearest<Row>(rows: readonly Row[], distance: (row: Row) => number): Row {
  return rows.reduce((best, row) => (distance(row) < distance(best) ? row : best));
}
