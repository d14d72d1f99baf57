import type {View} from "../../lib/scenario/view.js";
import {createMenu} from "../menu/menu.js";
import type {Page} from "../page/context.js";
import type {Subject as EmbedSubject} from "../share/dialog.js";
import {addEmbedEntry} from "../share/entry.js";
import {addTakeEntries, type Subject} from "../take/entries.js";
import type {Chart, Table} from "./chart.js";

/**
 * The one quiet menu of a figure: its facts as a table or a file, its picture, what can be taken
 * away, its sources. The link to the sources has stood there since the build; the rest joins it.
 */
export function attachMenu(
  figure: HTMLElement,
  chart: Chart,
  page: Page,
  now: {view(): View; table(): Table},
): void {
  const foot = figure.querySelector<HTMLElement>('[data-part="foot"]')!;
  const words = page.words.figures.menu;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const menu = createMenu(page.words.take.open);

  menu.action(words.table, () => toggleTable(figure, chart, page, now.table()));
  menu.action(words.csv, async () => {
    const {csvOf, save} = await import("./export.js");
    save(new Blob([csvOf(now.table())], {type: "text/csv"}), `${chart.name}.csv`);
  });
  menu.action(words.svg, async () => {
    const {svgOf, save} = await import("./export.js");
    save(svgOf(figure.querySelector("svg")!), `${chart.name}.svg`);
  });
  menu.action(words.png, async () => {
    const {svgOf, pngOf, save} = await import("./export.js");
    save(await pngOf(svgOf(figure.querySelector("svg")!)), `${chart.name}.png`);
  });
  const textOf = (part: string): string =>
    figure.querySelector(`[data-part="${part}"]`)?.textContent ?? "";
  const subject: Subject = {
    place: figure.id,
    formula: chart.law,
    figure: () => ({title: textOf("title"), summary: textOf("summary"), table: now.table()}),
    view: now.view,
    tell: (sentence) => (status.textContent = sentence),
  };
  addTakeEntries(menu, subject, page);
  const embedded = (): EmbedSubject => ({
    name: chart.name,
    title: textOf("title"),
    place: figure.id,
    drawing: () => figure.querySelector("svg")!,
  });
  addEmbedEntry(menu, embedded, page);
  const sources = foot.querySelector<HTMLElement>("a");
  if (sources !== null) menu.entry(sources);
  foot.append(status, menu.element);
}

/** Shows the chart's facts as a table beneath it, or puts them away. */
function toggleTable(
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
