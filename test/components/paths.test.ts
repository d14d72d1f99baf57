import * as d3 from "d3-shape";
import {describe, expect, test} from "vitest";
import {area, line} from "../../src/components/figure/paths.js";

interface Point {
  x: number;
  low: number;
  high: number;
}

const random = (count: number): Point[] =>
  Array.from({length: count}, (_, x) => ({
    x: x + Math.random(),
    low: Math.random() * 1e3,
    high: Math.random() * -1e-3,
  }));

describe("A path", () => {
  test.for([0, 1, 2, 3, 40])("of %i points is the one that d3-shape writes", (count) => {
    const points = random(count);
    const x = (point: Point) => point.x;
    const low = (point: Point) => point.low;
    const high = (point: Point) => point.high;
    expect(line(x, low)(points)).toBe(d3.line<Point>(x, low)(points));
    if (count !== 1) expect(area(x, low, high)(points)).toBe(d3.area<Point>(x, low, high)(points));
    const defined = ({low}: Point) => low > 400;
    expect(line(x, low, defined)(points)).toBe(
      d3.line<Point>().x(x).y(low).defined(defined)(points),
    );
  });
});
