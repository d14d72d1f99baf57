import {readFileSync} from "node:fs";
import {csvParse} from "d3-dsv";
import * as v from "valibot";

/** A row that is right, and where it stands, so that later checks can say so too. */
export interface Line<Row> {
  row: Row;
  /** Complains about one column of this row: "it should be …". */
  complain: (column: string, wanted: string) => Error;
}

/** The columns of a file: each described in words, so that an error can say what would be right. */
type Columns = v.ObjectEntries;

/**
 * Reads a CSV file and checks every cell. An empty cell is no cell.
 *
 * @throws with file, line, column and reason, e.g. `data/hardware.csv, line 12, column bandwidth:
 * is "-3"; it should be a positive number of bytes/s, such as 68.25e9.`
 */
export function readRows<const Entries extends Columns>(
  file: string,
  schema: v.ObjectSchema<Entries, undefined>,
): Line<v.InferOutput<v.ObjectSchema<Entries, undefined>>>[] {
  const table = csvParse(readFileSync(file, "utf8"));
  checkHeader(file, table.columns, Object.keys(schema.entries));
  return table.map((cells, index) => {
    const complain = (column: string, wanted: string): Error => {
      const is = cells[column] ? `is "${cells[column]}"` : "is empty";
      return new Error(
        `${file}, line ${index + 2}, column ${column}: ${is}; it should be ${wanted}.`,
      );
    };
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));
    const result = v.safeParse(schema, filled, {abortEarly: true});
    if (result.success) return {row: result.output, complain};
    const column = String(result.issues[0].path?.[0]?.key);
    throw complain(column, descriptionOf(schema.entries[column]!));
  });
}

function checkHeader(file: string, found: readonly string[], known: readonly string[]): void {
  const header = `${file}, line 1`;
  for (const column of found) {
    if (known.includes(column)) continue;
    throw new Error(
      `${header}, column ${column}: is not known; it should be one of ${known.join(", ")}.`,
    );
  }
  for (const column of known) {
    if (found.includes(column)) continue;
    throw new Error(`${header}, column ${column}: is missing; it should be in the first line.`);
  }
}

/** The words of a column's v.description; what may be left out wraps what has them. */
function descriptionOf(schema: Columns[string]): string {
  const described = ("wrapped" in schema ? schema.wrapped : schema) as v.GenericSchema;
  const words = v.getDescription(described);
  if (words === undefined) throw new Error("Every column of schema.ts needs a v.description.");
  return words;
}
