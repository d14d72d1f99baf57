import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {dragByMouse, revealAll} from "./moves.js";
import {chapters} from "./site.js";
import {tooWide} from "./too-wide.js";

describe.for(chapters)("%s", {concurrent: true}, (path) => {
  test.for([1280, 360])("stays in its place while a slider moves, %i pixels wide", (width) =>
    onPage(path, {width}, async (page) => {
      await revealAll(page);
      for (const slider of await page.locator("input[type=range]:visible").all()) {
        await dragByMouse(slider, 0);
        const before = await page.evaluate(placesOfBlocks);
        for (const share of [0.25, 0.5, 0.75, 1]) {
          await dragByMouse(slider, share);
          expect(moved(before, await page.evaluate(placesOfBlocks))).toEqual([]);
        }
        expect(await page.evaluate(tooWide)).toEqual([]);
      }
    }),
  );
});

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
