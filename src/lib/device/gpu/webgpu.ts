/**
 * The parts of WebGPU that are used here: TypeScript's own library does not have them yet, and a
 * page gives what it has (navigator.gpu).
 *
 * Source: WebGPU, https://www.w3.org/TR/webgpu/
 */
export interface Gpu {
  requestAdapter(options?: {
    powerPreference?: "high-performance" | "low-power";
  }): Promise<GpuAdapter | null>;
}

export interface GpuAdapter {
  readonly features: {has(name: string): boolean};
  readonly info?: {
    readonly vendor: string;
    readonly architecture: string;
    readonly device: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
  /** Where it stood before it became a part of info. */
  readonly isFallbackAdapter?: boolean;
  requestDevice(options?: {requiredFeatures?: readonly string[]}): Promise<GpuDevice>;
}

export interface GpuDevice {
  readonly limits: {readonly maxStorageBufferBindingSize: number; readonly maxBufferSize: number};
  readonly lost: Promise<{readonly reason: string; readonly message: string}>;
  readonly queue: GpuQueue;
  createBuffer(options: {size: number; usage: number}): GpuBuffer;
  createShaderModule(options: {code: string}): GpuShaderModule;
  createComputePipelineAsync(options: {
    layout: "auto";
    compute: {module: GpuShaderModule; entryPoint: string};
  }): Promise<GpuPipeline>;
  createBindGroup(options: {
    layout: GpuLayout;
    entries: readonly {binding: number; resource: {buffer: GpuBuffer}}[];
  }): GpuBindGroup;
  createQuerySet(options: {type: "timestamp"; count: number}): GpuQuerySet;
  createCommandEncoder(): GpuCommandEncoder;
  pushErrorScope(filter: "validation" | "out-of-memory" | "internal"): void;
  popErrorScope(): Promise<{readonly message: string} | null>;
  destroy(): void;
}

export interface GpuQueue {
  submit(commands: readonly GpuCommands[]): void;
  writeBuffer(buffer: GpuBuffer, offset: number, data: Uint32Array<ArrayBuffer>): void;
  onSubmittedWorkDone(): Promise<unknown>;
}

export interface GpuBuffer {
  readonly size: number;
  mapAsync(mode: number): Promise<unknown>;
  getMappedRange(): ArrayBuffer;
  unmap(): void;
  destroy(): void;
}

export interface GpuCommandEncoder {
  beginComputePass(options?: {
    timestampWrites: {
      querySet: GpuQuerySet;
      beginningOfPassWriteIndex: number;
      endOfPassWriteIndex: number;
    };
  }): GpuPass;
  resolveQuerySet(
    set: GpuQuerySet,
    first: number,
    count: number,
    target: GpuBuffer,
    offset: number,
  ): void;
  copyBufferToBuffer(
    source: GpuBuffer,
    sourceOffset: number,
    target: GpuBuffer,
    targetOffset: number,
    bytes: number,
  ): void;
  finish(): GpuCommands;
}

export interface GpuPass {
  setPipeline(pipeline: GpuPipeline): void;
  setBindGroup(index: number, group: GpuBindGroup): void;
  dispatchWorkgroups(count: number): void;
  end(): void;
}

export interface GpuPipeline {
  getBindGroupLayout(index: number): GpuLayout;
}

/** Things that are only handed on. */
export type GpuShaderModule = object;
export type GpuLayout = object;
export type GpuBindGroup = object;
export type GpuQuerySet = object;
export type GpuCommands = object;

export const bufferUsage = {
  mapRead: 0x1,
  copySource: 0x4,
  copyTarget: 0x8,
  uniform: 0x40,
  storage: 0x80,
  queryResolve: 0x200,
} as const;

export const mapRead = 1;
