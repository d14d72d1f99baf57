import {readFileSync} from "node:fs";
import {join} from "node:path";
import {formats as knownFormats} from "../lib/arithmetic/precision.js";
import type {
  Catalog,
  Claim,
  Machine,
  Measurement,
  MemoryLevel,
  Perplexity,
  PrintedCache,
  PublishedFormat,
  SharedRun,
  TextRead,
  TrainingRun,
  Storage,
} from "../lib/catalog/catalog.js";
import {checkDistinct, checkKnown, checkSource, checkTogether} from "./checks.js";
import {readDeviceRuns} from "./read-devices.js";
import {readMachines} from "./read-machines.js";
import {readModels} from "./read-models.js";
import {readRows} from "./rows.js";
import {
  cacheSchema,
  claimSchema,
  formatSchema,
  measurementSchema,
  perplexitySchema,
  sharedRunSchema,
  storageSchema,
  textReadSchema,
  trainingRunSchema,
  memoryLevelSchema,
} from "./schema.js";

/**
 * Every fact of the notebook, from the CSV files of a folder.
 *
 * @throws at the first bad row, with file, line, column and reason.
 */
export function readCatalog(folder = "data"): Catalog {
  const file = (name: string): string => join(folder, name);
  const models = readModels(file("models.csv"));
  const machines = readMachines(file("hardware.csv"));
  const names: Names = {
    models: new Set(models.map(({name}) => name)),
    machines: new Set(machines.map(({name}) => name)),
    formats: new Set(knownFormats.map(({name}) => name)),
  };
  const formats = readFormats(file("formats.csv"), names);
  for (const {format} of formats) names.formats.add(format);
  const facts = {
    models,
    machines,
    storage: readStorage(file("storage.csv"), names),
    measurements: readMeasurements(file("measurements.csv"), names),
    sharing: readSharedRuns(file("sharing.csv"), names),
    training: readTrainingRuns(file("training.csv"), names),
    texts: readTexts(file("texts.csv"), names),
    memoryLevels: readMemoryLevels(file("memory-levels.csv"), machines),
    perplexities: readPerplexities(file("perplexities.csv"), names),
    claims: readClaims(file("claims.csv")),
    formats,
    caches: readCaches(file("caches.csv"), names),
  };
  return {
    edition: {version: versionOf("package.json"), readOn: lastReadOn(facts)},
    ...facts,
    deviceRuns: readDeviceRuns(file("devices.json")),
  };
}

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(file, "utf8")) as {version: string}).version;
}

/** The latest of the days on which a row was read. */
function lastReadOn(facts: Readonly<Record<string, readonly {readOn: string}[]>>): string {
  const days = Object.values(facts).flatMap((rows) => rows.map(({readOn}) => readOn));
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

/** What other files may refer to. */
interface Names {
  models: Set<string>;
  machines: Set<string>;
  /** Formats with which the laws can calculate, and those of which only a size is published. */
  formats: Set<string>;
}

function readFormats(file: string, names: Names): PublishedFormat[] {
  return readRows(file, formatSchema).map((line) => {
    checkSource(line);
    checkTogether(line, "blockBytes", ["blockWeights"]);
    checkTogether(line, "bitsPerWeight", ["model"]);
    checkKnown(line, "model", names.models, "models.csv");
    const {row, complain} = line;
    const filled = row.kind === "block" ? "blockBytes" : "bitsPerWeight";
    if (row[filled] === undefined) throw complain(filled, `filled for a ${row.kind}`);
    return row;
  });
}

function readStorage(file: string, names: Names): Storage[] {
  return readRows(file, storageSchema).map((line) => {
    checkSource(line);
    checkKnown(line, "machine", names.machines, "hardware.csv");
    return line.row;
  });
}

function readMeasurements(file: string, names: Names): Measurement[] {
  const lines = readRows(file, measurementSchema);
  checkDistinct(lines, "id");
  const calculable = new Set(knownFormats.map(({name}) => name));
  return lines.map((line) => {
    checkSource(line);
    checkKnown(line, "machine", names.machines, "hardware.csv");
    checkKnown(line, "model", names.models, "models.csv");
    checkKnown(line, "format", calculable, "src/lib/arithmetic/precision.ts");
    const {row, complain} = line;
    if ((row.phase === "decode") !== (row.promptTokens === 0)) {
      throw complain("promptTokens", "0 in decode, and more in prefill");
    }
    return row;
  });
}

function readSharedRuns(file: string, names: Names): SharedRun[] {
  const lines = readRows(file, sharedRunSchema);
  checkDistinct(lines, "id");
  return lines.map((line) => {
    checkSource(line);
    checkKnown(line, "machine", names.machines, "hardware.csv");
    checkKnown(line, "model", names.models, "models.csv");
    checkKnown(line, "format", names.formats, "formats.csv");
    const {row, complain} = line;
    if ((row.phase === "decode") !== (row.promptTokens === 0)) {
      throw complain("promptTokens", "0 in decode, and more in prefill");
    }
    return row;
  });
}

function readTrainingRuns(file: string, names: Names): TrainingRun[] {
  const lines = readRows(file, trainingRunSchema);
  checkDistinct(lines, "model");
  return lines.map((line) => {
    checkSource(line);
    checkKnown(line, "machine", names.machines, "hardware.csv");
    checkKnown(line, "model", names.models, "models.csv");
    return line.row;
  });
}

function readTexts(file: string, names: Names): TextRead[] {
  const lines = readRows(file, textReadSchema);
  checkDistinct(lines, "model");
  return lines.map((line) => {
    checkSource(line);
    checkKnown(line, "model", names.models, "models.csv");
    return line.row;
  });
}

function readPerplexities(file: string, names: Names): Perplexity[] {
  return readRows(file, perplexitySchema).map((line) => {
    checkSource(line);
    checkKnown(line, "model", names.models, "models.csv");
    checkKnown(line, "format", names.formats, "formats.csv");
    return line.row;
  });
}

function readMemoryLevels(file: string, machines: readonly Machine[]): MemoryLevel[] {
  return readRows(file, memoryLevelSchema).map((line) => {
    checkSource(line);
    checkKnown(line, "machine", new Set(machines.map(({name}) => name)), "hardware.csv");
    const {row, complain} = line;
    if ((row.level === "disk") !== (row.machine === undefined)) {
      throw complain("machine", "empty for a disk, and filled for what is on a chip");
    }
    // The last cache stands in hardware.csv too, where the laws read it.
    const machine = machines.find(({name}) => name === row.machine);
    const onChip = machine?.hardware.onChipBytes;
    if (row.level === "cache" && row.cores * row.bytesPerCore !== onChip) {
      throw complain("bytesPerCore", `${onChip}, as onChipBytes in hardware.csv`);
    }
    return row;
  });
}

function readCaches(file: string, names: Names): PrintedCache[] {
  const lines = readRows(file, cacheSchema);
  checkDistinct(lines, "id");
  const calculable = new Set(knownFormats.map(({name}) => name));
  return lines.map((line) => {
    checkSource(line);
    checkKnown(line, "model", names.models, "models.csv");
    checkKnown(line, "precision", calculable, "src/lib/arithmetic/precision.ts");
    return line.row;
  });
}

function readClaims(file: string): Claim[] {
  const lines = readRows(file, claimSchema);
  checkDistinct(lines, "id");
  return lines.map((line) => {
    checkSource(line);
    return line.row;
  });
}
