import type {Sizes} from "../../lib/scenario/own-model.js";
import type {Layer, Place} from "./chart.js";

/**
 * An edge that can be pulled. Whoever has no pointer has a slider for the same size, so a handle is
 * no stop of the Tab key.
 */
export interface Handle extends Place {
  /** The symbol that it belongs to, e.g. "hiddenSize". */
  name: string;
  axis: "x" | "y";
  /** The size as it stands, and by how much a pixel changes it. */
  value: number;
  perPixel: number;
  /** The sizes that follow from a new value. */
  change(value: number): Partial<Sizes>;
}

const reach = 18; // px around a handle in which it can be taken

/** Draws the handles; the frame knows by the class "grip" what a finger can take hold of. */
export function drawHandles(layer: Layer, handles: readonly Handle[]): void {
  layer
    .selectAll<SVGGElement, Handle>("g")
    .data(handles, ({name}) => name)
    .join((entering) => {
      const group = entering.append("g").attr("aria-hidden", "true");
      group.append("circle").attr("class", "reach").attr("r", reach);
      group.append("circle").attr("class", "knob").attr("r", 5.5);
      return group;
    })
    .attr("class", ({axis}) => `handle grip ${axis}`)
    .attr("data-symbol", ({name}) => name)
    .attr("transform", ({x, y}) => `translate(${x},${y})`);
}

/** The handle that is taken at a place of the drawing: the nearest of those within reach. */
export function handleAt({x, y}: Place, handles: readonly Handle[]): Handle | undefined {
  const distance = (handle: Handle): number => Math.hypot(handle.x - x, handle.y - y);
  return handles
    .filter((handle) => distance(handle) <= reach)
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** The size that a handle stands for once it has been pulled from one place to another. */
export function moved({axis, value, perPixel}: Handle, from: Place, to: Place): number {
  return Math.max(1, Math.round(value + (to[axis] - from[axis]) * perPixel));
}
