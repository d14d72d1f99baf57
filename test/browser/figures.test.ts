import {buffer} from "node:stream/consumers";
import {csvParseRows} from "d3-dsv";
import {JSDOM} from "jsdom";
import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Table} from "../../src/components/figure/chart.js";
import {charts} from "../../src/components/figure/charts/index.js";
import type {Attributes} from "../../src/components/page/context.js";
import {onPage} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {painted, press, revealAll} from "./moves.js";

const {menu} = context.words.figures;
const {number} = context.numbers;

const figures: readonly {path: string; figure: string}[] = [
  {path: "index.html", figure: "roofline"},
  ...charts.map(({name}) => ({path: "pages/latency.html", figure: name})),
];

describe.for(figures)("the figure $figure of $path", {concurrent: true}, ({path, figure: name}) => {
  test("tells mark after mark by keyboard", () =>
    onPage(path, {}, async (page) => {
      const figure = await figureOn(page, name);
      const marks = await figure
        .locator("svg.live .point:visible")
        .evaluateAll((points) => points.map((point) => point.getAttribute("data-label") ?? ""));
      await figure.locator(".canvas").focus();
      const told: string[] = [];
      for (let i = 0; i < marks.length; i++) {
        await press(page, "ArrowRight");
        told.push(await labelOf(figure));
      }
      expect(told.sort()).toEqual(marks.sort());
      expect(told.every((sentence) => / /.test(sentence))).toBe(true);

      await press(page, "Home");
      const first = await labelOf(figure);
      await press(page, "ArrowRight", "ArrowLeft");
      expect(await labelOf(figure)).toBe(first);
      await press(page, "Escape");
      expect(await figure.locator(".point-label").isVisible()).toBe(false);
    }));

  test("gives its numbers as a table and as a file, and puts the table away", () =>
    onPage(path, {}, async (page) => {
      const figure = await figureOn(page, name);
      const {columns, rows} = await tableOf(figure, path, name);
      await choose(figure, menu.table);
      expect(await figure.locator(".figure-table th").allTextContents()).toEqual(columns);
      expect(await figure.locator(".figure-table td").allTextContents()).toEqual(
        rows.flat().map((cell) => (typeof cell === "number" ? number(cell) : cell)),
      );
      await choose(figure, menu.table);
      expect(await figure.locator(".figure-table").count()).toBe(0);

      const csv = await download(page, figure, menu.csv, `${name}.csv`);
      const [head, ...lines] = csvParseRows(csv.toString());
      expect(head).toEqual(columns);
      expect(lines.map(withoutLastDigits)).toEqual(
        rows.map((row) => withoutLastDigits(row.map(String))),
      );
    }));

  test("gives its picture as SVG and as PNG", () =>
    onPage(path, {}, async (page) => {
      const figure = await figureOn(page, name);
      const {width, height} = (await figure.locator("svg.live").boundingBox())!;

      const svg = (await download(page, figure, menu.svg, `${name}.svg`)).toString();
      const {document} = new JSDOM(svg, {contentType: "image/svg+xml"}).window; // throws if broken
      expect(document.documentElement.getAttribute("xmlns")).toBe("http://www.w3.org/2000/svg");
      expect(document.querySelectorAll("path, line, rect, circle").length).toBeGreaterThan(5);
      expect(document.querySelectorAll("text").length).toBeGreaterThan(3);

      const png = await download(page, figure, menu.png, `${name}.png`);
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.readUInt32BE(16)).toBe(2 * Math.round(width));
      expect(png.readUInt32BE(20)).toBe(2 * Math.round(height));
    }));
});

test.concurrent("the menu of a figure closes by Escape and by a click elsewhere", () =>
  onPage("index.html", {}, async (page) => {
    const figure = await figureOn(page, "roofline");
    const list = figure.locator("details.menu ul");
    const opener = figure.locator("details.menu summary");
    await opener.click();
    expect(await list.isVisible()).toBe(true);
    await press(page, "Escape");
    expect(await list.isVisible()).toBe(false);
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
    await opener.click();
    await page.getByRole("heading", {level: 1}).click();
    expect(await list.isVisible()).toBe(false);
  }),
);

/** The figure, drawn and on the screen. */
async function figureOn(page: Page, name: string): Promise<Locator> {
  await revealAll(page);
  const figure = page.locator(`[data-figure="${name}"]`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator("svg.live").waitFor();
  await painted(page);
  return figure;
}

/** What the library says that the figure shows. */
async function tableOf(figure: Locator, path: string, name: string): Promise<Table> {
  const attributes: Attributes = await figure.evaluate(
    (element: HTMLElement) => ({...element.dataset}) as Record<string, string>,
  );
  const view = viewFor(beginningOf(path), attributes);
  return charts.find((chart) => chart.name === name)!.table(view, context, attributes);
}

/** Browser and Node may round the last digit of a power differently. */
function withoutLastDigits(row: readonly string[]): string[] {
  return row.map((cell) => cell.replace(/\d+\.\d+(e[+-]\d+)?/, (n) => Number(n).toPrecision(12)));
}

async function labelOf(figure: Locator): Promise<string> {
  return (await figure.locator(".point-label").textContent()) ?? "";
}

async function choose(figure: Locator, entry: string): Promise<void> {
  await figure.locator("details.menu summary").click();
  await figure.getByRole("button", {name: entry, exact: true}).click();
}

async function download(page: Page, figure: Locator, entry: string, file: string): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await choose(figure, entry);
  const arrived = await started;
  expect(arrived.suggestedFilename()).toBe(file);
  return buffer(await arrived.createReadStream());
}
