/** The size of a file, from the bits of a block. Lines that can be written on a blackboard. */

/**
 * Bits that a weight takes in a block: its own, and its part of what the block shares.
 * β = w + s / g. Q4_0: 4 + 16/32 = 4.5.
 *
 * @param weightBits bits of a weight's own
 * @param sharedBits bits of scales and minima in a block
 * @param blockWeights weights in a block
 */
export function bitsPerWeight({
  weightBits,
  sharedBits,
  blockWeights,
}: {
  weightBits: number;
  sharedBits: number;
  blockWeights: number;
}): number {
  return weightBits + sharedBits / blockWeights;
}

/**
 * Bytes of all weights in a file: most matrices in one block format, the output matrix in another,
 * the norms in 32 bits. M = P_m β / 8 + P_o β_o / 8 + 4 P_n. The file itself is a little
 * longer: before the weights stand the names of the tensors and the tokenizer's vocabulary.
 *
 * @param matrixParameters weights of the matrices but for the output matrix
 * @param storedBits bits of one of them
 * @param outputParameters weights of the output matrix
 * @param outputBits bits of one of them
 * @param normParameters weights of norms and biases
 */
export function fileBytes({
  matrixParameters,
  storedBits,
  outputParameters,
  outputBits,
  normParameters,
}: {
  matrixParameters: number;
  storedBits: number;
  outputParameters: number;
  outputBits: number;
  normParameters: number;
}): number {
  return (matrixParameters * storedBits + outputParameters * outputBits + 32 * normParameters) / 8;
}
