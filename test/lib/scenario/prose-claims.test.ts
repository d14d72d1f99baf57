import {expect, test} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {gainModels, gainsAtRoof, measuredGains} from "../../../src/lib/scenario/batch-gains.js";
import {quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {scoreboardRows} from "../../../src/lib/scenario/scoreboard.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

/** What the chapters say in words, beside numbers that are computed: it has to stay true. */

const catalog = readCatalog();
const view = (changes: Partial<Scenario>) => viewOf({...defaultScenario, ...changes}, catalog);
const value = (name: QuantityName, changes: Partial<Scenario> = {}): number =>
  quantityOf(name, view(changes), catalog)!;

test("the corrected ceiling holds for all machines of the scoreboard", () => {
  for (const {measurement, correctedCeiling} of scoreboardRows(catalog)) {
    expect(measurement.tokensPerSecond, measurement.machine).toBeLessThan(correctedCeiling);
  }
});

test("to an A100 the overhead is as much again as its roof; on a DGX Spark nobody notices it", () => {
  const share = (machine: string): number =>
    value("overhead", {machine}) / value("seconds", {machine});
  expect(share("A100 80GB")).toBeGreaterThan(0.75);
  expect(share("A100 80GB")).toBeLessThan(1.35);
  expect(share("DGX Spark")).toBeLessThan(0.1);
});

test("from eight readers on gpt-oss-120b writes more than its roof; the others never do", () => {
  for (const each of gainModels) {
    const roofs = gainsAtRoof(each, catalog);
    for (const {batch, tokensPerSecond} of measuredGains(each, catalog)) {
      const roof = roofs[batch - 1]!.tokensPerSecond;
      const beaten = each.model === "gpt-oss-120b" && batch >= 8;
      expect(tokensPerSecond > roof, `${each.model} with ${batch} readers`).toBe(beaten);
    }
  }
});

test("512 readers of Llama-3-8B fit into an A100, and step by step takes a quarter longer", () => {
  const changes = {
    model: "Llama-3-8B",
    machine: "A100 80GB",
    format: "FP16",
    batch: 512,
    context: 256,
  };
  expect(view(changes).estimate.fits).toBe(true);
  expect(value("perOperationSeconds", changes) / value("fullSeconds", changes)).toBeGreaterThan(
    1.25,
  );
});

test("a real program wants a quarter or so more bandwidth than the roof", () => {
  for (const machine of ["Apple M1 Max", "RTX 4060 Ti", "RTX 3090", "Apple M2 Max"]) {
    const {roofSeconds, forecast} = view({machine, format: "FP16"}).estimate.decode;
    expect(forecast.seconds / roofSeconds, machine).toBeGreaterThan(1.1);
    expect(forecast.seconds / roofSeconds, machine).toBeLessThan(1.45);
  }
});

test("with one reader and no conversation both roofs agree but for the table of words", () => {
  for (const {name, architecture} of catalog.models) {
    // Of tiny models the activations are a large part.
    if (architecture.experts !== undefined || architecture.hiddenSize < 1024) continue;
    const {simple, estimate} = view({model: name, format: "FP16", context: 0});
    const table = architecture.tieEmbeddings ? 0 : architecture.vocabSize * architecture.hiddenSize;
    const left = (2 * table) / simple.bandwidth;
    const activations = 0.01 * simple.memorySeconds;
    expect(estimate.decode.memorySeconds, name).toBeGreaterThan(
      simple.memorySeconds - left - activations,
    );
    expect(estimate.decode.memorySeconds, name).toBeLessThan(
      simple.memorySeconds - left + activations,
    );
  }
});
