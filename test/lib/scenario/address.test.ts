import {describe, expect, it} from "vitest";
import fc from "fast-check";
import {anyArchitecture} from "../arithmetic/arbitraries.js";
import {llama7B} from "../arithmetic/models.js";
import {
  readAddress,
  scenarioRanges,
  scenarioWords,
  writeAddress,
  type Names,
} from "../../../src/lib/scenario/address.js";
import {ownModel} from "../../../src/lib/scenario/own-model.js";
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
    "?v=1&offload=12&sort=memory&class=apple&machines=every&rows=200",
    {offloadedLayers: 12, sort: "memory", kind: "apple", shown: "every", rows: 200},
  ],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&against=A100+80GB&format=Q4_0+file&batch=1&context=128&prompt=512&answer=256&gpus=1&kv=2&speed=20&offload=20&rows=14&sort=speed&class=all&machines=fitting",
    {},
  ],
  ["?v=1&zoom=40000000", {zoom: 40e6}],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&against=A100+80GB&format=Q4_0+file&batch=1&context=128&prompt=512&answer=256&gpus=1&kv=2&speed=20&zoom=100000000&offload=20&rows=14&sort=speed&class=all&machines=fitting",
    {},
  ],
  ["?v=1&weight=3&pull=-1.5", {weight: 3, pull: -1.5}],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&against=A100+80GB&format=Q4_0+file&batch=1&context=128&prompt=512&answer=256&gpus=1&kv=2&speed=20&zoom=100000000&offload=20&rows=14&weight=8&pull=0&sort=speed&class=all&machines=fitting",
    {},
  ],
  ["?v=1&workers=all", {workers: "all"}],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&against=A100+80GB&format=Q4_0+file&batch=1&context=128&prompt=512&answer=256&gpus=1&kv=2&speed=20&zoom=100000000&offload=20&rows=14&weight=8&pull=0&sort=speed&class=all&machines=fitting&workers=one",
    {},
  ],
  ["?v=1&stored=2+bits&seed=3&onein=20", {stored: "2 bits", storySeed: 3, oneIn: 20}],
  [
    "?v=1&model=LLaMA-7B&machine=Apple+M1&against=A100+80GB&format=Q4_0+file&batch=1&context=128&prompt=512&answer=256&gpus=1&kv=2&speed=20&zoom=100000000&offload=20&rows=14&weight=8&pull=0&seed=1&onein=100&sort=speed&class=all&machines=fitting&workers=one&stored=Q4_0",
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

  it("carries a model of one's own while it is shown, and only then", () => {
    const own = ownModel({
      name: "LLaMA-7B, changed",
      architecture: {...llama7B, name: "LLaMA-7B, changed", hiddenSize: 5120},
      file: {name: "changed.gguf", bytes: 4_000_000_000},
    });
    const scenario: Scenario = {...defaultScenario, own, model: own.name};
    const query =
      "?v=1&model=LLaMA-7B%2C+changed&own=%7B%22name%22%3A%22LLaMA-7B%2C+changed%22%2C%22hiddenSize%22%3A5120%2C%22file%22%3A%22changed.gguf%22%2C%22bytes%22%3A4000000000%7D";
    expect(writeAddress(scenario)).toBe(query);
    expect(readAddress(query, names)).toEqual({scenario, corrections: []});
    expect(writeAddress({...defaultScenario, own})).toBe("");
    const inFile = {...defaultScenario, own, format: "changed.gguf"};
    expect(readAddress(writeAddress(inFile), names)).toEqual({scenario: inFile, corrections: []});
  });

  it.each([
    ["", "no JSON"],
    ["{", "no JSON"],
    ["[]", "no object"],
    ["null", "no object"],
    ["{}", "no name"],
    ['{"name":""}', "an empty name"],
    ['{"name":"\u0000\n"}', "a name that cannot be seen"],
    ['{"name":"LLaMA-7B"}', "the catalog's name"],
    ['{"name":"mine","numLayers":1e9}', "too many layers"],
    ['{"name":"mine","numLayers":"32"}', "a text for a number"],
    ['{"name":"mine","numLayers":null}', "nothing for a number"],
    ['{"name":"mine","numLayers":2.5}', "half a layer"],
    ['{"name":"mine","numHeads":32,"numKvHeads":5}', "KV heads that do not divide the heads"],
    ['{"name":"mine","norms":{"perLayer":3}}', "three norms"],
    ['{"name":"mine","feedForwardMatrices":4}', "four matrices"],
    ['{"name":"mine","biases":[]}', "a list for an object"],
    ['{"name":"mine","experts":{"count":1e9,"intermediateSize":1e9}}', "too many parameters"],
    ['{"name":"mine","slidingWindow":{"layers":33}}', "more windows than layers"],
    ['{"name":"mine","constructor":1}', "a field that no model has"],
    ['{"name":"mine","__proto__":{"numLayers":1}}', "a prototype"],
    ['{"name":"mine","file":"x","bytes":1e300}', "more bytes than weights could take"],
    ['{"name":"mine","file":"x"}', "a file of no bytes"],
    [`{"name":"mine","family":"${"x".repeat(5000)}"}`, "a text without end"],
  ])("refuses %s for a model: %s", (own) => {
    const query = `?${new URLSearchParams({batch: "4", own})}`;
    const {scenario, corrections} = readAddress(query, names);
    expect(scenario).toEqual({...defaultScenario, batch: 4});
    expect(corrections).toHaveLength(1);
    expect(corrections[0]).toMatchObject({key: "own", used: "LLaMA-7B"});
    expect(corrections[0]!.found.length).toBeLessThan(70);
  });

  it(
    "reads back every model of one's own that it wrote, however it is made",
    {timeout: 30_000},
    () => {
      const texts = fc.string({unit: "binary", maxLength: 100}).map((text) => `x${text}`);
      fc.assert(
        fc.property(
          anyArchitecture,
          texts,
          fc.option(texts, {nil: undefined}),
          fc.boolean(),
          (architecture, name, file, chosen) => {
            const own = ownModel({
              name,
              architecture,
              ...(file !== undefined && {file: {name: file, bytes: 1}}),
            });
            const scenario: Scenario = {
              ...defaultScenario,
              own,
              model: chosen || own.file === undefined ? own.name : "LLaMA-65B",
              format: own.file?.name ?? "FP16",
            };
            const query = writeAddress(scenario);
            expect(query.length).toBeLessThan(4000);
            expect(readAddress(query, names)).toEqual({scenario, corrections: []});
          },
        ),
        {numRuns: 100},
      );
    },
  );

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
    ["sort=price", "sort", "price", "speed"],
    ["batch=2.6", "batch", "2.6", "3"],
    ["batch=lots", "batch", "lots", "1"],
    ["batch=", "batch", "", "1"],
    ["context=9e9", "context", "9e9", "131072"],
    ["kv=0", "kv", "0", "0.5"],
    ["speed=Infinity", "speed", "Infinity", "20"],
    ["against=HAL-9000", "against", "HAL-9000", "A100 80GB"],
    ["answer=0", "answer", "0", "1"],
    ["gpus=1000", "gpus", "1000", "64"],
    ["zoom=1", "zoom", "1", "32"],
    ["weight=33", "weight", "33", "32"],
    ["pull=-9", "pull", "-9", "-4"],
    ["v=7", "v", "7", "1"],
  ])("puts %s right and tells the reader", (query, key, found, used) => {
    expect(readAddress(`?${query}`, names).corrections).toEqual([{key, found, used}]);
  });

  it("reads back every legal scenario that it wrote", () => {
    const number = ({min, max, integer}: {min: number; max: number; integer: boolean}) =>
      integer
        ? fc.integer({min, max})
        : fc.double({min, max, noNaN: true}).map((value) => value + 0);
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
      zoom: number(scenarioRanges.zoom),
      offloadedLayers: number(scenarioRanges.offloadedLayers),
      rows: number(scenarioRanges.rows),
      sort: fc.constantFrom(...scenarioWords.sort),
      kind: fc.constantFrom(...scenarioWords.kind),
      shown: fc.constantFrom(...scenarioWords.shown),
      weight: number(scenarioRanges.weight),
      pull: number(scenarioRanges.pull),
      workers: fc.constantFrom(...scenarioWords.workers),
      stored: fc.constantFrom(...scenarioWords.stored),
      storySeed: number(scenarioRanges.storySeed),
      oneIn: number(scenarioRanges.oneIn),
    });
    fc.assert(
      fc.property(scenarios, (scenario) => {
        expect(readAddress(writeAddress(scenario), names)).toEqual({scenario, corrections: []});
      }),
    );
  });
});
