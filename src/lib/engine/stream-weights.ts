import type {ByteSource} from "../catalog/gguf/byte-source.js";
import type {GgufHeader} from "../catalog/gguf/header.js";
import {EngineError} from "./error.js";
import type {FileMatrix, FileVector} from "./find-tensors.js";
import type {Kernels} from "./kernels.js";
import {pack} from "./pack.js";
import {rowsOfGroup, type MemoryPlan} from "./plan.js";
import {sized} from "./sizes.js";
import type {Matrix} from "./weights.js";

export interface StreamOptions {
  signal?: AbortSignal;
  /** Called after each piece, with the bytes of the file that have been read so far. */
  onProgress?: (bytes: number) => void;
}

/**
 * Brings all tensors from the file into the engine's memory, in the order in which they lie in the
 * file. Pieces of whole rows go through the staging area, and are packed from there: besides the
 * packed weights, nothing is ever held but one piece.
 */
export async function streamWeights(
  source: ByteSource,
  {dataOffset}: Pick<GgufHeader, "dataOffset">,
  plan: MemoryPlan,
  kernels: Kernels,
  memory: WebAssembly.Memory,
  {signal, onProgress}: StreamOptions = {},
): Promise<void> {
  const bytes = new Uint8Array(memory.buffer);

  /** Copies bytes of the file to a place in the memory, in as many pieces as the source gives. */
  const fetchTo = async (target: number, from: number, length: number): Promise<void> => {
    for (let done = 0; done < length;) {
      signal?.throwIfAborted();
      const piece = await source.read(from + done, from + length, signal);
      if (piece.length === 0) throw cutOff(from + done);
      bytes.set(piece, target + done);
      done += piece.length;
    }
    onProgress?.(from + length);
  };

  const bringMatrix = async ({tensor, rows}: FileMatrix, to: Matrix): Promise<void> => {
    const rowBytes = tensor.bytes / rows;
    const groups = Math.floor(plan.stagingBytes / (rowBytes * rowsOfGroup));
    const most = Math.max(1, groups) * rowsOfGroup;
    for (let row = 0; row < rows; row += most) {
      const count = Math.min(most, rows - row);
      const from = dataOffset + tensor.offset + row * rowBytes;
      await fetchTo(plan.staging, from, count * rowBytes);
      pack(kernels, to.format, to.pointer, to.rows, to.columns, row, count, plan.staging);
    }
  };
  const bringVector = ({tensor}: FileVector, to: number): Promise<void> =>
    fetchTo(to, dataOffset + tensor.offset, tensor.bytes);

  const steps = [
    ...plan.matrices.map(({from, to}) => ({
      at: from.tensor.offset,
      run: () => bringMatrix(from, to),
    })),
    ...plan.vectors.map(({from, to}) => ({
      at: from.tensor.offset,
      run: () => bringVector(from, to),
    })),
  ];
  steps.sort((a, b) => a.at - b.at);
  for (const {run} of steps) await run();
  bytes.fill(0, plan.staging, plan.staging + plan.stagingBytes); // it is the workspace from now on
}

function cutOff(position: number): EngineError {
  return new EngineError(
    "cut off",
    `The file ends after ${sized(position)}, in the middle of its weights.`,
  );
}
