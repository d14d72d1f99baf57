import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Frame,
  type Locator,
  type Page,
} from "playwright-core";
import puppeteer from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {findBrowser} from "../../scripts/browser/find.js";
import {writeKeeping} from "../../scripts/site/keep.js";
import {serve, type Served} from "../../scripts/site/serve.js";
import {isAliveOrStill, keepForOffline} from "./keeping.js";
import {pages} from "./site.js";

// What a reader who has pressed "Keep for offline" may count on: the site is served by a server that
// sends no headers of its own, and then by none.

const base = "/some/where/";
const aFewFrames = ["roofline", "equation-latency", "laboratory", "machines"];
const patient = {timeout: 30_000};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject("browser"));
});
afterAll(() => browser.close());

describe("The notebook that is kept", {concurrent: true, timeout: 120_000}, () => {
  test("opens every page without a network, and the demo model tells its tale", () =>
    inProfile("dist", async ({page, context, site}) => {
      await page.goto(`${site.address}pages/your-machine.html`);
      await alive(page);
      const first = await tale(page);
      expect(await page.evaluate(keepForOffline)).toMatch(/^Kept on this device/);
      await site.close();

      const problems: string[] = [];
      const waiting = [
        ...pages.filter((path) => path !== "404.html"),
        ...aFewFrames.map((name) => `embed/${name}.html`),
      ];
      const tab = async (): Promise<void> => {
        const reader = await context.newPage();
        reader.on("console", (line) => {
          if (line.type() === "error") problems.push(`${reader.url()}: ${line.text()}`);
        });
        reader.on("pageerror", (error) => problems.push(`${reader.url()}: ${error.message}`));
        for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
          await reader.goto(`${site.address}${path}?v=1&batch=16`);
          await alive(reader);
          expect(reader.url()).toContain("batch=16");
          expect(await reader.locator("h1").count(), path).toBe(1);
        }
        await reader.close();
      };
      await Promise.all([tab(), tab(), tab()]);
      expect(problems).toEqual([]);

      await page.goto(`${site.address}?v=1`);
      expect(await page.locator("h1").textContent()).toMatch(/llama\.cpp/);
      await page.goto(`${site.address}pages/your-machine.html`);
      await alive(page);
      expect(await tale(page)).toBe(first);
      await page.goto(`${site.address}pages/nowhere.html`);
      expect(await page.locator("p").first().textContent()).toMatch(/^There is no network/);
    }));

  test("gets a new version whole, when the reader takes it, and the reader stays in place", () =>
    inCopy(async (folder) =>
      inProfile(folder, async ({page, context, site}) => {
        const path = "pages/latency.html?v=1&batch=16";
        await page.goto(site.address + path);
        await alive(page);
        await page.evaluate(keepForOffline);
        const other = await context.newPage();
        await other.goto(`${site.address}pages/machines.html`);
        await alive(other);
        await page.evaluate(() => scrollTo(0, 1500));

        // The next version: two pages say so.
        const nowSays = "In the next version";
        for (const name of ["latency", "gpus"]) {
          const file = join(folder, "pages", `${name}.html`);
          writeFileSync(file, readFileSync(file, "utf8").replace(/<h1/, `<p>${nowSays}</p><h1`));
        }
        await writeKeeping(folder);
        await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
        const notice = page.locator(".newer");
        await notice.waitFor(patient);
        expect(await notice.textContent()).toMatch(/^A new version/);

        // Nobody has taken it: another page is of the version that is read.
        const third = await context.newPage();
        await third.goto(`${site.address}pages/gpus.html`);
        await alive(third);
        expect(await third.locator("main").textContent()).not.toContain(nowSays);

        await notice.getByRole("button", {name: "Take it"}).click();
        for (const tab of [page, third]) {
          await until(says(tab, "main"), new RegExp(nowSays));
        }
        await alive(page);
        expect(page.url()).toBe(site.address + path);
        await page.waitForFunction(() => scrollY > 1400, undefined, patient);
        expect(await page.evaluate(versionsKept)).toBe(1);
        expect(await page.locator(".newer").count()).toBe(0);
      }),
    ));

  test("says in a sentence why it could not be kept, goes on where it broke off, and is removed", () =>
    inCopy(async (folder) =>
      inProfile(folder, async ({page, context, site}) => {
        await page.goto(`${site.address}pages/sources.html`);
        const protocol = await context.newCDPSession(page);
        const origin = new URL(site.address).origin;
        await protocol.send("Storage.overrideQuotaForOrigin", {origin, quotaSize: 1_000_000});
        expect(await page.evaluate(keepForOffline)).toMatch(/^The device gives this site no room/);
        await protocol.send("Storage.overrideQuotaForOrigin", {origin});

        const changed = join(folder, "pages", "recount.html");
        const whole = readFileSync(changed);
        writeFileSync(changed, "another one");
        expect(await page.evaluate(keepForOffline)).toMatch(/another pages\/recount\.html than/);
        const begun = await page.evaluate(filesKept);
        expect(begun).toBeGreaterThan(0);
        writeFileSync(changed, whole);
        expect(await page.evaluate(keepForOffline)).toMatch(/^Kept/);
        expect(await page.evaluate(filesKept)).toBeGreaterThan(begun);

        // A browser that is short of room may clear files: the page says so, and fetches them again.
        await page.evaluate(dropOneFile);
        await page.reload();
        const line = page.locator(".keep");
        await until(says(page, ".keep"), /cleared 1 of the files/);
        expect(await page.evaluate(keepForOffline)).toMatch(/^Kept/);

        await line.getByRole("button", {name: "Remove"}).click();
        await until(says(page, ".keep"), /^Removed .*Keep for offline/);
        expect(await page.evaluate(versionsKept)).toBe(0);
        expect(await page.evaluate(isRegistered)).toBe(false);
        await site.close();
        expect(await page.evaluate(keepForOffline)).toMatch(
          /^(The network broke off|This browser)/,
        );
      }),
    ));

  test("is no promise where the browser has no service workers, and says so", () =>
    inProfile("dist", async ({page, site}) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
      });
      await page.goto(`${site.address}pages/sources.html`);
      expect(await page.evaluate(keepForOffline)).toMatch(/^This browser keeps nothing/);
    }));

  test("can be installed as a program of its own", () =>
    inProfile("dist", async ({page, context, site}) => {
      await page.goto(`${site.address}pages/latency.html`);
      const protocol = await context.newCDPSession(page);
      const {url, errors, manifest} = await protocol.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      expect(url).toBe(`${site.address}notebook.webmanifest`);
      expect(manifest?.startUrl).toBe(site.address);
      expect(manifest?.scope).toBe(site.address);
      const {installabilityErrors} = await protocol.send("Page.getInstallabilityErrors");
      expect(installabilityErrors.map(({errorId}) => errorId)).toEqual(["in-incognito"]); // only that
    }));
});

describe("Threads", {concurrent: true, timeout: 60_000}, () => {
  test("are given to pages that ask, beside what is kept, and taken back", () =>
    inProfile("dist", async ({page, site}) => {
      const loads = countLoads(page);
      await page.goto(`${site.address}pages/your-machine.html?v=1&workers=all`);
      await alive(page);
      expect(await page.evaluate(keepForOffline)).toMatch(/^Kept/);
      await page.reload();
      await alive(page);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false); // nobody asked
      await pressIsolate(page.mainFrame(), "Reload with threads");
      await untilIsolated(page.mainFrame(), true);
      expect(page.url()).toContain("workers=all");
      // A page with threads can still show a frame, and see what it holds, as the share dialog does.
      expect(await page.evaluate(controlsInFrame, `${site.address}embed/roofline.html`)).not.toBe(
        0,
      );
      await page.locator(".keep").getByRole("button", {name: "Remove"}).click();
      await until(says(page, ".keep"), /^Removed/);
      await page.reload();
      await untilIsolated(page.mainFrame(), true);
      await pressIsolate(page.mainFrame(), "Reload without threads");
      await untilIsolated(page.mainFrame(), false);
      expect(await page.evaluate(isRegistered)).toBe(false);
      expect(loads()).toBe(5); // none but those that somebody asked for
    }));

  test("are given to a frame in a page of another site, when its reader asks, and never in a loop", async () => {
    // A profile as people have it: Playwright's give a frame of another site no service worker.
    const executablePath = (await findBrowser())!;
    const own = await puppeteer.launch({executablePath, args: ["--no-sandbox"]});
    const [context] = (await chromium.connectOverCDP(own.wsEndpoint())).contexts();
    const site = await serve("dist", 0, {base, headers: {}});
    const shown = `${site.address}embed/laboratory.html`;
    try {
      await onForeignSite(await context!.newPage(), shown, async (frame, page) => {
        expect(await frame.evaluate(() => crossOriginIsolated)).toBe(false);
        await pressIsolate(frame, "Reload with threads");
        await untilIsolated(frame, true);
        await until(says(frame, ".lab-isolation"), /^This page may share/);
        expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
        await pressIsolate(frame, "Reload without threads");
        await untilIsolated(frame, false);

        // The same in a browser that gives a frame no threads.
        await page.addInitScript(() =>
          Object.defineProperty(globalThis, "crossOriginIsolated", {value: false}),
        );
        let loads = 0;
        page.on("framenavigated", (navigated) => (loads += navigated === frame ? 1 : 0));
        await pressIsolate(frame, "Reload with threads");
        await until(says(frame, ".lab-isolation"), /^You asked for threads/);
        await page.waitForTimeout(700);
        expect(loads).toBe(1);
        expect(await frame.locator('[data-do="quick"]').isEnabled()).toBe(true);
      });
    } finally {
      await own.close();
      await site.close();
    }
  });

  test("are refused in a sentence where the browser lets a frame of another site keep nothing", () =>
    // Chromium's private windows do, and a test's profile is one.
    inProfile("dist", ({page, site}) =>
      onForeignSite(page, `${site.address}embed/laboratory.html`, async (frame) => {
        await pressIsolate(frame, "Reload with threads");
        await until(says(frame, '[data-laboratory="facts"] .lab-status'), /does not allow that/);
      }),
    ));
});

interface Profile {
  page: Page;
  context: BrowserContext;
  site: Served;
}

/** Serves a folder, without headers, to a browser profile of its own. */
async function inProfile(folder: string, use: (profile: Profile) => Promise<void>): Promise<void> {
  const site = await serve(folder, 0, {base, headers: {}});
  const context = await browser.newContext({locale: "en-US"});
  try {
    await use({page: await context.newPage(), context, site});
  } finally {
    await context.close();
    await site.close();
  }
}

/** A copy of the built site that may be changed. */
async function inCopy(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "notebook-"));
  try {
    cpSync("dist", folder, {recursive: true});
    await use(folder);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** Shows an address in a frame on a page of another site: another name, not only another port. */
async function onForeignSite(
  page: Page,
  shown: string,
  use: (frame: Frame, page: Page) => Promise<void>,
): Promise<void> {
  const host = createServer((_, response) => {
    response.setHeader("content-type", "text/html;charset=utf-8");
    response.end(
      `<!doctype html><title>Host</title><iframe src="${shown}" width="700" height="700"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => host.listen(0, resolve));
  try {
    await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`);
    const handle = await page.locator("iframe").elementHandle();
    const frame = (await handle!.contentFrame())!;
    await alive(frame);
    await use(frame, page);
  } finally {
    host.close();
    host.closeAllConnections();
  }
}

async function alive(place: Page | Frame): Promise<void> {
  await place.waitForFunction(isAliveOrStill, undefined, patient);
}

async function untilIsolated(frame: Frame, isolated: boolean): Promise<void> {
  await frame.waitForFunction(
    (wanted) =>
      crossOriginIsolated === wanted && document.documentElement.dataset["live"] === "true",
    isolated,
    patient,
  );
}

async function pressIsolate(frame: Frame, label: string): Promise<void> {
  await frame.locator('[data-do="isolate"]', {hasText: label}).click(patient);
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("load", () => loads++);
  return () => loads;
}

/** Lets the demo model write, and returns what it wrote. */
async function tale(page: Page): Promise<string> {
  const panel = page.locator('[data-laboratory="story"]');
  await panel.locator('[data-do="q4_0"]').click();
  await until(says(panel, ".lab-status"), /tokens, .* a second/);
  return (await panel.locator(".lab-story").textContent()) ?? "";
}

/** What an element says; nothing while its page is being loaded. */
const says = (place: Page | Frame | Locator, selector: string) => async (): Promise<string> =>
  (await place
    .locator(selector)
    .first()
    .textContent({timeout: 1000})
    .catch(() => "")) ?? "";

async function until(read: () => Promise<string>, pattern: RegExp): Promise<void> {
  const end = performance.now() + patient.timeout;
  for (let text = await read(); !pattern.test(text); text = await read()) {
    if (performance.now() > end) throw new Error(`It says “${text}”, which is not ${pattern}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// These run in the page.

async function versionsKept(): Promise<number> {
  return (await caches.keys()).filter((name) => name.includes(" version ")).length;
}

async function filesKept(): Promise<number> {
  const name = (await caches.keys()).find((each) => each.includes(" version "));
  return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
}

async function dropOneFile(): Promise<void> {
  const name = (await caches.keys()).find((each) => each.includes(" version "))!;
  const cache = await caches.open(name);
  const [first] = (await cache.keys()).filter(({url}) => url.includes("/embed/"));
  await cache.delete(first!);
}

async function isRegistered(): Promise<boolean> {
  return (await navigator.serviceWorker.getRegistration()) !== undefined;
}

function controlsInFrame(address: string): Promise<number> {
  return new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    frame.onload = () => {
      const controls = frame.contentDocument?.querySelectorAll("[data-control]").length ?? 0;
      frame.remove();
      resolve(controls);
    };
    document.body.append(frame);
  });
}
