import {recordedPrice} from "../../lib/scenario/price.js";
import type {Price, StoredFormat} from "../../lib/scenario/stored-formats.js";
import type {Told} from "../../lib/scenario/stories.js";

/** What this browser has found out since the reader pressed the button. */

const prices = new Map<StoredFormat, Price>();
const stories = new Map<string, readonly Told[]>(); // by "seed format"

/** What was measured here, or else what was recorded. */
export const priceNow = (stored: StoredFormat): Price =>
  prices.get(stored) ?? recordedPrice(stored);

export const isLive = (stored: StoredFormat): boolean => prices.has(stored);

export const liveCount = (): number => prices.size;

export function keepPrice(stored: StoredFormat, price: Price): void {
  prices.set(stored, price);
}

export const liveStory = (seed: number, stored: StoredFormat): readonly Told[] | undefined =>
  stories.get(`${seed} ${stored}`);

export function keepStory(seed: number, stored: StoredFormat, told: readonly Told[]): void {
  stories.set(`${seed} ${stored}`, told);
}
