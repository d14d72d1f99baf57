import type {Sourced} from "../lib/catalog/catalog.js";
import type {Line} from "./rows.js";

// What must hold between the columns of a row, between rows, and between files.

/** What is verified can be read by anyone. */
export function checkSource({row, complain}: Line<Sourced>): void {
  if (row.verified && row.url === undefined) {
    throw complain("url", "the page on which anyone can read it, as the row is verified");
  }
}

/** No two rows may have the same name. */
export function checkDistinct<Column extends string>(
  lines: readonly Line<Record<Column, string>>[],
  column: Column,
): void {
  const seen = new Set<string>();
  for (const {row, complain} of lines) {
    if (seen.has(row[column])) throw complain(column, "a name that no other row has");
    seen.add(row[column]);
  }
}

/** Columns that describe one thing are all filled where the first is, and all empty elsewhere. */
export function checkTogether<Row extends object>(
  {row, complain}: Line<Row>,
  first: keyof Row & string,
  others: readonly (keyof Row & string)[],
): void {
  for (const column of others) {
    if (column in row === first in row) continue;
    throw complain(column, `${first in row ? "filled" : "empty"} where ${first} is`);
  }
}

/** A name must stand in another file, spelled in the same way. */
export function checkKnown<Column extends string>(
  {row, complain}: Line<Partial<Record<Column, string>>>,
  column: Column,
  known: ReadonlySet<string>,
  where: string,
): void {
  const name = row[column];
  if (name !== undefined && !known.has(name)) throw complain(column, `a name from ${where}`);
}
