import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {chipBytes, levelsOf} from "../../../src/lib/scenario/memory-levels.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const levels = (scenario: Partial<Scenario>) =>
  levelsOf(viewOf({...defaultScenario, format: "FP16", ...scenario}, catalog), catalog);
const named = (scenario: Partial<Scenario>) =>
  Object.fromEntries(levels(scenario).map((level) => [level.name, level]));

describe("the levels of memory", () => {
  it("go from one register to a disk, with what a token reads among them", () => {
    expect(levels({machine: "A100 80GB"}).map(({name}) => name)).toEqual([
      "register",
      "core",
      "shared",
      "registers",
      "cache",
      "model",
      "memory",
      "disk",
    ]);
  });

  it("put a model above the memory that cannot hold it", () => {
    const names = levels({machine: "RTX 4090", model: "LLaMA-65B"}).map(({name}) => name);
    expect(names.indexOf("model")).toBeGreaterThan(names.indexOf("memory"));
  });

  it("have the registers that NVIDIA's tables print for a whole card", () => {
    expect(named({machine: "A100 80GB"})["registers"]!.bytes).toBe(27_648 * 1024);
    expect(named({machine: "H100 SXM"})["registers"]!.bytes).toBe(33_792 * 1024);
  });

  it("bring no level more bytes in a second than the one before it", () => {
    const {shared, cache, memory, disk} = named({machine: "A100 80GB"});
    const rates = [shared, cache, memory, disk].map((level) => level!.bandwidth!);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  it("are the last cache, main memory and a disk where nobody says what is on the chip", () => {
    const names = levels({machine: "V100 PCIe 16GB"}).map(({name}) => name);
    expect(names).toEqual(["cache", "model", "memory", "disk"]);
    expect(chipBytes("V100 PCIe 16GB", catalog)).toBeUndefined();
  });

  it("add up to what is on the chip", () => {
    const {registers, shared, cache} = named({machine: "H100 SXM"});
    const sum = registers!.bytes + shared!.bytes + cache!.bytes;
    expect(chipBytes("H100 SXM", catalog)).toBe(sum);
  });
});
