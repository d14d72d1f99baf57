import {clamp, nearest} from "./block-bytes.js";

/**
 * Searches for the scale of a group of weights, as GGML's reference does it: in 32 bits, rounded
 * after every operation, so that the bytes are the same.
 * Source: llama.cpp, ggml/src/ggml-quants.c (make_qkx2_quants, make_q3_quants).
 */

const {fround} = Math;

const scratch = new Float32Array(256); // levels of a group; one for all, as groups are many

/** Levels 0 … `levels`; `trials` further widths, from `levels + from` on in steps of `step`. */
export interface Search {
  levels: number;
  from: number;
  step: number;
  trials: number;
}

/**
 * Scale and minimum with which levels come nearest to a group: w ≈ scale · level − minimum.
 *
 * The first try lays the levels between the least and the largest weight. Each further one lays
 * them a little wider or narrower, rounds the weights to levels, and takes for these the scale and
 * the minimum of least squares, weighted by `importance`. The one of the smallest error stays, its
 * levels in `best`.
 */
export function scaleAndMinimum(
  weights: Float32Array,
  importance: Float32Array,
  {levels: greatest, from, step, trials}: Search,
  best: Uint8Array,
): {scale: number; minimum: number} {
  const count = weights.length;
  let least = weights[0]!;
  let most = weights[0]!;
  let total = 0; // of the importance
  let totalWeight = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights[i]!;
    least = Math.min(least, weight);
    most = Math.max(most, weight);
    total = fround(total + importance[i]!);
    totalWeight = fround(totalWeight + fround(importance[i]! * weight));
  }
  least = Math.min(0, least);
  best.fill(0);
  if (most === least) return {scale: 0, minimum: -least};

  const levels = scratch.subarray(0, count);
  const inverse = fround(greatest / fround(most - least));
  roundToLevels(weights, least, inverse, greatest, levels);
  best.set(levels);
  let scale = fround(1 / inverse);
  let error = weightedError(weights, importance, levels, scale, least);
  for (let trial = 0; trial <= trials; trial++) {
    const width = fround(fround(fround(from) + fround(fround(step) * trial)) + greatest);
    const stretched = fround(width / fround(most - least));
    roundToLevels(weights, least, stretched, greatest, levels);
    let sum = 0;
    let squares = 0;
    let products = 0;
    for (let i = 0; i < count; i++) {
      const weighted = fround(importance[i]! * levels[i]!);
      sum = fround(sum + weighted);
      squares = fround(squares + fround(weighted * levels[i]!));
      products = fround(products + fround(weighted * weights[i]!));
    }
    const determinant = fround(fround(total * squares) - fround(sum * sum));
    if (!(determinant > 0)) continue;
    let newScale = fround(
      fround(fround(total * products) - fround(totalWeight * sum)) / determinant,
    );
    let newLeast = fround(
      fround(fround(squares * totalWeight) - fround(sum * products)) / determinant,
    );
    if (newLeast > 0) {
      newLeast = 0;
      newScale = fround(products / squares);
    }
    const newError = weightedError(weights, importance, levels, newScale, newLeast);
    if (!(newError < error)) continue;
    best.set(levels);
    [scale, least, error] = [newScale, newLeast, newError];
  }
  return {scale, minimum: -least};
}

function roundToLevels(
  weights: Float32Array,
  least: number,
  inverse: number,
  greatest: number,
  levels: Float32Array,
): void {
  for (let i = 0; i < weights.length; i++) {
    levels[i] = clamp(nearest(fround(inverse * fround(weights[i]! - least))), 0, greatest);
  }
}

/** Σ importance · |scale · level + least − w| */
function weightedError(
  weights: Float32Array,
  importance: Float32Array,
  levels: Float32Array,
  scale: number,
  least: number,
): number {
  let error = 0;
  for (let i = 0; i < weights.length; i++) {
    const off = fround(fround(fround(scale * levels[i]!) + least) - weights[i]!);
    error = fround(error + fround(importance[i]! * Math.abs(off)));
  }
  return error;
}

/**
 * Scale with which levels −half … half − 1 come nearest to a group: w ≈ scale · level.
 *
 * The weight of the largest size gets level −half. Then each weight in turn may change its level
 * where that makes the scale of least squares, Σ w³l / Σ w²l², fit better, at most five rounds.
 * `places` gets the levels, counted from 0.
 */
export function scaleAround(weights: Float32Array, half: number, places: Uint8Array): number {
  const count = weights.length;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    if (Math.abs(weights[i]!) > Math.abs(largest)) largest = weights[i]!;
  }
  places.fill(0);
  if (Math.abs(largest) < tiny) return 0;
  const inverse = fround(-half / largest);
  const levels = scratch.subarray(0, count);
  let products = 0; // Σ w² · w · level
  let squares = 0; // Σ w² · level²
  for (let i = 0; i < count; i++) {
    const weight = weights[i]!;
    const level = clamp(nearest(fround(inverse * weight)), -half, half - 1);
    levels[i] = level;
    products = fround(products + weighted(weight, weight, level));
    squares = fround(squares + weighted(weight, level, level));
  }
  for (let round = 0; round < 5; round++) {
    let changed = false;
    for (let i = 0; i < count; i++) {
      const weight = weights[i]!;
      const level = levels[i]!;
      let otherProducts = fround(products - weighted(weight, weight, level));
      if (!(otherProducts > 0)) continue;
      let otherSquares = fround(squares - weighted(weight, level, level));
      const place = fround(fround(weight * otherSquares) / otherProducts);
      const newLevel = clamp(nearest(place), -half, half - 1);
      if (newLevel === level) continue;
      otherProducts = fround(otherProducts + weighted(weight, weight, newLevel));
      otherSquares = fround(otherSquares + weighted(weight, newLevel, newLevel));
      const fit = fround(fround(otherProducts * otherProducts) * squares);
      const oldFit = fround(fround(products * products) * otherSquares);
      if (otherSquares > 0 && fit > oldFit) {
        levels[i] = newLevel;
        [products, squares, changed] = [otherProducts, otherSquares, true];
      }
    }
    if (!changed) break;
  }
  for (let i = 0; i < count; i++) places[i] = levels[i]! + half;
  return squares > 0 ? fround(products / squares) : 0;
}

const tiny = 1e-15; // a group of smaller weights counts as zero

/** w² · a · b */
function weighted(weight: number, a: number, b: number): number {
  return fround(fround(fround(weight * weight) * a) * b);
}
