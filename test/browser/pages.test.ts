import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {painted} from "./moves.js";
import {chapters, pages} from "./site.js";
import {tooWide} from "./too-wide.js";
import {undrawnFigures} from "./undrawn.js";

describe.for(pages)("%s", {concurrent: true}, (path) => {
  test("opens without an error, with an icon that can be drawn", () =>
    onPage(path, {}, async (page) => {
      expect(await page.evaluate(iconSize)).toEqual({width: 32, height: 32});
    }));

  test.for([
    {touch: true, widths: [360, 320]},
    {touch: false, widths: [1280, 768]},
  ])("is no wider than windows of $widths pixels", ({touch, widths}) =>
    onPage(path, {touch, width: widths[0]!}, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({width, height: 800});
        await painted(page);
        expect(await page.evaluate(tooWide)).toEqual([]);
      }
    }),
  );

  test("is no wider than a phone before its script runs", () =>
    onPage(path, {width: 320, script: "off"}, async (page) => {
      expect(await page.evaluate(tooWide)).toEqual([]);
    }));
});

describe.for(chapters)("%s on paper", {concurrent: true}, (path) => {
  test("shows every figure", () =>
    onPage(path, {media: "print", width: 794}, async (page) => {
      expect(await page.evaluate(undrawnFigures)).toEqual([]);
    }));
});

async function iconSize(): Promise<{width: number; height: number}> {
  const picture = new Image();
  picture.src = document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? "";
  await picture.decode();
  return {width: picture.naturalWidth, height: picture.naturalHeight};
}
