import type {Selection} from "d3-selection";

/** A diamond around the origin: what was measured. Dots are computed. */
export function diamond(radius: number): string {
  return `M0,${-radius}L${radius},0L0,${radius}L${-radius},0Z`;
}

/** Class of a diamond: `unverified` where no page could be read on which the number stands. */
export function measuredClass(isChosen: boolean, isVerified: boolean): string {
  return ["measured", isChosen ? "chosen" : "", isVerified ? "" : "unverified"].join(" ").trim();
}

/** What a mark says of itself when a reader asks, and the values that it stands for. */
export interface Point {
  label: string;
  x: number;
  y: number;
}

/** Makes marks that a reader can ask about: see `Chart`. */
export function asPoints<Element extends SVGElement, Datum>(
  marks: Selection<Element, Datum, SVGElement, unknown>,
  pointOf: (datum: Datum) => Point,
): void {
  marks.each(function (datum) {
    const {label, x, y} = pointOf(datum);
    this.classList.add("point");
    this.setAttribute("data-label", label);
    this.setAttribute("data-x", String(x));
    this.setAttribute("data-y", String(y));
  });
}

/**
 * Moves labels apart until each has `room` pixels, changing the order of none and the places of as
 * few as possible. Returns a place for each.
 */
export function spread(
  places: readonly number[],
  room: number,
  least: number,
  most: number,
): number[] {
  const order = places.map((place, i) => ({place, i})).sort((a, b) => a.place - b.place);
  let above = least - room;
  for (const entry of order) above = entry.place = Math.max(entry.place, above + room);
  let below = most + room;
  for (const entry of order.reverse()) below = entry.place = Math.min(entry.place, below - room);
  const moved = [...places];
  for (const {place, i} of order) moved[i] = place;
  return moved;
}
