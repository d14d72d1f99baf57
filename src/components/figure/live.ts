import {select} from "d3-selection";
import {viewOf, type View} from "../../lib/scenario/view.js";
import type {Attributes, Page} from "../page/context.js";
import {watchNear} from "../page/near.js";
import {isPinned, pinned} from "../page/pinned.js";
import type {Chart, Table} from "./chart.js";
import {attachDrag} from "./drag.js";
import {heightsOf, liveLayout} from "./layout.js";
import {ringOwn} from "./own.js";
import {attachPoints} from "./points.js";

/** What a live figure shows at this moment. */
export interface ShownFigure {
  view(): View;
  table(): Table;
}

/** Keeps a figure live: its drawing, title and summary, what a reader asks of it and pulls in it. */
export function keepLive(figure: HTMLElement, chart: Chart, page: Page): ShownFigure {
  const part = (name: string) => figure.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  const canvas = part("canvas");
  const options: Record<string, string> = {...(figure.dataset as Attributes)};
  const viewNow = (view: View): View =>
    isPinned(options) ? viewOf(pinned(view.scenario, options), page.catalog) : view;

  let update: ((view: View) => void) | undefined; // none before the figure has come near the screen
  let drawing: SVGSVGElement | undefined;
  let shown = page.view();
  let drawnHeight = 0; // CSS px, of the wide form
  let drawnCatalog = page.catalog; // another one, once the reader's device is measured or forgotten

  const draw = (): void => {
    const view = viewNow(shown);
    const title = chart.title(view, page, options);
    setText(part("title"), title);
    canvas.querySelector("svg")?.setAttribute("aria-label", title);
    setText(part("summary"), chart.summary(view, page, options));
    update?.(view);
    if (drawing !== undefined) ringOwn(drawing);
  };

  let drawnWidth = canvas.clientWidth; // CSS px; 0 in what is hidden
  const redraw = (): void => {
    const width = canvas.clientWidth || drawnWidth;
    if (width === 0) return; // it is drawn once it has room
    const svg = (drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg"));
    drawnCatalog = page.catalog;
    const heights = heightsOf(chart, viewNow(shown), page);
    drawnHeight = heights.wide;
    canvas.style.setProperty("--wide", `${heights.wide}px`);
    canvas.style.setProperty("--narrow", `${heights.narrow}px`);
    const layout = liveLayout(heights, width);
    const live = select(svg)
      .attr("class", `drawing live ${layout.narrow ? "narrow" : "wide"}`)
      .attr("viewBox", `0 0 ${layout.width} ${layout.height}`)
      .attr("role", "img");
    update = chart.create(live, layout, page, options);
    canvas.querySelectorAll("svg").forEach((old) => old.remove());
    canvas.prepend(svg);
    draw();
  };

  watchNear(figure, page, (view) => {
    shown = view;
    const isAsHigh = heightsOf(chart, viewNow(view), page).wide === drawnHeight;
    const isOfCatalog = drawnCatalog === page.catalog;
    if (update === undefined || !isAsHigh || !isOfCatalog) redraw();
    else draw();
  });

  new ResizeObserver(() => {
    if (canvas.clientWidth === drawnWidth || canvas.clientWidth === 0) return; // 0: a hidden frame
    const isFirst = drawnWidth === 0;
    drawnWidth = canvas.clientWidth;
    if (update !== undefined || isFirst) redraw();
  }).observe(canvas);

  figure.closest(".predict")?.addEventListener("guess", (event) => {
    options["guess"] = String((event as CustomEvent<number>).detail);
    if (update !== undefined) redraw();
  });

  attachPoints(canvas, page);
  attachDrag(canvas, chart, page, () => {
    const view = viewNow(page.view());
    return {view, layout: liveLayout(heightsOf(chart, view, page), canvas.clientWidth)};
  });
  return {
    view: () => viewNow(page.view()),
    table: () => chart.table(viewNow(page.view()), page, options),
  };
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
