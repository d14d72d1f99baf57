import type {Catalog, Measurement} from "../catalog/catalog.js";
import {measuredDecode} from "../catalog/measured.js";
import {isOwnMachine} from "../catalog/own-machine.js";
import {speedWithHost} from "./offload.js";
import {viewOf, type View} from "./view.js";

/** One machine of a ranking: tokens per second at the roof. */
export interface Ranked {
  name: string;
  /** With what has no room on a card beside a processor; 0 where nothing is run. */
  speed: number;
  /** If there were room for all of it. */
  speedWithRoom: number;
  measured: Measurement | undefined;
}

/** The machines by speed with the scenario's model, the fastest first. */
export function ranking(view: View, catalog: Catalog, machines: readonly string[]): Ranked[] {
  return machines
    .map((name) => {
      const there = viewOf({...view.scenario, machine: name}, catalog);
      return {
        name,
        speed: isOwnMachine(name) ? speedAlone(there) : speedWithHost(there, catalog),
        speedWithRoom: there.simple.tokensPerSecond,
        measured: measuredDecode(catalog, there.scenario),
      };
    })
    .sort((a, b) => b.speed - a.speed);
}

/** The reader's own device has no card beside a processor: what has no room is not run. */
function speedAlone({estimate, simple}: View): number {
  return estimate.fits === false ? 0 : simple.tokensPerSecond;
}

/** How near an order of names is to the right one. */
export interface RankingScore {
  /** Pairs that stand the right way round, of all. */
  rightPairs: number;
  pairs: number;
  /** The name that is furthest from its place, with both places, from 1. */
  furthest: {name: string; guessed: number; right: number};
}

/** Compares a guessed order with the right one; both hold the same names. */
export function scoreRanking(guess: readonly string[], right: readonly string[]): RankingScore {
  let rightPairs = 0;
  let pairs = 0;
  for (let i = 0; i < guess.length; i++) {
    for (let j = i + 1; j < guess.length; j++) {
      pairs++;
      if (right.indexOf(guess[i]!) < right.indexOf(guess[j]!)) rightPairs++;
    }
  }
  const places = right.map((name, i) => ({name, guessed: guess.indexOf(name) + 1, right: i + 1}));
  const off = ({guessed, right: place}: (typeof places)[number]) => Math.abs(guessed - place);
  const furthest = places.reduce((a, b) => (off(b) > off(a) ? b : a));
  return {rightPairs, pairs, furthest};
}
