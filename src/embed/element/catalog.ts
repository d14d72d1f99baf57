import type {Catalog} from "../../lib/catalog/catalog.js";

/**
 * Rows column by column, in which much repeats and little has to be sent: {batch: [1, 1, 4]}. Parts
 * of rows are packed likewise: {hardware: {bandwidth: [68e9, 102e9, 2e12]}}.
 */
export interface PackedRows {
  readonly [field: string]: readonly unknown[] | PackedRows;
}

/** Those tables of the catalog that an element shows. */
export type PackedCatalog = Readonly<Record<string, PackedRows>>;

/** A row without a field has null in its column, since no row holds null itself. */
export function packRows(rows: readonly (object | null)[]): PackedRows {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row ?? {})))];
  const columns = fields.map((field) => {
    const column = rows.map((row) => (row as Row | null)?.[field] ?? null);
    return [field, column.every(isPart) ? packRows(column) : column] as const;
  });
  return Object.fromEntries(columns);
}

export function unpackRows(packed: PackedRows): object[] {
  return Array.from({length: lengthOf(packed)}, (_, i) => rowAt(packed, i) ?? {});
}

function rowAt(packed: PackedRows, i: number): Row | undefined {
  const fields = Object.entries(packed).flatMap(([field, column]) => {
    const value = Array.isArray(column) ? (column[i] ?? undefined) : rowAt(column as PackedRows, i);
    return value === undefined ? [] : [[field, value] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function lengthOf(packed: PackedRows): number {
  const [column] = Object.values(packed);
  if (column === undefined) return 0;
  return Array.isArray(column) ? column.length : lengthOf(column as PackedRows);
}

/** A part of a row, or none. */
function isPart(value: unknown): value is object | null {
  return typeof value === "object" && !Array.isArray(value);
}

type Row = Readonly<Record<string, unknown>>;

/** A catalog whose other tables are empty. */
export function unpackCatalog(packed: PackedCatalog): Catalog {
  const tables = Object.entries(packed).map(([table, rows]) => [table, unpackRows(rows)] as const);
  return {...empty, ...Object.fromEntries(tables)};
}

const empty: Catalog = {
  edition: {} as Catalog["edition"],
  models: [],
  machines: [],
  storage: [],
  measurements: [],
  sharing: [],
  training: [],
  texts: [],
  memoryLevels: [],
  perplexities: [],
  claims: [],
  formats: [],
  caches: [],
  deviceRuns: [],
};
