import type {LoadModel, Simd} from "../engine/api.js";
import {clockOf, sampleSeconds, type Clock} from "./clock.js";
import {Crew, type MeasuringWorker} from "./crew.js";
import {largestWorkingSet, shareBytes} from "./ladder.js";
import {modelJob, modelRuns, type ModelSeries} from "./model-series.js";
import {plans} from "./plan.js";
import {ProgressMeter, type Job, type MeasuringProgress} from "./progress.js";
import {measuredFormats, phases, type DeviceReport} from "./report.js";
import {kernelRates, laddersOf, samplingJobs, type Series} from "./series.js";
import {noiseWarnings} from "./warnings.js";

/** What the page gives the laboratory. */
export interface Laboratory {
  startWorker: () => MeasuringWorker;
  /** Compiled for a memory that is not shared. */
  kernels: WebAssembly.Module;
  simd: Simd;
  loadModel: LoadModel;
  /** As it names itself, e.g. "Chromium 156". */
  browser: string;
  /** Logical processors, as the browser tells. */
  cores: number;
  isolated: boolean;
  performance: Performance;
  /** Whether the page can be seen, and when that changes. */
  isHidden: () => boolean;
  onVisibilityChange: (listener: () => void, signal: AbortSignal) => void;
}

/** What a device report says of the graphics processor. */
export type GpuOutcome = Pick<DeviceReport, "gpu" | "gpuProblem">;

export interface MeasureDeviceOptions {
  mode?: DeviceReport["mode"];
  signal?: AbortSignal;
  onProgress?: (progress: MeasuringProgress) => void;
  /** Measures the graphics processor too, or says why it cannot. */
  gpu?: (options: {signal: AbortSignal | undefined}) => Promise<GpuOutcome>;
}

/**
 * Measures the machine that the page runs on: the bandwidth ladder, the engine's inner loops, and
 * models of random weights. Everything happens in workers; the page only waits.
 *
 * @throws the signal's reason if it aborts; all workers are stopped then.
 */
export async function measureDevice(
  laboratory: Laboratory,
  {mode = "quick", signal, onProgress, gpu}: MeasureDeviceOptions = {},
): Promise<DeviceReport> {
  signal?.throwIfAborted();
  const plan = plans[mode];
  const clock = clockOf(laboratory.performance);
  const begin = clock();
  const sight = watchSight(laboratory);
  const {crew, timerResolution} = await startCrew(laboratory, clock, signal);
  try {
    const workers = crew.count;
    const counts = [...new Set([1, workers])];
    const ladder = plan.workingSets.flatMap((totalBytes) =>
      counts.map((count): Series => ({
        task: {kind: "read", totalBytes, workers: count},
        workers: count,
        rounds: [],
      })),
    );
    const loops = measuredFormats.flatMap((format) =>
      phases.flatMap((phase) =>
        counts.map((count): Series => ({
          task: {kind: "multiply", format, phase},
          workers: count,
          rounds: [],
        })),
      ),
    );
    const threads = laboratory.isolated ? counts : [1]; // threads of a model share its memory
    const models = plan.models.flatMap((model) =>
      measuredFormats.flatMap((format) =>
        threads.map((count): ModelSeries => ({
          model,
          format,
          threads: count,
          prefill: [],
          decode: [],
        })),
      ),
    );
    let gpuOutcome: GpuOutcome = {};

    const length = sampleSeconds(timerResolution);
    const jobs: Job[] = [
      ...samplingJobs("bandwidth", ladder, {crew, plan, sampleSeconds: length}),
      ...samplingJobs("arithmetic", loops, {crew, plan, sampleSeconds: length}),
      {step: "models", seconds: 0, run: async () => crew.dispose()}, // makes room for them
      ...models.map((series) => modelJob(series, {laboratory, clock, signal})),
    ];
    if (gpu !== undefined) {
      const run = async () => void (gpuOutcome = await gpu({signal}));
      jobs.push({step: "gpu", seconds: 2, run});
    }
    const meter = new ProgressMeter(jobs, clock, onProgress);
    for (const job of jobs) {
      meter.begin(job);
      await job.run();
      signal?.throwIfAborted();
      meter.end(job);
    }

    return {
      version: 1,
      measuredOn: new Date(clock() * 1000).toISOString().slice(0, 10),
      mode,
      seconds: clock() - begin,
      browser: laboratory.browser,
      simd: laboratory.simd,
      cores: laboratory.cores,
      workers,
      isolated: laboratory.isolated,
      timerResolution,
      ladder: laddersOf(ladder),
      rates: kernelRates(loops),
      runs: modelRuns(models),
      ...gpuOutcome,
      warnings: [
        ...(sight.wasHidden() ? [{kind: "hidden"} as const] : []),
        ...(workers < laboratory.cores
          ? [{kind: "fewer workers", wanted: laboratory.cores} as const]
          : []),
        ...noiseWarnings({bandwidth: ladder, arithmetic: loops, models}),
      ],
    };
  } finally {
    crew.dispose();
    sight.stop();
  }
}

/** Remembers whether the page was out of sight for a while: browsers slow such pages down. */
function watchSight({isHidden, onVisibilityChange}: Laboratory) {
  const watching = new AbortController();
  let wasHidden = isHidden();
  onVisibilityChange(() => (wasHidden ||= isHidden()), watching.signal);
  return {wasHidden: () => wasHidden, stop: () => watching.abort()};
}

const mostWorkers = 64; // more read no faster, and each takes a moment to start

/**
 * A worker for each processor. The first one has memory for the largest working set, which it reads
 * alone as well; the others for their share of it.
 */
function startCrew(laboratory: Laboratory, clock: Clock, signal: AbortSignal | undefined) {
  const count = Math.min(laboratory.cores, mostWorkers);
  return Crew.start({
    count,
    startWorker: laboratory.startWorker,
    kernels: laboratory.kernels,
    bytesOf: (worker) => shareBytes(largestWorkingSet, worker === 0 ? 1 : count),
    clock,
    signal,
  });
}
