import {
  allTensors,
  type FileLayer,
  type FileMatrix,
  type FileTensors,
  type FileVector,
} from "./find-tensors.js";
import type {ModelMemory} from "./api.js";
import {EngineError} from "./error.js";
import {cacheBytes, workspaceBytes} from "./network.js";
import {packedBytes} from "./pack.js";
import type {NetworkShape} from "./shape.js";
import {sized} from "./sizes.js";
import {commandBytes} from "./team.js";
import type {LayerWeights, Matrix, Weights} from "./weights.js";

/** Where everything lies in the engine's memory. Places and sizes in bytes. */
export interface MemoryPlan {
  weights: Weights;
  matrices: readonly {from: FileMatrix; to: Matrix}[];
  vectors: readonly {from: FileVector; to: number}[];
  /** Room for one row of any matrix as 32-bit floats. */
  row: number;
  /** What the threads are told to do next; see team.ts. */
  command: number;
  workspace: number;
  /** Pieces of the file wait here to be packed, in the workspace, which nobody uses before. */
  staging: number;
  stagingBytes: number;
  totalBytes: number;
  memory: ModelMemory;
}

export interface PlanOptions {
  contextLength: number;
  threads: number;
  /** What rotations are slowed down by; see ropeScale. */
  ropeScale?: number;
}

/** Rows of a matrix are packed in groups of so many; only its last group may have fewer. */
export const rowsOfGroup = 16;

/** Before it, the kernels keep constants of their own. */
const firstByte = 1 << 14;

/** A page's memory for WebAssembly has addresses of 32 bits. */
const mostBytes = 65_535 * 65_536;

/**
 * Decides where tensors, cache and workspace lie, before the memory exists or a weight is fetched.
 *
 * @throws EngineError, with the sizes in its sentence, where all of it together has no room.
 */
export function planMemory(
  tensors: FileTensors,
  shape: NetworkShape,
  {contextLength, threads, ropeScale = 1}: PlanOptions,
): MemoryPlan {
  let end = firstByte;
  const reserve = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes) / 64) * 64;
    return at;
  };
  const matrices: {from: FileMatrix; to: Matrix}[] = [];
  const vectors: {from: FileVector; to: number}[] = [];
  const place = (from: FileMatrix): Matrix => {
    const {format, rows, columns} = from;
    const pointer = reserve(packedBytes(format, rows, columns));
    const to = {format, rows, columns, pointer};
    matrices.push({from, to});
    return to;
  };
  const placeVector = (from: FileVector): number => {
    const to = reserve(4 * from.length);
    vectors.push({from, to});
    return to;
  };
  const placeLayer = (layer: FileLayer): LayerWeights => ({
    ...mapped(layer.vectors, placeVector),
    ...mapped(layer.matrices, place),
  });

  const embedding = place(tensors.embedding);
  const weights: Weights = {
    embedding,
    layers: tensors.layers.map(placeLayer),
    outputNorm: placeVector(tensors.outputNorm),
    output: tensors.output ? place(tensors.output) : embedding,
    ...(tensors.ropeFactors
      ? {ropeFactors: placeVector(tensors.ropeFactors)}
      : ropeScale !== 1 && {ropeFactors: reserve(2 * shape.ropeDimensions)}),
  };
  const weightBytes = end - firstByte;
  const columns = Math.max(...matrices.map(({from}) => from.columns));
  const row = reserve(4 * columns);
  const command = reserve(commandBytes(contextLength));
  const needed = workspaceBytes(shape, {contextLength, threads});
  const stagingBytes = stagingFor(tensors);
  const workspace = reserve(Math.max(needed, stagingBytes));
  const cache = cacheBytes(shape, contextLength);
  const memory = {weights: weightBytes, cache, workspace: end - firstByte - weightBytes - cache};
  if (end > mostBytes) throw tooLarge(memory, contextLength);
  return {
    weights,
    matrices,
    vectors,
    row,
    command,
    workspace,
    staging: workspace,
    stagingBytes,
    totalBytes: end,
    memory,
  };
}

/** The same record with each of its values replaced. */
function mapped<From, To, R extends Partial<Record<string, From>>>(
  record: R,
  map: (value: From) => To,
): {[K in keyof R]: To} {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, map(value as From)]),
  ) as {[K in keyof R]: To};
}

/** A small part of the file, so that what waits does not weigh, but whole groups of rows. */
function stagingFor(tensors: FileTensors): number {
  const {matrices, vectors} = allTensors(tensors);
  const all = [...matrices, ...vectors].reduce((sum, {tensor}) => sum + tensor.bytes, 0);
  const groups = matrices.map(
    ({tensor, rows}) => (tensor.bytes / rows) * Math.min(rows, rowsOfGroup),
  );
  const wanted = Math.min(Math.max(all / 64, 1 << 15), 1 << 22);
  return Math.ceil(Math.max(wanted, ...groups, ...vectors.map(({tensor}) => tensor.bytes)));
}

function tooLarge({weights, cache, workspace}: ModelMemory, contextLength: number): EngineError {
  return new EngineError(
    "out of memory",
    `The model needs ${sized(weights + cache + workspace)} of memory: ${sized(weights)} for its weights, ${sized(cache)} for a context of ${contextLength} tokens, ${sized(workspace)} to calculate in. A page can have ${sized(mostBytes)} at most.`,
  );
}

/**
 * The memory that a plan asks for.
 *
 * @throws EngineError, with the sizes in its sentence, where the machine does not give so much.
 */
export function allocate(plan: MemoryPlan, create: (bytes: number) => WebAssembly.Memory) {
  try {
    return create(plan.totalBytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EngineError(
      "out of memory",
      `The browser does not give this page the ${sized(plan.totalBytes)} that the model needs: ${sized(plan.memory.weights)} for its weights, ${sized(plan.memory.cache)} for the context.`,
      {cause: error},
    );
  }
}
