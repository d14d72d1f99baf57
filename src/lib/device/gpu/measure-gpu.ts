import type {GpuReport, Spread} from "../report.js";
import {spreadOf} from "../statistics.js";
import {benchOf, outOfMemory, type Bench, type Kernel} from "./bench.js";
import {GpuError} from "./error.js";
import {
  fillShader,
  flopPerRound,
  groupSize,
  multipliedSum,
  multiplyShader,
  readBuffers,
  readShader,
  wordFactor,
} from "./shaders.js";
import type {Gpu, GpuAdapter, GpuBuffer, GpuDevice} from "./webgpu.js";

export interface MeasureGpuOptions {
  /** Seconds; finer than a hundredth of a sample. */
  clock: () => number;
  signal?: AbortSignal | undefined;
  /** From 0 to 1. */
  onProgress?: (fraction: number) => void;
  /** Samples of each thing. Five unless told. */
  samples?: number;
}

/** A sample takes at least so long: a hundred times what timestamps are rounded to. Seconds. */
const sampleSeconds = 0.02;
const warmSeconds = 0.1; // a processor that has slept runs slowly at first
/** Of each buffer that is read; half of what every adapter binds. Together they fit no cache. */
const bufferBytes = 1 << 26;
const leastBufferBytes = 1 << 22;
/** All of a processor's lanes are busy with so many, and each goes through all buffers. */
const readGroups = 256;
/** More than run at once, so that the last ones to end do not count. */
const multiplyGroups = 2048;

/**
 * Measures a graphics processor as WebGPU reaches it: how fast it reads buffers that fit no cache,
 * and how many multiply-adds it does in a second. It takes about a second.
 *
 * @param gpu navigator.gpu, where there is one
 * @throws GpuError with a sentence that says why not, or the signal's reason.
 */
export async function measureGpu(
  gpu: Gpu | undefined,
  {clock, signal, onProgress, samples = 5}: MeasureGpuOptions,
): Promise<GpuReport> {
  signal?.throwIfAborted();
  const adapter = await adapterOf(gpu);
  const features = ["timestamp-query", "shader-f16"].filter((name) => adapter.features.has(name));
  const device = await deviceOf(adapter, features);
  try {
    const hasTimestamps = features.includes("timestamp-query");
    const bench = benchOf({device, hasTimestamps, clock, signal});
    const types = features.includes("shader-f16") ? (["f32", "f16"] as const) : (["f32"] as const);
    const parts = 1 + types.length;
    const progressFrom = (part: number) => (fraction: number) =>
      onProgress?.((part + fraction) / parts);

    const buffers = await filledBuffers(bench, device);
    const bytes = buffers.length * buffers[0]!.size;
    const reading = await readKernel(bench, buffers);
    const read = await sampled(reading, samples, progressFrom(0));
    for (const buffer of buffers) buffer.destroy();

    const rates: Spread[] = [];
    for (const [i, type] of types.entries()) {
      const multiplying = await multiplyKernel(bench, type);
      const flop = groupSize * multiplyGroups * flopPerRound;
      const rounds = await sampled(multiplying, samples, progressFrom(1 + i));
      rates.push(spreadOf(rounds.map((perSecond) => perSecond * flop)));
    }
    const [fp32, fp16] = rates;
    return {
      adapter: nameOf(adapter),
      software: isSoftware(adapter),
      bytes,
      bandwidth: spreadOf(read.map((perSecond) => perSecond * bytes)),
      fp32: fp32!,
      ...(fp16 !== undefined && {fp16}),
    };
  } catch (error) {
    if (error instanceof GpuError || signal?.aborted === true) throw error;
    throw new GpuError("failed", `The graphics processor could not be measured: ${String(error)}`, {
      cause: error,
    });
  } finally {
    device.destroy();
  }
}

async function adapterOf(gpu: Gpu | undefined): Promise<GpuAdapter> {
  if (gpu === undefined) {
    throw new GpuError(
      "not offered",
      "This browser does not let pages use the graphics processor: it has no WebGPU, or not for this page.",
    );
  }
  const adapter = await gpu.requestAdapter({powerPreference: "high-performance"});
  if (adapter !== null) return adapter;
  throw new GpuError(
    "no adapter",
    "The browser has WebGPU, but found no graphics processor that it trusts with it.",
  );
}

async function deviceOf(
  adapter: GpuAdapter,
  requiredFeatures: readonly string[],
): Promise<GpuDevice> {
  try {
    return await adapter.requestDevice({requiredFeatures});
  } catch (error) {
    throw new GpuError("no device", "The browser did not open the graphics processor.", {
      cause: error,
    });
  }
}

/** e.g. "nvidia ada-lovelace"; browsers tell as little as they can. */
function nameOf({info}: GpuAdapter): string {
  const told = [info?.description || info?.device || info?.vendor, info?.architecture];
  return told.filter((part) => part !== undefined && part !== "").join(" ");
}

function isSoftware({info, isFallbackAdapter}: GpuAdapter): boolean {
  if (info?.isFallbackAdapter ?? isFallbackAdapter) return true;
  const told = `${info?.architecture} ${info?.description} ${info?.device}`;
  return /swiftshader|llvmpipe|lavapipe|basic render/i.test(told);
}

/** As many bytes as there is memory for, up to what is wanted. */
async function filledBuffers(bench: Bench, device: GpuDevice): Promise<GpuBuffer[]> {
  const {maxStorageBufferBindingSize, maxBufferSize} = device.limits;
  let bytes = bufferBytes;
  while (bytes > Math.min(maxStorageBufferBindingSize, maxBufferSize)) bytes /= 2;
  for (; bytes >= leastBufferBytes; bytes /= 2) {
    const buffers: GpuBuffer[] = [];
    for (let i = 0; i < readBuffers; i++) {
      const buffer = await bench.storage(bytes);
      if (buffer !== undefined) buffers.push(buffer);
    }
    if (buffers.length === readBuffers) {
      for (const buffer of buffers) await bench.fill(buffer, fillShader);
      return buffers;
    }
    for (const buffer of buffers) buffer.destroy();
  }
  throw outOfMemory();
}

async function readKernel(bench: Bench, inputs: readonly GpuBuffer[]): Promise<Kernel> {
  const kernel = await bench.kernel({
    code: readShader,
    entryPoint: "readAll",
    groups: readGroups,
    inputs,
  });
  await kernel.run(1);
  const sum = (await kernel.results()).reduce((total, part) => (total + part) >>> 0, 0);
  const words = inputs[0]!.size / 4;
  if (sum !== sumOfWords(words, inputs.length)) throw wrongResult();
  return kernel;
}

/** Σ i · wordFactor over all words of all buffers, modulo 2³². */
function sumOfWords(words: number, buffers: number): number {
  const [n, factor] = [BigInt(words), BigInt(wordFactor)];
  return Number(BigInt.asUintN(32, ((n * (n - 1n)) / 2n) * factor * BigInt(buffers)));
}

async function multiplyKernel(bench: Bench, type: "f32" | "f16"): Promise<Kernel> {
  const kernel = await bench.kernel({
    code: multiplyShader(type),
    entryPoint: "multiply",
    groups: multiplyGroups,
  });
  await kernel.run(2); // 32 steps: what it began with is halved away
  const sums = new Float32Array((await kernel.results()).buffer);
  if (!sums.every((sum) => Math.abs(sum - multipliedSum) < 0.1)) throw wrongResult();
  return kernel;
}

function wrongResult(): GpuError {
  return new GpuError(
    "wrong result",
    "The graphics processor gave a wrong result, so its times are not believed.",
  );
}

/** Rounds in a second, several times, after a warm-up in which the length of a sample is found. */
async function sampled(
  kernel: Kernel,
  samples: number,
  onProgress: (fraction: number) => void,
): Promise<number[]> {
  let [rounds, seconds, warm] = [1, 0, 0];
  while (seconds < sampleSeconds || warm < warmSeconds) {
    seconds = await kernel.run(rounds);
    warm += seconds;
    if (seconds < sampleSeconds) {
      const missing = (1.2 * sampleSeconds) / Math.max(seconds, 1e-6);
      // A single step is not trusted far: the first times are much too long or short.
      rounds = Math.min(Math.ceil(rounds * Math.min(Math.max(missing, 1.1), 8)), 1 << 24);
    }
  }
  const rates: number[] = [];
  for (let i = 0; i < samples; i++) {
    rates.push(rounds / (await kernel.run(rounds)));
    onProgress((i + 1) / samples);
  }
  return rates;
}
