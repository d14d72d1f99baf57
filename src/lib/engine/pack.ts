import {quantizers} from "../arithmetic/quantize.js";
import type {TensorFormat} from "./formats.js";
import type {Kernels} from "./kernels.js";
import type {Matrix} from "./weights.js";

export const stub: {memory?: WebAssembly.Memory} = {};
export function packedBytes(format: TensorFormat, rows: number, columns: number): number {
  return rows * rowBytes(format, columns);
}
function rowBytes(format: TensorFormat, columns: number): number {
  if (format === "F32") return 4 * columns;
  if (format === "Q8_0" || format === "Q4_0") {
    return (columns / 32) * quantizers[format].bytes;
  }
  throw new Error(format);
}
export function pack(
  kernels: Kernels,
  format: TensorFormat,
  target: number,
  rows: number,
  columns: number,
  rowFrom: number,
  rowCount: number,
  raw: number,
): void {
  void kernels;
  void rows;
  const all = new Uint8Array(stub.memory!.buffer);
  const n = rowBytes(format, columns);
  all.set(all.subarray(raw, raw + rowCount * n), target + rowFrom * n);
}
export function unpackRow(kernels: Kernels, matrix: Matrix, row: number, out: number): void {
  void kernels;
  const {format, columns, pointer} = matrix;
  const n = rowBytes(format, columns);
  const to = new Float32Array(stub.memory!.buffer, out, columns);
  const at = pointer + row * n;
  if (format === "F32") to.set(new Float32Array(stub.memory!.buffer, at, columns));
  else {
    const {bytes, read} = quantizers[format as "Q8_0"];
    const raw = new Uint8Array(stub.memory!.buffer, at, n);
    for (let b = 0; b * bytes < n; b++)
      to.set(read(raw.subarray(b * bytes, (b + 1) * bytes)), b * 32);
  }
}
