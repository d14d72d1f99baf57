import {readFileSync} from "node:fs";
import * as v from "valibot";
import type {DeviceRun} from "../lib/catalog/catalog.js";
import {measuredFormats, phases, syntheticSizes} from "../lib/catalog/device-report.js";
import {parseReport} from "../lib/device/parse-report.js";
import {oneOf, sourced, text} from "./cells.js";

const runSchema = v.object({
  name: text("what the device is, such as a server with two cores"),
  native: v.array(
    v.object({
      model: oneOf(syntheticSizes),
      format: oneOf(measuredFormats),
      phase: oneOf(phases),
      tokensPerSecond: v.number(),
    }),
  ),
  report: v.unknown(),
  ...sourced,
  verified: v.boolean(),
});

/**
 * The devices of data/devices.json that the laboratory has measured for the notebook. Each report is
 * what the page's own button exports, and is read as anybody's is.
 *
 * @throws at the first bad field, with its name and what would be right.
 */
export function readDeviceRuns(file: string): DeviceRun[] {
  const runs = v.parse(v.array(runSchema), JSON.parse(readFileSync(file, "utf8")));
  if (runs.length === 0) throw new Error(`${file} is empty; it should hold one device at least.`);
  return runs.map(({report, ...run}) => ({
    ...run,
    own: false,
    report: parseReport(JSON.stringify(report)),
  }));
}
