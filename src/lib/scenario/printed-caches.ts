import {kvCacheBytes} from "../arithmetic/kv-cache.js";
import {formatNamed} from "../arithmetic/precision.js";
import type {Catalog, PrintedCache} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";

export const mebibyte = 2 ** 20; // bytes

/** A cache whose size a program has printed, and what the law says of it. */
export interface CheckedCache extends PrintedCache {
  printedBytes: number;
  lawBytes: number;
}

/** All of them, from the smallest to the largest. */
export function checkedCaches(catalog: Catalog): CheckedCache[] {
  return catalog.caches
    .map((row) => ({
      ...row,
      printedBytes: row.mebibytes * mebibyte,
      lawBytes: kvCacheBytes(findModel(catalog, row.model).architecture, {
        context: row.context,
        batch: 1,
        bytesPerElement: elementBytes(row.precision),
      }),
    }))
    .sort((a, b) => a.printedBytes - b.printedBytes);
}

/** Bytes of one number in a cache that is kept in this format: Q8_0 has 34 bytes for 32 numbers. */
export function elementBytes(precision: string): number {
  return formatNamed(precision).bitsPerWeight / 8;
}

/** How far, at most, the law misses a printed size, as a share. */
export function cacheError(catalog: Catalog): number {
  return Math.max(
    ...checkedCaches(catalog).map(({printedBytes, lawBytes}) =>
      Math.abs(lawBytes / printedBytes - 1),
    ),
  );
}
