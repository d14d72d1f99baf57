import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {painted} from "./moves.js";
import {chapters, pages} from "./site.js";
import {tooWide} from "./too-wide.js";
import {undrawnFigures} from "./undrawn.js";

describe.for(pages)("%s", {concurrent: true}, (path) => {
  test("opens without an error, has an icon that can be drawn, is no wider than its window, and shows every figure on paper", () =>
    onPage(path, {}, async (page) => {
      expect(await page.evaluate(iconSize)).toEqual({width: 32, height: 32});
      await expectToFit(page, [1280, 768]);
      if (!chapters.includes(path)) return;
      await page.emulateMedia({media: "print"});
      await page.setViewportSize({width: 794, height: 900});
      await painted(page);
      expect(await page.evaluate(undrawnFigures)).toEqual([]);
    }));

  test("is no wider than a phone that is touched", () =>
    onPage(path, {touch: true, width: 360}, (page) => expectToFit(page, [360, 320])));

  test("is no wider than a phone before its script runs", () =>
    onPage(path, {width: 320, script: "off"}, async (page) => {
      expect(await page.evaluate(tooWide)).toEqual([]);
    }));
});

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
