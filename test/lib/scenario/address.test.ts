import {describe, expect, it} from "vitest";
import fc from "fast-check";
import {
  readAddress,
  scenarioRanges,
  writeAddress,
  type Names,
} from "../../../src/lib/scenario/address.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";

const known = (names: string[]) => (name: string) => {
  const found = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) throw new Error(`"${name}" is not known`);
  return found;
};
const names: Names = {
  model: known(["LLaMA-7B", "LLaMA-65B"]),
  machine: known(["Apple M1", "RTX 4090", "A100 80GB"]),
  format: known(["Q4_0 file", "FP16"]),
};

/** Links that people have published: they must go on showing the same scenario. */
const golden: readonly [string, Partial<Scenario>][] = [
  ["", {}],
  ["?v=1", {}],
  ["?v=1&machine=RTX+4090&batch=16", {machine: "RTX 4090", batch: 16}],
  [
    "?v=1&model=LLaMA-65B&format=FP16&context=4096",
    {model: "LLaMA-65B", format: "FP16", context: 4096},
  ],
  ["?v=1&prompt=2048&kv=1&speed=7.5", {promptTokens: 2048, kvBytesPerElement: 1, speed: 7.5}],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&format=Q4_0+file&batch=1&context=128&prompt=512&kv=2&speed=20",
    {},
  ],
  [
    "?v=1&against=rtx+4090&prompt=8192&answer=100&gpus=4",
    {rival: "RTX 4090", promptTokens: 8192, answerTokens: 100, devices: 4},
  ],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&against=A100+80GB&format=Q4_0+file&batch=1&context=128&prompt=512&answer=256&gpus=1&kv=2&speed=20",
    {},
  ],
];

describe("the address of a scenario", () => {
  it.each(golden)("%s shows what it has always shown", (query, fields) => {
    expect(readAddress(query, names)).toEqual({
      scenario: {...defaultScenario, ...fields},
      corrections: [],
    });
  });

  it("is empty for the page's defaults, and names only what differs", () => {
    expect(writeAddress(defaultScenario)).toBe("");
    expect(writeAddress({...defaultScenario, batch: 16, machine: "RTX 4090"})).toBe(
      "?v=1&machine=RTX+4090&batch=16",
    );
  });

  it("spells every field out when asked to, so that a changed default changes no link", () => {
    expect(writeAddress(defaultScenario, defaultScenario, {whole: true})).toBe(golden.at(-1)![0]);
  });

  it("ignores keys that it does not know", () => {
    expect(readAddress("?utm_source=letter&batch=4", names)).toEqual({
      scenario: {...defaultScenario, batch: 4},
      corrections: [],
    });
  });

  it("finds a name however it is written, and tells when it finds none", () => {
    const {scenario, corrections} = readAddress("?machine=rtx+4090&model=HAL-9000", names);
    expect(scenario.machine).toBe("RTX 4090");
    expect(scenario.model).toBe(defaultScenario.model);
    expect(corrections).toEqual([{key: "model", found: "HAL-9000", used: "LLaMA-7B"}]);
  });

  it.each([
    ["batch=-3", "batch", "-3", "1"],
    ["batch=2.6", "batch", "2.6", "3"],
    ["batch=lots", "batch", "lots", "1"],
    ["batch=", "batch", "", "1"],
    ["context=9e9", "context", "9e9", "131072"],
    ["kv=0", "kv", "0", "0.5"],
    ["speed=Infinity", "speed", "Infinity", "20"],
    ["against=HAL-9000", "against", "HAL-9000", "A100 80GB"],
    ["answer=0", "answer", "0", "1"],
    ["gpus=1000", "gpus", "1000", "64"],
    ["v=7", "v", "7", "1"],
  ])("puts %s right and tells the reader", (query, key, found, used) => {
    expect(readAddress(`?${query}`, names).corrections).toEqual([{key, found, used}]);
  });

  it("reads back every legal scenario that it wrote", () => {
    const number = ({min, max, integer}: {min: number; max: number; integer: boolean}) =>
      integer ? fc.integer({min, max}) : fc.double({min, max, noNaN: true});
    const scenarios = fc.record({
      model: fc.constantFrom("LLaMA-7B", "LLaMA-65B"),
      machine: fc.constantFrom("Apple M1", "RTX 4090"),
      rival: fc.constantFrom("A100 80GB", "RTX 4090"),
      format: fc.constantFrom("Q4_0 file", "FP16"),
      batch: number(scenarioRanges.batch),
      context: number(scenarioRanges.context),
      promptTokens: number(scenarioRanges.promptTokens),
      answerTokens: number(scenarioRanges.answerTokens),
      devices: number(scenarioRanges.devices),
      kvBytesPerElement: number(scenarioRanges.kvBytesPerElement),
      speed: number(scenarioRanges.speed),
    });
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(readAddress(writeAddress(scenario), names)).toEqual({scenario, corrections: []});
      }),
    );
  });
});
