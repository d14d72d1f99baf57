import {estimate} from "../arithmetic/estimate.js";
import type {View} from "./view.js";

/** Tokens per second of one reader after so many tokens of conversation. */
export interface ContextStep {
  context: number;
  roof: number;
  forecast: number;
  /** The band in which four of five measurements are expected. */
  slow: number;
  fast: number;
}

/** The full law as the conversation grows from `least` to `most` tokens. */
export function contextCurve(
  view: View,
  least: number,
  most: number,
  perOctave = 4,
): ContextStep[] {
  const steps = Math.round(Math.log2(most / least) * perOctave);
  return Array.from({length: steps + 1}, (_, i) =>
    contextStep(view, Math.round(least * 2 ** (i / perOctave))),
  );
}

export function contextStep(
  {model, machine, format, scenario}: View,
  context: number,
): ContextStep {
  const {decode} = estimate({
    architecture: model.architecture,
    hardware: machine.hardware,
    format,
    batch: scenario.batch,
    promptTokens: scenario.promptTokens,
    kvBytesPerElement: scenario.kvBytesPerElement,
    context,
  });
  const {roofSeconds, forecast} = decode;
  return {
    context,
    roof: 1 / roofSeconds,
    forecast: 1 / forecast.seconds,
    slow: 1 / forecast.high,
    fast: 1 / forecast.low,
  };
}
