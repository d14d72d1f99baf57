import type {Hardware, MeasuredPass, MeasuredPasses} from "../arithmetic/hardware.js";
import type {DeviceReport, MeasuredFormat, Phase} from "../catalog/device-report.js";
import {overheadPerNumber} from "./predict.js";
import {hardwareOf, rateOf} from "./report.js";

/**
 * The reader's machine with all that a forecast takes of it, so that every page foretells what the
 * laboratory foretells (predict.ts): with all workers, each format at its own rates.
 *
 * @param name as the page calls it, e.g. "Your device"
 */
export function ownHardware(report: DeviceReport, name: string): Hardware {
  const passes = (format: MeasuredFormat): MeasuredPasses => ({
    oneToken: passOf(report, format, "decode"),
    manyTokens: passOf(report, format, "prefill"),
  });
  return {
    ...hardwareOf(report, name),
    passes: {fp32: passes("F32"), int8: passes("Q8_0"), int4: passes("Q4_0")},
  };
}

function passOf(report: DeviceReport, format: MeasuredFormat, phase: Phase): MeasuredPass {
  const {workers} = report;
  return {
    flopRate: rateOf(report, {format, phase, workers}).median,
    secondsPerNumber: overheadPerNumber(report, {format, phase, threads: workers}),
  };
}
