import {describe, expect, it} from "vitest";
import type {LadderPoint} from "../../../src/lib/catalog/device-report.js";
import {treadsOf} from "../../../src/lib/scenario/ladder.js";

/** A rung of 2^power bytes, its samples within so large a share of the median. */
const rung = (power: number, median: number, noise = 0.03): LadderPoint => ({
  bytes: 2 ** power,
  bandwidth: {median, lowest: median * (1 - noise), highest: median * (1 + noise)},
});

describe("the treads of a ladder", () => {
  it("are as many as there are clear drops", () => {
    const treads = treadsOf([
      rung(14, 100e9),
      rung(15, 98e9),
      rung(16, 50e9),
      rung(20, 51e9),
      rung(28, 12e9),
    ]);
    expect(treads.map(({rungs}) => rungs.length)).toEqual([2, 2, 1]);
    expect(treads.map(({bandwidth}) => bandwidth)).toEqual([99e9, 50.5e9, 12e9]);
  });

  it("are none where the samples of both sides overlap", () => {
    expect(treadsOf([rung(14, 100e9, 0.4), rung(20, 60e9, 0.4)])).toHaveLength(1);
  });

  it("are none where the fall is less than a quarter", () => {
    expect(treadsOf([rung(14, 100e9), rung(20, 80e9)])).toHaveLength(1);
  });

  it("begin where a gradual fall has gone far enough", () => {
    const slide = [100, 90, 81, 73, 66, 59].map((speed, i) => rung(14 + i, speed * 1e9, 0.01));
    expect(treadsOf(slide).map(({rungs}) => rungs.length)).toEqual([5, 1]);
  });

  it("rise again without a step", () => {
    expect(treadsOf([rung(14, 50e9), rung(15, 100e9), rung(16, 90e9)])).toHaveLength(1);
  });
});
