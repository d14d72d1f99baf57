import type {Architecture} from "./architecture.js";
import type {Format} from "./format.js";
import type {Hardware} from "./hardware.js";
import type {Work} from "./work.js";

/** What to expect of a real program, and the band in which four of five measurements lie. */
export interface Forecast {
  seconds: number;
  low: number;
  high: number;
}

/** Seconds of one step: a share of the roof, and a fixed time for each pass through the layers. */
export function forecastStep({
  work,
  hardware,
  flopRate,
}: {
  phase: "decode" | "prefill";
  work: Work;
  /** Tokens that the step makes or reads, over all readers. */
  tokens: number;
  architecture: Architecture;
  format: Format;
  hardware: Hardware;
  /** FLOP/s, of the precision that the format is calculated in. */
  flopRate: number;
}): Forecast {
  const seconds =
    Math.max(work.bytes / (0.84 * hardware.bandwidth), work.flops / (0.7 * flopRate)) +
    0.001 * work.passes;
  return {seconds, low: 0.8 * seconds, high: 1.3 * seconds};
}
