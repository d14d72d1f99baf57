// Prints the full law for one scenario, as JSON.
//
//   npm run -s estimate -- --model "Llama-3-8B" --hardware "RTX 4090" --format Q4_K_M --batch 1

import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {readCatalog} from "../src/data/read-catalog.js";
import type {Architecture} from "../src/lib/arithmetic/architecture.js";
import {estimate, type Estimate} from "../src/lib/arithmetic/estimate.js";
import {architectureFromConfig} from "../src/lib/catalog/architecture-from-config.js";
import type {Catalog} from "../src/lib/catalog/catalog.js";
import {findMachine, findModel} from "../src/lib/catalog/find.js";
import {defaultScenario} from "../src/lib/scenario/scenario.js";

const usage = `Prints, as JSON, what a model takes of a machine's memory, and how long a prompt and a step
of one token take. Bytes, seconds, FLOP, tokens per second.

  npm run -s estimate -- --model "Llama-3-8B" --hardware "RTX 4090" --format Q4_K_M

  --model      a model of data/models.csv, e.g. "Llama-3-8B"
  --config     a config.json from Hugging Face, instead of --model
  --hardware   a machine of data/hardware.csv, e.g. "RTX 4090"
  --format     how weights are stored, e.g. Q4_K_M, "Q4_0 file", FP16
  --context    tokens of each conversation that are in the cache (${defaultScenario.context})
  --batch      readers at once (${defaultScenario.batch})
  --prompt     tokens of each prompt (${defaultScenario.promptTokens})
  --kv         bytes of one element of the KV cache (${defaultScenario.kvBytesPerElement}, which is FP16)
  --help       this text`;

const names = [
  "model",
  "config",
  "hardware",
  "format",
  "context",
  "batch",
  "prompt",
  "kv",
] as const;
const whole = /^\d+$/;
const decimal = /^\d+(\.\d+)?$/;
type Options = Partial<Record<(typeof names)[number], string>>;

try {
  const args = process.argv.slice(2);
  if (args.includes("--help")) console.log(usage);
  else console.log(JSON.stringify(estimateOf(readOptions(args)), null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function estimateOf(options: Options): Estimate {
  const catalog = readCatalog();
  return estimate({
    architecture: architectureOf(options, catalog),
    hardware: findMachine(catalog, required(options, "hardware")).hardware,
    format: required(options, "format"),
    context: numberIn(options, "context", whole) ?? defaultScenario.context,
    batch: numberIn(options, "batch", whole) ?? defaultScenario.batch,
    promptTokens: numberIn(options, "prompt", whole) ?? defaultScenario.promptTokens,
    kvBytesPerElement: numberIn(options, "kv", decimal) ?? defaultScenario.kvBytesPerElement,
  });
}

function architectureOf(options: Options, catalog: Catalog): Architecture {
  if (options.config === undefined) {
    return findModel(catalog, required(options, "model")).architecture;
  }
  if (options.model !== undefined) {
    throw new Error("--model and --config both name a model; it should be one of them.");
  }
  const architecture = architectureFromConfig(readJson(options.config));
  const {assumed = [], warnings = []} = architecture;
  for (const warning of warnings) console.error(warning);
  if (assumed.length > 0) {
    console.error(`The config leaves out ${assumed.join(", ")}: filled in as its family does.`);
  }
  return architecture;
}

/** A path is meant from where npm was called, which is not always the folder of the project. */
function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(process.env["INIT_CWD"] ?? "", path), "utf8");
  } catch {
    throw new Error(`--config is ${quoted(path)}; it should be a file that can be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`--config is ${quoted(path)}; it should be a file of JSON.`);
  }
}

/** Each option with its text: checked here, because parseArgs would complain in whole paragraphs. */
function readOptions(args: readonly string[]): Options {
  const {values, positionals} = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, {type: "string" as const}])),
    strict: false,
  });
  const listed = names.map((name) => `--${name}`).join(", ");
  for (const [name, value] of Object.entries(values)) {
    if (!names.some((known) => known === name)) {
      throw new Error(`There is no option --${name}; there are ${listed}.`);
    }
    if (typeof value !== "string") throw new Error(`--${name} is empty; it should have a value.`);
  }
  if (positionals.length > 0) {
    throw new Error(`${quoted(positionals[0]!)} follows no option; there are ${listed}.`);
  }
  return values as Options;
}

function required(options: Options, name: keyof Options): string {
  const value = options[name];
  if (value !== undefined) return value;
  const instead = name === "model" ? " or --config" : "";
  throw new Error(`--${name}${instead} is missing; --help tells what it should be.`);
}

function numberIn(options: Options, name: keyof Options, kind: RegExp): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  if (kind.test(text)) return Number(text);
  throw new Error(
    `--${name} is ${quoted(text)}; it should be a ${kind === whole ? "whole number" : "number"}.`,
  );
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
