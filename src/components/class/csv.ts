import {csvFormatRows} from "d3-dsv";
import {classRoofOf} from "../../lib/scenario/class-roofs.js";
import {save} from "../figure/export.js";
import type {Page} from "../page/context.js";
import type {Member} from "./roll.js";

/** The class as a file that spreadsheets open and that this page reads in again. */

export function saveClass(members: readonly Member[], page: Page): void {
  save(new Blob([classCsv(members, page)], {type: "text/csv"}), "class.csv");
}

/** RFC 4180: a comma between cells, CR LF at the end of a line, quotes where a cell needs them. */
export function classCsv(members: readonly Member[], {words}: Pick<Page, "words">): string {
  const {columns} = words.figures.classPanel;
  const rows = members.map(({code, device, number}) => {
    const {foretold, error} = classRoofOf(device);
    return [
      number,
      asText(device.nickname ?? ""),
      device.bandwidth,
      device.flops,
      device.speed,
      foretold,
      error,
      device.model,
      device.threads,
      device.workers,
      device.simd,
      code,
    ].map(String);
  });
  return csvFormatRows([Object.values(columns), ...rows]).replaceAll("\n", "\r\n") + "\r\n";
}

/** No cell of text is a formula to a spreadsheet, whatever its first letter is. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
