import {tensorTypeNumber} from "../catalog/gguf/tensor-types.js";
import type {TensorFormat} from "./formats.js";
import type {DotMode, Kernels, MatrixProduct, VectorProduct} from "./kernels.js";
import {byteOffset, isPacked, rowBytes, rowsOfGroup, type PackedFormat} from "./pack.js";
import type {Matrix} from "./weights.js";

/** How a product wants its activations: as they are, or in blocks of 8-bit numbers, in 1 or 2 bytes. */
export type ActivationKind = "floats" | "bytes" | "wide";

/** The kernel that multiplies a format on this machine. */
interface Way {
  kind: "bytes" | "wide";
  vector: VectorProduct;
  matrix: MatrixProduct;
}

/** Rows that a thread takes at a time: two groups, as many as a tile has. */
export const rowsOfPanel = 2 * rowsOfGroup;

/**
 * Products of matrices and activations for one of the threads that share the work: each takes a
 * range of rows.
 */
export class Multiplier {
  readonly #ways: Record<Exclude<PackedFormat, "F32">, Way>;

  constructor(
    private readonly kernels: Kernels,
    private readonly thread: number,
    private readonly threads: number,
    /** The thread's own; see panelNumbers. */
    private readonly scratch: number,
  ) {
    this.#ways = {Q8_0: wayOfQ8(kernels), Q4_0: wayOfQ4(kernels)};
  }

  kindFor(format: TensorFormat): ActivationKind {
    return format === "Q8_0" || format === "Q4_0" ? this.#ways[format].kind : "floats";
  }

  /**
   * Makes tokens `from` to `to` ready for products of a kind: four side by side, but a single token
   * (`tokens` is 1) on its own. Returns where they are: floats of a single token stay in place.
   *
   * @param x [token][columns]
   */
  prepare(
    kind: ActivationKind,
    x: number,
    columns: number,
    tokens: number,
    from: number,
    to: number,
    out: number,
  ): number {
    const {kernels} = this;
    const lanes = tokens === 1 ? 1 : 4;
    if (kind === "floats") {
      if (tokens === 1) return x;
      kernels.interleave(x, columns, from, to, out);
    } else {
      const quantize = kind === "bytes" ? kernels.quantizeBytes : kernels.quantizeWide;
      quantize(x, columns, from, to, lanes, out, byteOffset(kernels.dot));
    }
    return out;
  }

  /**
   * This thread's rows of out[token][row] = Σ matrix[row] · x[token], x as prepared for the
   * matrix's kind. With `add` it is added to what stands in `out`.
   */
  multiply(matrix: Matrix, x: number, tokens: number, out: number, add = false): void {
    const {kernels, scratch} = this;
    const {format, rows, columns, pointer} = matrix;
    const [fromRow, toRow] = this.rowsOf(rows);
    const from = fromRow / rowsOfGroup;
    const to = Math.ceil(toRow / rowsOfGroup);
    if (from >= to) return;
    if (!isPacked(format)) {
      this.#multiplyBlocks(matrix, x, tokens, out, add, fromRow, toRow);
    } else if (format === "F32") {
      if (tokens === 1) {
        kernels.vectorF32(pointer, columns, rows, from, to, x, out, add, scratch);
      } else {
        kernels.matrixF32(pointer, columns, rows, from, to, x, tokens, out, rows, add, scratch);
      }
    } else {
      const {vector, matrix: multiply} = this.#ways[format];
      const blocks = columns / 32;
      if (tokens === 1) vector(pointer, blocks, rows, from, to, x, out, add);
      else multiply(pointer, blocks, rows, from, to, x, tokens, out, rows, add, scratch);
    }
  }

  /** The rows of a matrix that are this thread's: whole panels, but for the last. */
  rowsOf(rows: number): [from: number, to: number] {
    const panels = Math.ceil(rows / rowsOfPanel);
    const at = (thread: number): number =>
      Math.min(rows, rowsOfPanel * Math.floor((panels * thread) / this.threads));
    return [at(this.thread), this.thread + 1 === this.threads ? rows : at(this.thread + 1)];
  }

  /** A matrix as it stands in the file: eight rows at a time become floats. */
  #multiplyBlocks(
    {format, rows, columns, pointer}: Matrix,
    x: number,
    tokens: number,
    out: number,
    add: boolean,
    from: number,
    to: number,
  ): void {
    const {kernels, scratch} = this;
    const type = tensorTypeNumber(format)!;
    const bytes = rowBytes(format, columns);
    const floats = scratch + 128;
    const panel = floats + 4 * rowsOfPanel * columns;
    for (let row = from; row < to; row += rowsOfPanel) {
      const count = Math.min(rowsOfPanel, to - row);
      const groups = Math.ceil(count / rowsOfGroup);
      kernels.dequantize(type, floats, pointer + row * bytes, count * columns);
      kernels.interleave(floats, columns, 0, count, panel);
      const at = out + 4 * row;
      if (tokens === 1) {
        kernels.vectorF32(panel, columns, count, 0, groups, x, at, add, scratch);
      } else {
        kernels.matrixF32(panel, columns, count, 0, groups, x, tokens, at, rows, add, scratch);
      }
    }
  }
}

function wayOfQ8(kernels: Kernels): Way {
  const isExact: Record<DotMode, boolean> = {
    unsigned: true,
    signed: true,
    narrow: false,
    plain: false,
  };
  return isExact[kernels.dot]
    ? {kind: "bytes", vector: kernels.vectorQ8InLanes32, matrix: kernels.matrixQ8InLanes32}
    : {kind: "wide", vector: kernels.vectorQ8Wide, matrix: kernels.matrixQ8Wide};
}

/**
 * 4-bit weights, from 0 to 15, are safe everywhere. Which sums are faster follows from how the
 * machine answered: where it is exact it has one instruction for the sum of 32 bits, where it is
 * narrow it puts several together, and sums of 16 bits save them.
 */
function wayOfQ4(kernels: Kernels): Way {
  const inLanes32: Way = {
    kind: "bytes",
    vector: kernels.vectorQ4InLanes32,
    matrix: kernels.matrixQ4InLanes32,
  };
  const inLanes16: Way = {
    kind: "bytes",
    vector: kernels.vectorQ4InLanes16,
    matrix: kernels.matrixQ4InLanes16,
  };
  const wide: Way = {kind: "wide", vector: kernels.vectorQ4Wide, matrix: kernels.matrixQ4Wide};
  return {unsigned: inLanes32, signed: inLanes32, narrow: inLanes16, plain: wide}[kernels.dot];
}
