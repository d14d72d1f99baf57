import type {Catalog, Measurement} from "../catalog/catalog.js";
import {defaultScenario} from "./scenario.js";
import {viewOf} from "./view.js";

/** Apple's chips, as llama.cpp's users measured them: Llama-2-7B, one reader. */
const group = "apple-4167";
const model = "Llama-2-7B";

/** Precisions that were measured, from wide to narrow. Speeds are multiples of the first. */
export const phaseFormats = ["FP16", "Q8_0", "Q4_0 file"] as const;

export type Phase = "decode" | "prefill";
export type PhaseFormat = (typeof phaseFormats)[number];

/** What a precision gains over 16 bits on one machine, in one phase. */
export interface PhaseGain {
  machine: string;
  phase: Phase;
  format: PhaseFormat;
  /** Measured speed over measured speed in 16 bits. */
  gain: number;
  measurement: Measurement;
}

/** Every gain of one phase that was measured, machine by machine. */
export function phaseGains(phase: Phase, catalog: Catalog): PhaseGain[] {
  const rows = catalog.measurements.filter((row) => row.group === group && row.phase === phase);
  return rows.flatMap((row) => {
    const whole = rows.find(({machine, format}) => machine === row.machine && format === "FP16");
    const format = phaseFormats.find((each) => each === row.format);
    if (whole === undefined || format === undefined || format === "FP16") return [];
    const gain = row.tokensPerSecond / whole.tokensPerSecond;
    return [{machine: row.machine, phase, format, gain, measurement: row}];
  });
}

/** Machines that were measured in all three precisions. */
export function phaseMachines(catalog: Catalog): string[] {
  return [...new Set(phaseGains("decode", catalog).map(({machine}) => machine))];
}

/** The measured gain of one machine. */
export function phaseGain(
  machine: string,
  phase: Phase,
  format: string,
  catalog: Catalog,
): PhaseGain | undefined {
  return phaseGains(phase, catalog).find((row) => row.machine === machine && row.format === format);
}

/** Smallest and largest gain of a precision in a phase, over all machines. */
export function gainRange(
  phase: Phase,
  format: PhaseFormat,
  catalog: Catalog,
): {least: number; most: number} {
  const gains = phaseGains(phase, catalog)
    .filter((row) => row.format === format)
    .map(({gain}) => gain);
  return {least: Math.min(...gains), most: Math.max(...gains)};
}

/**
 * What the law says, for a machine: decode waits for memory, so it gains by the bytes saved; prefill
 * waits for the arithmetic, whose operations and precision are the same. The forecast also knows the
 * overhead of a token, which no format makes shorter.
 */
export function predictedGain(
  machine: string,
  phase: Phase,
  format: PhaseFormat,
  catalog: Catalog,
): {roof: number; forecast: number} {
  const step = (name: PhaseFormat) => {
    const scenario = {...defaultScenario, model, machine, format: name, promptTokens: 512};
    const {simple, estimate} = viewOf(scenario, catalog);
    return phase === "decode"
      ? {roof: simple.memorySeconds, forecast: estimate.decode.forecast.seconds}
      : {roof: simple.computeSeconds, forecast: estimate.prefill.forecast.seconds};
  };
  const [narrow, wide] = [step(format), step("FP16")];
  return {roof: wide.roof / narrow.roof, forecast: wide.forecast / narrow.forecast};
}
