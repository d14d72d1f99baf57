import {units, type Family, type UnitName} from "./units.js";

/** What a student wrote: a number, and a unit of units.ts where one stood behind it. */
export interface Given {
  value: number;
  unit?: string;
}

/** What is to be said to an answer. */
export type Verdict =
  | {kind: "right"}
  /** The number is right in another unit than the one it was given in. */
  | {kind: "unit"; given: string; right: string}
  /** The unit measures something else. */
  | {kind: "foreign"; given: string; asked: string}
  /** One divided by the answer. */
  | {kind: "inverse"}
  /** So many times the answer, or, where `isMore` is false, only such a part of it. */
  | {kind: "slip"; factor: Slip; isMore: boolean}
  | {kind: "wrong"; isMore: boolean};

/** Factors that are easily lost: two operations a weight, bits and bytes, prefixes of both kinds. */
const slips = [2, 8, 1000, 1024] as const;
type Slip = (typeof slips)[number];

/** An answer is right within this share of the law's. */
export const tolerance = 0.05;
/** A unit that was mixed up is told by less: a GiB is only seven percent more than a GB. */
const sameNumber = 0.02;

/** Compares an answer with the law's, which is in the unit that the question names. */
export function checkAnswer(given: Given, answer: number, asked: UnitName): Verdict {
  const {family, unit}: {family: Family; unit: string} = units[asked];
  const givenUnit = given.unit ?? unit;
  const factor = family[givenUnit];
  if (factor === undefined) return {kind: "foreign", given: givenUnit, asked: unit};

  const right = answer * family[unit]!;
  const value = given.value * factor;
  if (isNear(value, right, tolerance)) return {kind: "right"};

  const meant = Object.entries(family).find(([, one]) =>
    isNear(given.value * one, right, sameNumber),
  );
  if (meant !== undefined) return {kind: "unit", given: givenUnit, right: meant[0]};
  // Seconds a token are the only quotient that is turned round in these exercises.
  if (asked === "tokensPerSecond" && isNear(1 / value, right, tolerance)) return {kind: "inverse"};

  const isMore = value > right;
  const ratio = isMore ? value / right : right / value;
  const near = slips.filter((slip) => isNear(ratio, slip, tolerance));
  const factorLost = near.sort((a, b) => Math.abs(ratio - a) - Math.abs(ratio - b))[0];
  return factorLost === undefined
    ? {kind: "wrong", isMore}
    : {kind: "slip", factor: factorLost, isMore};
}

function isNear(value: number, right: number, share: number): boolean {
  return Math.abs(value - right) <= share * Math.abs(right) * (1 + 1e-9);
}
