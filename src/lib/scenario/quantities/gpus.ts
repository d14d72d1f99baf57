import {chipBytes} from "../memory-levels.js";
import {againstRival} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Numbers of the chapter on graphics processors. */
export const gpuQuantities = {
  /** Milliseconds of each second in which the machine calculates. */
  busyMilliseconds: ({simple}) => (1000 * simple.computeSeconds) / simple.seconds,
  memory: ({machine}) => machine.hardware.memoryBytes,

  // What lies on the chip, where somebody says how much.
  cores: ({machine}, catalog) =>
    catalog.memoryLevels.find((row) => row.machine === machine.name && row.level === "registers")
      ?.cores,
  chip: ({machine}, catalog) => chipBytes(machine.name, catalog),
  chipsPerModel: ({machine, simple}, catalog) => {
    const bytes = chipBytes(machine.name, catalog);
    return bytes && simple.bytesRead / bytes;
  },
  diskSeconds: ({simple}, catalog) => {
    const disk = catalog.memoryLevels.find(({level}) => level === "disk");
    return disk?.bandwidth && simple.bytesRead / disk.bandwidth;
  },

  // The machine's two rates, as multiples of the second machine's.
  flopsOverRival: (view, catalog) => view.simple.flops / againstRival(view, catalog).simple.flops,
  bandwidthOverRival: ({machine, rival}) => machine.hardware.bandwidth / rival.hardware.bandwidth,
} satisfies Record<string, Quantity>;
