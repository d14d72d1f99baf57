import {describe, expect, test} from "vitest";
import {violationsInBothThemes} from "./axe.js";
import {onPage} from "./harness.js";
import {chapters, pages} from "./site.js";
import {tooWide} from "./too-wide.js";
import {undrawnFigures} from "./undrawn.js";
import {visibleTexts} from "./visible-texts.js";

describe.for(pages)("%s without JavaScript", {concurrent: true}, (path) => {
  test("is whole: nothing is left unfilled, no figure undrawn and no formula as TeX; and no wider than a phone", () =>
    onPage(path, {script: "off"}, async (page) => {
      const unfilled = (await page.evaluate(visibleTexts)).filter((text) =>
        /\{[a-zA-Z]|\\[a-z]{2,}|\$\{/.test(text),
      );
      expect(unfilled).toEqual([]);
      expect(await page.evaluate(emptyElements)).toEqual([]);
      if (chapters.includes(path)) {
        expect(await page.locator("[data-figure]").count()).toBeGreaterThan(0);
        expect(await page.evaluate(undrawnFigures)).toEqual([]);
        expect(await page.locator("[data-equation]").count()).toBeGreaterThan(0);
        expect(await page.evaluate(unrenderedFormulas)).toEqual([]);
      }
      await page.setViewportSize({width: 320, height: 740});
      expect(await page.evaluate(tooWide)).toEqual([]);
    }));

  test("gives axe nothing to say, in light and in dark", () =>
    onPage(path, {script: "blocked"}, async (page) => {
      expect(await violationsInBothThemes(page)).toEqual([]);
    }));
});

/** Placeholders that no renderer filled, by their data attributes. */
function emptyElements(): string[] {
  const kinds = [
    "figure",
    "equation",
    "derivation",
    "control",
    "guess",
    "pick",
    "table",
    "chapters",
    "pager",
    "laws",
    "sources",
    "number",
  ];
  return kinds.flatMap((kind) =>
    [...document.querySelectorAll(`[data-${kind}]`)]
      .filter((element) => element.childElementCount === 0 && element.textContent.trim() === "")
      .filter((element) => element.getAttribute("data-number") !== "forReaders") // one: no word
      .map((element) => `data-${kind}="${element.getAttribute(`data-${kind}`)}" is empty`),
  );
}

/** Formulas without both of their renderings, and whatever KaTeX could not read. */
function unrenderedFormulas(): string[] {
  const holders = [...document.querySelectorAll("[data-equation], [data-derivation]")];
  const unrendered = holders.filter(
    (holder) =>
      holder.querySelector(".katex-html") === null || holder.querySelector("math") === null,
  );
  return [
    ...unrendered.map((holder) => `not rendered: ${holder.outerHTML.slice(0, 80)}`),
    ...[...document.querySelectorAll(".katex-error")].map((error) => `error: ${error.textContent}`),
  ];
}
