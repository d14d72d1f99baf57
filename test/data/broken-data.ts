import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvFormatRows, csvParseRows} from "d3-dsv";
import {readCatalog} from "../../src/data/read-catalog.js";
import type {DataFile} from "../../src/lib/catalog/data-files.js";

/** A change to one cell: the row whose first cell is `row`, or the header, where `row` is absent. */
export interface Break {
  file: DataFile;
  row?: string;
  column: string;
  cell: string;
}

/**
 * Reads a copy of data/ in which one cell is changed, and gives the error as a reader of the
 * terminal sees it, with the folder written as "data", and the line that was changed.
 */
export function errorOf({file, row, column, cell}: Break): {message: string; line: number} {
  const folder = mkdtempSync(join(tmpdir(), "broken-data-"));
  try {
    cpSync("data", folder, {recursive: true});
    const path = join(folder, `${file}.csv`);
    const rows = csvParseRows(readFileSync(path, "utf8"));
    const index = row === undefined ? 0 : rows.findIndex(([first]) => first === row);
    rows[index]![rows[0]!.indexOf(column)] = cell;
    writeFileSync(path, csvFormatRows(rows));
    return {message: messageOf(() => readCatalog(folder)).replace(folder, "data"), line: index + 1};
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
}
