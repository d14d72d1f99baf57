import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {context} from "./library.js";
import {dragByMouse, painted, revealAll} from "./moves.js";
import {chapters} from "./site.js";
import {tooWide} from "./too-wide.js";

const {numbers} = context.words.formulas.readings; // the longest of the three

describe.for(chapters)("%s", {concurrent: true}, (path) => {
  test.for([[1280], [360, 320]])(
    "stays in its place while a slider moves, %j pixels wide",
    ([width, ...narrower]) =>
      onPage(path, {width: width!}, async (page) => {
        await revealAll(page);
        for (const tab of await page.getByRole("tab", {name: numbers}).all()) await tab.click();
        await expectToStay(page);
        for (const width of narrower) {
          await page.setViewportSize({width, height: 740});
          await painted(page);
          await expectToStay(page);
        }
      }),
  );
});

/** Each slider from its beginning over a place between to its end. */
async function expectToStay(page: Page): Promise<void> {
  for (const slider of await page.locator("input[type=range]:visible").all()) {
    await dragByMouse(slider, 0, 2);
    const before = await page.evaluate(placesOfBlocks);
    for (const share of [0.4, 1]) {
      await dragByMouse(slider, share, 2);
      expect(moved(before, await page.evaluate(placesOfBlocks))).toEqual([]);
    }
    expect(await page.evaluate(tooWide)).toEqual([]);
  }
}

interface Block {
  name: string; // e.g. "p So it writes at most"
  top: number; // CSS px from the top of the page
}

/** Runs in the page and takes nothing from outside. */
function placesOfBlocks(): Block[] {
  const blocks = "h1, h2, p, li, aside, figure, table, form, [data-control], [data-equation]";
  return [...document.querySelectorAll(`main :is(${blocks}), footer`)].map((block) => ({
    name: `${block.tagName.toLowerCase()} ${block.textContent.trim().slice(0, 60)}`,
    top: Math.round(block.getBoundingClientRect().top + scrollY),
  }));
}

/** e.g. ["figure With one reader …: 34 px"] */
function moved(before: readonly Block[], after: readonly Block[]): string[] {
  return before.flatMap(({name, top}, i) => {
    const by = after[i]!.top - top;
    return by === 0 ? [] : [`${name}: ${by} px`];
  });
}
