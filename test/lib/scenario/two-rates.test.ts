import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {ratesOf, secondsOf} from "../../../src/lib/scenario/two-rates.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const viewWith = (scenario: Partial<Scenario>) =>
  viewOf({...defaultScenario, format: "FP16", ...scenario}, catalog);
const value = (name: QuantityName, scenario: Partial<Scenario>): number =>
  quantityOf(name, viewWith(scenario), catalog)!;

describe("a machine's two rates", () => {
  it("are those that the laws use, for every machine and precision", () => {
    for (const format of ["FP32", "FP16", "FP8"]) {
      for (const {machine, flops, bandwidth, ridge} of ratesOf(viewWith({format}), catalog)) {
        const {simple} = viewWith({machine, format});
        expect([flops, bandwidth, ridge], machine).toEqual([
          simple.flops,
          simple.bandwidth,
          simple.ridge,
        ]);
      }
    }
  });

  it("leave every machine more arithmetic than one reader asks for in 16 bits", () => {
    const {intensity} = viewWith({}).simple;
    for (const {machine, ridge} of ratesOf(viewWith({}), catalog)) {
      expect(ridge, machine).toBeGreaterThan(intensity);
    }
  });
});

describe("a second for one reader", () => {
  it("is spent on calculating as the two clocks say, however many readers are chosen", () => {
    for (const {machine, busy, tokensPerSecond} of secondsOf(viewWith({batch: 64}), catalog, [
      "A100 80GB",
      "Apple M1",
      "Raspberry Pi 4",
    ])) {
      const {simple} = viewWith({machine});
      expect(busy, machine).toBeCloseTo(simple.computeSeconds / simple.seconds, 12);
      expect(tokensPerSecond, machine).toBe(simple.tokensPerSecond);
    }
  });

  it("says which machine cannot hold the model", () => {
    const rows = secondsOf(viewWith({model: "LLaMA-65B"}), catalog, ["RTX 4090", "Apple M2 Ultra"]);
    expect(rows.map(({fits}) => fits)).toEqual([false, true]);
  });
});

describe("what the chapter on GPUs says in words", () => {
  it("an A100 calculates one part in 161", () => {
    expect(value("busyMilliseconds", {machine: "A100 80GB"})).toBeCloseTo(1000 / 161.24, 3);
  });

  it("an RTX 4090 and an A100 differ by two in each number, and hardly in the quotient", () => {
    const pair = {machine: "A100 80GB", rival: "RTX 4090"};
    for (const name of ["flopsOverRival", "bandwidthOverRival"] as const) {
      expect(value(name, pair)).toBeGreaterThan(1.8);
      expect(value(name, pair)).toBeLessThan(2.1);
    }
    const ridges = ["RTX 4090", "A100 80GB"].map((machine) => value("ridge", {machine}));
    expect(ridges[0]! / ridges[1]!).toBeCloseTo(1, 1);
  });

  it("a card is much better at arithmetic than at reading, against a processor", () => {
    const pair = {machine: "RTX 4090", rival: "Core i9-14900K"};
    expect(value("flopsOverRival", pair)).toBeGreaterThan(3 * value("bandwidthOverRival", pair));
  });

  it("an eighth core of an M1 brings nothing, a third more of an M1 Max less than half a third", () => {
    const speed = (machine: string) => value("measured", {machine, format: "Q4_0 file"});
    expect(speed("Apple M1") / speed("Apple M1 (7-core)")).toBeLessThan(1.01);
    expect(speed("Apple M1 Max") / speed("Apple M1 Max (24-core)")).toBeLessThan(1 + 1 / 6);
  });

  it("a model is more than a hundred times what any chip holds, the laptop's or the card's", () => {
    for (const machine of ["Apple M1", "RTX 4090", "A100 80GB", "H100 SXM"]) {
      expect(value("chipsPerModel", {machine}), machine).toBeGreaterThan(100);
    }
  });
});
