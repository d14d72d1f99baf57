import {expect, it} from "vitest";
import {halfBits, halfValue} from "../../../src/lib/arithmetic/half.js";

it("knows some numbers by their bits", () => {
  const known: [number, number][] = [
    [0, 0x0000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [2 ** -24, 0x0001],
    [2 ** -14, 0x0400],
    [0.333251953125, 0x3555],
    [Infinity, 0x7c00],
  ];
  for (const [value, bits] of known) {
    expect(halfBits(value), String(value)).toBe(bits);
    expect(halfValue(bits)).toBe(value);
  }
});

it("brings every finite number back", () => {
  for (let bits = 0; bits < 0x7c00; bits++) {
    expect(halfBits(halfValue(bits))).toBe(bits);
    expect(halfBits(-halfValue(bits))).toBe(bits | 0x8000);
  }
});

it("takes the nearest, and of two equally near the even one", () => {
  const next = 2 ** -10; // from one number to the next, above 1
  expect(halfBits(1 + 0.49 * next)).toBe(0x3c00);
  expect(halfBits(1 + 0.51 * next)).toBe(0x3c01);
  expect(halfBits(1 + 0.5 * next)).toBe(0x3c00);
  expect(halfBits(1 + 1.5 * next)).toBe(0x3c02);
  expect(halfBits(65519)).toBe(0x7bff);
  expect(halfBits(65520)).toBe(0x7c00);
});
