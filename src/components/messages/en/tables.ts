import {conversationTables} from "./tables/conversation.js";
import {precisionTables} from "./tables/precision.js";
import {priceTables} from "./tables/price.js";

/** Headings and cells of the tables that the laws fill. */
export const tables = {
  ...precisionTables,
  ...priceTables,
  criticalBatch: {
    caption:
      "Readers at the bend. Weights are stored in so many bits and calculated in 16, or in 32 where they have 32.",
    column: (bits: string) => `${bits} bits`,
  },
  articleLatency: {
    caption: "Milliseconds a token on an A100 80GB: as published, and as corrected",
    model: (parameters: string) => parameters,
    cell: (published: string, corrected: string) => `${published} → ${corrected}`,
  },
  forecastErrors: {
    caption:
      "How far off the forecast is, for machines that no fit has seen: half of the rows are within the first share, nine of ten within the second.",
    columns: [
      "Machines",
      "Decode, rows",
      "half within",
      "nine of ten",
      "Prefill, rows",
      "half within",
      "nine of ten",
    ],
  },
  chunks: {
    caption: (model: string, machine: string) =>
      `${model} in 4.5 bits reads 512 tokens on an ${machine}, so many at a time: tokens a second by the roof of 16-bit arithmetic, and measured.`,
    columns: ["Tokens at a time", "Roof", "Measured", "Share"],
  },
  training: {
    caption:
      "Training LLaMA: hours of one A100 by the law, at half of its rate, and the hours that Meta counted.",
    columns: [
      "Model",
      "Tokens of text",
      "Operations",
      "Hours by the law",
      "Hours counted ◇",
      "Room for the weights",
    ],
  },
  twoMachines: {
    caption: (machine: string, rival: string, model: string) =>
      `${machine} against ${rival}, with ${model}`,
    columns: ["Property", "First", "Second", "First over second"],
    machine: "Machine",
    memory: "Memory",
    bandwidth: "Bandwidth",
    flops: "Arithmetic",
    holds: "Holds the model",
    fits: (fits: boolean) => (fits ? "yes" : "no"),
    roof: "Roof, tokens/s",
    forecast: "Forecast, tokens/s",
    measured: "Measured, tokens/s",
    waits: "Waits for",
    waitsFor: {memory: "memory", compute: "arithmetic"},
    unknown: "–",
  },
  modelShape: {
    caption: (model: string) => `What the config.json of ${model} says`,
    columns: ["In the file: in the formula", "Value"],
    tied: "true: one table",
    untied: "false: two tables",
  },
  machinesFor: {
    caption: (count: number, digits: string, all: string, byRoof: string) =>
      count === 0
        ? `None of ${all} machines would do. By the roof alone it would be ${byRoof}.`
        : `${digits} of ${all} machines would do by the forecast, ${byRoof} by the roof. The slowest of them:`,
    columns: ["Machine", "Bandwidth", "Memory", "Roof, tokens/s", "Forecast, tokens/s"],
  },
  ...conversationTables,
};
