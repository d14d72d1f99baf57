import {readFileSync} from "node:fs";
import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {parseReport} from "../../src/lib/device/parse-report.js";
import {onPage} from "./harness.js";

const path = "pages/your-machine.html";
const key = "inference-arithmetic/device/1";

describe("the laboratory", () => {
  test("measures nothing and fetches no model before a press", () =>
    onPage(path, {prepare: async (page) => void page.on("request", remember)}, async (page) => {
      await page.mouse.wheel(0, 100_000);
      await page.waitForTimeout(500);
      expect(asked.filter((url) => /\/embed\/v1\/|\.gguf$/.test(url))).toEqual([]);
      await expectRecorded(page);
      expect(await part(page, "bench", "run").isDisabled()).toBe(true);
    }));

  test(
    "measures the device, foretells, lets the model run, and shows what came",
    {timeout: 120_000},
    () =>
      onPage(path, {}, async (page) => {
        await guess(page, "40");
        await part(page, "bench", "quick").click();
        await progressShown(page);
        await idle(page, "bench");
        expect(await caption(page, "own-verdict")).toMatch(/^The law says .+ for your machine/);
        expect(await page.locator("#figure-own-verdict circle.guess").count()).toBe(1);

        await part(page, "bench", "run").click();
        await idle(page, "bench");
        expect(await caption(page, "own-verdict")).toMatch(/^The law said .+, your machine wrote/);
        for (const figure of ["bandwidth-ladder", "own-roofline", "own-errors", "own-seven"]) {
          await page.locator(`#figure-${figure}`).scrollIntoViewIfNeeded();
          await page.waitForFunction(
            (id) => document.querySelector(`#figure-${id} .yours`) !== null,
            figure,
          );
        }

        // Kept only when asked, found again after a reload, and gone when deleted.
        expect(await kept(page)).toBeNull();
        await part(page, "facts", "keep").click();
        await expect.poll(() => kept(page)).not.toBeNull();
        const report = parseReport((await kept(page))!);
        expect(report.runs.some(({model}) => model === "110M")).toBe(true);
        expect(report.gpu ?? report.gpuProblem).toBeDefined();
        const file = await exported(page);
        expect(parseReport(file)).toEqual(report);
        await page.reload({waitUntil: "load"});
        await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
        expect(await caption(page, "own-verdict")).toMatch(/your machine wrote/);
        await part(page, "facts", "forget").click();
        await expectRecorded(page);
        expect(await kept(page)).toBeNull();
      }),
  );

  test("stops at once when it is told to, and can begin again", {timeout: 60_000}, () =>
    onPage(path, {}, async (page) => {
      await part(page, "bench", "quick").click();
      await progressShown(page);
      await part(page, "bench", "stop").click();
      await idle(page, "bench");
      expect(await status(page, "bench")).toMatch(/^Stopped/);
      await expectRecorded(page);
      expect(await part(page, "bench", "quick").isEnabled()).toBe(true);
    }),
  );

  test("runs models with threads after a reload that the reader asked for", {timeout: 90_000}, () =>
    onPage(`${path}?v=1&workers=all`, {prepare: withoutHeaders}, async (page) => {
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await part(page, "facts", "isolate").click();
      await page.waitForFunction(
        () => crossOriginIsolated && document.documentElement.dataset["live"] === "true",
      );
      expect(new URL(page.url()).searchParams.get("workers")).toBe("all");
      await part(page, "facts", "isolate").click();
      await page.waitForFunction(
        () => !crossOriginIsolated && document.documentElement.dataset["live"] === "true",
      );
    }),
  );
});

describe("the models of the page", () => {
  test(
    "write a tale, the same for the same seed, and once more without a network",
    {timeout: 90_000},
    () =>
      onPage(path, {}, async (page) => {
        const write = part(page, "story", "q4_0");
        expect(await write.textContent()).toMatch(/2\.36 MB/);
        await write.click();
        await idle(page, "story");
        const first = await tale(page, "story");
        expect(first).toMatch(/^Once upon a time there lived a king who [\s\S]{200,}/);
        expect(await status(page, "story")).toMatch(/^\d+ tokens, [\d.,]+ a second\.$/);
        expect(await write.textContent()).not.toMatch(/MB/);

        await page.context().setOffline(true);
        await write.click();
        await idle(page, "story");
        await page.context().setOffline(false);
        expect(await tale(page, "story")).toBe(first);

        await panel(page, "story").locator('[data-field="seed"]').fill("3");
        await write.click();
        await idle(page, "story");
        expect(await tale(page, "story")).not.toBe(first);
      }),
  );

  test(
    "run a file of the reader's own, and say what is wrong with a bad one",
    {timeout: 90_000},
    () =>
      onPage(path, {}, async (page) => {
        const picker = panel(page, "file").locator("input[type=file]");
        const file = readFileSync("data/model/fable-q4_0.gguf");
        const named = (name: string, buffer: Buffer) => ({
          name,
          mimeType: "application/octet-stream",
          buffer,
        });
        await picker.setInputFiles(named("words.gguf", Buffer.from("These are only words.")));
        await expect.poll(() => status(page, "file")).toMatch(/no GGUF file/);
        await idle(page, "file");
        await picker.setInputFiles(named("half.gguf", file.subarray(0, file.length / 2)));
        await expect.poll(() => status(page, "file")).toMatch(/[.]$/);
        await idle(page, "file");
        await picker.setInputFiles(named("fable.gguf", file));
        await expect.poll(() => status(page, "file"), {timeout: 20_000}).toMatch(/^fable\.gguf/);
        await idle(page, "file");
        expect((await tale(page, "file")).length).toBeGreaterThan(200);
      }),
  );

  test("read and write with random weights as the controls have it", {timeout: 90_000}, () =>
    onPage(`${path}?v=1&model=stories15M&prompt=64`, {}, async (page) => {
      await part(page, "runs", "go").click();
      await idle(page, "runs");
      const speeds = await panel(page, "runs").locator('[data-cell="speed"]').allTextContents();
      expect(speeds.map((speed) => parseFloat(speed.replaceAll(",", "")) > 1)).toEqual([
        true,
        true,
      ]);
    }),
  );
});

/** Answers as a server does that cannot ask for isolation. */
async function withoutHeaders(page: Page): Promise<void> {
  await page.route("**/*.html*", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers["cross-origin-opener-policy"];
    delete headers["cross-origin-embedder-policy"];
    await route.fulfill({response, headers});
  });
}

const asked: string[] = [];
const remember = (request: {url(): string}): number => asked.push(request.url());

const panel = (page: Page, name: string): Locator => page.locator(`[data-laboratory="${name}"]`);
const part = (page: Page, name: string, button: string): Locator =>
  panel(page, name).locator(`[data-do="${button}"]`);
const status = async (page: Page, name: string): Promise<string> =>
  (await panel(page, name).locator(".lab-status").textContent()) ?? "";
const tale = async (page: Page, name: string): Promise<string> =>
  (await panel(page, name).locator(".lab-story").textContent()) ?? "";
const kept = (page: Page): Promise<string | null> =>
  page.evaluate((name) => localStorage.getItem(name), key);

async function caption(page: Page, figure: string): Promise<string> {
  await page.locator(`#figure-${figure}`).scrollIntoViewIfNeeded();
  await page.waitForTimeout(150); // a frame, and what is fetched for a kept report
  return (await page.locator(`#figure-${figure} [data-part="title"]`).textContent()) ?? "";
}

async function guess(page: Page, text: string): Promise<void> {
  const form = panel(page, "bench").locator("form");
  await form.locator("input").fill(text);
  await form.locator("button").click();
}

async function idle(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (each) => !document.querySelector(`[data-laboratory="${each}"]`)!.hasAttribute("aria-busy"),
    name,
    {timeout: 60_000},
  );
}

async function progressShown(page: Page): Promise<void> {
  const left = panel(page, "bench").locator(".lab-left");
  await expect.poll(() => left.textContent(), {timeout: 15_000}).toMatch(/About \d+ s left\.$/);
}

async function expectRecorded(page: Page): Promise<void> {
  await expect
    .poll(() => panel(page, "facts").locator(".lab-title").textContent())
    .toMatch(/^The recorded machine/);
  await page.locator("#figure-bandwidth-ladder").scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator("#figure-bandwidth-ladder .yours").count()).toBe(0);
}

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    part(page, "facts", "save").click(),
  ]);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
