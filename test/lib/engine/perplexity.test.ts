import {describe, expect, it} from "vitest";
import {EngineError} from "../../../src/lib/engine/error.js";
import {logLikelihood, windowsOf} from "../../../src/lib/engine/perplexity.js";

const text = (length: number): number[] => Array.from({length}, (_, i) => i);
const lengths = (windows: ReturnType<typeof windowsOf>): number[] =>
  windows.map(({tokens}) => tokens.length);

describe("the windows of a text", () => {
  it("leave room for a begin token, and count after a quarter of the context", () => {
    const windows = windowsOf(text(1100), 512);
    expect(lengths(windows)).toEqual([511, 511]);
    expect(windows.map(({countFrom}) => countFrom)).toEqual([128, 128]);
    expect(windows.flatMap(({tokens}) => tokens)).toEqual(text(1022));
  });

  it("end with a shorter one if that has half of the context", () => {
    expect(lengths(windowsOf(text(511 + 256), 512))).toEqual([511, 256]);
    expect(lengths(windowsOf(text(511 + 255), 512))).toEqual([511]);
  });

  it("keep every token where all count", () => {
    expect(lengths(windowsOf(text(512), 512, 0))).toEqual([511, 1]);
  });

  it("are none for a text that is too short, which is said", () => {
    expect(() => windowsOf(text(255), 512)).toThrow(EngineError);
    expect(() => windowsOf(text(255), 512)).toThrow("it should have at least 256");
  });
});

describe("how likely a token was", () => {
  it("is the logarithm of its softmax", () => {
    const logits = Float32Array.of(1, 2, 4);
    const sum = Math.exp(1) + Math.exp(2) + Math.exp(4);
    expect(logLikelihood(logits, 1)).toBeCloseTo(Math.log(Math.exp(2) / sum), 6);
  });

  it("is a number where e to the logits is none", () => {
    expect(logLikelihood(Float32Array.of(1000, 1000), 0)).toBeCloseTo(Math.log(0.5), 6);
  });
});
