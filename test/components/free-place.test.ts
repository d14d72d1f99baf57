import {describe, expect, it} from "vitest";
import {boxOf, freePlace, type Place} from "../../src/components/figure/free-place.js";

const at = (x: number, y: number): Place => ({x, y, anchor: "start"});
const word = "forecast"; // some sixty pixels wide
const [above, below, far] = [at(100, 50), at(100, 80), at(300, 50)];

describe("a free place", () => {
  it("is the first that is asked for where nothing is in the way", () => {
    expect(freePlace([above, below], word, [], [])).toBe(above);
  });

  it("is not on another label, and beside one is enough", () => {
    const taken = [boxOf(at(140, 50), word)]; // begins before the word would end
    expect(freePlace([above, below], word, taken, [])).toBe(below);
    const {right} = boxOf(above, word);
    expect(freePlace([above, below], word, [boxOf(at(right, 50), word)], [])).toBe(above);
  });

  it("is not where a curve runs, though none of its points lie within", () => {
    const across = [
      [120, -40],
      [120, 60],
    ] as const; // through the first place, above the second
    const box = boxOf(above, word);
    expect(across.every(([, y]) => y < box.top || y > box.bottom)).toBe(true);
    expect(freePlace([above, below], word, [], [across])).toBe(below);
  });

  it("may lie beneath a curve, and beside one", () => {
    const over = [
      [0, 30],
      [400, 30],
    ] as const;
    const beside = [
      [99, 0],
      [99, 200],
    ] as const;
    expect(freePlace([above, below], word, [], [over, beside])).toBe(above);
  });

  it("is the first of all where every place is taken", () => {
    const taken = [above, below, far].map((place) => boxOf(place, word));
    expect(freePlace([above, below, far], word, taken, [])).toBe(above);
  });
});

describe("the room of a label", () => {
  it("lies behind where it begins, or before where it ends", () => {
    const {left, right, top, bottom} = boxOf(above, word);
    expect(left).toBe(100);
    expect(right).toBeGreaterThan(150);
    expect([top, bottom].map((edge) => Math.sign(edge - above.y))).toEqual([-1, 1]);
    const ending = boxOf({...above, anchor: "end"}, word);
    expect(ending.right).toBe(100);
    expect(ending.right - ending.left).toBeCloseTo(right - left, 9);
  });

  it("grows with the word", () => {
    const width = (text: string): number => boxOf(above, text).right - boxOf(above, text).left;
    expect(width("roof, corrected")).toBeGreaterThan(1.5 * width(word));
  });
});
