import type {Verdict} from "../../lib/catalog/catalog.js";

/**
 * A sign for each verdict, drawn around the origin within a circle of radius 6: the shape alone
 * tells it, without its colour. Filled is right; the others are open or cut.
 */
export const signs: Readonly<Record<Verdict, string>> = {
  right: "M-5.5,0A5.5,5.5 0 1 1 5.5,0A5.5,5.5 0 1 1 -5.5,0Z",
  "with exceptions":
    "M-5.5,0A5.5,5.5 0 1 1 5.5,0A5.5,5.5 0 1 1 -5.5,0ZM1,0A2.2,2.2 0 1 0 5.4,0A2.2,2.2 0 1 0 1,0Z",
  "factor of two": "M0,-5.5A5.5,5.5 0 0 0 0,5.5Z M1.4,-5.3A5.5,5.5 0 0 1 1.4,5.3",
  units: "M0,-6L6,5H-6Z",
  "other figure": "M-5,-5H5V5H-5Z",
  "not reproducible": "M-5,-5L5,5M-5,5L5,-5",
};

/** "factor of two" → "factor-of-two", for class names. */
export function verdictClass(verdict: Verdict): string {
  return `verdict-${verdict.replaceAll(" ", "-")}`;
}
