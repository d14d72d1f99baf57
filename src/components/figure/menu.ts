import {createMenu} from "../menu/menu.js";
import type {Page} from "../page/context.js";
import type {Subject as EmbedSubject} from "../share/dialog.js";
import {addEmbedEntry} from "../share/entry.js";
import {addTakeEntries, type Subject} from "../take/entries.js";
import type {Chart} from "./chart.js";
import type {ShownFigure} from "./live.js";
import {toggleTable} from "./toggle-table.js";

/**
 * The one quiet menu of a figure: its facts as a table or a file, its picture, what can be taken
 * away, its sources. The link to the sources has stood there since the build; the rest joins it.
 */
export function attachMenu(figure: HTMLElement, chart: Chart, page: Page, now: ShownFigure): void {
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
