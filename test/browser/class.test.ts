import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {readClassCode, writeClassCode, type ClassDevice} from "../../src/lib/device/class-code.js";
import {madeUp} from "../lib/device/made-up.js";
import {onPage} from "./harness.js";
import {context} from "./library.js";

const path = "pages/class.html";
const texts = context.words.figures.classPanel;

/** A device that no one has: the i-th of a class. */
const device = (i: number, nickname?: string): ClassDevice => ({
  bandwidth: 5e9 * 1.06 ** i,
  flops: 20e9 * 1.09 ** ((i * 7) % 40),
  speed: 30 * 1.05 ** i,
  model: "110M",
  threads: 1 + (i % 8),
  workers: 8,
  simd: "relaxed",
  ...(nickname !== undefined && {nickname}),
});
const code = (i: number, nickname?: string): string => writeClassCode(device(i, nickname));
const ada = code(3, "Ada");
const nobody = code(9);
const wrong = nobody.slice(0, -1) + (nobody.endsWith("0") ? "G" : "0");

const status = (page: Page) => page.locator(".class-collect .class-status");
const drawn = (page: Page) => page.locator("#figure-class-roofline .live .device.of-class");

async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#class-codes").fill(text);
  await page.getByRole("button", {name: texts.take}).click();
}

async function expectDrawn(page: Page, count: number): Promise<void> {
  await page.locator("#figure-class-roofline").scrollIntoViewIfNeeded();
  await expect.poll(() => drawn(page).count()).toBe(count);
}

describe("the class's roofline", {concurrent: true}, () => {
  test("draws the codes of a pasted mail, refuses a wrong one beside them, and forgets all", () =>
    onPage(path, {}, async (page) => {
      await paste(page, `Dear all, mine: ${ada}. Bob's is ${nobody}\n> ${wrong}`);
      await expectDrawn(page, 2);
      expect(await status(page).textContent()).toBe(texts.taken(2, "2", 0, "0"));
      expect(await page.locator(".class-refused").textContent()).toContain("checksum");
      expect(await page.locator("#class-codes").inputValue()).toBe(wrong); // to be put right
      const names = page.locator("#figure-class-roofline .live text.of-class");
      expect((await names.allTextContents()).sort()).toEqual(["Ada", "Device 2"]);
      await paste(page, `${ada} ${nobody}`);
      expect(await status(page).textContent()).toBe(texts.taken(0, "0", 2, "2"));
      await page.getByRole("button", {name: texts.list.remove("Ada")}).click();
      await expectDrawn(page, 1);
      expect(await page.evaluate(() => localStorage.length)).toBe(0); // nothing is kept unasked
      await page.reload();
      await expectDrawn(page, 0);
    }));
});

void [readFileSync, readClassCode, madeUp];
