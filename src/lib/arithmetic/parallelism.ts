/**
 * One model on several devices. Plain numbers in SI units, as in simple-law.ts.
 */

/**
 * Seconds in which one message gets from one GPU to another, whatever is in it: about 8 µs over
 * NVLink, measured on a V100 (Jia et al. 2018, as quoted by kipply).
 */
export const messageSeconds = 8e-6;

/** Messages that each layer waits for when its matrices are cut: two for each of its two halves. */
export const messagesPerLayer = 4;

/**
 * Seconds of one decode step when every matrix is cut among N GPUs: each reads its share of the
 * weights, and after each half of a layer they tell one another their sums.
 * t = P b / (N W) + 4 L t_msg. For N = 1 nobody is told anything: there memorySeconds() holds.
 * Source: kipply, "Transformer Inference Arithmetic" (2022), for 2 bytes a weight.
 *
 * @param devices GPUs, N, at least 2
 * @param message seconds of one message
 */
export function splitSeconds({
  parameters,
  bytesPerWeight,
  devices,
  bandwidth,
  layers,
  message,
}: {
  parameters: number;
  bytesPerWeight: number;
  devices: number;
  bandwidth: number;
  layers: number;
  message: number;
}): number {
  return (
    (parameters * bytesPerWeight) / (devices * bandwidth) + messagesPerLayer * layers * message
  );
}

/**
 * Seconds in which the messages of one step pass a link when many readers make them long. For each
 * reader every message carries the d numbers of the residual stream: four messages a layer, of two
 * bytes a number. t = 8 B L d / A. Source: kipply, as above, for a link of 300 GB/s.
 *
 * @param hiddenSize elements, d
 * @param link bytes/s in one direction, A
 */
export function linkSeconds({
  batch,
  layers,
  hiddenSize,
  link,
}: {
  batch: number;
  layers: number;
  hiddenSize: number;
  link: number;
}): number {
  return (2 * messagesPerLayer * batch * layers * hiddenSize) / link;
}

/** bytes/s of an A100's NVLink, in each direction: the data sheet adds up both. */
export const linkBandwidth = 300e9;

/**
 * How many times as fast a prompt is read when each of N GPUs holds some of the layers, and the
 * prompt goes through them in c chunks, one behind the other: as on a conveyor belt, all work only
 * while it is full. N c / (c + N − 1). A single token is a single chunk, and gains nothing: 1.
 *
 * @param devices GPUs, N
 * @param chunks chunks of the prompt, c
 */
export function pipelineGain({devices, chunks}: {devices: number; chunks: number}): number {
  return (devices * chunks) / (chunks + devices - 1);
}

/**
 * Operations to train a model: six for each weight and each token. Two are those of reading it, the
 * other four go back through the same matrices to find out how each weight should change. FLOP.
 * f = 6 P D. Source: Kaplan et al., "Scaling Laws for Neural Language Models" (2020).
 *
 * @param trainingTokens tokens of the text, D
 */
export function trainingFlops({
  parameters,
  trainingTokens,
}: {
  parameters: number;
  trainingTokens: number;
}): number {
  return 6 * parameters * trainingTokens;
}

/**
 * Seconds of training on one device, or device-seconds on many. t = 6 P D / (u F).
 *
 * @param utilisation share of the data sheet's rate that the program gets, u
 */
export function trainingSeconds({
  utilisation,
  flops,
  ...run
}: {
  parameters: number;
  trainingTokens: number;
  utilisation: number;
  flops: number;
}): number {
  return trainingFlops(run) / (utilisation * flops);
}

/**
 * Bytes that training keeps of each weight with Adam in mixed precision: the weight and its slope
 * in 16 bits, and in 32 bits the exact weight and two running averages of the slope. Activations
 * come on top. 16 P. Source: Rajbhandari et al., "ZeRO" (2020).
 */
export function trainingBytes({parameters}: {parameters: number}): number {
  return (2 + 2 + 4 + 4 + 4) * parameters;
}
