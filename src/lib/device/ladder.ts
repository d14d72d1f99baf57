import type {Kernels} from "../engine/kernels.js";
import type {Loop} from "./recording.js";

const KiB = 1024;
const MiB = 1024 * KiB;

/** Working sets of all workers together, in bytes: from the first cache to main memory. */
export const workingSets = {
  quick: [16 * KiB, 256 * KiB, 2 * MiB, 16 * MiB, 64 * MiB, 256 * MiB],
  thorough: Array.from({length: 15}, (_, doubling) => 2 ** doubling * 16 * KiB),
} as const satisfies Record<"quick" | "thorough", readonly number[]>;

export const largestWorkingSet = 256 * MiB;

const vectors = 512; // bytes that the kernel takes in one go
const pieceBytes = MiB; // of one turn: long enough that calling the kernel is nothing

/**
 * The share of a working set that one of several workers reads, in pieces of equal length. A small
 * one is a single piece, which each turn reads several times.
 */
export function readPlan(totalBytes: number, workers: number) {
  const share = totalBytes / workers;
  const pieces = Math.ceil(share / pieceBytes);
  const piece = Math.max(vectors, Math.floor(share / pieces / vectors) * vectors);
  return {pieces, piece, times: Math.max(1, Math.floor(pieceBytes / piece))};
}

/** Bytes that one worker must have for its share. */
export function shareBytes(totalBytes: number, workers: number): number {
  const {pieces, piece} = readPlan(totalBytes, workers);
  return pieces * piece;
}

/** Reads a worker's share of a working set, piece after piece, and begins again. Bytes. */
export function readLoop(
  kernels: Pick<Kernels, "read">,
  pointer: number,
  {totalBytes, workers}: {totalBytes: number; workers: number},
): Loop {
  const {pieces, piece, times} = readPlan(totalBytes, workers);
  let next = 0;
  return {
    amount: piece * times,
    turn() {
      const checksum = kernels.read(pointer + next * piece, piece, times);
      next = (next + 1) % pieces;
      return checksum;
    },
  };
}
