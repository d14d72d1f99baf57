import {GpuError} from "./error.js";
import {groupSize} from "./shaders.js";
import {
  bufferUsage,
  mapRead,
  type GpuBuffer,
  type GpuDevice,
  type GpuPipeline,
  type GpuQuerySet,
} from "./webgpu.js";

/** A kernel that can be run for as many rounds as a sample should have. */
export interface Kernel {
  /** Seconds that so many rounds took. */
  run(rounds: number): Promise<number>;
  /** What each invocation wrote at last. */
  results(): Promise<Uint32Array>;
}

/** A device with what all kernels share. */
export interface Bench {
  kernel(options: {
    code: string;
    entryPoint: string;
    groups: number;
    inputs?: readonly GpuBuffer[];
  }): Promise<Kernel>;
  storage(bytes: number): Promise<GpuBuffer | undefined>;
  fill(buffer: GpuBuffer, code: string): Promise<void>;
  /** Waits, but not for a device that is lost, nor after the reader has cancelled. */
  wait<Value>(promise: Promise<Value>): Promise<Value>;
}

/**
 * Browsers round timestamps, to 65 or 100 µs, and some adapters give ones that stand still: they
 * are believed only where the clock outside does not contradict them.
 */
export const leastOfWall = 0.5;

export interface BenchOptions {
  device: GpuDevice;
  hasTimestamps: boolean;
  /** Seconds. */
  clock: () => number;
  signal?: AbortSignal | undefined;
}

export function benchOf({device, hasTimestamps, clock, signal}: BenchOptions): Bench {
  const wait = waiter(device, signal);
  const timestamps = hasTimestamps ? timestampsOf(device) : undefined;

  const pipelineOf = async (code: string, entryPoint: string): Promise<GpuPipeline> => {
    const module = device.createShaderModule({code});
    return wait(device.createComputePipelineAsync({layout: "auto", compute: {module, entryPoint}}));
  };
  const storage: Bench["storage"] = async (bytes) => {
    device.pushErrorScope("out-of-memory");
    const usage = bufferUsage.storage | bufferUsage.copySource;
    const buffer = device.createBuffer({size: bytes, usage});
    const error = await wait(device.popErrorScope());
    return error === null ? buffer : undefined;
  };

  return {
    wait,
    storage,
    async fill(buffer, code) {
      const pipeline = await pipelineOf(code, "fill");
      const group = device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: [{binding: 0, resource: {buffer}}],
      });
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(256);
      pass.end();
      device.queue.submit([encoder.finish()]);
      await wait(device.queue.onSubmittedWorkDone());
    },
    async kernel({code, entryPoint, groups, inputs = []}) {
      const pipeline = await pipelineOf(code, entryPoint);
      const parameters = device.createBuffer({
        size: 16,
        usage: bufferUsage.uniform | bufferUsage.copyTarget,
      });
      const results = await storage(4 * groupSize * groups);
      if (results === undefined) throw outOfMemory();
      const group = device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: [parameters, results, ...inputs].map((buffer, binding) => ({
          binding,
          resource: {buffer},
        })),
      });
      return {
        async run(rounds) {
          device.queue.writeBuffer(parameters, 0, parametersOf(rounds));
          await wait(device.queue.onSubmittedWorkDone());
          const encoder = device.createCommandEncoder();
          const pass = encoder.beginComputePass(timestamps?.pass);
          pass.setPipeline(pipeline);
          pass.setBindGroup(0, group);
          pass.dispatchWorkgroups(groups);
          pass.end();
          timestamps?.resolve(encoder);
          const begin = clock();
          device.queue.submit([encoder.finish()]);
          await wait(device.queue.onSubmittedWorkDone());
          const wall = clock() - begin;
          const own = timestamps === undefined ? 0 : await wait(timestamps.seconds());
          return own <= wall && own >= leastOfWall * wall ? own : wall;
        },
        results: () => wait(contentOf(device, results)).then((bytes) => new Uint32Array(bytes)),
      };
    },
  };
}

export function outOfMemory(): GpuError {
  return new GpuError("out of memory", "The graphics processor has no memory left to measure in.");
}

/** rounds, and the two numbers of x ← 0.5 x + 1 */
function parametersOf(rounds: number): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array([rounds, 0, 0, 0]);
  new Float32Array(words.buffer).set([0.5, 1], 1);
  return words;
}

function waiter(device: GpuDevice, signal: AbortSignal | undefined): Bench["wait"] {
  const gone = device.lost.then(({message}): never => {
    const what = message === "" ? "" : ` (${message})`;
    throw new GpuError("lost", `The graphics processor was lost in the middle${what}.`);
  });
  gone.catch(() => {}); // also at the end, when the device is destroyed
  const cancelled = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason as Error), {once: true});
  });
  cancelled.catch(() => {});
  return (promise) => {
    signal?.throwIfAborted();
    return Promise.race([promise, gone, cancelled]);
  };
}

function timestampsOf(device: GpuDevice) {
  const querySet: GpuQuerySet = device.createQuerySet({type: "timestamp", count: 2});
  const usage = bufferUsage.queryResolve | bufferUsage.copySource;
  const resolved = device.createBuffer({size: 16, usage});
  const timestampWrites = {querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1};
  return {
    pass: {timestampWrites},
    resolve: (encoder: ReturnType<GpuDevice["createCommandEncoder"]>) =>
      encoder.resolveQuerySet(querySet, 0, 2, resolved, 0),
    /** Between the two that were resolved last. */
    async seconds(): Promise<number> {
      const [begin, end] = new BigUint64Array(await contentOf(device, resolved)); // ns
      return Number(end! - begin!) / 1e9;
    },
  };
}

async function contentOf(device: GpuDevice, buffer: GpuBuffer): Promise<ArrayBuffer> {
  const copy = device.createBuffer({
    size: buffer.size,
    usage: bufferUsage.mapRead | bufferUsage.copyTarget,
  });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(buffer, 0, copy, 0, buffer.size);
  device.queue.submit([encoder.finish()]);
  await copy.mapAsync(mapRead);
  const content = copy.getMappedRange().slice(0);
  copy.destroy();
  return content;
}
