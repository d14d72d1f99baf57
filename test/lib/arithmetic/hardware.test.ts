import {describe, expect, it} from "vitest";
import {computeRate} from "../../../src/lib/arithmetic/hardware.js";
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
