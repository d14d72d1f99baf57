import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {context} from "./library.js";
import {painted, press} from "./moves.js";

const texts = context.words.present;

/** The number of the step that is shown, and of all of them. */
async function place(page: Page): Promise<[step: number, all: number]> {
  const text = (await page.locator(".stage-place").textContent())!;
  return text.match(/\d+/g)!.map(Number) as [number, number];
}

const stepInAddress = (page: Page): string | null =>
  new URL(page.url()).searchParams.get("present");

async function begun(page: Page): Promise<void> {
  await page.locator(".stage-bar").waitFor();
}

/** What of the stage a projector does not show: a figure without a drawing, and what stands out. */
function missing(): string[] {
  const figure = document.querySelector(".stage-figure");
  const drawings = [...(figure?.querySelectorAll("svg") ?? [])];
  const bar = document.querySelector(".stage-bar")!.getBoundingClientRect().top;
  const problems = drawings.some((svg) => svg.checkVisibility()) ? [] : ["no figure is drawn"];
  for (const block of document.querySelectorAll(".stage-figure, .stage-controls, .stage-words")) {
    if (block.matches(".predict:not(.committed) .reveal")) continue; // it is held back
    if (!block.checkVisibility()) problems.push(`${block.className} is not seen`);
    const {top, left, right, bottom} = block.getBoundingClientRect();
    if (top < -1 || left < -1 || right > innerWidth + 1 || bottom > bar + 1) {
      problems.push(`${block.textContent.slice(0, 40)} stands out of the stage`);
    }
  }
  return problems;
}

const fromStartToEnd = ["index.html", "pages/latency.html", "pages/your-machine.html"];

describe("a presentation", {concurrent: true}, () => {
  test.for(fromStartToEnd)("of %s shows a live figure in every step, and nothing scrolls", (path) =>
    onPage(`${path}?present=1`, {}, async (page) => {
      await page.setViewportSize({width: 1280, height: 720});
      await begun(page);
      const [, all] = await place(page);
      expect(all).toBeGreaterThan(5);
      const scrolled: number[] = [];
      for (let step = 1; step <= all; step++) {
        await painted(page);
        expect(await place(page)).toEqual([step, all]);
        const problems = await page.evaluate(missing);
        if (problems.some((problem) => problem.includes("stands out"))) scrolled.push(step);
        else expect(problems, `step ${step}`).toEqual([]);
        await press(page, "PageDown");
      }
      expect(scrolled.length, `steps ${scrolled.join()} scroll`).toBeLessThanOrEqual(all / 25);
      expect(await place(page)).toEqual([all, all]); // there is nothing after the last
      expect(stepInAddress(page)).toBe(String(all));
    }),
  );

  test("is led by keys and buttons, comes back after a reload, and ends where it is", () =>
    onPage("pages/latency.html?v=1&batch=16", {}, async (page) => {
      await page.getByRole("link", {name: context.words.page.present}).click();
      await begun(page);
      for (const [key, step] of [
        ["ArrowRight", 2],
        ["Space", 3],
        ["PageUp", 2],
        ["ArrowDown", 3],
        ["ArrowLeft", 2],
        ["Shift+Space", 1],
        ["End", (await place(page))[1]],
        ["Home", 1],
        ["PageDown", 2],
      ] as const) {
        await press(page, key);
        expect((await place(page))[0], key).toBe(step);
      }
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("observablehq-main");
      expect(await page.locator(".stage-bar [role=status]").textContent()).toContain("Step 2 of");

      await page.reload();
      await begun(page);
      expect((await place(page))[0]).toBe(2);
      expect(new URL(page.url()).searchParams.get("batch")).toBe("16");

      // A slider keeps its keys, the clicker goes on, and a change keeps the step in the address.
      const slider = page.locator(".stage-controls input[type=range]").first();
      await slider.focus();
      await press(page, "ArrowRight");
      expect((await place(page))[0]).toBe(2);
      await page.waitForURL((url) => url.searchParams.get("batch") !== "16");
      expect(stepInAddress(page)).toBe("2");
      await press(page, "PageDown");
      expect((await place(page))[0]).toBe(3);

      const paragraph = await page.locator("p.stage-words").textContent();
      await press(page, "Escape");
      expect(await page.locator(".stage-bar").count()).toBe(0);
      expect(stepInAddress(page)).toBeNull();
      const isSeen = await page.getByText(paragraph!.slice(0, 30)).evaluate((element) => {
        const {top, bottom} = element.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      });
      expect(isSeen).toBe(true);
      expect(await page.locator(".off-stage, .stage-way, .stage-words").count()).toBe(0);
    }));

  test("holds an answer back until its presenter asks for it", () =>
    onPage("pages/prompts.html?present=-3", {}, async (page) => {
      await begun(page);
      expect((await place(page))[0]).toBe(1); // nothing else may stand there
      const next = page.locator(".stage-next");
      const veil = page.locator("#figure-prompt-gap .veil:visible");
      while ((await next.textContent()) !== texts.reveal) await next.click();
      expect(await veil.count()).toBe(0);
      await next.click();
      await veil.first().waitFor();
      expect(await next.textContent()).toBe(texts.next);
    }));

  test("is tapped through on a phone, and asks for nothing before that", () => {
    const asked: string[] = [];
    const prepare = async (page: Page): Promise<void> => {
      page.on("request", (request) => asked.push(request.url()));
    };
    return onPage("pages/gpus.html", {width: 360, touch: true, prepare}, async (page) => {
      expect(asked.filter((url) => /components\/present\//.test(url))).toEqual([]);
      await page.getByRole("link", {name: context.words.page.present}).tap();
      await begun(page);
      expect(asked.filter((url) => /components\/present\//.test(url))).not.toEqual([]);
      await page.locator(".stage-next").tap();
      expect((await place(page))[0]).toBe(2);
      expect(await page.evaluate(missing)).not.toContain("no figure is drawn");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
      const small = await page
        .locator(".stage-bar button")
        .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44));
      expect(small).toEqual([]);
      await page.getByRole("button", {name: texts.leave}).tap();
      expect(await page.locator(".stage-bar").count()).toBe(0);
    });
  });
});
