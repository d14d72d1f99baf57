import type {Phase} from "../../lib/arithmetic/estimate.js";
import {writeOwnModel} from "../../lib/scenario/own-address.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import type {View} from "../../lib/scenario/view.js";
import {keyOf} from "../../components/embed/keys.js";

/**
 * What an element tells in its event "estimate": what is shown, by the names of its attributes, and
 * what the laws say to it: the one of two terms, and the full one, which counts the conversations
 * too. Names and fields are a promise to other people's pages.
 */
export interface Told {
  version: 1;
  scenario: ToldScenario;
  estimate: ToldEstimate;
}

/** e.g. {model: "LLaMA-7B", machine: "Apple M1", batch: 1, …} */
export type ToldScenario = Readonly<Record<string, string | number>>;

export interface ToldEstimate {
  /** max(2PB/F, Pb/W), the law of two terms that most figures draw: a token's time for each reader. */
  simple: {
    bound: "compute" | "memory";
    computeSeconds: number;
    memorySeconds: number;
    seconds: number;
    /** Of each reader. */
    tokensPerSecond: number;
  };
  /** bytes: of the file, of all conversations, and both */
  bytes: {weights: number; kvCache: number; total: number};
  /** Whether both fit into the machine's memory; undefined where nobody told how large it is. */
  fits: boolean | undefined;
  prefill: ToldPhase;
  decode: ToldPhase;
}

/** Reading all prompts, or one step in which every reader gets a token. */
export interface ToldPhase {
  /** FLOP, and bytes between memory and chip */
  flops: number;
  bytes: number;
  /** Which of the two takes longer, and how long each takes. */
  bound: "compute" | "memory";
  computeSeconds: number;
  memorySeconds: number;
  /** Of all readers together: at the roof, and as a real program is expected to run. */
  tokensPerSecond: number;
  forecastTokensPerSecond: number;
}

export function toldOf({scenario, simple, estimate}: View): Told {
  const {weights, kvCache, total} = estimate.bytes;
  const {bound, computeSeconds, memorySeconds, seconds, tokensPerSecond} = simple;
  return {
    version: 1,
    scenario: toldScenario(scenario),
    estimate: {
      simple: {bound, computeSeconds, memorySeconds, seconds, tokensPerSecond},
      bytes: {weights, kvCache, total},
      fits: estimate.fits,
      prefill: phaseOf(estimate.prefill),
      decode: phaseOf(estimate.decode),
    },
  };
}

/** A scenario by the names of the attributes, such that it can be set again. */
export function toldScenario(scenario: Scenario): ToldScenario {
  const {own, ...fields} = scenario;
  const told = Object.entries(fields).map(([field, value]) => [
    keyOf[field as keyof typeof fields],
    value,
  ]);
  if (own !== undefined) told.push([keyOf.own, writeOwnModel(own)]);
  return Object.fromEntries(told);
}

function phaseOf(phase: Phase): ToldPhase {
  const {flops, bytes, bound, computeSeconds, memorySeconds, tokensPerSecond, forecast} = phase;
  return {
    flops,
    bytes,
    bound,
    computeSeconds,
    memorySeconds,
    tokensPerSecond,
    forecastTokensPerSecond: forecast.tokensPerSecond,
  };
}
