import {computeSeconds, memorySeconds} from "./simple-law.js";

/**
 * Seconds of one pass through a model on a machine that has been measured: the slower of the two
 * clocks, and what a program does beside reading and multiplying. t = max(2 P T / F, P b / W) + t₀.
 *
 * The rates are what a program has reached, so no share of a data sheet stands before them. Error:
 * whatever the machine shows; the page of the reader's own machine says it each time.
 *
 * @param promptTokens tokens that go through together, T: 1 when the model writes
 * @param flops FLOP/s, measured
 * @param bandwidth bytes/s, measured with as many bytes as the weights have
 * @param overhead seconds, found with a smaller model
 */
export function ownSeconds({
  parameters,
  promptTokens,
  flops,
  bytesPerWeight,
  bandwidth,
  overhead,
}: {
  parameters: number;
  promptTokens: number;
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
  overhead: number;
}): number {
  const compute = computeSeconds({parameters, batch: promptTokens, flops});
  const memory = memorySeconds({parameters, bytesPerWeight, bandwidth});
  return Math.max(compute, memory) + overhead;
}
