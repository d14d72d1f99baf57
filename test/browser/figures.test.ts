import type {Locator} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {painted, press, revealAll} from "./moves.js";
import {chapters} from "./site.js";

describe.for(chapters)("the figures of %s", {concurrent: true}, (path) => {
  test("tell mark after mark by keyboard", () =>
    onPage(path, {}, async (page) => {
      await revealAll(page);
      for (const figure of await page.locator("figure[data-figure]").all()) {
        await drawn(figure);
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
      }
    }));
});

/** Waits until the figure is drawn and on the screen. */
async function drawn(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await figure.locator("svg.live").waitFor();
  await painted(figure.page());
}

async function labelOf(figure: Locator): Promise<string> {
  return (await figure.locator(".point-label").textContent()) ?? "";
}
