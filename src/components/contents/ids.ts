/** What a chapter places and the list of all figures and formulas links to. */
export type Placed = "figure" | "equation" | "derivation";

/** The id that an element has on its page, e.g. "derivation-latency". */
export function idOf(kind: Placed, name: string): string {
  return `${kind}-${name}`;
}
