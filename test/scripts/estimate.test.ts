import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readCatalog} from "../../src/data/read-catalog.js";
import {estimate, type Estimate} from "../../src/lib/arithmetic/estimate.js";
import {findMachine, findModel} from "../../src/lib/catalog/find.js";
import * as configs from "../lib/catalog/huggingface-configs.js";

/** Runs the script as npm does. */
function run(...args: string[]): {stdout: string; stderr: string; status: number | null} {
  return spawnSync(process.execPath, ["scripts/run.mjs", "estimate", ...args], {encoding: "utf8"});
}

const scenario = ["--hardware", "RTX 4090", "--format", "Q4_K_M"];
const seconds = 30_000; // for a process that starts from nothing on a busy machine

describe("npm run estimate", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "estimate-"));
    writeFileSync(join(folder, "llama.json"), JSON.stringify(configs.llama7B));
    writeFileSync(join(folder, "broken.json"), "{");
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  it(
    "prints the estimate and nothing else",
    () => {
      const {stdout, stderr, status} = run(
        ...["--model", "Llama-3-8B", ...scenario],
        ...["--context", "1024", "--batch", "1", "--prompt", "512"],
      );
      const catalog = readCatalog();
      const expected = estimate({
        architecture: findModel(catalog, "Llama-3-8B").architecture,
        hardware: findMachine(catalog, "RTX 4090").hardware,
        format: "Q4_K_M",
        context: 1024,
        batch: 1,
        promptTokens: 512,
        kvBytesPerElement: 2,
      });
      expect(JSON.parse(stdout)).toEqual(expected);
      expect({stderr, status}).toEqual({stderr: "", status: 0});
    },
    seconds,
  );

  it(
    "takes names as people write them, and bytes of the cache",
    () => {
      const {stdout, status} = run(
        ...["--model", "llama 7b", "--hardware", "nvidia rtx4090", "--format", "fp16"],
        ...["--context", "512", "--kv", "1.0625"],
      );
      const {bytes} = JSON.parse(stdout) as Estimate;
      expect(bytes.weights).toBe(2 * 6_738_415_616);
      expect(bytes.kvCache).toBe((268_435_456 / 2) * 1.0625);
      expect(status).toBe(0);
    },
    seconds,
  );

  it(
    "takes a config.json, and says on the side what that leaves out",
    () => {
      const {stdout, stderr, status} = run("--config", join(folder, "llama.json"), ...scenario);
      expect((JSON.parse(stdout) as Estimate).bytes.weights).toBeCloseTo(
        (6_738_415_616 * 4.84) / 8,
        0,
      );
      expect(stderr).toMatch(/^The config leaves out num_key_value_heads, .+\n$/);
      expect(status).toBe(0);
    },
    seconds,
  );

  it(
    "tells how it is used",
    () => {
      const {stdout, status} = run("--help");
      for (const option of ["model", "config", "hardware", "format", "context", "batch"]) {
        expect(stdout).toContain(`--${option} `);
      }
      expect(status).toBe(0);
    },
    seconds,
  );

  it.each<[string, () => string[]]>([
    ['There is no model "Lama"; the nearest names are "', () => ["--model", "Lama", ...scenario]],
    [
      'There is no machine "Z80"; the nearest names are "',
      () => ["--model", "LLaMA-7B", "--hardware", "Z80", "--format", "FP16"],
    ],
    [
      'format is "Q9"; it should be one of FP32, ',
      () => ["--model", "LLaMA-7B", "--hardware", "RTX 4090", "--format", "Q9"],
    ],
    [
      '--batch is "-1"; it should be a whole number.',
      () => ["--model", "LLaMA-7B", ...scenario, "--batch", "-1"],
    ],
    [
      "batch is 0; it should be a whole number from 1 to 1000000000",
      () => ["--model", "LLaMA-7B", ...scenario, "--batch", "0"],
    ],
    [
      '--kv is "two"; it should be a number.',
      () => ["--model", "LLaMA-7B", ...scenario, "--kv", "two"],
    ],
    ["--context is empty; it should have a value.", () => ["--context"]],
    ["There is no option --bach; there are --model, ", () => ["--bach", "1"]],
    ['"LLaMA-7B" follows no option; there are --model, ', () => ["LLaMA-7B"]],
    ["--model or --config is missing; --help tells what it should be.", () => scenario],
    [
      "--model and --config both name a model; it should be one of them.",
      () => ["--model", "LLaMA-7B", "--config", "config.json", ...scenario],
    ],
    [
      '--config is "nowhere.json"; it should be a file that can be read.',
      () => ["--config", "nowhere.json", ...scenario],
    ],
    [
      'broken.json"; it should be a file of JSON.',
      () => ["--config", join(folder, "broken.json"), ...scenario],
    ],
  ])(
    "refuses in one sentence: %s",
    (sentence, args) => {
      const {stdout, stderr, status} = run(...args());
      expect(stderr).toContain(sentence);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      expect({stdout, status}).toEqual({stdout: "", status: 1});
    },
    seconds,
  );
});
