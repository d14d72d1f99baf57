import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {scoreboard} from "../../../src/lib/catalog/measured.js";
import {readAddress} from "../../../src/lib/scenario/address.js";
import {batchCurve} from "../../../src/lib/scenario/batch-curve.js";
import {batchGain, batchMachine, batchRuns} from "../../../src/lib/scenario/batch-runs.js";
import {contextCurve} from "../../../src/lib/scenario/context-curve.js";
import {
  contextRatioError,
  contextRun,
  contextRuns,
} from "../../../src/lib/scenario/context-runs.js";
import {machinesFor} from "../../../src/lib/scenario/machines-for.js";
import {namesIn} from "../../../src/lib/scenario/names.js";
import {decodePredictions, forecastSpeed, isOld} from "../../../src/lib/scenario/predictions.js";
import {roofsOf} from "../../../src/lib/scenario/roofs.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {beatsPublishedCeiling, scoreboardRows} from "../../../src/lib/scenario/scoreboard.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const nothingMeasured = {...catalog, measurements: []};
const viewWith = (scenario: Partial<Scenario>) =>
  viewOf({...defaultScenario, ...scenario}, catalog);

/** Whether each number is at least the one before it. */
const grows = (numbers: readonly number[]): boolean =>
  numbers.every((number, i) => i === 0 || number >= numbers[i - 1]!);

describe("the curve over readers", () => {
  const curve = batchCurve(viewWith({machine: "A100 80GB", format: "FP16"}), 512);

  it("goes by four steps a doubling from one reader to the most", () => {
    expect(curve).toHaveLength(4 * 9 + 1);
    expect(curve[0]!.batch).toBe(1);
    expect(curve.at(-1)!.batch).toBe(512);
  });

  it("is flat while memory decides, and rises from the critical batch on", () => {
    for (const {batch, compute, memory, slower} of curve) {
      expect(memory).toBe(curve[0]!.memory);
      expect(slower).toBe(batch < 161 ? memory : compute);
    }
  });
});

describe("the curve over a conversation", () => {
  const curve = contextCurve(viewWith({}), 128, 8192);

  it("falls as there is more to read", () => {
    expect(curve.map(({context}) => context).at(-1)).toBe(8192);
    expect(grows(curve.map(({roof}) => 1 / roof))).toBe(true);
    expect(grows(curve.map(({forecast}) => 1 / forecast))).toBe(true);
  });

  it("keeps the forecast within its band, below the roof", () => {
    for (const {slow, forecast, fast, roof} of curve) {
      expect(slow).toBeLessThanOrEqual(forecast);
      expect(forecast).toBeLessThanOrEqual(fast);
      expect(forecast).toBeLessThanOrEqual(roof);
    }
  });
});

describe("what was measured over a conversation", () => {
  it("are runs of one model on one machine, from the shortest on, each slower", () => {
    const runs = contextRuns(catalog);
    expect(runs.length).toBeGreaterThan(2);
    expect(new Set(runs.map(({model, machine}) => `${model} on ${machine}`))).toEqual(
      new Set([`${contextRun.model} on ${contextRun.machine}`]),
    );
    expect(grows(runs.map(({context}) => context))).toBe(true);
    expect(grows(runs.map(({tokensPerSecond}) => 1 / tokensPerSecond))).toBe(true);
  });

  it("says nothing where nothing was measured", () => {
    expect(contextRatioError(nothingMeasured)).toBeUndefined();
    expect(batchGain(nothingMeasured, "gpt-oss-20b")).toBeUndefined();
  });
});

describe("what was measured over readers", () => {
  it("are runs on one machine with ever more readers, who together get more", () => {
    const runs = batchRuns(catalog, "gpt-oss-20b");
    expect(runs.every(({machine}) => machine === batchMachine)).toBe(true);
    expect(grows(runs.map(({batch}) => batch))).toBe(true);
    expect(runs.at(-1)!.tokensPerSecond).toBeGreaterThan(runs[0]!.tokensPerSecond);
  });
});

describe("machines for a wanted speed", () => {
  it("hold the whole model and are forecast to be fast enough, the slowest memory first", () => {
    const view = viewWith({speed: 30});
    const fitting = machinesFor(view, catalog);
    expect(fitting.length).toBeGreaterThan(10);
    expect(grows(fitting.map(({bandwidth}) => bandwidth))).toBe(true);
    for (const {name, memoryBytes, forecastSpeed, roofSpeed} of fitting) {
      expect(memoryBytes).toBeGreaterThanOrEqual(view.estimate.bytes.total);
      expect(forecastSpeed).toBeGreaterThanOrEqual(30);
      expect(roofSpeed).toBeGreaterThanOrEqual(forecastSpeed);
      expect(name).not.toBe("Apple M1");
    }
  });

  it("are not those that would be fast enough, could they hold the model", () => {
    const view = viewWith({model: "LLaMA-65B", format: "FP16", speed: 5});
    const fitting = machinesFor(view, catalog).map(({name}) => name);
    expect(fitting).toContain("H200 SXM");
    expect(fitting).not.toContain("RTX 5090");
  });

  it("are none where nothing is fast enough", () => {
    expect(machinesFor(viewWith({speed: 1e6}), catalog)).toEqual([]);
  });
});

describe("the roofs of machines", () => {
  it("bend at their ridge, and hold what was measured below them", () => {
    for (const roof of roofsOf(viewWith({}), catalog, ["Apple M1", "RTX 4090"])) {
      expect(roof.ridge).toBe(roof.flops / roof.bandwidth);
      expect(roof.attainable).toBe(Math.min(roof.flops, roof.intensity * roof.bandwidth));
      expect(roof.measured!.flops).toBeLessThan(roof.attainable);
      expect(roof.measured!.tokensPerSecond).toBeLessThan(roof.tokensPerSecond);
    }
  });

  it("hold no measurement of one reader against many", () => {
    const spark = {model: "Qwen2.5-7B", format: "Q8_0", machine: batchMachine};
    const measuredWith = (batch: number) =>
      roofsOf(viewWith({...spark, batch}), catalog, [batchMachine])[0]!.measured;
    expect(measuredWith(1)).toBeDefined();
    expect(measuredWith(4)).toBeUndefined();
  });
});

describe("the scoreboard", () => {
  const rows = scoreboardRows(catalog);

  it("has 45 machines in the order of their bandwidth", () => {
    expect(rows).toHaveLength(45);
    expect(grows(rows.map(({machine}) => machine.hardware.bandwidth))).toBe(true);
  });

  it("refutes the law as published with 35 of them, and the corrected one with none", () => {
    const board = scoreboard(catalog);
    expect(board.filter((row) => beatsPublishedCeiling(row, catalog))).toHaveLength(35);
    for (const {measurement, correctedCeiling} of rows) {
      expect(measurement.tokensPerSecond).toBeLessThan(correctedCeiling);
    }
  });
});

describe("forecasts of decode", () => {
  it("are made for single readers of machines that the fit has not seen, once a catalog", () => {
    const rows = decodePredictions(catalog);
    expect(decodePredictions(catalog)).toBe(rows);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.measurement.batch).toBe(1);
      expect(forecastSpeed(row)).toBe(1 / row.seconds);
      expect(isOld(row)).toBe(row.class === "legacy");
    }
  });
});

describe("names in an address", () => {
  it("become the catalog's own", () => {
    const {scenario, corrections} = readAddress(
      "?v=1&model=llama+65b&machine=rtx4090&format=f16",
      namesIn(catalog),
    );
    expect(scenario).toMatchObject({model: "LLaMA-65B", machine: "RTX 4090", format: "FP16"});
    expect(corrections).toEqual([]);
  });
});
