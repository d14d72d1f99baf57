import type {Architecture} from "../arithmetic/architecture.js";
import {findMachine, findModel} from "./find.js";
import type {Catalog, Measurement, Model} from "./catalog.js";

/** The model that most people measured. LLaMA-7B has the same shape, and so the same speed. */
const measuredMost = "Llama-2-7B";

/** Longer conversations take time of their own, so they are no measure of the weights. Tokens. */
const shortContext = 1024;

/**
 * The best speed that somebody measured for one machine while a short text was written: by a whole
 * model on one device, in a format, if one is given. A model of the same shape counts as the same:
 * LLaMA-7B and Llama-2-7B differ in what they learned and in nothing that takes time. So does a
 * model of the reader's own (`own`), if somebody measured one of its shape.
 */
export function measuredDecode(
  catalog: Catalog,
  wanted: {
    machine: string;
    model?: string;
    format?: string;
    batch?: number;
    own?: Pick<Model, "name" | "architecture">;
  },
): Measurement | undefined {
  const {machine: machineName, model = measuredMost, format, batch = 1, own} = wanted;
  const machine = findMachine(catalog, machineName);
  const {architecture} = own?.name === model ? own : findModel(catalog, model);
  const shape = shapeOf(architecture);
  const usesProcessor = machine.hardware.class === "cpu" || machine.hardware.class === "board";
  return fastest(
    catalog.measurements.filter(
      (row) =>
        row.phase === "decode" &&
        row.machine === machine.name &&
        row.batch === batch &&
        (format === undefined || row.format === format) &&
        row.context <= shortContext &&
        row.offloadedLayers === undefined &&
        (row.backend !== "CPU" || usesProcessor) &&
        shapeOf(findModel(catalog, row.model).architecture) === shape,
    ),
  );
}

/**
 * llama.cpp's scoreboards: graphics cards and a DGX Spark, each with Llama-2-7B in a Q4_0 file, one
 * reader. One row for each machine, the fastest backend.
 */
export function scoreboard(catalog: Catalog): Measurement[] {
  const byMachine = new Map<string, Measurement[]>();
  for (const row of catalog.measurements) {
    if (row.group !== "scoreboard" || row.phase !== "decode") continue;
    byMachine.set(row.machine, [...(byMachine.get(row.machine) ?? []), row]);
  }
  return [...byMachine.values()].map((rows) => fastest(rows)!);
}

function fastest(rows: readonly Measurement[]): Measurement | undefined {
  return rows.reduce<Measurement | undefined>(
    (best, row) => (best && best.tokensPerSecond >= row.tokensPerSecond ? best : row),
    undefined,
  );
}

/** Everything of an architecture that takes bytes or time, as one text to compare. */
function shapeOf(architecture: Architecture): string {
  return JSON.stringify({...architecture, name: "", family: ""});
}
