import {benchOf} from "../../src/lib/device/gpu/bench.js";
import {GpuError} from "../../src/lib/device/gpu/error.js";
import {measureGpu} from "../../src/lib/device/gpu/measure-gpu.js";
import {multiplyShader, readBuffers, readShader} from "../../src/lib/device/gpu/shaders.js";
import type {Gpu, GpuAdapter, GpuDevice} from "../../src/lib/device/gpu/webgpu.js";
import type {GpuReport} from "../../src/lib/device/report.js";

// Runs in the page: what the tests of graphics processors ask of it.

const {gpu} = navigator as {gpu?: Gpu};
const clock = (): number => performance.now() / 1000;

export async function measure(): Promise<{report: GpuReport; progress: number[]}> {
  const progress: number[] = [];
  const onProgress = (fraction: number): void => void progress.push(fraction);
  return {report: await measureGpu(gpu, {clock, onProgress}), progress};
}

/** How much longer two rounds take than one. */
export async function doubled(): Promise<{reading: number; multiplying: number}> {
  const adapter = (await gpu!.requestAdapter())!;
  const device = await adapter.requestDevice();
  const bench = benchOf({device, hasTimestamps: false, clock});
  const inputs = [];
  for (let i = 0; i < readBuffers; i++) inputs.push((await bench.storage(1 << 26))!);
  const reading = await bench.kernel({
    code: readShader,
    entryPoint: "readAll",
    groups: 256,
    inputs,
  });
  const code = multiplyShader("f32");
  const multiplying = await bench.kernel({code, entryPoint: "multiply", groups: 2048});
  const ratio = async (kernel: typeof reading, rounds: number): Promise<number> => {
    await kernel.run(rounds);
    let [once, twice] = [Infinity, Infinity];
    for (let i = 0; i < 4; i++) {
      once = Math.min(once, await kernel.run(rounds));
      twice = Math.min(twice, await kernel.run(2 * rounds));
    }
    return twice / once;
  };
  const ratios = {reading: await ratio(reading, 2), multiplying: await ratio(multiplying, 20)};
  device.destroy();
  return ratios;
}

export async function cancelled(): Promise<{reason: unknown; seconds: number}> {
  const cancelling = new AbortController();
  let begin = 0;
  const onProgress = (): void => {
    begin = clock();
    cancelling.abort("enough");
  };
  const reason = await measureGpu(gpu, {clock, signal: cancelling.signal, onProgress}).catch(
    (error: unknown) => error,
  );
  return {reason, seconds: clock() - begin};
}

/** A device that goes while it is measured, as when a driver starts anew. */
export function lost(): Promise<Told> {
  return toldBy(async () => {
    const {device, adapterLike} = await opened((real) => real);
    return measureGpu(adapterLike, {clock, onProgress: () => device().destroy()});
  });
}

/** With other steps through the buffers than those that are timed. */
export function reading(step: string): Promise<Told> {
  return toldBy(async () => {
    const {adapterLike} = await opened((device) => {
      const create = device.createShaderModule.bind(device);
      device.createShaderModule = ({code}) =>
        create({code: code.includes("fn read") ? code.replace("i += step", step) : code});
      return device;
    });
    return measureGpu(adapterLike, {clock});
  });
}

/** @param adapter undefined where the browser has no WebGPU, null where that finds nothing */
export function without(adapter: undefined | null): Promise<Told> {
  const none: Gpu = {requestAdapter: async () => null};
  return toldBy(() => measureGpu(adapter === undefined ? undefined : none, {clock}));
}

interface Told {
  problem: string;
  message: string;
}

async function toldBy(run: () => Promise<unknown>): Promise<Told> {
  try {
    await run();
  } catch (error) {
    if (error instanceof GpuError) return {problem: error.problem, message: error.message};
    return {problem: "another", message: String(error)};
  }
  return {problem: "none", message: ""};
}

/** The page's adapter, whose device can be changed before it is used. */
async function opened(change: (device: GpuDevice) => GpuDevice) {
  const adapter = (await gpu!.requestAdapter())!;
  let device: GpuDevice | undefined;
  const wrapped: GpuAdapter = {
    features: adapter.features,
    ...(adapter.info && {info: adapter.info}),
    requestDevice: async (options) => (device = change(await adapter.requestDevice(options))),
  };
  const adapterLike: Gpu = {requestAdapter: async () => wrapped};
  return {device: () => device!, adapterLike};
}
