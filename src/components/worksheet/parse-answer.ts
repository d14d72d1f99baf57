import type {Given} from "../../lib/scenario/worksheet/check.js";
import {unitNamed, units, type UnitName} from "../../lib/scenario/worksheet/units.js";
import {parseNumber} from "../guess/parse-number.js";

const longest = 60; // characters

/**
 * An answer as people write it: "164", "3.1 ms", "13.5GB", "6.7 billion weights"; null where it is
 * none. A letter that is a unit of what is asked is that unit: "5 B" are bytes where bytes are asked
 * for, and billions elsewhere.
 */
export function parseAnswer(text: string, asked: UnitName): Given | null {
  if (text.length > longest) return null;
  const [, digits, rest = ""] = /^\s*([\d.,\s]*\d(?:e[+-]?\d+)?)\s*([^]*?)\s*$/i.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = parseNumber(digits);
  if (value === null) return null;
  if (rest === "") return {value};

  const unit = unitNamed(rest);
  if (unit !== undefined && Object.hasOwn(units[asked].family, unit)) return {value, unit};
  const [, prefix = "", behind = ""] = large.exec(rest) ?? [];
  const times = factors[prefix.toLowerCase()];
  if (times !== undefined) {
    if (behind === "") return {value: value * times};
    const unitBehind = unitNamed(behind);
    return unitBehind === undefined ? null : {value: value * times, unit: unitBehind};
  }
  return unit === undefined ? null : {value, unit};
}

const large = /^(k|m|g|b|t|thousand|million|billion|trillion)(?:\s+(.+))?$/i;
const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  g: 1e9,
  b: 1e9,
  t: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
