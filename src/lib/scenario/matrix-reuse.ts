import type {Architecture} from "../arithmetic/architecture.js";
import {tensorGroups, type TensorGroup} from "../arithmetic/parameters.js";
import {
  arithmeticIntensity,
  computeSeconds,
  matrixVectorFlops,
  memorySeconds,
} from "../arithmetic/simple-law.js";
import type {View} from "./view.js";

/** What one matrix of the model costs in a step of B readers: it is read once and used B times. */
export interface MatrixReuse {
  rows: number;
  columns: number;
  /** Readers at once, B. */
  batch: number;
  /** Bytes that arrive, once for all readers: m n b. */
  bytes: number;
  /** FLOP for all readers: 2 m n B. */
  flops: number;
  /** FLOP for each byte that arrives: 2 B / b. */
  intensity: number;
  /** FLOP that the machine could do while a byte arrives: F / W. */
  ridge: number;
  /** Seconds in which the bytes arrive, and seconds that the operations take. */
  memorySeconds: number;
  computeSeconds: number;
}

export function matrixReuse({model, scenario, simple}: View): MatrixReuse {
  const {rows, columns} = sharedMatrix(model.architecture);
  const {batch} = scenario;
  const inputs = {...simple, parameters: rows * columns};
  return {
    rows,
    columns,
    batch,
    bytes: rows * columns * simple.bytesPerWeight,
    flops: batch * matrixVectorFlops({rows, columns}),
    intensity: arithmeticIntensity(inputs),
    ridge: simple.ridge,
    memorySeconds: memorySeconds(inputs),
    computeSeconds: computeSeconds(inputs),
  };
}

/**
 * The largest matrix of a layer that every reader's token goes through: of a LLaMA the one into the
 * feed-forward block. An expert's matrix is none, because it serves only those who chose it.
 */
function sharedMatrix(architecture: Architecture): TensorGroup {
  const shared = tensorGroups(architecture).filter(
    ({kind, part, copies, activeCopies}) =>
      kind === "matrix" &&
      (part === "attention" || part === "feedForward") &&
      activeCopies === copies,
  );
  const size = ({rows, columns}: TensorGroup): number => rows * columns;
  return shared.reduce((largest, each) => (size(each) > size(largest) ? each : largest));
}
