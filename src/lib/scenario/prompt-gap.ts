import {promptSeconds} from "../arithmetic/prompt-laws.js";
import type {Catalog, Measurement} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";
import {measuredDecode} from "../catalog/measured.js";
import {usesOwn} from "./own-model.js";
import {againstRival, viewOf, type View} from "./view.js";

/** How many times longer the machine takes than its rival to read a prompt of so many tokens. */
export interface GapStep {
  promptTokens: number;
  /** By the law of two clocks, and as forecast. */
  roof: number;
  forecast: number;
}

/** Seconds of a prompt by the law of two clocks. */
export function readingSeconds({simple}: View, promptTokens: number): number {
  return promptSeconds({...simple, promptTokens});
}

/** By the law of two clocks. */
export function roofGap(view: View, promptTokens: number, catalog: Catalog): number {
  const rival = againstRival(view, catalog);
  return readingSeconds(view, promptTokens) / readingSeconds(rival, promptTokens);
}

/** The gap as the prompt grows from one token to `most`. */
export function gapCurve(view: View, most: number, catalog: Catalog, perOctave = 4): GapStep[] {
  const steps = Math.round(Math.log2(most) * perOctave);
  const lengths = Array.from({length: steps + 1}, (_, i) => Math.round(2 ** (i / perOctave)));
  return [...new Set(lengths)].map((promptTokens) => ({
    promptTokens,
    roof: roofGap(view, promptTokens, catalog),
    forecast: forecastGap(view, promptTokens, catalog),
  }));
}

function forecastGap({scenario}: View, promptTokens: number, catalog: Catalog): number {
  const secondsOn = (machine: string): number =>
    viewOf({...scenario, machine, promptTokens}, catalog).estimate.prefill.forecast.seconds;
  return secondsOn(scenario.machine) / secondsOn(scenario.rival);
}

/** A gap between two measured speeds. */
export interface MeasuredGap {
  /** Tokens that went through the model together: 1 where an answer was written. */
  promptTokens: number;
  gap: number;
  verified: boolean;
}

/** What people measured on both machines with a model of this shape in this format, if they did. */
export function measuredGaps({scenario, rival}: View, catalog: Catalog): MeasuredGap[] {
  if (usesOwn(scenario)) return [];
  const {model, format, machine} = scenario;
  const wanted = {model, format};
  const pairs = [
    [
      1,
      measuredDecode(catalog, {...wanted, machine}),
      measuredDecode(catalog, {...wanted, machine: rival.name}),
    ],
    [
      measuredPrompt,
      measuredPrefill(catalog, {...wanted, machine}),
      measuredPrefill(catalog, {...wanted, machine: rival.name}),
    ],
  ] as const;
  return pairs.flatMap(([promptTokens, here, there]) =>
    here === undefined || there === undefined
      ? []
      : [
          {
            promptTokens,
            gap: there.tokensPerSecond / here.tokensPerSecond,
            verified: here.verified && there.verified,
          },
        ],
  );
}

/** Tokens of the prompt that nearly everybody measures. */
export const measuredPrompt = 512;

/** The fastest run in which one prompt of 512 tokens was read by a model of the same name or shape. */
export function measuredPrefill(
  catalog: Catalog,
  {machine, model, format}: {machine: string; model: string; format: string},
): Measurement | undefined {
  const shape = shapeOf(model, catalog);
  return catalog.measurements
    .filter(
      (row) =>
        row.phase === "prefill" &&
        row.machine === machine &&
        row.format === format &&
        row.batch === 1 &&
        row.context === 0 &&
        row.promptTokens === measuredPrompt &&
        row.microbatch === undefined &&
        row.offloadedLayers === undefined &&
        row.backend !== "CPU" &&
        shapeOf(row.model, catalog) === shape,
    )
    .sort((a, b) => b.tokensPerSecond - a.tokensPerSecond)[0];
}

/** LLaMA-7B and Llama-2-7B differ in what they learned and in nothing that takes time. */
function shapeOf(model: string, catalog: Catalog): string {
  return JSON.stringify({...findModel(catalog, model).architecture, name: "", family: ""});
}
