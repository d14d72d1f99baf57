import type {Layer} from "./chart.js";

/** Words in a drawing, from where they begin or end. CSS pixels. */
export interface Words {
  text: string;
  x: number;
  y: number; // of the baseline
  anchor: "start" | "middle" | "end";
}

/** Draws lines and bands: their kind is their colour, e.g. "memory", their d the path's. */
export function drawCurves(
  layer: Layer,
  curves: readonly {kind: string; symbol?: string; d: string | null}[],
): void {
  layer
    .selectAll("path")
    .data(curves)
    .join("path")
    .attr("class", ({kind}) => `curve ${kind}`)
    .attr("data-symbol", ({symbol}) => symbol ?? null)
    .attr("d", ({d}) => d);
}

/** Names curves where they run, each in its colour. */
export function nameCurves(layer: Layer, names: readonly (Words & {kind: string})[]): void {
  layer
    .selectAll("text")
    .data(names)
    .join("text")
    .attr("class", ({kind}) => `label side ${kind}`)
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}

/** Writes beside the chosen dot what it stands at. */
export function drawReading(layer: Layer, reading: Words): void {
  layer
    .selectAll("text.reading")
    .data([reading])
    .join("text")
    .attr("class", "reading roof-value")
    .attr("x", ({x}) => x)
    .attr("y", ({y}) => y)
    .attr("text-anchor", ({anchor}) => anchor)
    .text(({text}) => text);
}
