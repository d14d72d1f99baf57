import {describe, expect, it} from "vitest";
import {parameterBreakdown} from "../../src/components/figure/charts/parameter-breakdown.js";
import type {Place} from "../../src/components/figure/chart.js";
import {select} from "d3-selection";
import {JSDOM} from "jsdom";
import {defaultScenario} from "../../src/lib/scenario/scenario.js";
import {viewOf} from "../../src/lib/scenario/view.js";
import {context} from "../browser/library.js";

const layout = {width: 720, height: 430, narrow: false};
const view = viewOf({...defaultScenario, model: "LLaMA-7B"}, context.catalog);
const hold = (from: Place) => parameterBreakdown.hold!(from, view, layout, context);

/** Where the handle of a size has been drawn. */
function handle(symbol: string): Place {
  const {document} = new JSDOM().window;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  parameterBreakdown.create(select(svg), layout, context, {})(view);
  const drawn = svg.querySelector(`.handle[data-symbol="${symbol}"]`)!;
  const [x, y] = drawn
    .getAttribute("transform")!
    .match(/[\d.]+/g)!
    .map(Number) as [number, number];
  return {x, y};
}

describe("an edge that is held", () => {
  it("makes a model of the reader's own, which grows with the way that it is pulled", () => {
    const from = handle("hiddenSize");
    const move = hold(from)!;
    const sizes = [-30, 10, 30].map(
      (dy) => move({...from, y: from.y + dy}).own!.architecture.hiddenSize,
    );
    expect(sizes[0]).toBeLessThan(4096);
    expect(sizes[1]).toBeGreaterThan(4096);
    expect(sizes[2]).toBeGreaterThan(sizes[1]!);
  });

  it("follows one axis, and moves from where it was taken", () => {
    const {x, y} = handle("intermediateSize");
    const move = hold({x: x + 9, y: y - 9})!;
    expect(move({x: x + 9, y: y + 200})).toEqual({model: "LLaMA-7B"});
    expect(move({x: x + 19, y}).own!.architecture.intermediateSize).toBeGreaterThan(11008);
  });

  it("gives the published model back where it began", () => {
    const from = handle("layers");
    const move = hold(from)!;
    expect(move({...from, x: from.x + 40}).model).not.toBe("LLaMA-7B");
    expect(move(from)).toEqual({model: "LLaMA-7B"});
  });

  it("is none away from the handles", () => {
    const {x, y} = handle("intermediateSize");
    expect(hold({x: x - 40, y})).toBeUndefined();
  });
});
