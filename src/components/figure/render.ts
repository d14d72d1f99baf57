import {select} from "d3-selection";
import {JSDOM} from "jsdom";
import type {View} from "../../lib/scenario/view.js";
import {escapeHtml} from "../build/html.js";
import type {Attributes, Context, Render} from "../page/context.js";
import type {Chart, Layout} from "./chart.js";
import {heightsOf, layoutFor, type Variant} from "./layout.js";

const {document} = new JSDOM("<!doctype html>").window;

/**
 * A figure before any script runs: caption, summary, and the chart in its default state, drawn for
 * a wide and for a narrow column. A container query in style.css shows one of the two.
 */
export function figureRenderer(charts: readonly Chart[]): Render {
  return (attributes, view, context) => {
    const chart = charts.find(({name}) => name === attributes["figure"]);
    if (chart === undefined) {
      throw new Error(
        `data-figure is "${attributes["figure"]}"; it should be one of ${charts.map(({name}) => name).join(", ")}`,
      );
    }
    const title = chart.title(view, context, attributes);
    const summary = chart.summary(view, context, attributes);
    const heights = heightsOf(chart, view, context);
    const drawings = (["wide", "narrow"] as const)
      .map((variant) => drawingOf(chart, variant, view, context, attributes))
      .join("");
    return [
      `<figcaption><b data-part="title">${escapeHtml(title)}</b> `,
      `<span data-part="summary">${escapeHtml(summary)}</span></figcaption>`,
      `<div class="canvas" data-part="canvas" style="--wide:${heights.wide}px;--narrow:${heights.narrow}px">${drawings}</div>`,
      `<div class="figure-foot" data-part="foot"><a href="/pages/sources">${escapeHtml(context.words.figures.sources)}</a></div>`,
    ].join("");
  };
}

/** A chart as the build draws it, as the text of an SVG that stands in a page. */
export function drawingOf(
  chart: Chart,
  variant: Variant,
  view: View,
  context: Context,
  options: Attributes,
): string {
  const layout: Layout = layoutFor(heightsOf(chart, view, context), variant);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const canvas = select(svg)
    .attr("class", `drawing ${variant}`)
    .attr("viewBox", `0 0 ${layout.width} ${layout.height}`)
    .attr("role", "img")
    .attr("aria-label", chart.title(view, context, options));
  chart.create(canvas, layout, context, {...options, variant})(view);
  return svg.outerHTML;
}
