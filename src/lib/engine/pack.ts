import {tensorType, tensorTypeNumber} from "../catalog/gguf/tensor-types.js";
import type {TensorFormat} from "./formats.js";
import type {DotMode, Kernels} from "./kernels.js";
import type {Matrix} from "./weights.js";

/** Rows that share a vector of a packed matrix. */
export const rowsOfGroup = 4;

/**
 * The formats that are packed (kernels/pack.ts): what a block of one row consists of. All others
 * stay as they are in the file, and are read block by block at each use.
 */
const layouts = {
  F32: {weights: 1, scaleBytes: 0, words: 1},
  Q8_0: {weights: 32, scaleBytes: 2, words: 8},
  Q4_0: {weights: 32, scaleBytes: 2, words: 4},
} as const;

export type PackedFormat = keyof typeof layouts;

export function isPacked(format: TensorFormat): format is PackedFormat {
  return format in layouts;
}

/** Bytes of a row in a file. */
export function rowBytes(format: TensorFormat, columns: number): number {
  const {blockWeights, blockBytes} = tensorType(tensorTypeNumber(format)!)!;
  return (columns / blockWeights) * blockBytes;
}

/** Bytes of a matrix in the engine's memory: as in the file, but rows come in fours. */
export function packedBytes(format: TensorFormat, rows: number, columns: number): number {
  const whole = isPacked(format) ? Math.ceil(rows / rowsOfGroup) * rowsOfGroup : rows;
  return whole * rowBytes(format, columns);
}

/**
 * Puts rows of a file in their places of a matrix. Where the last group has fewer than four rows, its
 * other lanes stay as they are: their sums are never stored.
 *
 * @param raw where they are, whole rows as in the file
 */
export function pack(
  kernels: Kernels,
  format: TensorFormat,
  target: number,
  _rows: number,
  columns: number,
  rowFrom: number,
  rowCount: number,
  raw: number,
): void {
  if (isPacked(format)) {
    const {weights, scaleBytes, words} = layouts[format];
    const flip = format === "Q8_0" ? byteOffset(kernels.dot) * 0x01010101 : 0;
    kernels.pack(target, raw, rowFrom, rowCount, columns / weights, words, scaleBytes, flip);
  } else {
    const bytes = rowBytes(format, columns);
    kernels.copy(target + rowFrom * bytes, raw, rowCount * bytes);
  }
}

/** One row of a matrix as 32-bit floats, at `out`. */
export function unpackRow(kernels: Kernels, matrix: Matrix, row: number, out: number): void {
  const {format, columns, pointer} = matrix;
  if (format === "F32") kernels.unpackF32(pointer, columns, row, out);
  else if (format === "Q8_0") {
    kernels.unpackQ8(pointer, columns / 32, row, byteOffset(kernels.dot), out);
  } else if (format === "Q4_0") kernels.unpackQ4(pointer, columns / 32, row, out);
  else {
    const at = pointer + row * rowBytes(format, columns);
    kernels.dequantize(tensorTypeNumber(format)!, out, at, columns);
  }
}

/**
 * What is added to 8-bit weights when they are packed: a machine that reads its second operand from
 * 0 to 255 gets the weights there, moved up by 128.
 */
export function byteOffset(dot: DotMode): number {
  return dot === "unsigned" ? 128 : 0;
}
