import type {Attach} from "../page/context.js";
import type {Chart} from "./chart.js";
import {keepLive} from "./live.js";
import {attachMenu} from "./menu.js";

/** Takes over the figures that the build has drawn, keeps them live, and gives each its menu. */
export function figureAttacher(charts: readonly Chart[]): Attach {
  return (figure, page) => {
    const chart = charts.find(({name}) => name === figure.dataset["figure"]);
    if (chart !== undefined) attachMenu(figure, chart, page, keepLive(figure, chart, page));
  };
}
