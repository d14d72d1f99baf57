import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  chunkSpeed,
  conversationSeconds,
  promptGap,
  promptSeconds,
  ridgePrompt,
} from "../../../src/lib/arithmetic/prompt-laws.js";

const machine = fc.record({
  parameters: fc.integer({min: 1e6, max: 1e12}),
  flops: fc.double({min: 1e9, max: 1e16, noNaN: true}),
  bytesPerWeight: fc.double({min: 0.2, max: 4, noNaN: true}),
  bandwidth: fc.double({min: 1e9, max: 1e13, noNaN: true}),
});
const tokens = fc.integer({min: 1, max: 131_072});

describe("reading a prompt", () => {
  it("takes the same time for every prompt below the bend, and twice the time for twice the tokens above it", () => {
    fc.assert(
      fc.property(machine, tokens, (on, promptTokens) => {
        const once = promptSeconds({...on, promptTokens});
        const twice = promptSeconds({...on, promptTokens: 2 * promptTokens});
        const bend = ridgePrompt(on);
        if (2 * promptTokens <= bend) expect(twice).toBe(once);
        else if (promptTokens > bend) expect(twice / once).toBeCloseTo(2, 9);
        else expect(twice).toBeGreaterThan(once);
      }),
    );
  });

  it("costs a single token what writing one costs", () => {
    const llama = {parameters: 6_738_415_616, bytesPerWeight: 2, flops: 312e12, bandwidth: 1935e9};
    expect(promptSeconds({...llama, promptTokens: 1})).toBeCloseTo(0.006965, 6);
    expect(ridgePrompt(llama)).toBeCloseTo(161.2, 1);
  });

  it("differs between two machines by their rates alone, once both are beyond the bend", () => {
    fc.assert(
      fc.property(machine, machine, (one, other) => {
        const {parameters, bytesPerWeight} = one;
        const second = {...other, parameters, bytesPerWeight};
        const promptTokens = Math.ceil(Math.max(ridgePrompt(one), ridgePrompt(second))) + 1;
        const ratio =
          promptSeconds({...one, promptTokens}) / promptSeconds({...second, promptTokens});
        expect(ratio / promptGap({flops: one.flops, rivalFlops: second.flops})).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("a conversation", () => {
  it("is over with the prompt where one token is the answer", () => {
    expect(conversationSeconds({promptSeconds: 7, answerTokens: 1, seconds: 0.05})).toBe(7);
    expect(conversationSeconds({promptSeconds: 7, answerTokens: 101, seconds: 0.05})).toBe(12);
  });
});

describe("reading in chunks", () => {
  it("gets no slower with larger chunks, and no faster beyond the bend", () => {
    fc.assert(
      fc.property(machine, fc.integer({min: 1, max: 4096}), (on, chunk) => {
        const small = chunkSpeed({...on, chunk});
        const large = chunkSpeed({...on, chunk: 2 * chunk});
        expect(large / small).toBeGreaterThan(1 - 1e-9);
        if (chunk > ridgePrompt(on)) expect(large / small).toBeCloseTo(1, 9);
        expect(large).toBeLessThan((1 + 1e-9) * (on.flops / (2 * on.parameters)));
      }),
    );
  });
});
