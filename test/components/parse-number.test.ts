import {describe, expect, it} from "vitest";
import {parseNumber} from "../../src/components/guess/parse-number.js";

describe("a guess as people type it", () => {
  it.each([
    ["23000", 23000],
    ["23,000", 23000],
    ["1,234,567.5", 1234567.5],
    ["2,5", 2.5],
    ["1.5k", 1500],
    ["3 000", 3000],
    ["1e3", 1000],
    ["10×", 10],
    [".5", 0.5],
    [" 161 ", 161],
  ])("reads %s as %d", (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(["", "many", "1.2.3", "12 apples", "-5"])("does not take %j for a number", (text) =>
    expect(parseNumber(text)).toBeNull(),
  );
});
