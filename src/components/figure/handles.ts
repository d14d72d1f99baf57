import {reshaped, type Sizes} from "../../lib/scenario/own-model.js";
import type {Page} from "../page/context.js";
import type {Layer} from "./chart.js";

/**
 * An edge that can be pulled. Whoever has no pointer has a slider for the same size, so a handle is
 * no stop of the Tab key.
 */
export interface Handle {
  /** The symbol that it belongs to, e.g. "hiddenSize". */
  name: string;
  axis: "x" | "y";
  x: number;
  y: number;
  /** The size as it stands, and by how much a pixel changes it. */
  value: number;
  perPixel: number;
  /** The sizes that follow from a new value. */
  change(value: number): Partial<Sizes>;
}

/** What a drawn handle does: it is drawn anew with every change, the element stays. */
const handleOf = new WeakMap<Element, Handle>();

const reach = 18; // px around a handle in which it can be taken

export function drawHandles(layer: Layer, handles: readonly Handle[]): void {
  const groups = layer
    .selectAll<SVGGElement, Handle>("g")
    .data(handles, ({name}) => name)
    .join((entering) => {
      const group = entering.append("g").attr("aria-hidden", "true");
      group.append("circle").attr("class", "reach").attr("r", reach);
      group.append("circle").attr("class", "grip").attr("r", 5.5);
      return group;
    })
    .attr("class", ({axis}) => `handle ${axis}`)
    .attr("data-symbol", ({name}) => name)
    .attr("transform", ({x, y}) => `translate(${x},${y})`);
  groups.each(function (handle) {
    handleOf.set(this, handle);
  });
}

/** Lets the handles of a chart be pulled. What is pulled becomes a model of the reader's own. */
export function attachHandles(canvas: HTMLElement, page: Page): void {
  canvas.addEventListener("pointerdown", (event) => {
    const element = event.target instanceof Element ? event.target.closest(".handle") : null;
    const handle = element === null ? undefined : handleOf.get(element);
    if (handle === undefined || event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("pulling");
    pull(canvas, handle, event, page);
  });
}

function pull(canvas: HTMLElement, handle: Handle, start: PointerEvent, page: Page): void {
  const {axis, value, perPixel, change} = handle;
  let last = value;
  const follow = (event: PointerEvent, settled: boolean): void => {
    const way = axis === "x" ? event.clientX - start.clientX : event.clientY - start.clientY;
    const next = Math.max(1, Math.round(value + way * perPixel));
    if (next === last && !settled) return;
    last = next;
    page.change(reshaped(page.view(), change(next), page.words.controls.changed), settled);
  };
  const move = (event: PointerEvent): void => follow(event, false);
  const end = (event: PointerEvent): void => {
    canvas.removeEventListener("pointermove", move);
    canvas.removeEventListener("pointerup", end);
    canvas.removeEventListener("pointercancel", end);
    canvas.classList.remove("pulling");
    if (last !== value) follow(event, true);
  };
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
}
