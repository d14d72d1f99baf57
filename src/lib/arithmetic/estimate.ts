import type {Architecture} from "./architecture.js";
import {checkArchitecture, checkHardware, checkStep} from "./check-inputs.js";
import {forecastStep, type Forecast} from "./forecast.js";
import type {ArithmeticPrecision, Format} from "./format.js";
import {formatRate, type Hardware} from "./hardware.js";
import {kvCacheBytes} from "./kv-cache.js";
import {formatNamed, weightBytes} from "./precision.js";
import {decodeWork, prefillWork, type Work} from "./work.js";

/** A model on a machine, and what it is asked to do. */
export interface EstimateInputs {
  architecture: Architecture;
  hardware: Hardware;
  /** A format, or its name, e.g. "Q4_K_M". */
  format: Format | string;
  /** Tokens of each conversation that are in the cache. */
  context: number;
  /** Readers at once. */
  batch: number;
  /** Tokens of each prompt. */
  promptTokens: number;
  /** Bytes of one element of the KV cache; 2 is FP16. */
  kvBytesPerElement: number;
}

/** What a model takes of a machine: room, and time. */
export interface Estimate {
  /** bytes: of the file, of all conversations, and both */
  bytes: {weights: number; kvCache: number; total: number};
  /** Whether both fit into the machine's memory; undefined where nobody told how large it is. */
  fits: boolean | undefined;
  /** The precision that the machine calculates in for this format, and its peak in FLOP/s. */
  arithmetic: {precision: ArithmeticPrecision; flops: number};
  /** Reading all prompts of the batch. */
  prefill: Phase;
  /** One step, in which every reader gets a token. */
  decode: Phase;
}

/** What reading all prompts, or one decode step, asks of a machine, and how long it takes. */
export interface Phase {
  /** FLOP */
  flops: number;
  /** bytes between memory and chip */
  bytes: number;
  /** FLOP/byte */
  intensity: number;
  /** Seconds of all operations, one after the other, at the peak. */
  computeSeconds: number;
  /** Seconds of all bytes at the data sheet's bandwidth. */
  memorySeconds: number;
  /** max(computeSeconds, memorySeconds): no program is faster. */
  roofSeconds: number;
  /**
   * Σ max over the operations: the same law for each operation by itself. At least roofSeconds,
   * more where one operation waits for memory and another for the arithmetic.
   */
  perOperationSeconds: number;
  bound: "compute" | "memory";
  /** Tokens of all readers together, at the roof. */
  tokensPerSecond: number;
  /** What to expect of a real program. */
  forecast: Forecast & {tokensPerSecond: number};
}

/**
 * The full law: what a model takes of a machine's memory, and how long one prompt and one decode
 * step take, as a roof and as a forecast.
 *
 * @throws a sentence that names the field, its value, and what would be right.
 */
export function estimate(inputs: EstimateInputs): Estimate {
  const {architecture, hardware, batch, context, promptTokens, kvBytesPerElement} = inputs;
  checkArchitecture(architecture);
  checkHardware(hardware);
  checkStep(inputs);
  const format = typeof inputs.format === "string" ? formatNamed(inputs.format) : inputs.format;
  const step = {architecture, format, batch, kvBytesPerElement};

  const weights = weightBytes(architecture, format);
  const kvCache = kvCacheBytes(architecture, {context, batch, bytesPerElement: kvBytesPerElement});
  const {flopRate, precision} = formatRate(hardware, format);
  const machine = {architecture, hardware, format, flopRate};

  return {
    bytes: {weights, kvCache, total: weights + kvCache},
    fits:
      hardware.memoryBytes === undefined ? undefined : weights + kvCache <= hardware.memoryBytes,
    arithmetic: {precision, flops: flopRate},
    prefill: phaseOf(
      "prefill",
      prefillWork({...step, promptTokens}),
      batch * promptTokens,
      machine,
    ),
    decode: phaseOf("decode", decodeWork({...step, context}), batch, machine),
  };
}

function phaseOf(
  name: "decode" | "prefill",
  work: Work,
  tokens: number,
  machine: {architecture: Architecture; hardware: Hardware; format: Format; flopRate: number},
): Phase {
  const {hardware, flopRate} = machine;
  const computeSeconds = work.flops / flopRate;
  const memorySeconds = work.bytes / hardware.bandwidth;
  const roofSeconds = Math.max(computeSeconds, memorySeconds);
  let perOperationSeconds = 0;
  for (const {flops, bytes} of work.operations) {
    perOperationSeconds += Math.max(flops / flopRate, bytes / hardware.bandwidth);
  }
  const forecast = forecastStep({phase: name, work, tokens, ...machine});
  return {
    flops: work.flops,
    bytes: work.bytes,
    intensity: work.bytes === 0 ? 0 : work.flops / work.bytes,
    computeSeconds,
    memorySeconds,
    roofSeconds,
    perOperationSeconds: Math.max(perOperationSeconds, roofSeconds), // less by rounding alone
    bound: computeSeconds > memorySeconds ? "compute" : "memory",
    tokensPerSecond: speed(tokens, roofSeconds),
    forecast: {...forecast, tokensPerSecond: speed(tokens, forecast.seconds)},
  };
}

/** Tokens per second. A prompt of no tokens takes no time, and has no speed. */
function speed(tokens: number, seconds: number): number {
  return seconds === 0 ? 0 : tokens / seconds;
}
