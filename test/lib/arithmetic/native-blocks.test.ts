import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {
  dequantize,
  quantize,
  readers,
  writers,
} from "../../../src/lib/arithmetic/weight-formats.js";
import {relativeError} from "../../../src/lib/arithmetic/quantize.js";
import {seeded} from "../formula/random-values.js";

// Native llama.cpp has quantized the same weights; scripts/golden/blocks.py says how.
interface Golden {
  seed: number;
  weights: number;
  formats: Record<string, {halves: number[]; written: string; read: string}>;
}
const golden = JSON.parse(readFileSync("test/golden/blocks.json", "utf8")) as Golden;

const random = seeded(golden.seed);
const exponent = (i: number): number => ((i >> 4) % 11) + ((i >> 8) % 3);
const weights = Float32Array.from({length: golden.weights}, (_, i) => {
  const bell = random() + random() + random() - 1.5;
  return i < 16 ? 0 : i < 32 ? Math.abs(bell) : bell * 2 ** -exponent(i);
});

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

// Q4_K is written by a simpler rule than llama.cpp's (see quantize.ts).
const written = Object.entries(writers).filter(
  ([format]) => format in golden.formats && format !== "Q4_K",
);
const read = Object.entries(readers).filter(([format]) => format in golden.formats);

describe("native llama.cpp", () => {
  it.each(written)("writes the same bytes in %s", (format, writer) => {
    expect(sha256(quantize(weights, writer))).toBe(golden.formats[format]!.written);
  });

  it.each(read)("reads the same weights from any bytes in %s", (format, reader) => {
    const {halves, read} = golden.formats[format]!;
    const random = seeded(2);
    const bytes = (golden.weights / reader.weights) * reader.bytes;
    const blocks = Uint8Array.from({length: bytes}, () => 256 * random());
    for (let block = 0; block < bytes; block += reader.bytes) {
      for (const half of halves) blocks[block + half + 1]! &= 0xbf; // finite
    }
    expect(sha256(new Uint8Array(dequantize(blocks, reader).buffer))).toBe(read);
  });
});

describe("a quantizer", () => {
  it("loses less the more bits it takes", () => {
    const alike = weights.map((weight, i) => weight * 2 ** exponent(i));
    const order = ["Q2_K", "Q3_K", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "BF16", "F16"] as const;
    const errors = order.map((format) =>
      relativeError(alike, dequantize(quantize(alike, writers[format]), readers[format])),
    );
    expect([...errors].sort((a, b) => b - a)).toEqual(errors);
  });

  it.each(Object.entries(writers))("of %s keeps zeros", (_, writer) => {
    const zeros = new Float32Array(writer.weights);
    expect(writer.read(writer.write(zeros)).every((weight) => weight === 0)).toBe(true);
  });
});

describe("16-bit floats", () => {
  it("are exact where 16 bits suffice, and round to the nearest, ties to even", () => {
    for (const [value, bits] of [
      [1, 0x3f80],
      [1 + 2 ** -8, 0x3f80], // halfway between 1 and 1 + 2^-7
      [1 + 3 * 2 ** -8, 0x3f82],
      [-2.5, 0xc020],
      [Infinity, 0x7f80],
    ] as const) {
      const block = writers.BF16.write([value]);
      expect(block[0]! | (block[1]! << 8)).toBe(bits);
    }
    expect(writers.BF16.read(writers.BF16.write([NaN]))).toEqual(Float32Array.of(NaN));
    expect(writers.F16.read(writers.F16.write([0.1]))[0]).toBe(0.0999755859375);
    expect(writers.F32.read(writers.F32.write([0.1]))[0]).toBe(Math.fround(0.1));
  });
});
