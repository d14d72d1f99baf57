import {beforeAll, describe, expect, it} from "vitest";
import {compileKernels} from "../../../scripts/site/kernels.js";
import {measuredFormats, phases} from "../../../src/lib/catalog/device-report.js";
import {readLoop} from "../../../src/lib/device/ladder.js";
import {multiplyBytes, multiplyLoop} from "../../../src/lib/device/multiply.js";
import {
  compileFor,
  createMemory,
  instantiateKernels,
  type Kernels,
} from "../../../src/lib/engine/kernels.js";

const firstByte = 65_536;
let memory: WebAssembly.Memory;
let kernels: Kernels;

beforeAll(async () => {
  memory = createMemory(2 ** 22, false);
  const module = await compileFor(await compileKernels("plain"), false);
  kernels = await instantiateKernels(module, memory);
});

/** Σ of 32-bit numbers, in 32 bits. */
function plainSum(numbers: Int32Array, times: number): number {
  let sum = 0;
  for (let time = 0; time < times; time++) for (const number of numbers) sum = (sum + number) | 0;
  return sum;
}

describe("the kernel that reads", () => {
  it.each([
    [512, 1],
    [1024, 3],
    [4096, 2],
    [65_536, 1],
  ])("adds up all of %i bytes, %i times", (bytes, times) => {
    const numbers = new Int32Array(memory.buffer, firstByte, bytes / 4);
    for (let i = 0; i < numbers.length; i++) numbers[i] = Math.imul(i + 1, 2_654_435_761);
    expect(kernels.read(firstByte, bytes, times)).toBe(plainSum(numbers, times));
    numbers[numbers.length - 1]! += 7; // the last one counts
    expect(kernels.read(firstByte, bytes, times)).toBe(plainSum(numbers, times));
  });

  it("reads every byte of a working set in as many turns as it has pieces", () => {
    const totalBytes = 2 ** 21;
    const words = new Int32Array(memory.buffer, firstByte, totalBytes / 4);
    words.fill(0);
    for (const place of [0, words.length / 2 - 1, words.length / 2, words.length - 1]) {
      words[place] = 1;
    }
    const loop = readLoop(kernels, firstByte, {totalBytes, workers: 1});
    expect([loop.turn(), loop.turn(), loop.turn()]).toEqual([2, 2, 2]);
  });
});

describe("the engine's inner loops", () => {
  for (const format of measuredFormats) {
    for (const phase of phases) {
      it(`multiply by themselves: ${format} ${phase}`, () => {
        const loop = multiplyLoop(kernels, memory, firstByte, {format, phase});
        const first = loop.turn();
        expect(first).not.toBe(0);
        expect(loop.turn()).toBe(first);
        const rows = {F32: 16, Q8_0: 56, Q4_0: 112}[format];
        expect(loop.amount).toBe(16 * 2 * rows * 256 * (phase === "decode" ? 1 : 64));
      });
    }
  }

  it("stay in the room that is kept for them", () => {
    const bytes = new Uint8Array(memory.buffer);
    for (const format of measuredFormats) {
      for (const phase of phases) {
        bytes.fill(77, firstByte + multiplyBytes);
        multiplyLoop(kernels, memory, firstByte, {format, phase}).turn();
        expect(bytes.subarray(firstByte + multiplyBytes).every((byte) => byte === 77)).toBe(true);
      }
    }
  });
});
