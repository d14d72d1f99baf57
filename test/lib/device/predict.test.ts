import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {weightBytes} from "../../../src/lib/arithmetic/precision.js";
import {
  measuredFormats,
  phases,
  type DeviceReport,
} from "../../../src/lib/catalog/device-report.js";
import {bandwidthAt} from "../../../src/lib/device/bandwidth-at.js";
import {passWork} from "../../../src/lib/device/pass.js";
import {predictSpeed, type PredictedPass} from "../../../src/lib/device/predict.js";
import {syntheticArchitectures} from "../../../src/lib/device/synthetic-architectures.js";
import {llama7B} from "../arithmetic/models.js";
import {anyReport, around, madeUp} from "./made-up.js";

const {"15M": small, "110M": large} = syntheticArchitectures;

describe("the bandwidth at a size", () => {
  const points = [
    {bytes: 1e3, bandwidth: around(100)},
    {bytes: 1e5, bandwidth: around(1)},
  ];

  it("is that of a step, and half way between two on logarithmic scales", () => {
    expect(bandwidthAt(points, 1e3).median).toBeCloseTo(100);
    expect(bandwidthAt(points, 1e4).median).toBeCloseTo(10);
    expect(bandwidthAt(points, 1e5).median).toBeCloseTo(1);
  });

  it("is that of the last step beyond the ends", () => {
    expect(bandwidthAt(points, 1).median).toBe(100);
    expect(bandwidthAt(points, 1e9).median).toBe(1);
  });

  it("lies between those of its neighbours, its samples in order", () => {
    fc.assert(
      fc.property(anyReport, fc.double({min: 1, max: 1e12, noNaN: true}), (report, bytes) => {
        const {points} = report.ladder[0]!;
        const {median, lowest, highest} = bandwidthAt(points, bytes);
        const medians = points.map(({bandwidth}) => bandwidth.median);
        expect(median).toBeGreaterThanOrEqual(Math.min(...medians) * (1 - 1e-9));
        expect(median).toBeLessThanOrEqual(Math.max(...medians) * (1 + 1e-9));
        expect(median).toBeGreaterThanOrEqual(lowest * (1 - 1e-9));
        expect(median).toBeLessThanOrEqual(highest * (1 + 1e-9));
      }),
    );
  });
});

describe("the work of a pass", () => {
  it("of one token is two operations a weight, and every weight once", () => {
    const {total, norms} = parameterCount(large);
    const pass = {architecture: large, tokens: 1, context: 0, phase: "decode"} as const;
    const work = passWork({...pass, format: "Q8_0"});
    expect(work.flops).toBe(2 * (total - norms));
    expect(work.bytes).toBe(weightBytes(large, "Q8_0") - 4 * norms);
    expect(work.numbers).toBe(12 * 768);
  });

  it("of a prompt leaves the end of the last layer and the output to the last token", () => {
    const count = (tokens: number) =>
      passWork({architecture: small, format: "F32", phase: "prefill", tokens, context: 0}).flops;
    const layer = 4 * 288 ** 2 + 3 * 288 * 768;
    expect((count(101) - count(100)) / 2).toBe(5 * layer + 3 * 288 ** 2);
  });

  it("of a longer prompt or context is more", () => {
    const base = {architecture: llama7B, format: "Q4_0", phase: "prefill"} as const;
    const work = passWork({...base, tokens: 256, context: 128});
    const longer = passWork({...base, tokens: 257, context: 128});
    expect(longer.bytes / work.bytes).toBeGreaterThan(1.9); // a second chunk
    expect(passWork({...base, tokens: 256, context: 200}).flops).toBeGreaterThan(work.flops);
  });
});

describe("a prediction", () => {
  const decode: PredictedPass = {
    architecture: large,
    format: "Q4_0",
    phase: "decode",
    threads: 1,
    context: 16,
  };

  it("is the slower clock and the overhead", () => {
    const {seconds, inputs, computeSeconds, memorySeconds} = predictSpeed(madeUp, decode);
    expect(seconds.median).toBe(Math.max(computeSeconds, memorySeconds) + inputs.overhead);
    expect(inputs.flops).toBe(100e9);
    expect(inputs.bandwidth).toBeGreaterThan(10e9); // between 64 MiB and 1 MiB, near the former
    expect(inputs.bandwidth).toBeLessThan(11e9);
  });

  it("calibrates with the small model, so that it finds that one's time exactly", () => {
    for (const run of madeUp.runs) {
      const {seconds} = predictSpeed(madeUp, {
        ...run,
        architecture: small,
        promptTokens: run.tokens,
      });
      expect(seconds.median / run.seconds.median).toBeCloseTo(1, 6);
    }
  });

  it("never looks at the large model", () => {
    const runs = madeUp.runs.map((run) => ({...run, model: "110M", seconds: around(77)}) as const);
    const checked = {...madeUp, runs: [...madeUp.runs, ...runs]};
    expect(predictSpeed(checked, decode)).toEqual(predictSpeed(madeUp, decode));
  });

  it("scales the overhead with layers and width: 2 × 2.67 times from 15M to 110M", () => {
    const overheadOf = (architecture: typeof small) =>
      predictSpeed(madeUp, {...decode, architecture}).inputs.overhead;
    expect(overheadOf(small)).toBeGreaterThan(0);
    expect(overheadOf(large) / overheadOf(small)).toBeCloseTo((12 * 768) / (6 * 288));
  });

  it("has no negative overhead where the small model was faster than its clocks", () => {
    const runs = madeUp.runs.map((run) => ({...run, seconds: around(1e-6)}));
    expect(predictSpeed({...madeUp, runs}, decode).inputs.overhead).toBe(0);
  });

  const anyPass = fc.record({
    architecture: fc.constantFrom(small, large, llama7B),
    format: fc.constantFrom(...measuredFormats),
    phase: fc.constantFrom(...phases),
    threads: fc.integer({min: 1, max: 64}),
    promptTokens: fc.integer({min: 1, max: 2048}),
  });

  it("is a range around a middle, of any report and any model", () => {
    fc.assert(
      fc.property(anyReport, anyPass, (report, pass) => {
        const {seconds, tokensPerSecond} = predictSpeed(report, pass);
        expect(seconds.lowest).toBeGreaterThan(0);
        expect(seconds.median).toBeGreaterThanOrEqual(seconds.lowest);
        expect(seconds.highest).toBeGreaterThanOrEqual(seconds.median);
        expect(tokensPerSecond.lowest).toBeLessThanOrEqual(tokensPerSecond.highest);
      }),
    );
  });

  it("is not slower on a machine that reads or calculates faster", () => {
    const faster: readonly ((report: DeviceReport) => DeviceReport)[] = [
      (report) => ({
        ...report,
        ladder: report.ladder.map((one) => ({
          ...one,
          points: one.points.map((point) => ({
            ...point,
            bandwidth: around(1.5 * point.bandwidth.median),
          })),
        })),
      }),
      (report) => ({
        ...report,
        rates: report.rates.map((rate) => ({...rate, flopRate: around(2 * rate.flopRate.median)})),
      }),
    ];
    // The small model is as fast as before, so that only the two clocks of the large one change.
    const calm = {...madeUp, runs: madeUp.runs.map((run) => ({...run, seconds: around(1e-9)}))};
    for (const change of faster) {
      fc.assert(
        fc.property(anyPass, (pass) => {
          expect(predictSpeed(change(calm), pass).seconds.median).toBeLessThanOrEqual(
            predictSpeed(calm, pass).seconds.median * (1 + 1e-9),
          );
        }),
      );
    }
  });
});
