import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {classDeviceOf, readClassCode, writeClassCode} from "../../src/lib/device/class-code.js";
import {madeUp} from "../lib/device/made-up.js";
import {onPage} from "./harness.js";
import {context} from "./library.js";
import {codeOf, fortyCodes} from "./made-up-class.js";
import {press} from "./moves.js";

const path = "pages/class.html";
const texts = context.words.figures.classPanel;
const key = "inference-arithmetic/class/1";

const ada = codeOf(3, "Ada");
const nobody = codeOf(9);
const wrong = nobody.slice(0, -1) + (nobody.endsWith("0") ? "G" : "0");
const status = (page: Page) => page.locator(".class-collect .class-status");
const drawn = (page: Page) => page.locator("#figure-class-roofline .live .device.of-class");
const rows = (page: Page) => page.locator(".class-list tbody tr");
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const textFile = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#class-codes").fill(text);
  await page.getByRole("button", {name: texts.take}).click();
}

/** Waits until something is as it should be, ten seconds at most. */
async function comesTo<Value>(read: () => Promise<Value>, wanted: Value): Promise<void> {
  const end = Date.now() + 10_000;
  while ((await read()) !== wanted && Date.now() < end)
    await new Promise((go) => setTimeout(go, 50));
  expect(await read()).toBe(wanted);
}

async function expectDrawn(page: Page, count: number): Promise<void> {
  await page.locator("#figure-class-roofline").scrollIntoViewIfNeeded();
  await comesTo(() => drawn(page).count(), count);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
}

async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: button}).click(),
  ]);
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

describe("the class's roofline", {concurrent: true}, () => {
  test("draws the codes of a pasted mail, tells a wrong one beside them, and keeps nothing unasked", () =>
    onPage(path, {}, async (page) => {
      await expectDrawn(page, 0); // what stands there was recorded, and is nobody's of the class
      expect(await rows(page).count()).toBe(0);
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
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await reload(page);
      await expectDrawn(page, 0);
    }));

  test("takes a link whose code no server sees, and files: lists, reports, and what holds nothing", () => {
    const asked: string[] = [];
    const prepare = async (page: Page): Promise<void> => {
      page.on("request", (request) => asked.push(request.url()));
    };
    return onPage(`${path}#${ada}`, {prepare}, async (page) => {
      await expectDrawn(page, 1);
      expect(page.url()).not.toContain("#"); // taken once: a reload brings nothing back
      await page.evaluate((hash) => (location.hash = hash), codeOf(5));
      await expectDrawn(page, 2);
      await page
        .locator(".class-collect input[type=file]")
        .setInputFiles([
          textFile("class-code.txt", `A device.\n\n${nobody}\n`),
          textFile("two-bytes.txt", Buffer.from(`\ufeff${codeOf(11)}`, "utf16le")),
          textFile("device.json", JSON.stringify(madeUp)),
          textFile("broken.json", `{"version": 1}`),
          textFile("essay.txt", "Nothing of this is a code."),
        ]);
      await expectDrawn(page, 5);
      const refused = await page.locator(".class-refused li").allTextContents();
      expect(refused).toHaveLength(2);
      expect(refused[0]).toMatch(/^broken\.json: .+/);
      expect(refused[1]).toBe(texts.refusedFile("essay.txt", texts.none));
      expect(asked.filter((url) => url.includes("IA1"))).toEqual([]);
    });
  });

  test("lists forty devices, reaches each by keyboard, saves them, keeps them if asked, deletes them", () =>
    onPage(path, {}, async (page) => {
      await paste(page, fortyCodes.join("; "));
      await expectDrawn(page, 40);
      expect(await rows(page).count()).toBe(40);

      await page.locator("#figure-class-roofline .canvas").focus();
      const asked = new Set<string>();
      for (let i = 0; i < 90; i++) {
        await press(page, "ArrowRight");
        asked.add((await page.locator("#figure-class-roofline .point-label").textContent())!);
      }
      for (const i of [0, 3, 39]) {
        expect([...asked].filter((label) => label.startsWith(`Device of ${i} `))).toHaveLength(2);
      }

      const csv = await downloaded(page, texts.save);
      const lines = csv.split("\r\n");
      expect(lines).toHaveLength(42); // a head, and an end behind the last line
      expect(lines[1]).toMatch(/^1,Device of 0,/);
      expect(csv).not.toMatch(/(^|,|")[=+@]/m);
      for (const each of fortyCodes) expect(csv).toContain(each);

      await page.getByLabel(texts.keep).check();
      expect((await kept(page))!.split("\n")).toEqual(fortyCodes);
      await reload(page);
      await expectDrawn(page, 40);
      await page.getByRole("button", {name: texts.wipe}).click();
      await expectDrawn(page, 0);
      expect(await kept(page)).toBeNull();

      // What is kept may have been written by anybody.
      await page.evaluate(
        ([name, text]) => localStorage.setItem(name!, text!),
        [key, `<img src=x onerror=alert(1)> ${ada} ${wrong} {"__proto__": 1}`],
      );
      await reload(page);
      await expectDrawn(page, 1);
    }));
});

describe("handing over in chapter 8", () => {
  const words = context.words.figures.handover;
  const prepare = async (page: Page) => [
    await page.addInitScript(
      (text) => localStorage.setItem("inference-arithmetic/device/1", text),
      JSON.stringify(madeUp),
    ),
  ];

  test("makes a code only when asked, shows all that is in it, and gives link and file", () =>
    onPage("pages/your-machine.html", {prepare}, async (page) => {
      const panel = page.locator('[data-laboratory="handover"]');
      const output = panel.locator("output");
      expect(await output.textContent()).toBe("");
      const make = panel.getByRole("button", {name: words.make});
      await comesTo(() => make.isEnabled(), true);
      await panel.locator("input").fill("=1+1");
      await make.click();
      await comesTo(() => panel.locator(".problem").count(), 1);
      await panel.locator("input").fill("Ada");
      await make.click();
      const made = writeClassCode(classDeviceOf(madeUp, "Ada"));
      await comesTo(() => output.textContent(), made);
      expect(readClassCode(made).nickname).toBe("Ada");
      const inside = await panel.locator("dl").textContent();
      expect(inside).toContain("Ada");
      expect(inside).not.toContain("Chromium");
      const file = await downloaded(page, words.save);
      expect(file).toContain(made);
      const address = new URL((await panel.locator(".handover-open").getAttribute("href"))!);
      expect(address.search).toBe("");
      expect(address.hash).toBe(`#${made}`);
      await panel.locator(".handover-open").click();
      await page.waitForURL(/class/);
      await expectDrawn(page, 1);
    }));

  test("has nothing to hand over before anything is measured", () =>
    onPage("pages/your-machine.html", {}, async (page) => {
      const panel = page.locator('[data-laboratory="handover"]');
      expect(await panel.getByRole("button", {name: words.make}).isDisabled()).toBe(true);
      expect(await panel.getByText(words.first).isVisible()).toBe(true);
    }));
});
