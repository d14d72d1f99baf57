import type {Page} from "../page/context.js";
import type {Chart, Table} from "./chart.js";

/** Shows the chart's facts as a table beneath it, or puts them away. */
export function toggleTable(
  figure: HTMLElement,
  chart: Chart,
  {words, numbers}: Page,
  table: Table,
): void {
  const old = figure.querySelector(".figure-table");
  if (old !== null) return old.remove();
  const holder = document.createElement("div");
  holder.className = "figure-table";
  holder.tabIndex = 0;
  holder.setAttribute("role", "region");
  holder.setAttribute("aria-label", words.figures.tableOf(chart.name));
  const element = holder.appendChild(document.createElement("table"));
  const heads = element.createTHead().insertRow();
  for (const column of table.columns) {
    const head = document.createElement("th");
    head.scope = "col";
    head.textContent = column;
    heads.append(head);
  }
  const body = element.createTBody();
  for (const row of table.rows) {
    const line = body.insertRow();
    for (const cell of row) {
      line.insertCell().textContent = typeof cell === "number" ? numbers.number(cell) : cell;
    }
  }
  figure.append(holder);
}
