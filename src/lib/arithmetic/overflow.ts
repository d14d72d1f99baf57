/**
 * What happens when a model is larger than the memory that is meant for it: a part of it lies
 * somewhere slower, and is read from there for every token. Plain numbers in SI units, each law a
 * line for a blackboard, for one reader who waits for memory.
 */

/**
 * Seconds of one token when some layers lie on a graphics card and the others beside a processor.
 * A token goes through the layers one after the other, so the times add up.
 * t = M_gpu / W_gpu + M_cpu / W_cpu. A real program is slower: it hands the token over, and each
 * side reaches a share of its bandwidth only. Measured: 24 to 41 percent of this roof (test/lib/scenario/machines.test.ts).
 *
 * @param gpuBytes bytes read on the card
 * @param gpuBandwidth bytes/s
 */
export function offloadSeconds({
  gpuBytes,
  gpuBandwidth,
  cpuBytes,
  cpuBandwidth,
}: {
  gpuBytes: number;
  gpuBandwidth: number;
  cpuBytes: number;
  cpuBandwidth: number;
}): number {
  return gpuBytes / gpuBandwidth + cpuBytes / cpuBandwidth;
}

/**
 * Tokens per second of the same, from the speeds that each side would have with the whole model:
 * their harmonic mean, weighted by the share of the bytes. v = 1 / (a / v_gpu + (1 − a) / v_cpu).
 * It is never more than the weighted arithmetic mean, and mostly far less.
 *
 * @param gpuShare of the bytes, 0 to 1
 * @param gpuSpeed tokens/s
 */
export function offloadSpeed({
  gpuShare,
  gpuSpeed,
  cpuSpeed,
}: {
  gpuShare: number;
  gpuSpeed: number;
  cpuSpeed: number;
}): number {
  return 1 / (gpuShare / gpuSpeed + (1 - gpuShare) / cpuSpeed);
}

/**
 * Seconds of one token when what has no room in memory comes from storage: a third clock, beside
 * those of arithmetic and memory. t = max(2 P B / F, P b / W, (P b − M_free) / W_store).
 * It is generous in two ways. All three run at once, and whatever has room stays in memory. An
 * operating system that throws away what was used longest ago keeps nothing of a file that is read
 * from end to end again and again: then P b / W_store is nearer the truth.
 *
 * @param freeBytes bytes of memory that weights may take
 * @param storageBandwidth bytes/s
 */
export function latencyWithStorage({
  parameters,
  batch,
  flops,
  bytesPerWeight,
  bandwidth,
  freeBytes,
  storageBandwidth,
}: {
  parameters: number;
  batch: number;
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
  freeBytes: number;
  storageBandwidth: number;
}): number {
  const weightBytes = parameters * bytesPerWeight;
  return Math.max(
    (2 * parameters * batch) / flops,
    weightBytes / bandwidth,
    (weightBytes - freeBytes) / storageBandwidth,
  );
}
