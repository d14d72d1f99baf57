import type {Hardware} from "../lib/arithmetic/hardware.js";
import type {Machine} from "../lib/catalog/catalog.js";
import {checkDistinct, checkSource} from "./checks.js";
import {readRows} from "./rows.js";
import {machineSchema, rates} from "./schema.js";

/**
 * The machines of data/hardware.csv. A row is verified where its rates are: bandwidth and FLOP/s.
 * The sizes of memory and cache may stand on less; the column unverified names every such field.
 */
export function readMachines(file: string): Machine[] {
  const lines = readRows(file, machineSchema);
  checkDistinct(lines, "name");
  return lines.map((line) => {
    checkSource(line);
    const {row} = line;
    const doubtfulRate = row.unverified?.some((column) => !column.endsWith("Bytes")) ?? false;
    if (row.verified === doubtfulRate) {
      throw line.complain("verified", "false where unverified names a rate, and true elsewhere");
    }
    const {name, memoryBytes, bandwidth, onChipBytes, unverified} = row;
    const {note, source, url, readOn, verified} = row;
    const flops: Hardware["flops"] = {};
    for (const precision of rates) {
      const rate = row[precision];
      if (rate !== undefined) flops[precision] = rate;
    }
    return {
      name,
      hardware: {
        name,
        class: row.class,
        memoryBytes,
        bandwidth,
        flops,
        ...(onChipBytes !== undefined && {onChipBytes}),
        ...(unverified !== undefined && {unverified}),
      },
      ...(note !== undefined && {note}),
      source,
      ...(url !== undefined && {url}),
      readOn,
      verified,
    };
  });
}
