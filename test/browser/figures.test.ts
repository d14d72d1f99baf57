import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {charts} from "../../src/components/figure/charts/index.js";
import {onPage} from "./harness.js";
import {painted, press, revealAll} from "./moves.js";

const figures: readonly {path: string; figure: string}[] = [
  {path: "index.html", figure: "roofline"},
  ...charts.map(({name}) => ({path: "pages/latency.html", figure: name})),
];

describe.for(figures)("the figure $figure of $path", {concurrent: true}, ({path, figure: name}) => {
  test("tells mark after mark by keyboard", () =>
    onPage(path, {}, async (page) => {
      const figure = await figureOn(page, name);
      const marks = await figure
        .locator("svg.live .point:visible")
        .evaluateAll((points) => points.map((point) => point.getAttribute("data-label") ?? ""));
      await figure.locator(".canvas").focus();
      const told: string[] = [];
      for (let i = 0; i < marks.length; i++) {
        await press(page, "ArrowRight");
        told.push(await labelOf(figure));
      }
      expect(told.sort()).toEqual(marks.sort());
      expect(told.every((sentence) => / /.test(sentence))).toBe(true);

      await press(page, "Home");
      const first = await labelOf(figure);
      await press(page, "ArrowRight", "ArrowLeft");
      expect(await labelOf(figure)).toBe(first);
      await press(page, "Escape");
      expect(await figure.locator(".point-label").isVisible()).toBe(false);
    }));
});

/** The figure, drawn and on the screen. */
async function figureOn(page: Page, name: string): Promise<Locator> {
  await revealAll(page);
  const figure = page.locator(`[data-figure="${name}"]`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator("svg.live").waitFor();
  await painted(page);
  return figure;
}

async function labelOf(figure: Locator): Promise<string> {
  return (await figure.locator(".point-label").textContent()) ?? "";
}
