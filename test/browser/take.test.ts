import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {citationsOf} from "../../src/components/take/citations.js";
import {textOf} from "../../src/components/take/text.js";
import {builtEn} from "../../src/components/messages/en/built.js";
import {charts} from "../../src/components/figure/charts/index.js";
import {formulas} from "../../src/lib/formula/formulas.js";
import {writeAddress} from "../../src/lib/scenario/address.js";
import {runTypescript} from "../lib/formula/run-programs.js";
import {onPage, type PageOptions} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {violations} from "./axe.js";
import {press} from "./moves.js";

const {take} = context.words;
const words = {...builtEn.formulas, taken: builtEn.taken};
const path = "pages/latency.html";
const scenario = {...beginningOf(path), machine: "RTX 4090", batch: 16};
const view = viewFor(scenario);

describe.concurrent("the menu of an equation", () => {
  test("copies the link, the result and the programs of what is shown, and tells so", () =>
    onPage(path + writeAddress(scenario), {prepare: keepCopies}, async (page) => {
      const card = page.locator("#equation-latency");
      const address = await takeFrom(card, take.link);
      await card.getByText(take.copied.link).waitFor();
      expect(new URL(address).hash).toBe("#equation-latency");

      const text = await takeFrom(card, take.text);
      await card.getByText(take.copied.text).waitFor();
      expect(text).toBe(textOf({formula: "latency", view, address}, context, words));

      const program = await takeFrom(card, take.typescript);
      expect(program).toContain(`// ${address}\n`);
      expect(runTypescript([program])).toEqual([view.simple.seconds]);

      expect(await takeFrom(card, take.python)).toContain(`# ${address}\n`);
      expect(await takeFrom(card, take.spreadsheet)).toContain(`${address}\t\t\n`);
      await card.getByText(take.copied.spreadsheet).waitFor();
    }));

  test("shows how to cite the view, and what the browser does not let it copy", () =>
    onPage(path, {prepare: keepCopies, width: 360}, async (page) => {
      const card = page.locator("#equation-latency");
      const address = await takeFrom(card, take.link);
      await choose(card, take.cite);
      const dialog = page.getByRole("dialog", {name: take.cite});
      expect(await violations(page)).toEqual([]);
      await dialog.getByRole("button", {name: `${take.copy}: ${take.citations.bibtex}`}).click();
      await dialog.getByText(take.copied.citation(take.citations.bibtex)).waitFor();
      const cited = {
        title: words.titles.latency,
        place: "equation-latency",
        address,
        edition: context.catalog.edition,
        day: await page.evaluate(() => new Date().toLocaleDateString("sv")),
      };
      expect(await copied(page)).toBe(citationsOf(cited, builtEn.taken).bibtex);
      await press(page, "Escape");
      expect(await dialog.count()).toBe(0);

      await page.evaluate(() => {
        navigator.clipboard.write = () => Promise.reject(new Error("refused"));
      });
      await choose(card, take.python);
      const field = page.getByRole("dialog", {name: take.refused}).getByRole("textbox");
      expect(await field.inputValue()).toContain("def latency(");
      expect(await field.evaluate(selectedIn)).toBe(await field.inputValue());
      expect(await violations(page)).toEqual([]);
    }));
});

test("the menu of a figure copies what it says and knows, and the law that it draws", () =>
  onPage(path + writeAddress(scenario), {prepare: keepCopies}, async (page) => {
    const figure = page.locator("#figure-roofline");
    const options = await figure.evaluate((one: HTMLElement) => ({...one.dataset}));
    const chart = charts.find(({name}) => name === "roofline")!;
    const attributes = options as Record<string, string>;
    await figure.scrollIntoViewIfNeeded();
    await figure.locator("svg.live").waitFor();
    const text = await takeFrom(figure, take.text);
    const expected = {
      title: chart.title(view, context, attributes),
      summary: chart.summary(view, context, attributes),
      table: chart.table(view, context, attributes),
    };
    const address = await takeFrom(figure, take.link);
    expect(text).toBe(
      textOf({figure: expected, formula: "roofline", view, address}, context, words),
    );
    const [result] = runTypescript([await takeFrom(figure, take.typescript)]);
    expect(result).toBe(formulas.roofline.law.evaluate({...view.simple} as never));
  }));

async function choose(place: Locator, entry: string): Promise<void> {
  await place.locator(".menu summary").click();
  expect(await place.locator(".menu ul").evaluate(isWithinWindow)).toBe(true);
  await place.getByRole("button", {name: entry, exact: true}).click();
}

/** What an entry of a menu copies. */
async function takeFrom(place: Locator, entry: string): Promise<string> {
  const page = place.page();
  await page.evaluate(() => delete (globalThis as Partial<Copies>).copied);
  await choose(place, entry);
  await page.waitForFunction(() => "copied" in globalThis);
  return copied(page);
}

const copied = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Copies).copied);

function isWithinWindow(element: Element): boolean {
  const {top, bottom, left, right} = element.getBoundingClientRect();
  return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight;
}

function selectedIn(element: Element): string {
  const field = element as HTMLTextAreaElement;
  return field.value.slice(field.selectionStart, field.selectionEnd);
}

interface Copies {
  copied: string;
}

/** Keeps what the page copies: the clipboard itself is one for all tests that run at once. */
const keepCopies: NonNullable<PageOptions["prepare"]> = async (page) => [
  await page.addInitScript(() => {
    const {clipboard} = navigator;
    clipboard.writeText = async (text) => {
      (globalThis as unknown as Copies).copied = text;
    };
    clipboard.write = async ([item]) => {
      const blob = await item!.getType("text/plain");
      (globalThis as unknown as Copies).copied = await blob.text();
    };
  }),
];
