import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {estimate} from "../../../src/lib/arithmetic/estimate.js";
import {ownHardware} from "../../../src/lib/device/own-hardware.js";
import {predictSpeed} from "../../../src/lib/device/predict.js";
import {llama7B} from "../arithmetic/models.js";
import {anyReport, around, madeUp} from "./made-up.js";

const step = {architecture: llama7B, batch: 1, kvBytesPerElement: 4};

/** A machine whose single tokens are calculated slowly, as they are in a browser. */
const slowAlone = {
  ...madeUp,
  rates: madeUp.rates.map((rate) =>
    rate.phase === "decode" ? {...rate, flopRate: around(0.1 * rate.flopRate.median)} : rate,
  ),
};

describe("the forecast for the reader's own machine", () => {
  it.each([
    ["Q4_0", "Q4_0"],
    ["Q8_0", "Q8_0"],
    ["FP32", "F32"],
  ] as const)("is what the laboratory foretells, in %s", (format, measured) => {
    for (const report of [madeUp, slowAlone]) {
      const hardware = ownHardware(report, "mine");
      const {decode} = estimate({...step, hardware, format, context: 100, promptTokens: 256});
      const {prefill} = estimate({...step, hardware, format, context: 100, promptTokens: 256});
      const wanted = {architecture: llama7B, format: measured, threads: report.workers};
      const answer = predictSpeed(report, {...wanted, phase: "decode", context: 100});
      const prompt = predictSpeed(report, {...wanted, phase: "prefill", promptTokens: 256});
      expect(decode.forecast.seconds / answer.seconds.median).toBeCloseTo(1, 1);
      expect(prefill.forecast.seconds / prompt.seconds.median).toBeCloseTo(1, 1);
    }
  });

  it("waits for the arithmetic of one token where that is slower than its bytes", () => {
    const seconds = (report: typeof madeUp) =>
      estimate({
        ...step,
        hardware: ownHardware(report, "mine"),
        format: "Q4_0",
        context: 0,
        promptTokens: 1,
      }).decode;
    expect(seconds(slowAlone).roofSeconds).toBe(seconds(madeUp).roofSeconds);
    expect(seconds(slowAlone).forecast.seconds).toBeGreaterThan(
      1.2 * seconds(madeUp).forecast.seconds,
    );
  });

  it("is never less than the roof, nor less for more readers", () => {
    fc.assert(
      fc.property(anyReport, fc.integer({min: 1, max: 64}), (report, batch) => {
        const hardware = ownHardware(report, "mine");
        const seconds = (readers: number) =>
          estimate({
            ...step,
            batch: readers,
            hardware,
            format: "Q4_0",
            context: 10,
            promptTokens: 10,
          }).decode;
        const one = seconds(batch);
        expect(one.forecast.seconds).toBeGreaterThanOrEqual(one.roofSeconds);
        expect(seconds(batch + 1).forecast.seconds).toBeGreaterThanOrEqual(
          0.999999 * one.forecast.seconds,
        );
      }),
      {numRuns: 200},
    );
  });
});
