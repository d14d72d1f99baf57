// The laboratory for pages, as one module: see src/embed/v1/laboratory.js.ts.

import {relaxedSimd, simd as plainSimd} from "wasm-feature-detect";
import type {DeviceReport} from "../../lib/catalog/device-report.js";
import {clockOf} from "../../lib/device/clock.js";
import {GpuError} from "../../lib/device/gpu/error.js";
import {measureGpu} from "../../lib/device/gpu/measure-gpu.js";
import type {Gpu} from "../../lib/device/gpu/webgpu.js";
import {
  measureDevice as measure,
  type GpuOutcome,
  type MeasureDeviceOptions,
} from "../../lib/device/measure-device.js";
import type {LoadModel, Simd} from "../../lib/engine/api.js";
import {EngineError} from "../../lib/engine/error.js";
import {compileFor} from "../../lib/engine/kernels.js";
import {browserName} from "./browser-name.js";
import {unpacked} from "../unpacked.js";

export type * from "../../lib/catalog/device-report.js";
export type {GpuOutcome, MeasureDeviceOptions} from "../../lib/device/measure-device.js";
export type {MeasuringProgress, MeasuringStep} from "../../lib/device/progress.js";
export {syntheticModel} from "../../lib/device/synthetic.js";
import {sharesMemory} from "../../lib/engine/shares-memory.js";

/** The worker's script, and both builds of the kernels: put in by the bundler. */
declare const workerText: string;
declare const kernelTexts: Readonly<Record<Simd, string>>;

/**
 * Measures the reader's machine: see src/lib/device/measure-device.ts. The engine beside this
 * module runs the models.
 *
 * @throws EngineError where the browser has no SIMD, and the signal's reason if it aborts.
 */
export async function measureDevice(
  options: Omit<MeasureDeviceOptions, "gpu"> = {},
): Promise<DeviceReport> {
  const simd = await bestSimd();
  const kernels = await compileFor(await unpacked(kernelTexts[simd]), false);
  const address = URL.createObjectURL(new Blob([workerText], {type: "text/javascript"}));
  try {
    return await measure(
      {
        startWorker: () => new Worker(address),
        kernels,
        simd,
        loadModel: await engineBeside(),
        browser: browserName(navigator),
        cores: navigator.hardwareConcurrency || 1,
        isolated: sharesMemory(),
        performance,
        isHidden: () => document.hidden,
        onVisibilityChange: (listener, signal) =>
          document.addEventListener("visibilitychange", listener, {signal}),
      },
      {...options, gpu: ({signal}) => gpuOutcome(signal)},
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A machine whose graphics processor cannot be measured is measured without it. */
async function gpuOutcome(signal: AbortSignal | undefined): Promise<GpuOutcome> {
  const {gpu} = navigator as {gpu?: Gpu};
  try {
    return {gpu: await measureGpu(gpu, {clock: clockOf(performance), signal})};
  } catch (error) {
    if (error instanceof GpuError) return {gpuProblem: error.problem};
    throw error;
  }
}

async function bestSimd(): Promise<Simd> {
  if (await relaxedSimd()) return "relaxed";
  if (await plainSimd()) return "plain";
  throw new EngineError(
    "no SIMD",
    "This browser cannot calculate with several numbers at once (WebAssembly SIMD), which every browser of the last years can.",
  );
}

async function engineBeside(): Promise<LoadModel> {
  const address = new URL("engine.js", import.meta.url).href;
  const {loadModel} = (await import(address)) as {loadModel: LoadModel};
  return loadModel;
}
