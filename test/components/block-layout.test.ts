import {describe, expect, it} from "vitest";
import {blockLayout} from "../../src/components/figure/charts/block-layout.js";
import {defaultScenario, type Scenario} from "../../src/lib/scenario/scenario.js";
import {viewOf} from "../../src/lib/scenario/view.js";
import {context} from "../browser/library.js";

const layout = {width: 720, height: 500, narrow: false};
const middle = {x: 400, y: 120}; // somewhere in the plot
const hold = (from: {x: number; y: number}, changes: Partial<Scenario> = {}) =>
  blockLayout.hold!(
    from,
    viewOf({...defaultScenario, ...changes}, context.catalog),
    layout,
    context,
  );

describe("a weight that is held", () => {
  it("is the one under the pointer, and stays where it is until it is moved", () => {
    const weights = [60, 400, 719].map((x) => hold({...middle, x})!({...middle, x}));
    expect(weights).toEqual([
      {weight: 1, pull: 0},
      {weight: 17, pull: 0},
      {weight: 32, pull: 0},
    ]);
  });

  it("goes up with the pointer, down with it, and no further than the slider", () => {
    const move = hold(middle)!;
    const pulls = [-900, -40, 40, 900].map((dy) => move({x: 0, y: middle.y + dy}).pull!);
    expect(pulls[0]).toBe(4);
    expect(pulls[1]).toBeGreaterThan(0.1);
    expect(pulls[2]).toBe(-pulls[1]!);
    expect(pulls[3]).toBe(-4);
  });

  it("goes on from where it was pulled to, while another begins anew", () => {
    expect(hold(middle, {weight: 17, pull: 2})!(middle)).toEqual({weight: 17, pull: 2});
    expect(hold(middle, {weight: 16, pull: 2})!(middle)).toEqual({weight: 17, pull: 0});
  });

  it("is none beside the columns and under them", () => {
    expect(hold({x: 10, y: 120})).toBeUndefined();
    expect(hold({x: 400, y: 495})).toBeUndefined();
  });
});
