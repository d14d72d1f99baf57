/** What a text costs a model in surprise. Lines that can be written on a blackboard. */

/**
 * Perplexity of a text: the number of equally likely words among which the model would have been as
 * unsure, on average. PPL = 2^(S / n).
 *
 * @param surpriseBits S, the sum of −log₂ of the odds that each token had, bits
 * @param countedTokens n, how many tokens that are
 */
export function perplexity({
  surpriseBits,
  countedTokens,
}: {
  surpriseBits: number;
  countedTokens: number;
}): number {
  return 2 ** (surpriseBits / countedTokens);
}

/** The surprise at a token that had these odds, between 0 and 1: −log₂ p, bits. */
export function surpriseBits(odds: number): number {
  return -Math.log2(odds);
}
