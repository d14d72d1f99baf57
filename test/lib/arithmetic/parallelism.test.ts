import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  linkBandwidth,
  linkSeconds,
  messageSeconds,
  pipelineGain,
  splitSeconds,
  trainingBytes,
  trainingFlops,
  trainingSeconds,
} from "../../../src/lib/arithmetic/parallelism.js";

/** kipply's example: as large as Gopher, on A100s of 40 GB, with her round numbers. */
const gopher = {
  parameters: 260e9,
  bytesPerWeight: 2,
  bandwidth: 1.5e12,
  layers: 80,
  message: messageSeconds,
};

describe("a model whose matrices are cut among GPUs", () => {
  it("takes 22 ms and nearly 3 ms of messages on sixteen, as kipply says", () => {
    const silent = {...gopher, message: 0};
    expect(splitSeconds({...silent, devices: 16})).toBeCloseTo(0.0217, 4);
    const messages =
      splitSeconds({...gopher, devices: 16}) - splitSeconds({...silent, devices: 16});
    expect(messages).toBeCloseTo(0.00256, 9);
  });

  it("sends long messages for many readers: 18 ms for 512, as kipply says", () => {
    const inputs = {batch: 512, layers: 80, hiddenSize: 16_384, link: linkBandwidth};
    expect(linkSeconds(inputs)).toBeCloseTo(0.0179, 4);
  });

  it("is never faster than its messages, nor than its share of the weights", () => {
    fc.assert(
      fc.property(fc.integer({min: 2, max: 1024}), (devices) => {
        const seconds = splitSeconds({...gopher, devices});
        expect(seconds).toBeGreaterThan(4 * gopher.layers * messageSeconds);
        expect(seconds).toBeGreaterThan((260e9 * 2) / (devices * 1.5e12));
        expect(splitSeconds({...gopher, devices: devices + 1})).toBeLessThan(seconds);
      }),
    );
  });
});

describe("a conveyor belt of GPUs", () => {
  it("gains nothing for a single chunk, and at most as much as there are GPUs or chunks", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 64}),
        fc.integer({min: 1, max: 1000}),
        (devices, chunks) => {
          const gain = pipelineGain({devices, chunks});
          expect(pipelineGain({devices, chunks: 1})).toBe(1);
          expect(gain).toBeLessThanOrEqual(Math.min(devices, chunks) * (1 + 1e-12));
          expect(gain).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });

  it("finishes eight chunks on two GPUs after nine turns instead of sixteen", () => {
    expect(pipelineGain({devices: 2, chunks: 8})).toBe(16 / 9);
  });
});

describe("training", () => {
  it("takes three times the operations of reading the same text", () => {
    expect(trainingFlops({parameters: 7e9, trainingTokens: 1e12})).toBe(3 * 2 * 7e9 * 1e12);
  });

  it("takes 36,000 hours of an A100 at its full rate for LLaMA-7B, twice that at half", () => {
    const run = {parameters: 6_738_415_616, trainingTokens: 1e12, flops: 312e12};
    expect(trainingSeconds({...run, utilisation: 1}) / 3600).toBeCloseTo(35_996, 0);
    expect(trainingSeconds({...run, utilisation: 0.5}) / 3600).toBeCloseTo(71_992, 0);
  });

  it("keeps eight times the bytes of 16-bit weights", () => {
    expect(trainingBytes({parameters: 1e9})).toBe(8 * 2e9);
  });
});
