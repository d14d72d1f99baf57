import type {GgufHeader, GgufTensor} from "./header.js";

/** What the tensors of a file take, counted one by one. */
export interface TensorSummary {
  /** Numbers in all tensors. */
  weights: number;
  /** Bytes of all tensors, without the header and the gaps between them. */
  bytes: number;
  /** 8 bytes / weights; 0 where there is no tensor. */
  bitsPerWeight: number;
  /** The same for each type, the one with the most bytes first. */
  types: readonly TypeSummary[];
}

/** All tensors that are stored alike. */
export interface TypeSummary {
  /** e.g. "Q4_0" */
  type: string;
  tensors: number;
  weights: number;
  bytes: number;
}

/** Tensors, weights and bytes of a file: all of them, and by how they are stored. */
export function tensorSummary({tensors}: Pick<GgufHeader, "tensors">): TensorSummary {
  const byType = new Map<string, GgufTensor[]>();
  for (const tensor of tensors) {
    const alike = byType.get(tensor.type);
    if (alike === undefined) byType.set(tensor.type, [tensor]);
    else alike.push(tensor);
  }
  const types = [...byType]
    .map(([type, alike]) => ({type, tensors: alike.length, ...sums(alike)}))
    .sort((a, b) => b.bytes - a.bytes);
  const {weights, bytes} = sums(tensors);
  return {weights, bytes, bitsPerWeight: weights === 0 ? 0 : (8 * bytes) / weights, types};
}

function sums(tensors: readonly GgufTensor[]): {weights: number; bytes: number} {
  let [weights, bytes] = [0, 0];
  for (const tensor of tensors) {
    weights += tensor.elements;
    bytes += tensor.bytes;
  }
  return {weights, bytes};
}

/** Bytes that the file should have at least: more than it has where a download was cut off. */
export function promisedBytes({tensors, dataOffset}: GgufHeader): number {
  return tensors.reduce((most, {offset, bytes}) => Math.max(most, dataOffset + offset + bytes), 0);
}
