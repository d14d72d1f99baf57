/**
 * As much of d3-interpolate as scales of numbers need. The whole of it, with the colours that it
 * mixes, would be a fifth of an element's file, and no chart here has a scale of colours.
 */

export function interpolateNumber(a: number, b: number): (share: number) => number {
  return (share) => a * (1 - share) + b * share;
}

export {interpolateNumber as interpolate};

export function interpolateRound(a: number, b: number): (share: number) => number {
  return (share) => Math.round(a * (1 - share) + b * share);
}

/** Scales of many pieces need it, which no chart has. */
export function piecewise(): never {
  throw new Error("A scale of many pieces; those here have a beginning and an end.");
}
