import {describe, expect, it} from "vitest";
import {computeRate, formatRate} from "../../../src/lib/arithmetic/hardware.js";
import {formatNamed} from "../../../src/lib/arithmetic/precision.js";
import {a100, m1} from "./machines.js";

describe("the rate at which a machine calculates", () => {
  it("is that of the precision, where the machine has it", () => {
    expect(computeRate(a100, "int4")).toEqual({precision: "int4", flopRate: 1248e12});
    expect(computeRate(m1, "fp16")).toEqual({precision: "fp16", flopRate: 2.617e12});
  });

  it("is that of the next wider precision, where it has not", () => {
    expect(computeRate(m1, "fp8")).toEqual({precision: "fp16", flopRate: 2.617e12});
    expect(computeRate(m1, "int4")).toEqual({precision: "fp16", flopRate: 2.617e12});
    expect(computeRate({...m1, flops: {fp32: 48e9}}, "bf16").precision).toBe("fp32");
  });

  it("is refused where no rate would do", () => {
    const board = {...m1, name: "A board", flops: {}};
    expect(() => computeRate(board, "fp16")).toThrow(
      "flops of A board has no rate; it should have fp16 or bf16 or fp32",
    );
    expect(() => computeRate({...board, flops: {fp16: 1e9}}, "fp32")).toThrow(
      "flops of A board has fp16; it should have fp32",
    );
  });
});

describe("the rate with weights of a format", () => {
  it("is that of a data sheet for what programs calculate blocks in", () => {
    expect(formatRate(a100, formatNamed("Q4_0"))).toEqual({precision: "fp16", flopRate: 312e12});
    expect(formatRate(a100, formatNamed("FP32")).precision).toBe("fp32");
  });

  it("is that of the loop that was measured, on one's own machine", () => {
    const own = {
      ...a100,
      class: "own" as const,
      flops: {fp32: 30e9, int8: 100e9, int4: 120e9},
    };
    const rate = (format: string) => formatRate(own, formatNamed(format)).flopRate;
    expect([rate("Q4_0"), rate("Q4_K_M"), rate("Q6_K")]).toEqual([120e9, 120e9, 100e9]);
    expect([rate("Q8_0"), rate("FP16"), rate("FP32")]).toEqual([100e9, 30e9, 30e9]);
  });
});
