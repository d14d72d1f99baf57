import {packRows, type PackedCatalog} from "../../src/embed/element/catalog.js";
import type {Catalog, Measurement} from "../../src/lib/catalog/catalog.js";
import {heldOutSpeed} from "../../src/lib/catalog/forecast-errors.js";
import {heldOutSpeeds} from "../../src/lib/catalog/held-out.js";
import {context} from "./context.js";

type Table = Exclude<keyof Catalog, "edition">;

/** What a chart reads of a table. */
interface Reads<Row> {
  columns: readonly (keyof Row)[];
  rows?: (row: Row) => boolean;
  /** What is written in the place of a row, where less says the same. */
  as?: (row: Row) => Row;
}

type Needs = {readonly [Name in Table]?: Reads<Catalog[Name][number]>};

// Where rows come from is told by the chapters and in /pages/sources; few charts draw a word of it.

/** What every chart and every equation reads: a page may set any model and any machine. */
const basicNeeds: Needs = {
  models: {columns: ["name", "architecture"]},
  machines: {columns: ["name", "hardware"]},
};

const speed = [
  ...(["machine", "model", "format", "backend", "phase", "batch", "context"] as const),
  ...(["promptTokens", "tokensPerSecond", "verified"] as const),
];

const isDecode = ({phase, offloadedLayers}: Measurement): boolean =>
  phase === "decode" && offloadedLayers === undefined;
const decode: Reads<Measurement> = {columns: speed, rows: isDecode};
const deviceRuns: Needs["deviceRuns"] = {columns: ["name", "own", "report", "native"]};

const training: Needs["training"] = {columns: ["model", "machine", "tokens", "gpuHours"]};

/** What single charts and equations read besides. */
const needs: Readonly<Record<string, Needs>> = {
  "bandwidth-ladder": {deviceRuns},
  ceilings: {
    measurements: {
      columns: ["group", ...speed],
      rows: ({group, phase}) => group === "scoreboard" && phase === "decode",
    },
  },
  cliff: {perplexities: {columns: ["model", "format", "fileBytes", "perplexity", "verified"]}},
  "equation-latencyWithStorage": {storage: {columns: ["machine", "bandwidth"]}},
  "equation-ownLatency": {deviceRuns},
  "equation-trainingFlops": {training},
  "equation-trainingTime": {training},
  experts: {measurements: decode},
  forecast: {
    measurements: {
      columns: ["id", ...speed],
      rows: (row) => heldOutSpeed(row) !== undefined,
      as: (row) => ({...row, id: shortId(row.id)}),
    },
  },
  "kv-growth": {
    caches: {columns: ["id", "model", "precision", "context", "mebibytes", "verified"]},
  },
  machines: {measurements: decode},
  "memory-edge": {
    measurements: {...decode, columns: ["id", ...speed]},
    storage: {columns: ["name", "machine", "bandwidth"]},
  },
  "memory-hierarchy": {
    memoryLevels: {
      columns: ["machine", "level", "cores", "bytesPerCore", "bandwidth", "verified"],
    },
  },
  "offload-curve": {
    measurements: {
      columns: ["group", "offloadedLayers", ...speed],
      rows: ({group}) => group === "gpu-offload",
    },
  },
  "own-errors": {deviceRuns},
  "own-roofline": {deviceRuns, measurements: decode},
  "own-seven": {deviceRuns},
  "own-verdict": {deviceRuns},
  "parameter-breakdown": {
    models: {columns: ["name", "architecture", "publishedParameters", "publishedNote"]},
  },
  "perplexity-size": {
    perplexities: {
      columns: ["model", "format", "fileBytes", "perplexity", "importanceMatrix", "verified"],
    },
  },
  "precision-phases": {
    measurements: {columns: ["group", ...speed], rows: ({group}) => group === "apple-4167"},
  },
  "prompt-gap": {
    measurements: {
      columns: ["microbatch", ...speed],
      rows: (row) => isDecode(row) || (row.phase === "prefill" && row.promptTokens === 512),
    },
  },
  rank: {measurements: decode},
  recount: {
    claims: {columns: ["id", "value", "unit", "source"]},
    measurements: {...decode, columns: ["id", ...speed]},
  },
  roofline: {measurements: decode},
  "several-gpus": {
    sharing: {
      columns: [
        ...(["machine", "model", "format", "devices", "split", "phase"] as const),
        ...(["tokensPerSecond", "program", "verified"] as const),
      ],
    },
  },
  "speed-context": {measurements: decode},
  "thread-curve": {
    measurements: {
      columns: ["group", "threads", ...speed],
      rows: ({group}) => group === "cpu-threads",
    },
  },
  "total-active": {models: {columns: ["name", "architecture", "publishedParameters"]}},
  "two-rates": {machines: {columns: ["name", "hardware", "verified"]}},
};

/** So much of the catalog as the element of this name shows. */
export function catalogOf(name: string): PackedCatalog {
  const tables = Object.entries({...basicNeeds, ...needs[name]});
  return Object.fromEntries(
    tables.map(([table, reads]) => {
      const {columns, rows = () => true, as = (row) => row} = reads as unknown as Reads<Row>;
      const shown = (context.catalog[table as Table] as unknown as Row[]).filter(rows).map(as);
      const kept = shown.map((row) =>
        Object.fromEntries(
          columns.filter((column) => column in row).map((column) => [column, row[column]]),
        ),
      );
      return [table, packRows(kept)];
    }),
  );
}

/** A measurement's place in its table, as a name that stands in one element alone. */
function shortId(id: string): string {
  return context.catalog.measurements.findIndex((row) => row.id === id).toString(36);
}

/** The speeds that are looked up by those names, as the text of their module. */
export function heldOutByShortId(): string {
  const speeds = Object.entries(heldOutSpeeds).map(([id, speed]) => [shortId(id), speed]);
  return `export const heldOutSpeeds = ${JSON.stringify(Object.fromEntries(speeds))};`;
}

type Row = Readonly<Record<string, unknown>>;
