import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  largestWorkingSet,
  readLoop,
  readPlan,
  shareBytes,
  workingSets,
} from "../../../src/lib/device/ladder.js";
import {ProgressMeter, type MeasuringProgress} from "../../../src/lib/device/progress.js";
import {noiseOf, spreadOf} from "../../../src/lib/device/statistics.js";
import {noiseWarnings} from "../../../src/lib/device/warnings.js";

describe("samples in three numbers", () => {
  it("are a median between the lowest and the highest", () => {
    expect(spreadOf([3, 1, 2])).toEqual({median: 2, lowest: 1, highest: 3});
    expect(spreadOf([5])).toEqual({median: 5, lowest: 5, highest: 5});
    expect(() => spreadOf([])).toThrow("There are no samples");
    fc.assert(
      fc.property(fc.array(fc.double({noNaN: true, min: 0, max: 1e12}), {minLength: 1}), (all) => {
        const {median, lowest, highest} = spreadOf(all);
        expect(median).toBeGreaterThanOrEqual(lowest);
        expect(median).toBeLessThanOrEqual(highest);
      }),
    );
  });

  it("are noisy by the width of their middle half, which one odd sample does not move", () => {
    expect(noiseOf([10, 10, 10, 10, 100])).toBe(0);
    expect(noiseOf([8, 9, 10, 11, 12])).toBeCloseTo(0.2);
  });
});

describe("a warning", () => {
  const series = (...samples: number[]) => ({
    task: {kind: "read", totalBytes: 1, workers: 1} as const,
    workers: 1,
    rounds: samples.map((sample) => [sample]),
  });
  const quiet = series(10, 10.1, 9.9, 10, 10);
  const noisy = series(10, 12, 8, 13, 7);

  it("says which part was noisy, and how much at worst", () => {
    const parts = {bandwidth: [quiet, noisy], arithmetic: [quiet], models: []};
    expect(noiseWarnings(parts)).toEqual([{kind: "noisy", of: "bandwidth", spread: 0.4}]);
    expect(noiseWarnings({bandwidth: [quiet], arithmetic: [quiet], models: []})).toEqual([]);
  });
});

describe("the share of a working set that one worker reads", () => {
  it("is its part, in whole turns of the kernel, whatever the number of workers", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...workingSets.thorough),
        fc.integer({min: 1, max: 64}),
        (totalBytes, workers) => {
          const {pieces, piece, times} = readPlan(totalBytes, workers);
          const share = totalBytes / workers;
          expect(piece % 512).toBe(0);
          expect(pieces * piece).toBeLessThanOrEqual(Math.max(share, 512));
          expect(pieces * piece).toBeGreaterThan(Math.max(share, 512) - 512 * pieces);
          expect(times * piece).toBeGreaterThan(2 ** 19);
          expect(shareBytes(totalBytes, workers)).toBeLessThanOrEqual(largestWorkingSet);
        },
      ),
    );
  });

  it("is read from end to end, piece after piece, and again", () => {
    const read: [number, number, number][] = [];
    const kernels = {
      read: (pointer: number, bytes: number, times: number) => read.push([pointer, bytes, times]),
    };
    const loop = readLoop(kernels, 4096, {totalBytes: 2 ** 22, workers: 2});
    for (let turn = 0; turn < 3; turn++) loop.turn();
    expect(read).toEqual([
      [4096, 2 ** 20, 1],
      [4096 + 2 ** 20, 2 ** 20, 1],
      [4096, 2 ** 20, 1],
    ]);
    expect(loop.amount).toBe(2 ** 20);
    expect(readLoop(kernels, 0, {totalBytes: 2 ** 14, workers: 1}).amount).toBe(2 ** 20);
  });

  it("has six sizes in a quick measurement, and every doubling in a thorough one", () => {
    for (const {length, 0: first, [length - 1]: last} of Object.values(workingSets)) {
      expect([first, last]).toEqual([2 ** 14, 2 ** 28]);
    }
    expect(workingSets.quick).toHaveLength(6);
    expect(workingSets.thorough).toHaveLength(15);
  });
});

describe("progress", () => {
  it("counts expected seconds, and believes what it sees more and more", () => {
    let now = 0;
    const told: MeasuringProgress[] = [];
    const jobs = [4, 4, 2].map((seconds) => ({seconds}));
    const meter = new ProgressMeter(
      jobs,
      () => now,
      (progress) => told.push(progress),
    );
    for (const job of jobs) {
      meter.begin({step: "models"});
      now += 2 * job.seconds; // twice as slow as expected
      meter.end(job);
    }
    expect(told.map(({fraction}) => fraction)).toEqual([0, 0.4, 0.8]);
    expect(told.map(({secondsLeft}) => secondsLeft)).toEqual([10, 6 * 1.4, 2 * 1.8]);
  });
});
