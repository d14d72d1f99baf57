import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";

const path = "pages/prompts.html";

describe("the two clocks", {concurrent: true}, () => {
  test("run when they are started, and stand when they are stopped", () =>
    onPage(path, {}, async (page) => {
      expect(await times(page)).toEqual([0, 0]);
      await page.waitForTimeout(200);
      expect(await times(page)).toEqual([0, 0]);

      await start(page).click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".clock-time")].every(
          (time) => parseFloat(time.textContent!) > 0.3,
        ),
      );
      await start(page).click();
      const stopped = await times(page);
      await page.waitForTimeout(200);
      expect(await times(page)).toEqual(stopped);
    }));

  test("are done at once for whoever asks for less motion", () =>
    onPage(path, {}, async (page) => {
      await page.emulateMedia({reducedMotion: "reduce"});
      await start(page).click();
      const [laptop, rival] = await times(page);
      expect(laptop! / rival!).toBeGreaterThan(10);
      for (const state of await page.locator(".clock-state").allTextContents()) {
        expect(state).toMatch(/^It began to answer after .+ and is done after .+\.$/);
      }
      expect(await page.locator("[data-clock] [role=status]").textContent()).toMatch(/Apple M2/);
    }));

  test("begin anew when the law or the prompt is changed", () =>
    onPage(path, {}, async (page) => {
      await page.emulateMedia({reducedMotion: "reduce"});
      await start(page).click();
      expect((await times(page))[0]).toBeGreaterThan(0);
      const before = await page.locator(".clock-state").first().textContent();
      await page.locator('[data-clock] [value="roof"]').check();
      expect(await times(page)).toEqual([0, 0]);
      expect(await page.locator(".clock-state").first().textContent()).not.toBe(before);
    }));
});

const start = (page: Page) => page.locator(".clock-start");

/** Seconds that both clocks show. */
async function times(page: Page): Promise<number[]> {
  const texts = await page.locator(".clock-time").allTextContents();
  return texts.map((text) => parseFloat(text));
}
