import {expectedExperts} from "../arithmetic/simple-law.js";
import type {Catalog} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";
import {batchMachine, batchRuns} from "./batch-runs.js";
import {defaultScenario} from "./scenario.js";
import {viewOf} from "./view.js";

/** The models that are compared: a dense one, and two mixtures of experts. */
export const gainModels = [
  {model: "Qwen2.5-7B", format: "Q8_0"},
  {model: "gpt-oss-20b", format: "MXFP4 file"},
  {model: "gpt-oss-120b", format: "MXFP4 file"},
] as const;

export type GainModel = (typeof gainModels)[number];
export const [denseModel, mixtureModel] = gainModels;

/** The most readers that were measured. */
export const mostGainReaders = 32;

/** Tokens of each conversation, as measured: a prompt of 512, and half of the 32 written. */
export const gainContext = 528;

/** What readers get together. */
export interface Gain {
  batch: number;
  /** Tokens per second of all readers. */
  tokensPerSecond: number;
  /** The same as a multiple of what one reader gets alone. */
  gain: number;
}

export interface MeasuredGain extends Gain {
  verified: boolean;
}

/** What the full law allows for so many readers: its roof, experts chosen at random. */
export function gainAtRoof(gainModel: GainModel, batch: number, catalog: Catalog): Gain {
  const speed = (readers: number): number =>
    viewOf(
      {
        ...defaultScenario,
        ...gainModel,
        machine: batchMachine,
        context: gainContext,
        batch: readers,
      },
      catalog,
    ).estimate.decode.tokensPerSecond;
  const tokensPerSecond = speed(batch);
  return {batch, tokensPerSecond, gain: tokensPerSecond / speed(1)};
}

/** The same for one reader, two, three, … up to the most that were measured. */
export function gainsAtRoof(gainModel: GainModel, catalog: Catalog): Gain[] {
  return Array.from({length: mostGainReaders}, (_, i) => gainAtRoof(gainModel, i + 1, catalog));
}

/** What was measured, from one reader on; nothing where one reader alone was not measured. */
export function measuredGains({model}: GainModel, catalog: Catalog): MeasuredGain[] {
  const runs = batchRuns(catalog, model);
  const alone = runs.find(({batch}) => batch === 1);
  if (alone === undefined) return [];
  return runs.map(({batch, tokensPerSecond, verified}) => ({
    batch,
    tokensPerSecond,
    gain: tokensPerSecond / alone.tokensPerSecond,
    verified,
  }));
}

/** Experts in each layer of a mixture: those there are, and those that readers touch. */
export interface TouchedExperts {
  count: number;
  perToken: number;
  /** How many different ones the readers are expected to touch together. */
  expected: number;
}

/** @throws where the model has no experts. */
export function touchedExperts(
  {model}: GainModel,
  batch: number,
  catalog: Catalog,
): TouchedExperts {
  const {experts} = findModel(catalog, model).architecture;
  if (experts === undefined) throw new Error(`model is "${model}"; it should have experts`);
  const {count, perToken} = experts;
  return {
    count,
    perToken,
    expected: expectedExperts({experts: count, expertsPerToken: perToken, batch}),
  };
}
