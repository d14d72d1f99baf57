import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {chapters, pages} from "./site.js";
import {tooWide} from "./too-wide.js";
import {undrawnFigures} from "./undrawn.js";

describe.for(pages)("%s", {concurrent: true}, (path) => {
  test("opens without an error, in light and in dark", async () => {
    await onPage(path, {theme: "light"});
    await onPage(path, {theme: "dark"});
  });

  test("has an icon that can be drawn", () =>
    onPage(path, {}, async (page) => {
      expect(await page.evaluate(iconSize)).toEqual({width: 32, height: 32});
    }));

  test.for([320, 360, 768, 1280])("is no wider than a window of %i pixels", (width) =>
    onPage(path, {width, touch: width < 600}, async (page) => {
      expect(await page.evaluate(tooWide)).toEqual([]);
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
