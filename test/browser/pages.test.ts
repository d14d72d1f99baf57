import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {chapters, pages} from "./site.js";
import {undrawnFigures} from "./undrawn.js";

describe.concurrent.for(pages)("%s", (path) => {
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

describe.concurrent.for(chapters)("%s on paper", (path) => {
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

/** What stands out to the right, e.g. ["table.wide ends at 402 of 360"]. */
function tooWide(): string[] {
  const width = document.documentElement.clientWidth;
  const scrolls = (element: Element): boolean =>
    element !== document.body &&
    element !== document.documentElement &&
    getComputedStyle(element).overflowX !== "visible";
  const outside: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    const {right} = element.getBoundingClientRect();
    if (right <= width + 1 || !element.checkVisibility({visibilityProperty: true})) continue;
    let ancestor = element.parentElement;
    while (ancestor !== null && !scrolls(ancestor)) ancestor = ancestor.parentElement;
    if (ancestor === null) {
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      outside.push(`${name} ends at ${Math.round(right)} of ${width}`);
    }
  }
  const {scrollWidth} = document.documentElement;
  if (scrollWidth > width) outside.push(`the page is ${scrollWidth} wide in a window of ${width}`);
  return outside;
}
