import {describe, test} from "vitest";
import type {Page} from "playwright-core";
import {onPage} from "./harness.js";

const patient = {timeout: 10_000, polling: 100}; // ms

describe("The worksheet", {concurrent: true}, () => {
  test("takes answers by keyboard alone: a number, a hint, a choice, a goal, a guess that is locked", ({
    expect,
  }) =>
    onPage("pages/worksheet.html?seed=Ann", {}, async (page) => {
      expect(await page.locator("[data-on]:visible").count()).toBe(23);
      const key = await keyOf(page, "latency-2");

      const field = page.locator('[data-on="latency-2"] input');
      await field.fill(`${Number(key) * 60} tokens per minute`);
      await field.press("Enter");
      const said = page.locator('[data-on="latency-2"] .verdict');
      expect(await said.textContent()).toContain("Right");
      await field.fill(String(Number(key) / 2));
      await field.press("Enter");
      expect(await said.textContent()).toContain("Half");
      await field.fill("12 parsecs");
      await field.press("Enter");
      expect(await said.textContent()).toContain("parsecs");

      const hint = page.locator('[data-on="latency-2"] .hint').first();
      await hint.locator("summary").focus();
      await page.keyboard.press("Enter");
      expect(await hint.locator("p").isVisible()).toBe(true);

      const choice = page.locator('[data-on="sheet-2"]');
      await choice.locator("input").first().focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await page.keyboard.type("One reader waits for bytes.");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await choice.locator(".verdict").textContent()).toMatch(/laws say/);
      expect(await choice.locator(".solution p").first().isVisible()).toBe(true);

      const goal = page.locator('[data-on="sheet-4"]');
      const slider = goal.locator("input[type=range]");
      expect(await goal.locator(".verdict").textContent()).toContain("Not yet");
      await slider.focus();
      const reached = goal.locator("[data-goal].reached");
      for (let i = 0; i < 41 && (await reached.count()) === 0; i++) {
        await page.keyboard.press("ArrowRight");
        await page.evaluate(nextFrame);
      }
      expect(await goal.locator(".verdict").textContent()).toContain("Reached");
      await page.keyboard.press("End");
      await expect
        .poll(() => goal.locator(".verdict").textContent(), patient)
        .toContain("Too many");

      const guess = page.locator('[data-on="sheet-6"] input');
      const after = page.locator('[data-on="sheet-6"] .after-prediction');
      expect(await after.isVisible()).toBe(false);
      await guess.fill("10");
      await guess.press("Enter");
      expect(await after.isVisible()).toBe(true);
      expect(await guess.getAttribute("readonly")).not.toBe(null);
      expect(page.url()).toContain("seed=Ann");
    }));

  test("keeps answers only if it is asked to, and forgets them", ({expect}) =>
    onPage("pages/worksheet.html?seed=Ann&exercises=gpus-1,nonsense", {}, async (page) => {
      expect(await page.locator("[data-on]:visible").count()).toBe(1);
      expect(await page.locator(".sheet h2:visible").count()).toBe(1);
      expect(await page.locator(".sheet-notes").textContent()).toContain("nonsense");
      const field = page.locator('[data-on="gpus-1"] input');
      await field.fill("164");
      await field.press("Enter");
      expect(await page.evaluate(kept)).toBe(null);
      await page.getByLabel("Keep my answers").check();
      expect(await page.evaluate(kept)).toBe('{"ann":{"gpus-1":"164"}}');
      await page.reload();
      await isLive(page);
      expect(await field.inputValue()).toBe("164");
      await page.getByText("Delete the kept answers").click();
      expect(await page.evaluate(kept)).toBe(null);
      await page.evaluate(writeNonsense);
      await page.reload();
      await isLive(page);
      expect(await field.inputValue()).toBe("");
    }));

  test("prints questions without answers, and the key from the same seed", ({expect}) =>
    onPage("pages/worksheet.html?seed=7", {media: "print"}, async (page) => {
      const visible = (selector: string) => page.locator(`${selector}:visible`).count();
      expect(await visible(".key-answer")).toBe(0);
      expect(await visible(".solution")).toBe(0);
      expect(await visible(".hint")).toBe(0);
      expect(await visible(".answer-room")).toBe(23);
      const given = page.locator('[data-on="gpus-3"] .given');
      expect(await given.innerText()).toMatch(/[GT]B\/s; .*in 16 bits\..*[GT]B\/s; /); // to be divided on paper
      expect(await page.locator(".sheet-head").textContent()).toContain("Sheet 7");
      const keys = await page.locator(".key-answer").allTextContents();

      await page.goto(page.url() + "&key=1");
      await isLive(page);
      expect(await visible(".key-answer")).toBe(23);
      expect(await visible(":is(.answer-room, .given)")).toBe(0);
      expect(await page.locator(".key-answer").allTextContents()).toEqual(keys);
      // The law, put together anew from what the question says.
      const question = await page.locator('[data-on="gpus-3"]').textContent();
      const [, first, second] = /bandwidth counts: ([\d.]+) TB\/s divided by ([\d.]+)/.exec(
        question!,
      )!;
      const printed = /Answer: ([\d.]+)/.exec(question!)![1];
      const unit = /divided by [\d.]+ GB/.test(question!) ? 1000 : 1;
      expect(Number(printed) / ((Number(first) * unit) / Number(second))).toBeCloseTo(1, 1);
    }));

  test("makes a class’s sheets and one list of their keys", ({expect}) =>
    onPage("pages/worksheet.html?seeds=1-30", {}, async (page) => {
      expect(await page.locator(".key-table tbody tr").count()).toBe(30);
      const texts = await page
        .locator(".key-table tbody tr")
        .nth(6)
        .locator("td")
        .allTextContents();
      await page.emulateMedia({media: "print"});
      expect(await page.locator(".sheet-set .sheet:visible").count()).toBe(30);
      expect(
        await page.locator(".sheet-set .sheet").nth(6).locator("[data-seed]").textContent(),
      ).toBe("Sheet 7");
      await page.goto(new URL("worksheet.html?seed=7", page.url()).href);
      await isLive(page);
      const keys = await page.locator(".key-answer").allTextContents();
      expect(keys).toHaveLength(23);
      for (const [i, key] of keys.entries()) expect(key).toContain(`Answer: ${texts[i + 1]}`);
    }));
});

describe("A teacher’s link", {concurrent: true}, () => {
  test("locks, hides and closes on a chapter, and on the one after it", ({expect}) => {
    const query = "?v=1&batch=4&lock=batch&hide=machine&reveal=off";
    return onPage(`pages/latency.html${query}`, {}, async (page) => {
      const batch = page.locator('[data-control="batch"] input[type=range]').first();
      expect(await batch.isDisabled()).toBe(true);
      expect(await page.locator('[data-control="machine"]:visible').count()).toBe(0);
      expect(await page.locator('[data-control="format"]:visible').count()).toBeGreaterThan(0);
      expect(await page.locator(".exercise > details:visible").count()).toBe(0);
      expect(await page.locator(".exercise > .closed:visible").count()).toBeGreaterThan(2);

      const guess = page.locator("[data-guess]").first();
      await guess.locator("input").fill("25");
      await guess.locator("input").press("Enter");
      expect(await guess.locator(".verdict").textContent()).toContain("teacher");
      expect(await page.locator(".predict .reveal:visible").count()).toBe(0);

      await page
        .locator('[data-control="format"] label:visible', {hasText: "Q4_0"})
        .first()
        .click();
      await expect.poll(() => page.url(), patient).toContain("format=");
      for (const setting of query.slice(1).split("&")) expect(page.url()).toContain(setting);
      await page.locator("[data-pager] a").last().click();
      await isLive(page);
      expect(page.url()).toMatch(/machines\.html\?hide=machine&lock=batch&reveal=off$/);
      expect(await page.locator("[data-corrections]").isVisible()).toBe(false);
    });
  });

  test("hides a single control in a frame", ({expect}) =>
    onPage("embed/roofline.html?hide=machine", {}, async (page) => {
      expect(await page.locator('[data-control="machine"]:visible').count()).toBe(0);
      expect(await page.locator('[data-control="batch"]:visible').count()).toBe(1);
    }));

  test("is made on the teacher’s page, and says what is wrong with an address", ({expect}) =>
    onPage("pages/teach.html", {}, async (page) => {
      const link = page.locator("#lesson-link");
      await page.locator("#lesson-page").selectOption("latency");
      await page.locator('[data-lock="batch"]:visible').check();
      await page.locator('[data-hide="format"]:visible').check();
      await page.locator("[data-close]").check();
      expect(await link.inputValue()).toMatch(
        /\/pages\/latency\.html\?lock=batch&hide=format&reveal=off$/,
      );
      const state = page.locator("#lesson-state");
      await state.fill(new URL("latency.html?v=1&batch=32&lock=all", page.url()).href);
      expect(await link.inputValue()).toContain("?v=1&batch=32&lock=batch&hide=format&reveal=off");
      const bad = {
        "https://evil.example/pages/latency.html": "another site",
        nonsense: "no address",
      };
      for (const [text, sentence] of Object.entries(bad)) {
        await state.fill(text);
        expect(await page.locator("[data-lessonlink] .verdict").textContent()).toContain(
          sentence === "another site" ? "of another site" : sentence,
        );
        expect(await link.inputValue()).toBe("");
      }
    }));
});

async function keyOf(page: Page, id: string): Promise<string> {
  const text = await page.locator(`[data-on="${id}"] .key-answer`).textContent();
  return /Answer: ([\d.,]+)/.exec(text!)![1]!;
}

async function isLive(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
}

const kept = (): string | null => localStorage.getItem("inference-arithmetic/worksheet/1");
const writeNonsense = (): void =>
  localStorage.setItem("inference-arithmetic/worksheet/1", '{"ann":{"gpus-1":{"x":1}},"b":[]}');
const nextFrame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
