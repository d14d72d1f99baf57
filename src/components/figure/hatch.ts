import type {Canvas} from "./chart.js";

let drawn = 0; // patterns so far: each drawing needs one of its own name

/**
 * Compute is hatched, so that it is told from memory without its colour. Returns a paint for fills.
 *
 * @param chart name of the chart: what the build has drawn and what is drawn live must not meet
 */
export function drawHatch(canvas: Canvas, chart: string, distance = 7): string {
  const id = `${chart}-hatch-${++drawn}`;
  canvas
    .append("defs")
    .append("pattern")
    .attr("id", id)
    .attr("class", "hatch")
    .attr("width", distance)
    .attr("height", distance)
    .attr("patternUnits", "userSpaceOnUse")
    .attr("patternTransform", "rotate(45)")
    .append("line")
    .attr("y2", distance);
  return `url(#${id})`;
}
