import {describe, expect, it} from "vitest";
import {errorOf, type Break} from "./broken-data.js";

/** Breaks one cell, and the reason that the error must give after file, line and column. */
const broken: [name: string, change: Break, reason: string][] = [
  [
    "a negative bandwidth",
    {file: "hardware", row: "Apple M1", column: "bandwidth", cell: "-3"},
    'is "-3"; it should be a positive number: bytes/s, such as 68.25e9.',
  ],
  [
    "a number with a comma",
    {file: "hardware", row: "A100 40GB", column: "bandwidth", cell: "1,555e9"},
    'is "1,555e9"; it should be a positive number: bytes/s, such as 68.25e9.',
  ],
  [
    "a sparse peak",
    {file: "hardware", row: "A100 80GB", column: "int8", cell: "1248e12 sparse"},
    'is "1248e12 sparse"; it should be a positive number: a dense peak in FLOP/s, such as ' +
      "312e12, never a sparse one, or empty.",
  ],
  [
    "a class that does not exist",
    {file: "hardware", row: "RTX 4090", column: "class", cell: "gaming"},
    'is "gaming"; it should be one of apple, geforce, radeon, datacenter, legacy, unified, cpu, ' +
      "board.",
  ],
  [
    "two machines of one name",
    {file: "hardware", row: "Apple M1 (7-core)", column: "name", cell: "Apple M1"},
    'is "Apple M1"; it should be a name that no other row has.',
  ],
  [
    "a derived rate that is called verified",
    {file: "hardware", row: "Apple M3", column: "verified", cell: "true"},
    'is "true"; it should be false where unverified names a rate, and true elsewhere.',
  ],
  [
    "a missing source",
    {file: "models", row: "LLaMA-7B", column: "source", cell: ""},
    "is empty; it should be the page or person that says so, in words.",
  ],
  [
    "a verified row that nobody can look up",
    {file: "models", row: "LLaMA-7B", column: "url", cell: ""},
    "is empty; it should be the page on which anyone can read it, as the row is verified.",
  ],
  [
    "an address that is no page",
    {file: "models", row: "LLaMA-7B", column: "url", cell: "arXiv"},
    'is "arXiv"; it should be the address of the page, https://…, or empty.',
  ],
  [
    "a day that is none",
    {file: "claims", row: "kv-cache", column: "readOn", cell: "22.11.2026"},
    'is "22.11.2026"; it should be the day on which it was read, such as 2026-11-22.',
  ],
  [
    "half a layer",
    {file: "models", row: "LLaMA-7B", column: "numLayers", cell: "32.5"},
    'is "32.5"; it should be a whole number: layers, such as 32.',
  ],
  [
    "experts without their width",
    {file: "models", row: "Mixtral-8x7B", column: "expertIntermediateSize", cell: ""},
    "is empty; it should be filled where numExperts is.",
  ],
  [
    "a total that is one off",
    {file: "models", row: "LLaMA-7B", column: "publishedParameters", cell: "6738415617"},
    'is "6738415617"; it should be 6738415616, or publishedNote should say why not.',
  ],
  [
    "an unknown machine",
    {
      file: "measurements",
      row: "scoreboard/rtx-4090/llama-2-7b/q4_0/decode",
      column: "machine",
      cell: "RTX 4099",
    },
    'is "RTX 4099"; it should be a name from hardware.csv.',
  ],
  [
    "a machine by another spelling",
    {
      file: "measurements",
      row: "scoreboard/rtx-4090/llama-2-7b/q4_0/decode",
      column: "machine",
      cell: "rtx 4090",
    },
    'is "rtx 4090"; it should be a name from hardware.csv.',
  ],
  [
    "an unknown model",
    {
      file: "measurements",
      row: "scoreboard/rtx-4090/llama-2-7b/q4_0/decode",
      column: "model",
      cell: "Llama-7",
    },
    'is "Llama-7"; it should be a name from models.csv.',
  ],
  [
    "a format with which nothing can be calculated",
    {
      file: "measurements",
      row: "scoreboard/rtx-4090/llama-2-7b/q4_0/decode",
      column: "format",
      cell: "Q7_0",
    },
    'is "Q7_0"; it should be a name from src/lib/arithmetic/precision.ts.',
  ],
  [
    "a prompt in decode",
    {
      file: "measurements",
      row: "scoreboard/rtx-4090/llama-2-7b/q4_0/decode",
      column: "promptTokens",
      cell: "512",
    },
    'is "512"; it should be 0 in decode, and more in prefill.',
  ],
  [
    "a speed of zero",
    {
      file: "measurements",
      row: "scoreboard/rtx-4090/llama-2-7b/q4_0/decode",
      column: "tokensPerSecond",
      cell: "0",
    },
    'is "0"; it should be a positive number: tokens per second over all sequences, such as 14.15.',
  ],
  [
    "a cache whose size differs from that of its machine",
    {file: "memory-levels", row: "Apple M1", column: "level", cell: "cache"},
    'is "212992"; it should be 8000000, as onChipBytes in hardware.csv.',
  ],
  [
    "a disk that belongs to a machine",
    {file: "memory-levels", row: "RTX 4090", column: "level", cell: "disk"},
    'is "RTX 4090"; it should be empty for a disk, and filled for what is on a chip.',
  ],
  [
    "a level that there is not",
    {file: "memory-levels", row: "RTX 4090", column: "level", cell: "L0"},
    'is "L0"; it should be one of registers, shared, cache, disk.',
  ],
  [
    "a perplexity of an unknown format",
    {file: "perplexities", row: "LLaMA-7B", column: "format", cell: "Q9"},
    'is "Q9"; it should be a name from formats.csv.',
  ],
  [
    "a block without weights",
    {file: "formats", row: "Q4_0", column: "blockWeights", cell: ""},
    "is empty; it should be filled where blockBytes is.",
  ],
  [
    "a mix without bits",
    {file: "formats", row: "Q4_0", column: "kind", cell: "mix"},
    "is empty; it should be filled for a mix.",
  ],
  [
    "a verdict of its own",
    {file: "claims", row: "kv-cache", column: "verdict", cell: "wrong"},
    'is "wrong"; it should be one of right, with exceptions, factor of two, units, other figure, not reproducible.',
  ],
  [
    "a column that nobody knows",
    {file: "hardware", column: "note", cell: "remark"},
    "is not known; it should be one of name, class, memoryBytes, bandwidth, fp32, fp16, bf16, " +
      "fp8, int8, int4, onChipBytes, unverified, note, source, url, readOn, verified.",
  ],
];

/** Reasons that concern two columns, and the one of which they are said. */
const saidOfAnother: Readonly<Record<string, string>> = {
  "filled for a mix": "bitsPerWeight",
  "as onChipBytes in hardware.csv": "bytesPerCore",
  "empty for a disk": "machine",
};

describe("a broken row of data/", () => {
  it.each(broken)("stops the build with file, line, column and reason: %s", (_, change, reason) => {
    const {message, line} = errorOf(change);
    // What holds between two columns is said of the one that should change.
    const elsewhere = Object.entries(saidOfAnother).find(([words]) => reason.includes(words));
    const column = elsewhere?.[1] ?? change.column;
    const shown = change.row === undefined ? change.cell : column;
    expect(message).toBe(`data/${change.file}.csv, line ${line}, column ${shown}: ${reason}`);
  });
});
