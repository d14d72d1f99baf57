import type {Catalog, MemoryLevel} from "../catalog/catalog.js";
import type {View} from "./view.js";

/** One place where numbers lie, from a single register to a disk, or the model that has to lie somewhere. */
export interface Level {
  name: LevelName;
  bytes: number;
  /** bytes/s, where somebody states it */
  bandwidth?: number;
  /** Cores that have one of their own. */
  cores: number;
  verified: boolean;
}

export type LevelName =
  | "register" // one of them
  | "core" // all registers of one core
  | "registers" // those of all cores
  | "shared" // the cache that each core has beside its registers, all cores together
  | "cache" // the last one, which all cores share
  | "memory" // main memory
  | "disk"
  | "model"; // what is read for one token

const registerBytes = 4; // bytes: 32 bits, two weights of sixteen

/**
 * The chosen machine's levels and the bytes that one token reads, from small to large. Of a machine
 * whose chip is not in data/memory-levels.csv only the last cache and main memory are known.
 */
export function levelsOf(view: View, catalog: Catalog): Level[] {
  const {machine, simple} = view;
  const found = catalog.memoryLevels.filter(
    (row) => row.machine === undefined || row.machine === machine.name,
  );
  const levels: Level[] = found.map((row) => ({
    name: row.level,
    bytes: bytesOf(row),
    cores: row.cores,
    verified: row.verified,
    ...(row.bandwidth !== undefined && {bandwidth: row.bandwidth}),
  }));
  for (const {level, bytesPerCore, verified} of found) {
    if (level !== "registers") continue;
    levels.push({name: "register", bytes: registerBytes, cores: 1, verified});
    levels.push({name: "core", bytes: bytesPerCore, cores: 1, verified});
  }
  const {onChipBytes, memoryBytes, bandwidth, unverified = []} = machine.hardware;
  if (onChipBytes !== undefined && !levels.some(({name}) => name === "cache")) {
    const verified = !unverified.includes("onChipBytes");
    levels.push({name: "cache", bytes: onChipBytes, cores: 1, verified});
  }
  if (memoryBytes !== undefined) {
    const verified = !unverified.includes("memoryBytes");
    levels.push({name: "memory", bytes: memoryBytes, cores: 1, verified, bandwidth});
  }
  levels.push({name: "model", bytes: simple.bytesRead, cores: 1, verified: true});
  return levels.sort((a, b) => a.bytes - b.bytes);
}

/** Bytes of all that is on a machine's chip: registers and caches. */
export function chipBytes(machine: string, catalog: Catalog): number | undefined {
  const rows = catalog.memoryLevels.filter((row) => row.machine === machine);
  return rows.length === 0 ? undefined : rows.reduce((sum, row) => sum + bytesOf(row), 0);
}

const bytesOf = ({cores, bytesPerCore}: MemoryLevel): number => cores * bytesPerCore;
