import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {context} from "./library.js";
import {painted, press} from "./moves.js";

/** Where a symbol is found on a page, at the least: a slider, a chart, a sentence, an equation. */
const symbols = [
  {
    path: "pages/latency.html",
    symbol: "batch",
    places: ["input[type=range]", ".katex", "svg.live", "b.number", ".equation-symbols"],
  },
  {
    path: "pages/latency.html",
    symbol: "bandwidth",
    places: ["fieldset", ".katex", "svg.live", "b.number", ".equation-symbols"],
  },
  {path: "index.html", symbol: "batch", places: ["input[type=range]", ".katex", "svg.live"]},
  {path: "index.html", symbol: "bandwidth", places: ["fieldset", ".katex", "svg.live", "b.number"]},
  {
    path: "index.html",
    symbol: "bytesPerWeight",
    places: ["input[type=range]", ".katex", "b.number"],
  },
] as const;

describe.for(symbols)("$symbol in $path", {concurrent: true}, ({path, symbol, places}) => {
  const own = `[data-symbol~="${symbol}"]`;

  test("lights up everywhere while the pointer is over its letter", () =>
    onPage(path, {}, async (page) => {
      await drawRoofline(page);
      expect(await litOn(page, symbol, places)).toEqual(dark);
      await page.locator(`.pieces .katex ${own}`).first().hover();
      expect(await litOn(page, symbol, places)).toEqual(lit(places));
      await leave(page);
      expect(await litOn(page, symbol, places)).toEqual(dark);
    }));

  const focusable = [
    ["its entry in the list of symbols", `.equation-symbols button${own}`],
    ["its slider", `input[type=range]${own}`],
  ] as const;
  for (const [what, selector] of focusable) {
    if (!places.some((place) => selector.startsWith(place))) continue;
    test(`lights up everywhere while ${what} has the focus`, () =>
      onPage(path, {}, async (page) => {
        await drawRoofline(page);
        const element = page.locator(selector).first();
        await element.focus();
        expect(await litOn(page, symbol, places)).toEqual(lit(places));
        await element.blur();
        expect(await litOn(page, symbol, places)).toEqual(dark);

        await element.click();
        await painted(page);
        expect(await litOn(page, symbol, places)).toEqual(lit(places));
        await leave(page);
        await element.blur();
        expect(await litOn(page, symbol, places)).toEqual(dark);
      }));
  }
});

test("an equation shows one reading at a time, and arrow keys walk from one to the next", () =>
  onPage("pages/latency.html", {}, async (page) => {
    const {readings} = context.words.formulas;
    const names = [readings.symbols, readings.numbers, readings.result];
    const cards = await page.locator(".equation-card").all();
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards) {
      expect(await card.getByRole("tab").allTextContents()).toEqual(names);
      await card.getByRole("tab", {selected: true}).focus();
      for (const [key, shown] of [
        ["Home", 0],
        ["ArrowRight", 1],
        ["ArrowRight", 2],
        ["ArrowRight", 0],
        ["ArrowLeft", 2],
        ["ArrowLeft", 1],
        ["End", 2],
      ] as const) {
        await press(page, key);
        expect(await shownIn(card), key).toEqual(onlyOne(names, shown));
      }
      await press(page, "Shift+Tab", "Tab"); // away and back: the chosen tab is the only stop
      expect(await shownIn(card)).toEqual(onlyOne(names, 2));
      await card.getByRole("tab", {name: readings.numbers}).click();
      expect(await shownIn(card)).toEqual(onlyOne(names, 1));
    }
  }));

/** Charts are drawn when they come near the screen; this one has a part for each symbol. */
async function drawRoofline(page: Page): Promise<void> {
  const figure = page.locator("#figure-roofline");
  await figure.scrollIntoViewIfNeeded();
  await figure.locator("svg.live").waitFor();
}

/** Into a corner in which no symbol stands. */
async function leave(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await painted(page);
}

interface Lights {
  places: readonly string[]; // that have something which is lit
  dark: string[]; // what belongs to the symbol and is not lit
  others: string[]; // what is lit and does not belong to it
}

const lit = (places: readonly string[]): Partial<Lights> => ({places, dark: [], others: []});
const dark = {places: [], dark: expect.anything() as string[], others: []};

async function litOn(page: Page, symbol: string, places: readonly string[]): Promise<Lights> {
  return page.evaluate(
    ({symbol, places}) => {
      const own = `[data-symbol~="${symbol}"]`;
      const list = (selector: string): string[] =>
        [...document.querySelectorAll(selector)].map(({outerHTML}) => outerHTML.slice(0, 80));
      return {
        places: places.filter(
          (place) => document.querySelector(`${place}${own}.lit, ${place} ${own}.lit`) !== null,
        ),
        dark: list(`${own}:not(.lit)`),
        others: list(`.lit:not(${own})`),
      };
    },
    {symbol, places},
  );
}

interface ShownTab {
  name: string;
  selected: boolean;
  stop: boolean; // of the Tab key
  focused: boolean;
  panel: boolean; // whether it is seen
}

function onlyOne(names: readonly string[], shown: number): ShownTab[] {
  return names.map((name, i) => {
    const here = i === shown;
    return {name, selected: here, stop: here, focused: here, panel: here};
  });
}

async function shownIn(card: Locator): Promise<ShownTab[]> {
  return card.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>("[role=tab]")].map((tab) => {
      const name = tab.textContent;
      const panels = [...element.querySelectorAll("[role=tabpanel]")];
      const own = panels.filter((panel) => panel.getAttribute("aria-label") === name);
      return {
        name,
        selected: tab.getAttribute("aria-selected") === "true",
        stop: tab.tabIndex === 0,
        focused: tab === document.activeElement,
        panel: own.some((panel) => panel.checkVisibility({visibilityProperty: true})),
      };
    }),
  );
}
