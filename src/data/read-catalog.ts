import {join} from "node:path";
import {parameterCount} from "../lib/arithmetic/parameters.js";
import {architectureFromRow} from "../lib/catalog/architecture-from-row.js";
import type {Catalog, Machine, Model, Sourced} from "../lib/catalog/catalog.js";
import {readRows, type Line} from "./rows.js";
import {machineSchema, modelSchema} from "./schema.js";

/**
 * Every fact of the notebook, from the CSV files of a folder.
 *
 * @throws at the first bad row, with file, line, column and reason.
 */
export function readCatalog(folder = "data"): Catalog {
  const models = readModels(join(folder, "models.csv"));
  const machines = readMachines(join(folder, "hardware.csv"));
  return {models, machines, measurements: [], perplexities: [], claims: [], formats: []};
}

function readModels(file: string): Model[] {
  const lines = readRows(file, modelSchema);
  checkDistinct(lines, "name");
  return lines.map((line) => {
    checkSource(line);
    checkTogether(line, "slidingWindow", ["slidingLayers"]);
    checkTogether(line, "keyValueRank", ["nopeHeadDim", "ropeHeadDim", "valueHeadDim"]);
    checkTogether(line, "numExperts", [
      "expertsPerToken",
      "expertIntermediateSize",
      "sharedIntermediateSize",
      "denseLayers",
      "routerBias",
      "expertBias",
    ]);
    const {name, publishedParameters, publishedNote} = line.row;
    const architecture = architectureFromRow(line.row);
    const {total} = parameterCount(architecture);
    if (publishedParameters !== total && publishedParameters && !publishedNote) {
      throw line.complain("publishedParameters", `${total}, or publishedNote should say why not`);
    }
    return {
      name,
      architecture,
      ...(publishedParameters !== undefined && {publishedParameters}),
      ...(publishedNote !== undefined && {publishedNote}),
      ...sourceOf(line.row),
    };
  });
}

function readMachines(file: string): Machine[] {
  const lines = readRows(file, machineSchema);
  checkDistinct(lines, "name");
  return lines.map((line) => {
    checkSource(line);
    const {row} = line;
    const {name, memoryBytes, bandwidth, onChipBytes, unverified, note} = row;
    const {fp32, fp16, bf16, fp8, int8, int4} = row;
    // A row stands on its two rates; the size of the memory and the cache it may know by hearsay.
    const doubtful = (unverified ?? []).some((column) => !column.endsWith("Bytes"));
    if (row.verified === doubtful) {
      throw line.complain(
        "verified",
        "false where a rate stands in unverified, and true elsewhere",
      );
    }
    return {
      name,
      hardware: {
        name,
        class: row.class,
        memoryBytes,
        bandwidth,
        flops: {
          fp32,
          ...(fp16 !== undefined && {fp16}),
          ...(bf16 !== undefined && {bf16}),
          ...(fp8 !== undefined && {fp8}),
          ...(int8 !== undefined && {int8}),
          ...(int4 !== undefined && {int4}),
        },
        ...(onChipBytes !== undefined && {onChipBytes}),
        ...(unverified !== undefined && {unverified}),
      },
      ...(note !== undefined && {note}),
      ...sourceOf(row),
    };
  });
}

/** The four columns that every file has. */
function sourceOf({source, url, readOn, verified}: Sourced): Sourced {
  return {source, ...(url !== undefined && {url}), readOn, verified};
}

/** What is verified can be read by anyone. */
function checkSource({row, complain}: Line<Sourced>): void {
  if (row.verified && row.url === undefined) {
    throw complain("url", "the page on which anyone can read it, as the row is verified");
  }
}

/** No two rows may have the same name. */
function checkDistinct<Column extends string>(
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
function checkTogether<Row extends object>(
  {row, complain}: Line<Row>,
  first: keyof Row & string,
  others: readonly (keyof Row & string)[],
): void {
  for (const column of others) {
    if (column in row === first in row) continue;
    throw complain(column, `${first in row ? "filled" : "empty"} where ${first} is`);
  }
}
