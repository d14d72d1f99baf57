import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {matrixReuse} from "../../../src/lib/scenario/matrix-reuse.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const reuse = (changes: Partial<Scenario>) =>
  matrixReuse(viewOf({...defaultScenario, ...changes}, catalog));

describe("a matrix that many readers use", () => {
  it("is the one into LLaMA's feed-forward block, two bytes a weight in 16 bits", () => {
    const {rows, columns, bytes, flops} = reuse({format: "FP16"});
    expect([rows, columns]).toEqual([11008, 4096]);
    expect(bytes).toBe(2 * 11008 * 4096);
    expect(flops).toBe(2 * 11008 * 4096);
  });

  it("is read once, however many readers there are, and used once for each", () => {
    const one = reuse({batch: 1});
    const many = reuse({batch: 300});
    expect(many.bytes).toBe(one.bytes);
    expect(many.memorySeconds).toBe(one.memorySeconds);
    expect(many.flops).toBe(300 * one.flops);
    expect(many.computeSeconds).toBeCloseTo(300 * one.computeSeconds, 15);
  });

  it("brings as many operations with each byte as the law of intensity says", () => {
    const {flops, bytes, intensity} = reuse({batch: 16});
    expect(flops / bytes).toBeCloseTo(intensity, 9);
  });

  it("keeps both clocks equally long where its intensity is the ridge", () => {
    // An A100 in 16 bits: 161.24 readers, 161.24 operations a byte.
    const {intensity, ridge, ...seconds} = reuse({
      machine: "A100 80GB",
      format: "FP16",
      batch: 161,
    });
    expect(seconds.computeSeconds / seconds.memorySeconds).toBeCloseTo(intensity / ridge, 9);
    expect(intensity / ridge).toBeCloseTo(161 / 161.24, 4);
  });

  it("is none of an expert's, which serves only those who chose it", () => {
    // Mixtral's queries, 32 heads of 128 elements. Its experts' matrices are 14336 by 4096.
    const {rows, columns} = reuse({model: "Mixtral-8x7B"});
    expect([rows, columns]).toEqual([4096, 4096]);
  });
});
