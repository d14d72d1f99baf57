import type {BlockFormat, Format} from "../arithmetic/format.js";
import {formatNamed, weightBytes} from "../arithmetic/precision.js";
import {fable} from "./fable.js";
import {recordedPrices} from "./recorded-prices.js";
import {patienceStops, type Price, type StoredFormat} from "./stored-formats.js";

/** Blocks of 32 with a scale, like those of Q4_0 and Q8_0, but with two bits a weight, or one. */
function ownFormat(name: string, bits: number): BlockFormat {
  const weights = 32;
  return {
    name,
    kind: "block",
    weights,
    fields: [
      {name: "scale", bits: 16, count: 1},
      {name: "weights", bits, count: weights},
    ],
    bitsPerWeight: bits + 16 / weights,
    arithmetic: "fp32",
  };
}

const ownFormats: Readonly<Partial<Record<StoredFormat, BlockFormat>>> = {
  "2 bits": ownFormat("2 bits", 2),
  "1 bit": ownFormat("1 bit", 1),
};

/** Whether a format exists in this notebook alone. */
export const isOwnFormat = (stored: StoredFormat): boolean => stored in ownFormats;

/** The format of the matrices; the norms stay in 32 bits. */
export function formatStored(stored: StoredFormat): Format {
  return ownFormats[stored] ?? formatNamed(stored === "F32" ? "FP32" : stored);
}

/** Bits that a weight of a matrix takes, its part of the scales counted in. */
export const storedBitsOf = (stored: StoredFormat): number => formatStored(stored).bitsPerWeight;

/** Bytes of the demo model's weights. */
export const demoBytesOf = (stored: StoredFormat): number =>
  weightBytes(fable, formatStored(stored));

/** What was recorded with the notebook's own engine. */
export const recordedPrice = (stored: StoredFormat): Price => recordedPrices[stored];

/** The stop nearest to "one in so many", as the place of its count in `lifted`. */
export function patienceIndex(oneIn: number): number {
  const distance = (stop: number): number => Math.abs(Math.log(stop / oneIn));
  const nearest = Math.min(...patienceStops.map(distance));
  return patienceStops.findIndex((stop) => distance(stop) === nearest);
}

/** Words of a text with these logarithms of their odds that are rarer than each stop. */
export function liftedAt(logLikelihoods: ArrayLike<number>): number[] {
  const all = Array.from(logLikelihoods);
  return patienceStops.map((oneIn) => all.filter((each) => each < -Math.log(oneIn)).length);
}
