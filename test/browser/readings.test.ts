import type {Locator} from "playwright-core";
import {expect, test} from "vitest";
import {onPage} from "./harness.js";
import {context} from "./library.js";
import {press} from "./moves.js";

const {symbols, numbers, result} = context.words.formulas.readings;

test.concurrent("an equation is read in three ways, by mouse and by arrow keys", () =>
  onPage("pages/latency.html", {}, async (page) => {
    const card = page.locator("[data-equation=latency]");
    const tab = (name: string): Locator => card.getByRole("tab", {name});
    await expectShown(card, symbols);
    await tab(numbers).click();
    await expectShown(card, numbers);
    for (const [key, reading] of [
      ["ArrowRight", result],
      ["ArrowRight", symbols],
      ["ArrowLeft", result],
      ["ArrowLeft", numbers],
      ["Home", symbols],
      ["End", result],
    ] as const) {
      await press(page, key);
      await expectShown(card, reading);
      expect(await tab(reading).evaluate((one) => one === document.activeElement)).toBe(true);
    }
    await press(page, "Tab"); // one stop for all three
    expect(await card.locator("[role=tab]:focus").count()).toBe(0);
  }),
);

async function expectShown(card: Locator, reading: string): Promise<void> {
  expect(await card.getByRole("tab", {selected: true}).allTextContents()).toEqual([reading]);
  const panels = card.locator("[role=tabpanel]:visible");
  expect(await panels.evaluateAll((all) => all.map((one) => one.ariaLabel))).toEqual([reading]);
}
