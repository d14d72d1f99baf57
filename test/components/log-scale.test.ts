import {scaleLog} from "d3-scale";
import {expect, it} from "vitest";
import {logScale} from "../../src/components/figure/log-scale.js";

it("places numbers where d3's clamped scaleLog places them", () => {
  const ours = logScale([0.5, 4096], [40, 700]);
  const theirs = scaleLog([0.5, 4096], [40, 700]).clamp(true);
  for (const value of [0.1, 0.5, 1, 3.52, 38.3, 1000, 4096, 9999]) {
    expect(ours(value)).toBeCloseTo(theirs(value), 9);
  }
});

it("turns with its range: larger numbers are higher on a screen", () => {
  const y = logScale([1, 100], [300, 0]);
  expect([1, 10, 100].map(y)).toEqual([300, 150, 0]);
});
