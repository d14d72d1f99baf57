import type {Architecture} from "./architecture.js";
import type {ArithmeticPrecision, Format} from "./format.js";
import {formatRate, type Hardware} from "./hardware.js";
import {parameterCount} from "./parameters.js";
import {weightBytes} from "./precision.js";

/**
 * The laws of the argument, each a line that can be written on a blackboard. They take plain
 * numbers in SI units. Every one of them is tied to a formula on a page (src/lib/formula).
 */

/**
 * Operations of a matrix times a vector: a multiplication and an addition for each entry. FLOP.
 * f = 2 m n.
 */
export function matrixVectorFlops({rows, columns}: {rows: number; columns: number}): number {
  return 2 * rows * columns;
}

/** Operations that one token needs: two for each weight. FLOP. f = 2 P. */
export function flopsPerToken({parameters}: {parameters: number}): number {
  return 2 * parameters;
}

/**
 * Seconds that the operations of one step take. t = 2 P B / F.
 *
 * @param flops FLOP/s, dense peak
 */
export function computeSeconds({
  parameters,
  batch,
  flops,
}: {
  parameters: number;
  batch: number;
  flops: number;
}): number {
  return (2 * parameters * batch) / flops;
}

/**
 * Seconds in which all weights arrive once. t = P b / W.
 *
 * @param bytesPerWeight bytes, 2 for FP16
 * @param bandwidth bytes/s
 */
export function memorySeconds({
  parameters,
  bytesPerWeight,
  bandwidth,
}: {
  parameters: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return (parameters * bytesPerWeight) / bandwidth;
}

/**
 * The same as the article prints it, with a factor of two that stood for "two bytes a weight" in
 * its source: t = 2 P b / W, seconds. Twice too slow at every precision.
 * Source: Timbers, "How is LLaMa.cpp possible?" (2023).
 */
export function memorySecondsAsPublished(inputs: {
  parameters: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return 2 * memorySeconds(inputs);
}

/**
 * Seconds of one decode step: both clocks run at once, the slower one decides.
 * t = max(2 P B / F, P b / W).
 */
export function latency(inputs: {
  parameters: number;
  batch: number;
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return Math.max(computeSeconds(inputs), memorySeconds(inputs));
}

/** Operations that each byte of weights brings along. FLOP/byte. I = 2 B / b. */
export function arithmeticIntensity({
  batch,
  bytesPerWeight,
}: {
  batch: number;
  bytesPerWeight: number;
}): number {
  return (2 * batch) / bytesPerWeight;
}

/** Operations that a machine could do while one byte arrives. FLOP/byte. F / W. */
export function ridgePoint({flops, bandwidth}: {flops: number; bandwidth: number}): number {
  return flops / bandwidth;
}

/**
 * Share of the time in which a machine calculates, while it waits for memory in the rest.
 * s = min(1, I / (F / W)). A100 in FP16, one reader: 1/161.
 *
 * @param intensity operations for each byte that is read, FLOP/byte
 * @param ridge FLOP/byte
 */
export function busyShare({intensity, ridge}: {intensity: number; ridge: number}): number {
  return Math.min(1, intensity / ridge);
}

/**
 * The rate that work of this intensity can reach. FLOP/s. min(F, I W).
 * Source: Williams, Waterman, Patterson, "Roofline" (2009).
 */
export function attainableFlops({
  flops,
  intensity,
  bandwidth,
}: {
  flops: number;
  intensity: number;
  bandwidth: number;
}): number {
  return Math.min(flops, intensity * bandwidth);
}

/**
 * Readers at which both clocks take the same time; with fewer the machine waits for memory.
 * B = F b / (2 W). A100 in FP16: 161.
 */
export function criticalBatch({
  flops,
  bytesPerWeight,
  bandwidth,
}: {
  flops: number;
  bytesPerWeight: number;
  bandwidth: number;
}): number {
  return (flops * bytesPerWeight) / (2 * bandwidth);
}

/**
 * Seconds of a memory-bound step that reads weights and conversations. t = (M + B C K) / W.
 *
 * @param weightBytes bytes, M
 * @param context tokens of each conversation, C
 * @param kvBytesPerToken bytes, K
 */
export function decodeSeconds({
  weightBytes,
  batch,
  context,
  kvBytesPerToken,
  bandwidth,
}: {
  weightBytes: number;
  batch: number;
  context: number;
  kvBytesPerToken: number;
  bandwidth: number;
}): number {
  return (weightBytes + batch * context * kvBytesPerToken) / bandwidth;
}

/**
 * From roof to forecast, for a memory-bound step: a share η of the bandwidth, and a fixed time for
 * each step. Seconds. t = D / (η W) + t₀.
 */
export function forecastSeconds({
  bytes,
  efficiency,
  bandwidth,
  overhead,
}: {
  bytes: number;
  efficiency: number;
  bandwidth: number;
  overhead: number;
}): number {
  return bytes / (efficiency * bandwidth) + overhead;
}

/**
 * Different experts that a batch touches when each token picks its own at random.
 * E (1 − (1 − k/E)^B).
 */
export function expectedExperts({
  experts,
  expertsPerToken,
  batch,
}: {
  experts: number;
  expertsPerToken: number;
  batch: number;
}): number {
  return experts * (1 - (1 - expertsPerToken / experts) ** batch);
}

/** The backward question: bytes/s that a wanted speed takes. W = v D. */
export function bandwidthNeeded({speed, bytes}: {speed: number; bytes: number}): number {
  return speed * bytes;
}

/** Tokens per second of one reader. v = 1 / t. */
export function tokensPerSecond({seconds}: {seconds: number}): number {
  return 1 / seconds;
}

/** The simple law for one scenario, with everything that its equation shows. */
export interface SimpleLaw {
  /** Readers at once. */
  batch: number;
  /** Weights that are read and calculated with: those that one token uses. */
  parameters: number;
  /** Bytes of the whole file. */
  weightBytes: number;
  /** Bytes that one step reads: the file, or the share of it that a token uses. */
  bytesRead: number;
  bytesPerWeight: number;
  /** Rate of arithmetic and the precision that it is for: FLOP/s. */
  flops: number;
  arithmetic: ArithmeticPrecision;
  /** bytes/s */
  bandwidth: number;
  computeSeconds: number;
  memorySeconds: number;
  /** The slower of the two. */
  seconds: number;
  bound: "compute" | "memory";
  /** Of each reader. */
  tokensPerSecond: number;
  /** FLOP/byte */
  intensity: number;
  /** FLOP/byte */
  ridge: number;
  /** readers */
  criticalBatch: number;
}

/**
 * max(2PB/F, Pb/W) for a model, a machine, a format and a batch: no conversation, no overhead, and
 * of a mixture of experts only what one token uses. estimate() is the full law.
 */
export function simpleLaw({
  architecture,
  hardware,
  format,
  batch,
}: {
  architecture: Architecture;
  hardware: Hardware;
  format: Format;
  batch: number;
}): SimpleLaw {
  const {total, active} = parameterCount(architecture);
  const bytes = weightBytes(architecture, format);
  const {flopRate, precision} = formatRate(hardware, format);
  const inputs = {
    parameters: active,
    bytesPerWeight: bytes / total,
    flops: flopRate,
    bandwidth: hardware.bandwidth,
    batch,
  };
  const compute = computeSeconds(inputs);
  const memory = memorySeconds(inputs);
  return {
    ...inputs,
    weightBytes: bytes,
    bytesRead: inputs.parameters * inputs.bytesPerWeight,
    arithmetic: precision,
    computeSeconds: compute,
    memorySeconds: memory,
    seconds: latency(inputs),
    bound: compute > memory ? "compute" : "memory",
    tokensPerSecond: tokensPerSecond({seconds: latency(inputs)}),
    intensity: arithmeticIntensity(inputs),
    ridge: ridgePoint(inputs),
    criticalBatch: criticalBatch(inputs),
  };
}
