import {attachControl} from "../../components/control/attach.js";
import {keepEquationLive} from "../../components/equation/live.js";
import type {Chart} from "../../components/figure/chart.js";
import {heightsOf} from "../../components/figure/layout.js";
import {keepLive} from "../../components/figure/live.js";
import {toggleTable} from "../../components/figure/toggle-table.js";
import type {Attach, Page} from "../../components/page/context.js";

/** Brings what has grown in an element to life. */
export type BringToLife = (around: HTMLElement, page: Page) => void;

/**
 * Brings a chart to life, and lets a button show its facts as a table.
 *
 * @param attachments what takes over the figure besides, such as machines that a touch pins
 */
export function liveFigure(chart: Chart, attachments: readonly Attach[] = []): BringToLife {
  return (around, page) => {
    liveControls(around, page);
    const figure = around.querySelector<HTMLElement>("[data-figure]")!;
    reserve(figure, chart, page);
    const shown = keepLive(figure, chart, page);
    const button = figure.querySelector<HTMLElement>("[data-do=table]")!;
    button.addEventListener("click", () => {
      toggleTable(figure, chart, page, shown.table());
      const isOpen = figure.querySelector(".figure-table") !== null;
      button.setAttribute("aria-expanded", String(isOpen));
    });
    for (const attach of attachments) attach(figure, page);
  };
}

/** Keeps the room of a drawing that is made only when the reader comes near. */
function reserve(figure: HTMLElement, chart: Chart, page: Page): void {
  const canvas = figure.querySelector<HTMLElement>("[data-part=canvas]")!;
  for (const [variant, height] of Object.entries(heightsOf(chart, page.view(), page))) {
    canvas.style.setProperty(`--${variant}`, `${height}px`);
  }
}

/** Brings an equation to life. */
export const liveEquation: BringToLife = (around, page) => {
  liveControls(around, page);
  keepEquationLive(around.querySelector<HTMLElement>("[data-equation]")!, page);
};

function liveControls(around: HTMLElement, page: Page): void {
  for (const control of around.querySelectorAll<HTMLElement>("[data-control]")) {
    attachControl(control, page);
  }
}
