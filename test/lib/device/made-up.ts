import type {ClassDevice} from "../../../src/lib/device/class-code.js";
import fc from "fast-check";
import {
  measuredFormats,
  phases,
  type DeviceReport,
  type KernelRate,
  type ModelRun,
} from "../../../src/lib/device/report.js";
import type {Spread} from "../../../src/lib/device/statistics.js";

/** Three numbers around one. */
export const around = (median: number): Spread => ({
  median,
  lowest: 0.9 * median,
  highest: 1.2 * median,
});

const each = <Row>(rowOf: (format: "F32" | "Q8_0" | "Q4_0", phase: "prefill" | "decode") => Row) =>
  measuredFormats.flatMap((format) => phases.map((phase) => rowOf(format, phase)));

/** A machine of two cores that nobody has: round numbers, so that a test can count. */
export const madeUp: DeviceReport = {
  version: 1,
  measuredOn: "2026-11-23",
  mode: "quick",
  seconds: 6,
  browser: "Chromium 156",
  simd: "relaxed",
  cores: 2,
  workers: 2,
  isolated: true,
  timerResolution: 5e-6,
  ladder: [1, 2].map((workers) => ({
    workers,
    points: [
      {bytes: 2 ** 14, bandwidth: around(100e9 * workers)},
      {bytes: 2 ** 20, bandwidth: around(50e9 * workers)},
      {bytes: 2 ** 26, bandwidth: around(10e9 * workers)},
      {bytes: 2 ** 28, bandwidth: around(8e9 * workers)},
    ],
  })),
  rates: [1, 2].flatMap((workers) =>
    each((format, phase): KernelRate => ({
      format,
      phase,
      workers,
      flopRate: around((format === "F32" ? 30e9 : 100e9) * workers),
    })),
  ),
  runs: [1, 2].flatMap((threads) =>
    each((format, phase): ModelRun => ({
      model: "15M",
      format,
      phase,
      threads,
      tokens: phase === "prefill" ? 64 : 16,
      context: phase === "prefill" ? 32 : 16,
      seconds: around((phase === "prefill" ? 0.1 : 0.01) / threads),
    })),
  ),
  warnings: [],
};

const anySpread = (range: {min: number; max: number}): fc.Arbitrary<Spread> =>
  fc
    .array(fc.double({...range, noNaN: true}), {minLength: 3, maxLength: 3})
    .map((three) => three.sort((a, b) => a - b))
    .map(([lowest, median, highest]) => ({
      lowest: lowest!,
      median: median!,
      highest: highest!,
    }));

/** A report that any machine could give, fast or slow. */
export const anyReport: fc.Arbitrary<DeviceReport> = fc
  .record({
    workers: fc.integer({min: 1, max: 64}),
    bandwidths: fc.array(anySpread({min: 1e8, max: 1e13}), {minLength: 1, maxLength: 12}),
    rates: fc.array(anySpread({min: 1e8, max: 1e14}), {minLength: 12, maxLength: 12}),
    seconds: fc.array(anySpread({min: 1e-5, max: 10}), {minLength: 12, maxLength: 12}),
    memoryBytes: fc.option(fc.integer({min: 1e9, max: 1e12}), {nil: undefined}),
  })
  .map(({workers, bandwidths, rates, seconds, memoryBytes}) => ({
    ...madeUp,
    workers,
    cores: workers,
    ladder: [...new Set([1, workers])].map((count) => ({
      workers: count,
      points: bandwidths.map((bandwidth, index) => ({bytes: 2 ** (14 + index), bandwidth})),
    })),
    rates: madeUp.rates.map((rate, index) => ({
      ...rate,
      workers: rate.workers === 1 ? 1 : workers,
      flopRate: rates[index]!,
    })),
    runs: madeUp.runs.map((run, index) => ({
      ...run,
      threads: run.threads === 1 ? 1 : workers,
      seconds: seconds[index]!,
    })),
    ...(memoryBytes !== undefined && {memoryBytes}),
  }));

/** What nobody handed over in a class. */
export const madeUpClassDevice: ClassDevice = {
  bandwidth: 12.3e9,
  flops: 98.7e9,
  speed: 41.5,
  model: "110M",
  threads: 4,
  workers: 8,
  simd: "relaxed",
};
