import type {View} from "../../lib/scenario/view.js";
import type {Context} from "../page/context.js";
import type {Chart, Layout} from "./chart.js";

export type Variant = "wide" | "narrow";

/** Below this width of its container a figure takes its narrow form. style.css has the same. */
export const narrowBelow = 560; // CSS px

// The widths at which the build draws: those of the prose column, and of a phone of 360 px.
const builtWidth = {wide: 720, narrow: 328}; // CSS px

/** The heights of a chart in this state. CSS px. */
export function heightsOf(chart: Chart, view: View, context: Context): Chart["height"] {
  return chart.heightFor?.(view, context) ?? chart.height;
}

/** The layout in which a chart is drawn when the site is built. */
export function layoutFor(heights: Chart["height"], variant: Variant): Layout {
  return {
    width: builtWidth[variant],
    height: heights[variant],
    narrow: variant === "narrow",
  };
}

// In less room than on a phone of 320 px a chart is drawn for a little more, and shown smaller, so
// that its words do not stand out of it. Such is the room in a small frame.
const narrowest = 280; // CSS px
const drawnBelow = 310; // CSS px

/** The layout of the live chart in a container of this width. */
export function liveLayout(heights: Chart["height"], width: number): Layout {
  const narrow = width < narrowBelow;
  const height = heights[narrow ? "narrow" : "wide"];
  if (width >= narrowest) return {width, height, narrow};
  return {width: drawnBelow, height: (height * drawnBelow) / width, narrow};
}
