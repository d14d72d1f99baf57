/**
 * The two paths that charts draw, straight from point to point, as d3-shape writes them. Its other
 * shapes and curves come along with these two wherever they are used, 16 kB of script for whoever
 * opens a chart on a phone or sets one into a page.
 */

type Accessor<Point> = (point: Point) => number;

/** A thousandth of a pixel is seen by nobody. */
const place = (x: number, y: number): string => `${rounded(x)},${rounded(y)}`;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Draws a line through points. Where a point is not `defined` the line has a gap.
 *
 * @returns what makes the attribute d of a path; null where there are no points
 */
export function line<Point>(
  x: Accessor<Point>,
  y: Accessor<Point>,
  defined: (point: Point) => boolean = () => true,
): (points: readonly Point[]) => string | null {
  return (points) => {
    const pieces: string[] = [];
    let piece: string[] = [];
    const end = (): void => {
      if (piece.length > 0) pieces.push(`M${piece.join("L")}${piece.length === 1 ? "Z" : ""}`);
      piece = [];
    };
    for (const point of points) {
      if (defined(point)) piece.push(place(x(point), y(point)));
      else end();
    }
    end();
    return pieces.join("") || null;
  };
}

/** Draws the area between two lines that share their x. */
export function area<Point>(
  x: Accessor<Point>,
  lower: Accessor<Point>,
  upper: Accessor<Point>,
): (points: readonly Point[]) => string | null {
  return (points) => {
    if (points.length === 0) return null;
    const there = points.map((point) => place(x(point), upper(point)));
    const back = [...points].reverse().map((point) => place(x(point), lower(point)));
    return `M${[...there, ...back].join("L")}Z`;
  };
}
