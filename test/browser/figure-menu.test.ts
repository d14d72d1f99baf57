import type {Readable} from "node:stream";
import {buffer} from "node:stream/consumers";
import {csvParseRows} from "d3-dsv";
import {JSDOM} from "jsdom";
import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Table} from "../../src/components/figure/chart.js";
import {charts} from "../../src/components/figure/charts/index.js";
import type {Attributes} from "../../src/components/page/context.js";
import {measuredDecode} from "../../src/lib/catalog/measured.js";
import {writeAddress} from "../../src/lib/scenario/address.js";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import {onPage, type PageOptions} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {painted, press} from "./moves.js";

const {words, numbers, catalog} = context;
const menu = {...words.figures.menu, ...words.take};

test("arrow keys walk from mark to mark, and each says what the library computes", () =>
  onPage("index.html", {}, async (page) => {
    const figure = page.locator("#figure-roofline");
    const machines = (await figure.getAttribute("data-machines"))!.split(", ");
    const sentences = machines.flatMap((machine) =>
      marksOf({...beginningOf("index.html"), machine}),
    );
    expect(new Set(await walk(page, figure))).toEqual(new Set(sentences));

    await setReaders(page, "16"); // nobody measured that
    const scenario = {...beginningOf("index.html"), batch: 16};
    expect(new Set(await walk(page, figure))).toEqual(
      new Set(machines.flatMap((machine) => marksOf({...scenario, machine}))),
    );
    await press(page, "Escape");
    expect(await figure.locator(".canvas [role=status]").isVisible()).toBe(false);
  }));

describe.concurrent("the menu of a figure", () => {
  test("opens and closes by keyboard, and gives the focus back", () =>
    onPage("index.html", {}, async (page) => {
      const figure = page.locator("#figure-roofline");
      const summary = figure.getByText(menu.open, {exact: true});
      const first = figure.getByRole("button", {name: menu.table});
      await summary.focus();
      await press(page, "Enter");
      expect(await first.isVisible()).toBe(true);
      await press(page, "Tab");
      expect(await first.evaluate((button) => button === document.activeElement)).toBe(true);
      await press(page, "Escape");
      expect(await first.isVisible()).toBe(false);
      expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);

      await press(page, "Enter");
      expect(await first.isVisible()).toBe(true);
      await page.mouse.click(2, 2);
      expect(await first.isVisible()).toBe(false);
    }));

  for (const path of ["index.html", "pages/latency.html"]) {
    test(`shows the facts as a table, and saves them as a file, in ${path}`, () =>
      onPage(path, {}, async (page) => {
        await setReaders(page, "16");
        await page.locator(".predict").evaluateAll(commit);
        for (const figure of await page.locator("figure[data-figure]").all()) {
          const {columns, rows} = await tableOf(figure, {...beginningOf(path), batch: 16});
          await choose(figure, menu.table);
          expect(await cellsOf(figure)).toEqual([columns, ...rows.map(shownRow)]);
          await choose(figure, menu.table);
          expect(await figure.locator(".figure-table").count()).toBe(0);

          const {name, content} = await download(page, figure, menu.csv);
          expect(name).toBe(`${await figure.getAttribute("data-figure")}.csv`);
          const saved = csvParseRows(content.toString("utf8"));
          expect(saved.map(twelveDigits)).toEqual([columns, ...rows].map(twelveDigits));
          expect(saved.length).toBeGreaterThan(1);
        }
      }));

    test(`saves the pictures in ${path}`, () =>
      onPage(path, {}, async (page) => {
        await page.locator(".predict").evaluateAll(commit);
        for (const figure of await page.locator("figure[data-figure]").all()) {
          await figure.scrollIntoViewIfNeeded();
          const drawing = figure.locator("svg.live");
          await drawing.waitFor({state: "attached"});
          const shown = await drawing.locator("text").allTextContents();
          const [, , width, height] = (await drawing.getAttribute("viewBox"))!
            .split(" ")
            .map(Number);

          const svg = await download(page, figure, menu.svg);
          const root = new JSDOM(svg.content.toString("utf8"), {contentType: "image/svg+xml"})
            .window.document.documentElement;
          expect(root.tagName).toBe("svg");
          expect(Number(root.getAttribute("width"))).toBe(width);
          expect([...root.querySelectorAll("text")].map((text) => text.textContent)).toEqual(shown);
          expect(shown.join("")).toMatch(/\w/);

          const png = await download(page, figure, menu.png);
          expect([...png.content.subarray(0, 8)]).toEqual(pngSignature);
          // The header says how many pixels there are: two for each of the page.
          expect(png.content.readUInt32BE(16)).toBe(Math.floor(2 * width!));
          expect(png.content.readUInt32BE(20)).toBe(2 * height!);
          expect(await page.evaluate(coloursIn, png.content.toString("base64"))).toBeGreaterThan(5);
        }
      }));
  }

  test.for([
    ["index.html", ".claim"],
    ["pages/latency.html", "#figure-roofline figcaption"],
  ] as const)("copies a link that keeps every choice, in %s", ([path, sentence]) =>
    onPage(path, {prepare: keepCopies}, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("radio", {name: "RTX 4090"}).first().check({force: true});
      await setReaders(page, "16");
      const figure = page.locator("#figure-roofline");
      await choose(figure, menu.link);
      await figure.getByText(menu.copied.link).waitFor();
      const before = await page.locator(sentence).textContent();

      const link = new URL(await page.evaluate(() => (globalThis as unknown as Copies).copied));
      const chosen = {...beginningOf(path), machine: "RTX 4090", batch: 16};
      expect(link.search).toBe(writeAddress(chosen, chosen, {whole: true}));
      expect(link.hash).toBe("#figure-roofline");

      await page.goto(link.href);
      await page.locator("html[data-live=true]").waitFor();
      await figure.locator("svg.live").waitFor();
      expect(await page.locator(sentence).textContent()).toBe(before);
      expect(before).toContain("RTX 4090");
    }),
  );
});

/** What the marks of a machine say: its roof, and what somebody measured. */
function marksOf(scenario: Scenario): string[] {
  const {dot, diamond} = words.figures.roofline;
  const {simple, machine} = viewFor(scenario);
  const {batch, intensity, tokensPerSecond} = simple;
  const run = batch === 1 ? measuredDecode(catalog, scenario) : undefined;
  return [
    dot(machine.name, numbers.rate(batch * tokensPerSecond), numbers.number(intensity)),
    ...(run ? [diamond(machine.name, numbers.rate(run.tokensPerSecond), run.verified)] : []),
  ];
}

/** Every sentence that is announced on the way from the first mark to the last. */
async function walk(page: Page, figure: Locator): Promise<string[]> {
  await figure.locator("svg.live").waitFor();
  await figure.locator(".canvas").focus();
  await press(page, "Home");
  const marks = await figure.locator("svg.live .point").count();
  const label = figure.locator(".canvas [role=status]");
  const sentences: string[] = [];
  for (let i = 0; i < marks; i++) {
    expect(await label.isVisible()).toBe(true);
    sentences.push((await label.textContent()) ?? "");
    await press(page, "ArrowRight");
  }
  expect(await label.textContent()).toBe(sentences.at(-1)); // the last mark is the end
  return sentences;
}

/** Shows what waits for a guess. */
function commit(scenes: Element[]): void {
  for (const scene of scenes) scene.classList.add("committed");
}

async function setReaders(page: Page, count: string): Promise<void> {
  await page.locator("[data-control=batch]:visible input[type=number]").first().fill(count);
  await press(page, "Enter");
}

async function choose(figure: Locator, entry: string): Promise<void> {
  await figure.getByText(menu.open, {exact: true}).click();
  await figure.getByRole("button", {name: entry, exact: true}).click();
  await painted(figure.page());
}

async function tableOf(figure: Locator, scenario: Scenario): Promise<Table> {
  const options: Attributes = await figure.evaluate(
    (element: HTMLElement) => ({...element.dataset}) as Record<string, string>,
  );
  const chart = charts.find(({name}) => name === options["figure"])!;
  return chart.table(viewFor(scenario, options), context, options);
}

async function cellsOf(figure: Locator): Promise<string[][]> {
  return figure
    .locator(".figure-table tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

/** Three digits of each number, as they are shown. */
function shownRow(row: readonly (string | number)[]): string[] {
  return row.map((cell) => (typeof cell === "number" ? numbers.number(cell) : cell));
}

/** What is saved has all digits, and of them two engines' powers differ in the last. */
function twelveDigits(row: readonly (string | number)[]): string[] {
  return row.map((cell) =>
    cell === "" || Number.isNaN(Number(cell)) ? String(cell) : Number(cell).toPrecision(12),
  );
}

interface Saved {
  name: string; // e.g. "roofline.csv"
  content: Buffer;
}

async function download(page: Page, figure: Locator, entry: string): Promise<Saved> {
  const [file] = await Promise.all([page.waitForEvent("download"), choose(figure, entry)]);
  const content: Readable = await file.createReadStream();
  return {name: file.suggestedFilename(), content: await buffer(content)};
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How many colours a picture has. Runs in the page and takes nothing from outside. */
async function coloursIn(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d")!;
  canvas.drawImage(picture, 0, 0);
  const {data} = canvas.getImageData(0, 0, picture.width, picture.height);
  return new Set(new Uint32Array(data.buffer)).size;
}

interface Copies {
  copied: string;
}

/**
 * Keeps what the page copies. The clipboard itself is one for all tests that run at the same time,
 * so that it can be written to, but what is read from it may be another test's.
 */
const keepCopies: NonNullable<PageOptions["prepare"]> = async (page) => [
  await page.addInitScript(() => {
    const {clipboard} = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      await write(text);
      (globalThis as unknown as Copies).copied = text;
    };
  }),
];
