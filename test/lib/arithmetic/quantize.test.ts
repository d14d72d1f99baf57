import {existsSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {tensorOf} from "../../../scripts/gguf.js";
import {formatNamed} from "../../../src/lib/arithmetic/precision.js";
import {
  quantizers,
  relativeError,
  roundToLevels,
  roundTrip,
  sixBitsOf,
} from "../../../src/lib/arithmetic/quantize.js";
import {fableColumns, fableRows} from "../../../src/lib/scenario/fable-rows.js";
import {seeded} from "../formula/random-values.js";

const random = seeded(7);
const block = (count: number): number[] => Array.from({length: count}, () => random() - 0.4);

describe("a block", () => {
  it.each(Object.entries(quantizers))("of %s is as long as its layout says", (name, quantizer) => {
    const format = formatNamed(name);
    expect(8 * quantizer.bytes).toBe(format.bitsPerWeight * quantizer.weights);
    expect(quantizer.write(block(quantizer.weights))).toHaveLength(quantizer.bytes);
  });

  it("of Q4_0 holds by hand what its rule says", () => {
    // The largest weight is −8 levels, so the scale is 0.5: 0x3800.
    const weights = Array.from({length: 32}, (_, i) => (i === 3 ? -4 : i === 20 ? 1.3 : 0));
    const bytes = quantizers.Q4_0.write(weights);
    expect([...bytes.subarray(0, 2)]).toEqual([0x00, 0x38]);
    expect(bytes[2 + 3]).toBe(0x80); // weight 3 is level 0, weight 19 is level 8: zero
    expect(bytes[2 + 4]).toBe(0xb8); // weight 4 is zero, weight 20 is level 11: 1.5
    expect(quantizers.Q4_0.read(bytes)[20]).toBe(1.5);
  });

  it("of Q8_0 rounds halves away from zero", () => {
    const weights = Array.from({length: 32}, (_, i) => (i === 0 ? 127 : i === 1 ? -2.5 : 0));
    expect([...quantizers.Q8_0.read(quantizers.Q8_0.write(weights))].slice(0, 2)).toEqual([
      127, -3,
    ]);
  });

  it("of zeros stays zero", () => {
    for (const {weights, write, read} of Object.values(quantizers)) {
      expect(read(write(new Float32Array(weights))).every((weight) => weight === 0)).toBe(true);
    }
  });

  it("of Q4_K keeps every group's scale and minimum in six bits of its own", () => {
    // Groups that differ: group k lies between −(k + 1) and 2 (k + 1).
    const weights = Array.from({length: 256}, (_, i) => {
      const size = (i >> 5) + 1;
      return (i & 31) === 0 ? -size : (i & 31) === 1 ? 2 * size : 0;
    });
    const bytes = quantizers.Q4_K.write(weights);
    for (let group = 0; group < 8; group++) {
      const expected = Math.round((63 * (group + 1)) / 8);
      expect(sixBitsOf(bytes, group)).toEqual([expected, expected]);
    }
    expect(relativeError(weights, quantizers.Q4_K.read(bytes))).toBeLessThan(0.05);
  });
});

describe("rounding", () => {
  it("to 4 bits is Q4_0", () => {
    const weights = block(640);
    expect([...roundToLevels(weights, 4)]).toEqual([...roundTrip(weights, quantizers.Q4_0)]);
  });

  it("loses half as much with every bit more", () => {
    const errors = [3, 4, 5, 6, 7].map((bits) =>
      relativeError(fableRows, roundToLevels(fableRows, bits)),
    );
    errors.slice(1).forEach((error, i) => {
      expect(errors[i]! / error).toBeGreaterThan(1.85);
      expect(errors[i]! / error).toBeLessThan(2.25);
    });
  });

  it("errs in a layer's output as much as in its weights, on average", () => {
    const rounded = roundTrip(fableRows, quantizers.Q4_0);
    let error = 0;
    let all = 0;
    for (let draw = 0; draw < 2000; draw++) {
      const input = Array.from({length: fableColumns}, () => random() - 0.5);
      const output = (weights: Float32Array, row: number): number =>
        input.reduce((sum, x, column) => sum + x * weights[row * fableColumns + column]!, 0);
      for (let row = 0; row < fableRows.length / fableColumns; row++) {
        error += (output(fableRows, row) - output(rounded, row)) ** 2;
        all += output(fableRows, row) ** 2;
      }
    }
    const expected = relativeError(fableRows, rounded);
    expect(Math.sqrt(error / all) / expected).toBeGreaterThan(0.96);
    expect(Math.sqrt(error / all) / expected).toBeLessThan(1.04);
  });
});

// The demo model, where it lies beside the notebook: FABLE=folder. Its files were written by
// another program, so that bytes can be held against bytes.
const folder = process.env["FABLE"] ?? "data/model";
const matrix = "blk.2.ffn_up.weight";

describe.skipIf(!existsSync(`${folder}/fable-f32.gguf`))("the demo model's files", () => {
  const bytesIn = async (format: string) =>
    (await tensorOf(`${folder}/fable-${format}.gguf`, matrix)).bytes;
  const weights = async () => new Float32Array((await bytesIn("f32")).buffer);

  it.each(["Q4_0", "Q8_0"] as const)("in %s are ours, byte for byte", async (name) => {
    const all = await weights();
    const {weights: count, bytes, write} = quantizers[name];
    const theirs = await bytesIn(name.toLowerCase());
    for (let i = 0; i < all.length / count; i++) {
      const ours = write(all.subarray(i * count, (i + 1) * count));
      expect([...ours], `block ${i}`).toEqual([...theirs.subarray(i * bytes, (i + 1) * bytes)]);
    }
  });

  it("err as a whole as the few rows that the chapter shows", async () => {
    const all = await weights();
    const whole = relativeError(all, roundTrip(all, quantizers.Q4_0));
    const shown = relativeError(fableRows, roundTrip(fableRows, quantizers.Q4_0));
    expect(shown / whole).toBeGreaterThan(0.97);
    expect(shown / whole).toBeLessThan(1.03);
  });
});
