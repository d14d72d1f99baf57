import fc from "fast-check";
import {describe, expect, it} from "vitest";
import * as law from "../../../src/lib/arithmetic/overflow.js";
import {latency} from "../../../src/lib/arithmetic/simple-law.js";

const positive = (min: number, max: number) => fc.double({min, max, noNaN: true});
const share = fc.double({min: 0, max: 1, noNaN: true});
const rounding = 1e-9;
const nearly = (a: number, b: number) => Math.abs(a - b) <= rounding * Math.max(a, b);

describe("a model on a card and beside a processor", () => {
  const sides = fc.record({
    bytes: positive(1e8, 1e12),
    gpuShare: share,
    gpuBandwidth: positive(1e9, 1e13),
    cpuBandwidth: positive(1e9, 1e12),
  });

  it("is as fast by its bytes as by the harmonic mean of the two speeds", () => {
    fc.assert(
      fc.property(sides, ({bytes, gpuShare, gpuBandwidth, cpuBandwidth}) => {
        const seconds = law.offloadSeconds({
          gpuBytes: gpuShare * bytes,
          cpuBytes: (1 - gpuShare) * bytes,
          gpuBandwidth,
          cpuBandwidth,
        });
        const speed = law.offloadSpeed({
          gpuShare,
          gpuSpeed: gpuBandwidth / bytes,
          cpuSpeed: cpuBandwidth / bytes,
        });
        return nearly(1 / seconds, speed);
      }),
    );
  });

  it("lies between the two speeds, and never above the straight line between them", () => {
    fc.assert(
      fc.property(share, positive(1, 1e4), positive(1, 1e4), (gpuShare, gpuSpeed, cpuSpeed) => {
        const speed = law.offloadSpeed({gpuShare, gpuSpeed, cpuSpeed});
        const straight = gpuShare * gpuSpeed + (1 - gpuShare) * cpuSpeed;
        return (
          speed >= Math.min(gpuSpeed, cpuSpeed) * (1 - rounding) &&
          speed <= straight * (1 + rounding)
        );
      }),
    );
  });
});

describe("the third clock", () => {
  const inputs = fc.record({
    parameters: positive(1e8, 1e12),
    batch: fc.integer({min: 1, max: 64}),
    flops: positive(1e9, 1e15),
    bytesPerWeight: positive(0.3, 4),
    bandwidth: positive(1e9, 1e13),
    storageBandwidth: positive(1e7, 1e10),
  });

  it("is never heard where the model has room", () => {
    fc.assert(
      fc.property(inputs, (each) => {
        const freeBytes = each.parameters * each.bytesPerWeight;
        return law.latencyWithStorage({...each, freeBytes}) === latency(each);
      }),
    );
  });

  it("only slows down, and the less so the more memory there is", () => {
    fc.assert(
      fc.property(inputs, share, share, (each, a, b) => {
        const bytes = each.parameters * each.bytesPerWeight;
        const seconds = (part: number) =>
          law.latencyWithStorage({...each, freeBytes: part * bytes});
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        return seconds(less) >= seconds(more) && seconds(more) >= latency(each);
      }),
    );
  });

  it("reads the whole model where nothing is kept", () => {
    const seconds = law.latencyWithStorage({
      parameters: 4e9,
      batch: 1,
      flops: 1e12,
      bytesPerWeight: 1,
      bandwidth: 4e9,
      freeBytes: 0,
      storageBandwidth: 400e6,
    });
    expect(seconds).toBeCloseTo(10, 10);
  });
});
