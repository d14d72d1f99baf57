import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import type {Measurement} from "../../../src/lib/catalog/catalog.js";
import {
  denseModel,
  gainAtRoof,
  gainContext,
  gainModels,
  gainsAtRoof,
  measuredGains,
  mixtureModel,
  mostGainReaders,
  touchedExperts,
} from "../../../src/lib/scenario/batch-gains.js";
import {batchRuns} from "../../../src/lib/scenario/batch-runs.js";

const catalog = readCatalog();

describe("what readers get together, at the roof", () => {
  it.each(gainModels)("grows with $model's readers, and never faster than they do", (each) => {
    const gains = gainsAtRoof(each, catalog);
    expect(gains).toHaveLength(mostGainReaders);
    expect(gains[0]!.gain).toBe(1);
    for (const [i, {batch, gain}] of gains.entries()) {
      expect(gain).toBeLessThanOrEqual(batch);
      if (i > 0) expect(gain).toBeGreaterThan(gains[i - 1]!.gain);
    }
  });

  it("nearly doubles for the dense model's second reader, and does not for a mixture's", () => {
    expect(gainAtRoof(denseModel, 2, catalog).gain).toBeGreaterThan(1.95);
    expect(gainAtRoof(mixtureModel, 2, catalog).gain).toBeLessThan(1.5);
  });
});

describe("what readers got together, measured", () => {
  const run = (batch: number, tokensPerSecond: number): Measurement => ({
    id: `spark/b${batch}`,
    machine: "DGX Spark",
    model: "gpt-oss-20b",
    format: "MXFP4 file",
    backend: "CUDA",
    phase: "decode",
    batch,
    context: 528,
    promptTokens: 0,
    tokensPerSecond,
    group: "dgx-spark",
    fitted: false,
    source: "llama.cpp",
    readOn: "2026-11-22",
    verified: true,
  });

  it.each(gainModels)("is of the same work as $model's roof", (each) => {
    const runs = batchRuns(catalog, each.model);
    expect(runs.map(({batch}) => batch)).toEqual([1, 2, 4, 8, 16, mostGainReaders]);
    for (const {format, context} of runs) {
      expect(format).toBe(each.format);
      expect(context).toBe(gainContext);
    }
  });

  it("is a multiple of what one reader got alone", () => {
    const measurements = [run(2, 95), run(1, 81.11)];
    const gains = measuredGains(mixtureModel, {...catalog, measurements});
    expect(gains.map(({batch}) => batch)).toEqual([1, 2]);
    expect(gains[0]!.gain).toBe(1);
    expect(gains[1]!.gain).toBeCloseTo(1.171, 3);
    expect(gains[1]!.tokensPerSecond).toBe(95);
  });

  it("is nothing where one reader alone was not measured", () => {
    expect(measuredGains(mixtureModel, {...catalog, measurements: [run(2, 95)]})).toEqual([]);
  });
});

describe("the experts that readers touch", () => {
  it("are four of gpt-oss-20b's 32 for one reader, and nearly all for 32", () => {
    expect(touchedExperts(mixtureModel, 1, catalog)).toEqual({count: 32, perToken: 4, expected: 4});
    expect(touchedExperts(mixtureModel, 2, catalog).expected).toBeCloseTo(7.5, 9);
    expect(touchedExperts(mixtureModel, 32, catalog).expected).toBeCloseTo(31.55, 2);
  });

  it("are refused for a dense model, which has none", () => {
    expect(() => touchedExperts(denseModel, 2, catalog)).toThrow(
      'model is "Qwen2.5-7B"; it should have experts',
    );
  });
});
