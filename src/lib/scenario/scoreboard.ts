import {tokensPerSecond} from "../arithmetic/simple-law.js";
import type {Catalog, Machine, Measurement} from "../catalog/catalog.js";
import {findMachine} from "../catalog/find.js";
import {scoreboard} from "../catalog/measured.js";
import {articleSevenBillion} from "./article.js";
import {defaultScenario} from "./scenario.js";
import {viewOf} from "./view.js";

/** A machine of llama.cpp's scoreboard, with what two laws say that it cannot exceed. */
export interface ScoreboardRow {
  measurement: Measurement;
  machine: Machine;
  /** Tokens per second that the law as published allows: 7 billion weights of half a byte. */
  publishedCeiling: number;
  /** Tokens per second that the law corrected allows: the bytes of the file that was run. */
  correctedCeiling: number;
}

/** All machines of the scoreboard, in the order of their bandwidth. */
export function scoreboardRows(catalog: Catalog): ScoreboardRow[] {
  return scoreboard(catalog)
    .map((measurement) => scoreboardRow(measurement, catalog))
    .sort((a, b) => a.machine.hardware.bandwidth - b.machine.hardware.bandwidth);
}

export function scoreboardRow(measurement: Measurement, catalog: Catalog): ScoreboardRow {
  const {model, machine, format} = measurement;
  const {simple} = viewOf({...defaultScenario, model, machine, format}, catalog);
  return {
    measurement,
    machine: findMachine(catalog, machine),
    publishedCeiling: tokensPerSecond({seconds: articleSevenBillion(catalog, machine).published}),
    correctedCeiling: tokensPerSecond({seconds: simple.memorySeconds}),
  };
}

/** Whether a machine was measured to be faster than the law as published allows. */
export function beatsPublishedCeiling(measurement: Measurement, catalog: Catalog): boolean {
  return measurement.tokensPerSecond > scoreboardRow(measurement, catalog).publishedCeiling;
}
