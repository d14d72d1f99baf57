import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {violations, violationsInBothThemes} from "./axe.js";
import {onPage} from "./harness.js";
import {painted} from "./moves.js";
import {obscuredFocus} from "./obscured-focus.js";
import {chapters, pages} from "./site.js";
import {tooWide} from "./too-wide.js";
import {undrawnFigures} from "./undrawn.js";

// One page for all that is asked of it: to load it takes longer than to ask.

describe.for(pages)("%s", {concurrent: true}, (path) => {
  test("opens without an error, has an icon that can be drawn, is no wider than its window, also zoomed to 200 percent, hides nothing that has the focus, gives axe nothing to say in light and in dark, and shows every figure on paper", () =>
    onPage(path, {}, async (page) => {
      expect(await page.evaluate(iconSize)).toEqual({width: 32, height: 32});
      await expectToFit(page, [zoomedTwice, 768, 1280]);
      expect(await page.evaluate(obscuredFocus)).toEqual([]);
      expect(await violationsInBothThemes(page)).toEqual([]);
      if (!chapters.includes(path)) return;
      await page.emulateMedia({media: "print", colorScheme: "light"});
      await page.setViewportSize({width: 794, height: 900});
      await painted(page);
      expect(await page.evaluate(undrawnFigures)).toEqual([]);
    }));

  test("is no wider than a phone that is touched, and gives axe nothing to say there", () =>
    onPage(path, {touch: true, width: 360}, async (page) => {
      expect(await violations(page)).toEqual([]);
      await expectToFit(page, [360, 320]);
    }));
});

/** A window of 1280 pixels has so many at 200 percent. */
const zoomedTwice = 640;

async function expectToFit(page: Page, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({width, height: 800});
    await painted(page);
    expect(await page.evaluate(tooWide), `${width} pixels wide`).toEqual([]);
  }
}

async function iconSize(): Promise<{width: number; height: number}> {
  const picture = new Image();
  picture.src = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? "";
  await picture.decode();
  return {width: picture.naturalWidth, height: picture.naturalHeight};
}
