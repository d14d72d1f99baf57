import type {LawTable} from "./law-table.js";
import {articleCache} from "./tables/article-cache.js";
import {articleLatency} from "./tables/article-latency.js";
import {chunks} from "./tables/chunks.js";
import {criticalBatch} from "./tables/critical-batch.js";
import {forecastErrors} from "./tables/forecast-errors.js";
import {keepOrCompute} from "./tables/keep-or-compute.js";
import {machinesForSpeed} from "./tables/machines-for.js";
import {demoPrices, publishedLosses} from "./tables/price.js";
import {modelShape} from "./tables/model-shape.js";
import {training} from "./tables/training.js";
import {printedCaches} from "./tables/printed-caches.js";
import {twoMachines} from "./tables/two-machines.js";
import {blockFormats, fileTensors} from "./tables/precision.js";

/** Every table of the notebook, by the name under which a page asks for it. */
export const tables: Readonly<Record<string, LawTable>> = {
  articleCache,
  articleLatency,
  chunks,
  training,
  blockFormats,
  criticalBatch,
  demoPrices,
  publishedLosses,
  fileTensors,
  forecastErrors,
  keepOrCompute,
  machinesFor: machinesForSpeed,
  printedCaches,
  twoMachines,
  modelShape,
};

export function tableNamed(name: string): LawTable {
  const table = tables[name];
  if (table !== undefined) return table;
  throw new Error(`data-table is "${name}"; it should be one of ${Object.keys(tables).join(", ")}`);
}
