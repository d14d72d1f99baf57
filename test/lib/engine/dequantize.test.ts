import {describe, expect, it} from "vitest";
import {compileKernels} from "../../../scripts/site/kernels.js";
import {readers, dequantize} from "../../../src/lib/arithmetic/weight-formats.js";
import {tensorTypeNumber} from "../../../src/lib/catalog/gguf/tensor-types.js";
import {tensorFormats} from "../../../src/lib/engine/formats.js";
import {compileFor, createMemory, instantiateKernels} from "../../../src/lib/engine/kernels.js";
import {seeded} from "../formula/random-values.js";

const memory = createMemory(1 << 20, false);
const module = await compileFor(await compileKernels("plain"), false);
const kernels = await instantiateKernels(module, memory);

const blocksAt = 1 << 19;

/** What the kernel makes of some blocks. The place of a block is odd, as it may be in a file. */
function byKernel(format: string, blocks: Uint8Array, count: number): Float32Array {
  const place = blocksAt + 1;
  new Uint8Array(memory.buffer).set(blocks, place);
  const out = new Float32Array(memory.buffer, 0, count + 1).fill(123);
  expect(kernels.dequantize(tensorTypeNumber(format)!, 0, place, count)).toBe(1);
  expect(out[count], "one behind the last").toBe(123);
  return out.slice(0, count);
}

/** Bit by bit, but that one NaN is as good as another. */
function expectEqual(weights: Float32Array, expected: Float32Array): void {
  expect(weights).toHaveLength(expected.length);
  const differs = weights.findIndex((weight, i) => !Object.is(weight, expected[i]));
  expect(differs, `${weights[differs]} is not ${expected[differs]}`).toBe(-1);
}

describe("a kernel reads like the plain reference", () => {
  it.each(tensorFormats)("blocks of %s, whatever their bytes", (format) => {
    const {weights, bytes} = readers[format];
    const random = seeded(weights + bytes);
    // Single numbers in an odd count, so that those left over by vectors are read too.
    const blocks = weights === 1 ? 1003 : 64;
    const raw = Uint8Array.from({length: blocks * bytes}, () => 256 * random());
    expectEqual(byKernel(format, raw, blocks * weights), dequantize(raw, readers[format]));
  });

  it("every half that there is", () => {
    const raw = new Uint8Array(Uint16Array.from({length: 65536}, (_, i) => i).buffer);
    expectEqual(byKernel("F16", raw, 65536), dequantize(raw, readers.F16));
  });

  it("scales that are zero, subnormal, infinite or no number", () => {
    for (const half of [0x0000, 0x8000, 0x0001, 0x83ff, 0x7c00, 0xfc00, 0x7e01]) {
      const random = seeded(half);
      const raw = Uint8Array.from({length: 18}, () => 256 * random());
      raw.set([half & 255, half >> 8]);
      expectEqual(byKernel("Q4_0", raw, 32), dequantize(raw, readers.Q4_0));
    }
  });
});

it("a format that no tensor of the engine has is left alone", () => {
  expect(kernels.dequantize(tensorTypeNumber("IQ2_XS")!, 0, blocksAt, 256)).toBe(0);
});
