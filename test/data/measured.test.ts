import {describe, expect, it} from "vitest";
import {readCatalog} from "../../src/data/read-catalog.js";
import {estimate} from "../../src/lib/arithmetic/estimate.js";
import {memorySecondsAsPublished} from "../../src/lib/arithmetic/simple-law.js";
import {findMachine, findModel} from "../../src/lib/catalog/find.js";
import {measuredDecode, scoreboard} from "../../src/lib/catalog/measured.js";

const catalog = readCatalog();
const bandwidthOf = (machine: string) => findMachine(catalog, machine).hardware.bandwidth;

describe("scoreboard", () => {
  const rows = scoreboard(catalog);

  it("has 45 machines, each once", () => {
    expect(rows).toHaveLength(45);
    expect(new Set(rows.map(({machine}) => machine)).size).toBe(45);
  });

  it("has 35 machines that are faster than the ceiling that the article publishes", () => {
    const faster = rows.filter(({machine, tokensPerSecond}) => {
      const bandwidth = bandwidthOf(machine);
      const seconds = memorySecondsAsPublished({parameters: 7e9, bytesPerWeight: 0.5, bandwidth});
      return tokensPerSecond > 1 / seconds;
    });
    expect(faster).toHaveLength(35);
  });

  it("has none that is faster than its memory can read the file", () => {
    for (const {machine, tokensPerSecond} of rows) {
      expect(tokensPerSecond, machine).toBeLessThan(bandwidthOf(machine) / 3_825_065_984);
    }
  });
});

describe("measuredDecode", () => {
  it("finds the speed of an M1, for LLaMA-7B as for Llama-2-7B", () => {
    const found = measuredDecode(catalog, {machine: "M1", model: "LLaMA-7B", format: "Q4_0 file"});
    expect(found).toMatchObject({model: "Llama-2-7B", tokensPerSecond: 14.15, verified: false});
    expect(measuredDecode(catalog, {machine: "Apple M1", format: "Q4_0 file"})).toBe(found);
  });

  it("takes the fastest where there are several", () => {
    expect(measuredDecode(catalog, {machine: "RTX 3090 Ti"})?.tokensPerSecond).toBe(171.19);
  });

  it("takes a processor's own speed, but not that of the processor in a chip with a GPU", () => {
    expect(measuredDecode(catalog, {machine: "Core i9-13900K"})?.threads).toBe(8);
    expect(measuredDecode(catalog, {machine: "Apple M1", model: "stories15M"})).toBeUndefined();
    expect(measuredDecode(catalog, {machine: "Raspberry Pi 4"})?.tokensPerSecond).toBe(0.1);
  });

  it("leaves out long conversations, other models, other formats and more readers", () => {
    const at = {machine: "RTX 4090", model: "Qwen3-8B"};
    expect(measuredDecode(catalog, at)).toBeUndefined();
    expect(measuredDecode(catalog, {machine: "RTX 4090", format: "Q4_1 file"})).toBeUndefined();
    const spark = {machine: "DGX Spark", model: "Qwen2.5-7B", format: "Q8_0"};
    expect(measuredDecode(catalog, spark)?.tokensPerSecond).toBeCloseTo(29.21, 1);
    expect(measuredDecode(catalog, {...spark, batch: 2})?.tokensPerSecond).toBeCloseTo(54.5, 0);
  });
});

describe("data/measurements.csv", () => {
  it("has no single reader who is served faster than memory and arithmetic allow", () => {
    for (const row of catalog.measurements) {
      if (row.phase !== "decode" || row.batch > 1 || row.offloadedLayers !== undefined) continue;
      const {decode} = estimate({
        architecture: findModel(catalog, row.model).architecture,
        hardware: findMachine(catalog, row.machine).hardware,
        format: row.format,
        batch: 1,
        context: row.context,
        promptTokens: 0,
        kvBytesPerElement: 2,
      });
      expect(row.tokensPerSecond * decode.roofSeconds, row.id).toBeLessThan(1);
    }
  });

  it("fits the forecast to Llama-2-7B on one whole machine, decode and prompts of 512", () => {
    const fitted = catalog.measurements.filter((row) => row.fitted);
    expect(fitted.length).toBeGreaterThan(200);
    for (const row of fitted) {
      expect(row, row.id).toMatchObject({model: "Llama-2-7B", batch: 1});
      expect(row.offloadedLayers ?? row.threads ?? row.microbatch, row.id).toBeUndefined();
      expect([0, 512], row.id).toContain(row.promptTokens);
    }
  });
});
