/** Where the words of a label could begin or end, in CSS px. */
export interface Place {
  x: number;
  y: number; // of the baseline
  anchor: "start" | "end";
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Points along a curve, in CSS px, close enough to each other to be joined by straight lines. */
export type Curve = readonly (readonly [number, number])[];

const characterWidth = 7.3; // CSS px, of a label in its usual size
const between = 8; // points tried on each straight part of a curve

/** About the room that a label takes. */
export function boxOf({x, y, anchor}: Place, text: string): Box {
  const width = text.length * characterWidth;
  const left = anchor === "start" ? x : x - width;
  return {left, right: left + width, top: y - 11, bottom: y + 3};
}

/** The first place where a label meets neither another one nor a curve; else the first of all. */
export function freePlace(
  places: readonly Place[],
  text: string,
  taken: readonly Box[],
  curves: readonly Curve[],
): Place {
  const free = places.find((place) => {
    const box = boxOf(place, text);
    return (
      !taken.some((other) => meet(box, other)) && !curves.some((curve) => runsInto(curve, box))
    );
  });
  return free ?? places[0]!;
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function runsInto(curve: Curve, {left, right, top, bottom}: Box): boolean {
  return curve.some(([x, y], i) => {
    const [fromX, fromY] = curve[i - 1] ?? [x, y];
    return Array.from({length: between}, (_, step) => (step + 1) / between).some((share) => {
      const atX = fromX + (x - fromX) * share;
      const atY = fromY + (y - fromY) * share;
      return atX > left && atX < right && atY > top && atY < bottom;
    });
  });
}
