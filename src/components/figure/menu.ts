import type {Page} from "../page/context.js";
import type {Chart, Table} from "./chart.js";

/**
 * The one quiet menu of a figure: its facts as a table or a file, its picture, its sources. The
 * link to the sources has stood there since the build; the rest joins it.
 */
export function attachMenu(
  figure: HTMLElement,
  chart: Chart,
  page: Page,
  tableNow: () => Table,
): void {
  const foot = figure.querySelector<HTMLElement>('[data-part="foot"]')!;
  const words = page.words.figures.menu;
  const menu = document.createElement("details");
  menu.className = "menu";
  const summary = document.createElement("summary");
  summary.textContent = words.open;
  const list = document.createElement("ul");
  menu.append(summary, list);

  const status = document.createElement("span");
  status.setAttribute("role", "status");

  const entry = (content: HTMLElement): void => {
    const item = document.createElement("li");
    item.append(content);
    list.append(item);
  };
  const action = (label: string, act: () => void | Promise<void>): void => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      menu.open = false;
      void act();
    });
    entry(button);
  };

  action(words.table, () => toggleTable(figure, chart, page, tableNow()));
  action(words.csv, async () => {
    const {csvOf, save} = await import("./export.js");
    save(new Blob([csvOf(tableNow())], {type: "text/csv"}), `${chart.name}.csv`);
  });
  action(words.svg, async () => {
    const {svgOf, save} = await import("./export.js");
    save(svgOf(figure.querySelector("svg")!), `${chart.name}.svg`);
  });
  action(words.png, async () => {
    const {svgOf, pngOf, save} = await import("./export.js");
    save(await pngOf(svgOf(figure.querySelector("svg")!)), `${chart.name}.png`);
  });
  action(words.link, async () => {
    await navigator.clipboard.writeText(page.link(figure.id));
    status.textContent = words.copied;
  });
  const sources = foot.querySelector<HTMLElement>("a");
  if (sources !== null) entry(sources);

  menu.addEventListener("keydown", ({key}) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    summary.focus();
  });
  document.addEventListener("pointerdown", ({target}) => {
    if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  foot.append(status, menu);
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
