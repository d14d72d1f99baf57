import {tokensPerSecond} from "../arithmetic/simple-law.js";
import type {Catalog, Machine, Measurement} from "../catalog/catalog.js";
import {findMachine} from "../catalog/find.js";
import {scoreboard} from "../catalog/measured.js";
import {articleSevenBillion} from "./article.js";
import {defaultScenario} from "./scenario.js";
import {viewOf} from "./view.js";

/** What two laws say that a machine cannot exceed with the scoreboard's model. */
export interface Ceilings {
  machine: Machine;
  /** Tokens per second that the law as published allows: 7 billion weights of half a byte. */
  publishedCeiling: number;
  /** Tokens per second that the law corrected allows: the bytes of the file that was run. */
  correctedCeiling: number;
}

/** A machine of llama.cpp's scoreboard. */
export interface ScoreboardRow extends Ceilings {
  measurement: Measurement;
}

/** All machines of the scoreboard, in the order of their bandwidth. */
export function scoreboardRows(catalog: Catalog): ScoreboardRow[] {
  return scoreboard(catalog)
    .map((measurement) => scoreboardRow(measurement, catalog))
    .sort((a, b) => a.machine.hardware.bandwidth - b.machine.hardware.bandwidth);
}

export function scoreboardRow(measurement: Measurement, catalog: Catalog): ScoreboardRow {
  return {measurement, ...ceilingsOf(findMachine(catalog, measurement.machine), catalog)};
}

/** With the scoreboard's model: Llama-2-7B in a Q4_0 file, which all its machines have run. */
export function ceilingsOf(machine: Machine, catalog: Catalog): Ceilings {
  const {name} = machine;
  const run = {model: "Llama-2-7B", format: "Q4_0 file", machine: name};
  const {simple} = viewOf({...defaultScenario, ...run}, catalog);
  return {
    machine,
    publishedCeiling: tokensPerSecond({seconds: articleSevenBillion(catalog, name).published}),
    correctedCeiling: tokensPerSecond({seconds: simple.memorySeconds}),
  };
}

/** Whether a machine was measured to be faster than the law as published allows. */
export function beatsPublishedCeiling(measurement: Measurement, catalog: Catalog): boolean {
  return measurement.tokensPerSecond > scoreboardRow(measurement, catalog).publishedCeiling;
}
