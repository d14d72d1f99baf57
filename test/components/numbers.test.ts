import {describe, expect, it} from "vitest";
import {createNumbers} from "../../src/components/numbers.js";

const numbers = createNumbers("en");

describe("numbers as people read them", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [18, "18 bytes"],
    [999.6e6, "1.00 GB"],
    [3_825_065_984, "3.83 GB"],
    [524_288, "524 kB"],
    [130_571_321_344, "131 GB"],
  ])("writes %d bytes as %s", (value, text) => expect(numbers.bytes(value)).toBe(text));

  it.each([
    [0.0560455, "56.0 ms"],
    [43.2e-6, "43.2 µs"],
    [1.75, "1.75 s"],
    [0.99999, "1.00 s"],
    [12345, "12,345 s"],
    [2.5917e8, "8.21 years"],
  ])("writes %d seconds as %s", (value, text) => expect(numbers.seconds(value)).toBe(text));

  it.each([
    [17.843, "17.8"],
    [9.996, "10.0"],
    [552.94, "553"],
    [23149.3, "23,100"],
    [0.571, "0.571"],
  ])("writes a rate of %d as %s", (value, text) => expect(numbers.rate(value)).toBe(text));

  it("writes what is beyond all prefixes with a power of ten", () => {
    expect(numbers.scientific(4.043e22)).toBe("4.04 × 10²²");
    expect(numbers.scientific(2.5e-7)).toBe("2.50 × 10⁻⁷");
  });

  it("groups all digits of a whole number", () => {
    expect(numbers.whole(6_738_415_616)).toBe("6,738,415,616");
  });

  it("writes rates of a data sheet with their prefix", () => {
    expect(numbers.bandwidth(68.25e9)).toBe("68.3 GB/s");
    expect(numbers.flopRate(312e12)).toBe("312 TFLOP/s");
  });

  it("says large amounts in words", () => {
    expect(numbers.amount(6_738_415_616)).toBe("6.74 billion");
    expect(numbers.amount(161.24)).toBe("161");
  });

  it("keeps to the language that it is made for", () => {
    expect(createNumbers("de").rate(17.843)).toBe("17,8");
    expect(createNumbers("fr").bytes(18)).toBe("18\u00a0octets");
  });
});
