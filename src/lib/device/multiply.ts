import type {MeasuredFormat, Phase} from "../catalog/device-report.js";
import type {Kernels} from "../engine/kernels.js";
import {Multiplier} from "../engine/multiply.js";
import {pack, packedBytes, rowBytes} from "../engine/pack.js";
import type {Matrix} from "../engine/weights.js";
import type {Loop} from "./recording.js";
import {randomRows} from "./synthetic.js";

const columns = 256;

/** Rows of about 16 KiB of weights: half of the first cache of most processors. */
const rowsOf: Readonly<Record<MeasuredFormat, number>> = {F32: 16, Q8_0: 56, Q4_0: 112};

/** Tokens at once: one when a model writes, a tile's many when it reads. */
const tokensOf: Readonly<Record<Phase, number>> = {decode: 1, prefill: 64};

const timesOfTurn = 16; // products: long enough that the turn itself is nothing

/** What a loop needs of the memory, in bytes: weights, activations, results, and room to work. */
export const multiplyBytes = 2 ** 19;

/**
 * One of the engine's inner loops, on weights that stay in the first cache: a small matrix times
 * one token or many, as the engine itself does it. FLOP, 2 × rows × columns × tokens.
 */
export function multiplyLoop(
  kernels: Kernels,
  memory: WebAssembly.Memory,
  pointer: number,
  {format, phase}: {format: MeasuredFormat; phase: Phase},
): Loop {
  const rows = rowsOf[format];
  const tokens = tokensOf[phase];
  let end = pointer;
  const reserve = (bytes: number): number => {
    const at = end;
    end = Math.ceil((at + bytes) / 64) * 64;
    return at;
  };
  const matrix: Matrix = {
    format,
    rows,
    columns,
    pointer: reserve(packedBytes(format, rows, columns)),
  };
  const activations = reserve(4 * tokens * columns);
  const prepared = reserve(2 * 4 * tokens * columns);
  const out = reserve(4 * tokens * rows);
  const scratch = reserve(128 + 4 * 16 * columns);
  const raw = reserve(rows * rowBytes(format, columns));

  new Uint8Array(memory.buffer).set(randomRows(format, rows, columns), raw);
  pack(kernels, format, matrix.pointer, rows, columns, 0, rows, raw);
  const input = new Float32Array(memory.buffer, activations, tokens * columns);
  for (let i = 0; i < input.length; i++) input[i] = Math.sin(i);

  const multiplier = new Multiplier(kernels, 0, 1, scratch);
  const kind = multiplier.kindFor(format);
  const x = multiplier.prepare(kind, activations, columns, tokens, 0, tokens, prepared);
  const results = new Int32Array(memory.buffer, out, 1);
  return {
    amount: timesOfTurn * 2 * rows * columns * tokens,
    turn() {
      for (let time = 0; time < timesOfTurn; time++) multiplier.multiply(matrix, x, tokens, out);
      return results[0]!;
    },
  };
}
