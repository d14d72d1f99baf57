import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {createSampler, likeliest} from "../../../src/lib/engine/sample.js";

const logits = Float32Array.of(1, 3, 2, -4);

/** How often each of the tokens comes in so many draws. */
function sharesOf(options: {temperature: number; topP: number}, draws = 20_000): number[] {
  const sample = createSampler({...options, seed: 7});
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < draws; i++) counts[sample(logits)]!++;
  return counts.map((count) => count / draws);
}

/** softmax(logits / temperature) */
function oddsAt(temperature: number): number[] {
  const odds = Array.from(logits, (logit) => Math.exp(logit / temperature));
  const sum = odds.reduce((total, odd) => total + odd, 0);
  return odds.map((odd) => odd / sum);
}

describe("the next token", () => {
  it("is the likeliest at temperature 0, and of equal ones the first", () => {
    expect(createSampler({temperature: 0, topP: 1, seed: 1})(logits)).toBe(1);
    expect(likeliest(Float32Array.of(2, 5, 5))).toBe(1);
  });

  it.each([0.5, 1, 2])("comes as often as its odds are, at temperature %d", (temperature) => {
    const shares = sharesOf({temperature, topP: 1});
    const odds = oddsAt(temperature);
    shares.forEach((share, token) => expect(Math.abs(share - odds[token]!)).toBeLessThan(0.015));
  });

  it("is one of the likeliest that have topP of the odds together", () => {
    // The odds are 0.665, 0.245, 0.090, 0.0006: two of them make 0.9.
    const shares = sharesOf({temperature: 1, topP: 0.9});
    expect(shares[0]).toBe(0);
    expect(shares[3]).toBe(0);
    expect(shares[1]! / shares[2]!).toBeCloseTo(Math.E, 0);
    expect(sharesOf({temperature: 1, topP: 0.5}, 100)).toEqual([0, 1, 0, 0]);
  });

  it("is the same for the same seed, and another for another", () => {
    const draw = (seed: number): number[] => {
      const sample = createSampler({temperature: 2, topP: 1, seed});
      return Array.from({length: 40}, () => sample(logits));
    };
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it("is one of the vocabulary, whatever the logits are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({min: -60, max: 60, noNaN: true}), {minLength: 1, maxLength: 50}),
        fc.double({min: 0.1, max: 3, noNaN: true}),
        fc.double({min: 0.01, max: 1, noNaN: true}),
        fc.integer(),
        (values, temperature, topP, seed) => {
          const token = createSampler({temperature, topP, seed})(Float32Array.from(values));
          return Number.isInteger(token) && token >= 0 && token < values.length;
        },
      ),
    );
  });
});
