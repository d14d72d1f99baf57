import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";

const path = "pages/price.html";

/** What the model was measured at where it was trained: data/model/MODEL_CARD.md. */
const reference: Readonly<Record<string, number>> = {F32: 25.388, Q8_0: 25.391, Q4_0: 26.272};
const tolerance = 0.005;

const lab = (page: Page) => page.locator("[data-lab]");
const status = (page: Page) => lab(page).getByRole("status");
const start = (page: Page) => lab(page).locator('[data-part="start"]');
const stateIs = (page: Page, state: string) =>
  page.waitForSelector(`[data-lab][data-state="${state}"]`, {timeout: 120_000});

/** Cells of the table, by the format in which the model is stored. */
const rowsOf = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[data-table="demoPrices"] tbody tr')].map((row) => {
        const [name, ...cells] = [...row.children].map(({textContent}) => textContent);
        return [name, cells];
      }),
    ),
  );

const choose = async (page: Page, stop: number): Promise<void> => {
  const slider = page.locator('[data-tales] ~ .controls [data-control="stored"] input').first();
  await slider.fill(String(stop));
};

/** What the page's fetch does from now on, in place of asking the server. */
const answerWith = (page: Page, kind: "offline" | "short" | "refused"): Promise<void> =>
  page.evaluate((how) => {
    window.fetch = () => {
      if (how === "offline") return Promise.reject(new TypeError("Failed to fetch"));
      return Promise.resolve(new Response("GGUF", {status: how === "short" ? 200 : 503}));
    };
  }, kind);

describe("the price of precision", {timeout: 180_000}, () => {
  test("nothing of the model is fetched before the button is pressed", () =>
    onPage(path, {}, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await choose(page, 7);
      await page.waitForTimeout(300);
      expect(asked.filter((url) => /gguf|heldout|engine/.test(url))).toEqual([]);
      expect(await page.locator('[data-tale="chosen"] .tale-head').textContent()).toContain(
        "1 bit",
      );
    }));

  test("a press fetches it, measures every format, and tells its stories", () =>
    onPage(path, {}, async (page) => {
      const recorded = await rowsOf(page);
      const heightOf = () =>
        page.evaluate(() => document.querySelector<HTMLElement>("[data-lab]")!.offsetHeight);
      const height = await heightOf();
      await start(page).click();
      await expect
        .poll(() => status(page).textContent(), {timeout: 60_000, interval: 20})
        .toMatch(/^F32: reading the tales, .*Perplexity so far \d+\.\d\d\.$/);
      expect(await heightOf()).toBe(height);
      await stateIs(page, "done");
      expect(await heightOf()).toBe(height);
      expect(await status(page).textContent()).toMatch(/^Done, in /);
      const rows = await rowsOf(page);
      for (const [format, cells] of Object.entries(rows)) {
        const perplexity = Number(cells[2]!.replace(",", ""));
        const before = Number(recorded[format]![2]!.replace(",", ""));
        expect(Math.abs(perplexity / before - 1), format).toBeLessThan(tolerance);
        if (format in reference) {
          expect(Math.abs(perplexity / reference[format]! - 1), format).toBeLessThan(tolerance);
        }
        const hasSpeed = !format.includes("ours");
        expect(Number.parseFloat(cells[4]!.replace(",", "")) > 0, format).toBe(hasSpeed);
      }
      expect(await page.locator("[data-table=demoPrices] .table-caption").textContent()).toContain(
        "the rest measured here",
      );
      await page.locator('[data-figure="cliff"]').scrollIntoViewIfNeeded();
      const live = page.locator('[data-figure="cliff"] svg.live .dot.live');
      await expect.poll(() => live.count()).toBe(7); // that in 32 bits lies beyond the axis
      await choose(page, 6);
      const marks = page.locator('[data-tale="chosen"] mark');
      await expect.poll(() => marks.count()).toBeGreaterThan(5);
      expect(await page.locator('[data-tale="whole"] mark').count()).toBeLessThan(4);
    }));

  test("it can be stopped, and begun again without a connection once it has been fetched", () =>
    onPage(path, {}, async (page) => {
      await start(page).click();
      await expect.poll(() => status(page).textContent(), {timeout: 60_000}).toContain("Q8_0");
      await lab(page).getByRole("button", {name: "Stop"}).click();
      await stateIs(page, "stopped");
      expect(await status(page).textContent()).toContain("Stopped");
      expect(await start(page).isEnabled()).toBe(true);
      await page.context().setOffline(true);
      await start(page).click();
      await expect.poll(() => status(page).textContent(), {timeout: 60_000}).toContain("Q5_0");
    }));

  test("a network that is bad leads to a sentence beside the button, and the page stays whole", () =>
    onPage(path, {}, async (page) => {
      const recorded = await rowsOf(page);
      for (const [kind, sentence] of [
        ["offline", "could not be fetched"],
        ["short", "The connection broke after 4 bytes"],
        ["refused", "status 503"],
      ] as const) {
        await answerWith(page, kind);
        await start(page).click();
        await expect.poll(() => status(page).textContent()).toContain(sentence);
        await stateIs(page, "failed");
      }
      expect(await rowsOf(page)).toEqual(recorded);
    }));
});
