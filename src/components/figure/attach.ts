import {select} from "d3-selection";
import {viewOf, type View} from "../../lib/scenario/view.js";
import type {Attach, Attributes, Page} from "../page/context.js";
import {isPinned, pinned} from "../page/pinned.js";
import type {Chart} from "./chart.js";
import {liveLayout} from "./layout.js";
import {attachMenu} from "./menu.js";
import {attachPoints} from "./points.js";

/** Takes over the figures that the build has drawn, and keeps them live. */
export function figureAttacher(charts: readonly Chart[]): Attach {
  return (figure, page) => {
    const chart = charts.find(({name}) => name === figure.dataset["figure"]);
    if (chart !== undefined) attachFigure(figure, chart, page);
  };
}

function attachFigure(figure: HTMLElement, chart: Chart, page: Page): void {
  const part = (name: string) => figure.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const canvas = part("canvas");
  const options: Record<string, string> = {...(figure.dataset as Attributes)};
  const viewNow = (view: View): View =>
    isPinned(options) ? viewOf(pinned(view.scenario, options), page.catalog) : view;

  let update: (view: View) => void = () => {};
  let drawnWidth = 0;
  let seen = false; // near the screen: only then it is worth drawing
  let stale = true;

  const draw = (): void => {
    stale = false;
    const view = viewNow(page.view());
    setText(part("title"), chart.title(view, page, options));
    setText(part("summary"), chart.summary(view, page, options));
    canvas.querySelector("svg")?.setAttribute("aria-label", chart.title(view, page, options));
    update(view);
  };

  const redraw = (): void => {
    drawnWidth = canvas.clientWidth;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const layout = liveLayout(chart, drawnWidth);
    const drawing = select(svg)
      .attr("class", `drawing live ${layout.narrow ? "narrow" : "wide"}`)
      .attr("viewBox", `0 0 ${layout.width} ${layout.height}`)
      .attr("role", "group");
    update = chart.create(drawing, layout, page, options);
    draw();
    canvas.querySelectorAll("svg").forEach((old) => old.remove());
    canvas.prepend(svg);
  };

  new IntersectionObserver(
    ([entry]) => {
      seen = entry!.isIntersecting;
      if (seen && drawnWidth === 0) redraw();
      else if (seen && stale) draw();
    },
    {rootMargin: "300px"},
  ).observe(figure);
  new ResizeObserver(() => {
    if (drawnWidth !== 0 && canvas.clientWidth !== drawnWidth) redraw();
  }).observe(canvas);

  let shown: View | undefined;
  page.watch((view) => {
    if (view === shown) return;
    shown = view;
    stale = true;
    if (seen && drawnWidth !== 0) draw();
  });

  // Printing shows every figure as it stands, also those that have not been on the screen.
  addEventListener("beforeprint", () => (drawnWidth === 0 ? redraw() : draw()));

  figure.closest(".predict")?.addEventListener("guess", (event) => {
    options["guess"] = String((event as CustomEvent<number>).detail);
    if (drawnWidth !== 0) redraw();
  });

  attachPoints(canvas, page);
  attachMenu(figure, chart, page, () => chart.table(viewNow(page.view()), page, options));
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
