import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import type {Frame, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {pastedFrame} from "../../src/components/embed/snippet.js";
import {violations} from "./axe.js";
import {onPage, type PageOptions} from "./harness.js";
import {frames} from "./site.js";
import {tooWide} from "./too-wide.js";
import {isNonsense, visibleTexts} from "./visible-texts.js";

// Every frame on a page of another origin, which pastes what the notebook offers to be pasted.

/** How a frame is seen, one after the other: as wide as this (CSS pixels), by readers of this theme. */
const views = [
  {width: 280, theme: "dark"},
  {width: 700, theme: "light"},
] as const;

/** The other origin: a server whose pages show what their address says. */
let hosts: {address: string; server: Server};
beforeAll(async () => {
  const server = createServer(({url}, response) => {
    const shown = new URL(url!, "http://host").searchParams.get("shown");
    response.setHeader("content-type", "text/html;charset=utf-8");
    response.end(shown === null ? "" : hostPage(JSON.parse(shown) as Framed[]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  hosts = {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server};
});
afterAll(() => hosts.server.close());

const patient = {timeout: 20_000, polling: 100}; // ms: several frames begin at once

describe.for(frames)("%s in a page of another origin", {concurrent: true}, (path) => {
  // One page for all that is asked of a frame: to load it takes longer than to ask.
  test("is alive, tells its height, is no wider than its frame, leads home, and gives axe nothing to say", ({
    expect,
  }) => {
    const state = "v=1&batch=16&colour=red"; // red is nobody's
    const [{width, theme}] = views;
    return onHost([{width, address: `${path}?${state}`}], {theme}, async (page, [frame]) => {
      await isLive(frame!);
      await untilTold(page, 0, "ready");
      for (const {width, theme} of views) {
        await page.emulateMedia({colorScheme: theme});
        await page.evaluate(widenFrame, [0, width] as const);
        await expect.poll(() => frame!.evaluate(() => innerWidth), patient).toBe(width);
        expect(await frame!.evaluate(tooWide)).toEqual([]);
        expect((await frame!.evaluate(visibleTexts)).filter(isNonsense)).toEqual([]);
        // A chart follows its frame's width a little later, and with it the height.
        await expect
          .poll(async () => {
            const height = await frame!.evaluate(heightOfPage);
            const given = await page.evaluate(frameHeight, 0);
            return {
              toTell: height - (await toldHeight(page, 0)),
              toGive: Math.min(4000, height) - given,
            };
          }, patient)
          .toEqual({toTell: 0, toGive: 0});
        expect(await violations(frame!)).toEqual([]);
      }
      expect(await told(page, 0, "ready")).toHaveLength(1);
      expect(await told(page, 0, "error")).toEqual([]);
      expect(await frame!.locator("h1").count()).toBe(1);
      expect(await frame!.title()).not.toBe("");
      await expectWayHome(frame!);
    });
  });
});

/** The line beneath a frame leads to the chapter it is from, in the frame's own state. */
async function expectWayHome(frame: Frame): Promise<void> {
  const origin = frame.locator(".frame-origin a");
  expect(await origin.getAttribute("target")).toBe("_top");
  const address = new URL((await origin.getAttribute("href"))!, inject("site"));
  expect(address.pathname).toMatch(/\/(pages\/[\w-]+\.html|)$/);
  expect(address.searchParams.get("batch")).toBe("16");
  expect(address.hash).not.toBe("");
  expect(await frame.locator("[data-settings]").isVisible()).toBe(false);
}

describe("A frame", {concurrent: true}, () => {
  test("leads to a place that its chapter has", ({expect}) =>
    onPage("embed/roofline.html?v=1&machine=RTX+4090", {}, async (page) => {
      await page.locator(".frame-origin a").click();
      await page.waitForURL(/pages\/latency\.html.*machine=RTX\+4090.*#figure-roofline$/);
      await expect.poll(() => page.locator("#figure-roofline").count(), patient).toBe(1);
    }));

  test("wears the theme that its address asks for, whatever the reader's is", async () => {
    const seen = (asked: string, theme: "light" | "dark") =>
      paperOf(`embed/roofline.html?theme=${asked}`, theme);
    const light = await seen("auto", "light");
    const dark = await seen("auto", "dark");
    expect(light).not.toBe(dark);
    expect(await seen("light", "dark")).toBe(light);
    expect(await seen("dark", "light")).toBe(dark);
  });

  test("shows no controls where its address hides them", () =>
    onPage("embed/roofline.html?hide=controls", {}, async (page) => {
      expect(await page.locator("[data-control]").count()).toBeGreaterThan(0);
      expect(await page.locator("[data-control]:visible").count()).toBe(0);
      expect(await page.locator("[data-figure] svg:visible").count()).toBe(1);
    }));

  test("lets no locked control be moved, and the others be", ({expect}) =>
    onPage("embed/roofline.html?v=1&batch=4&lock=batch", {}, async (page) => {
      const batch = page.locator('[data-control="batch"] input[type=range]');
      const before = await batch.inputValue();
      expect(await batch.isDisabled()).toBe(true);
      await page.evaluate(forceSlider, "batch"); // as a script, or the chart, would
      await page.locator('[data-control="machine"] label', {hasText: "RTX 4090"}).click();
      await expect.poll(() => page.url(), patient).toContain("machine=RTX+4090");
      expect(page.url()).toContain("batch=4");
      expect(page.url()).toContain("lock=batch");
      await expect
        .poll(() => page.locator(".frame-origin a").getAttribute("href"), patient)
        .toContain("batch=4&");
      await page.reload();
      await isLive(page.mainFrame());
      expect(await batch.inputValue()).toBe(before);
    }));

  test("lets nothing be moved where all is locked", () =>
    onPage("embed/latency-batch.html?lock=all", {}, async (page) => {
      const parts = page.locator("[data-control] :is(input, select, button)");
      expect(await parts.count()).toBeGreaterThan(2);
      for (const part of await parts.all()) expect(await part.isDisabled()).toBe(true);
    }));

  test("says what its address has wrong, and shows something right", () =>
    onPage(
      "embed/roofline.html?v=1&batch=-3&theme=purple&lock=batch,wheels&hide=all",
      {},
      async (page) => {
        const notes = await page
          .locator("[data-corrections] p, [data-settings] p")
          .allTextContents();
        expect(notes).toHaveLength(4);
        expect(notes.join(" ")).toMatch(/batch=-3.*theme=purple.*hide=all.*lock=wheels/);
        expect(await page.locator("[data-corrections]").isVisible()).toBe(true);
        expect(await page.locator("[data-settings]").isVisible()).toBe(true);
      },
    ));

  test("adds no step to the history of the page around it", ({expect}) =>
    onHost([{width: 700, address: "embed/roofline.html"}], {}, async (page, [frame]) => {
      await untilTold(page, 0, "ready");
      const before = await page.evaluate(() => history.length);
      await frame!.locator('[data-control="machine"] label', {hasText: "RTX 4090"}).click();
      await expect
        .poll(() => frame!.evaluate(() => location.search), patient)
        .toContain("machine=");
      expect(await page.evaluate(() => history.length)).toBe(before);
    }));

  test("tells the page around it when it cannot begin, in a sentence", () => {
    const prepare = async (page: Page): Promise<void> => {
      await page.route("**/catalog*.json", (route) => route.fulfill({body: "no catalog"}));
    };
    const options = {prepare};
    return onHost([{width: 700, address: "embed/roofline.html"}], options, async (page) => {
      await untilTold(page, 0, "error");
      const [message] = await told(page, 0, "error");
      expect(message!["message"]).toMatch(/^This could not come alive/);
      expect(await told(page, 0, "ready")).toEqual([]);
    });
  });

  test("with the laboratory measures without threads, and says that it has none", () =>
    onHost([{width: 700, address: "embed/laboratory.html"}], {}, async (page, [frame]) => {
      await untilTold(page, 0, "ready");
      expect(await frame!.evaluate(() => crossOriginIsolated)).toBe(false);
      expect(await frame!.locator(".lab-isolation").textContent()).toContain(
        "may not share memory",
      );
      await frame!.locator('[data-do="quick"]').click();
      await frame!.waitForFunction(
        () => document.querySelector<HTMLButtonElement>('[data-do="run"]')?.disabled === false,
        undefined,
        {timeout: 45_000},
      );
    }));
});

describe("What is pasted", () => {
  test("believes a height only of its own frame, and within bounds", ({expect}) =>
    onHost([{width: 700, address: "embed/roofline.html"}], {}, async (page, [frame]) => {
      await untilTold(page, 0, "ready");
      const before = await page.evaluate(frameHeight, 0);
      await page.evaluate(sayHeight, 1234); // the host's own origin
      await frame!.evaluate(sayHeight, "tall");
      expect(await page.evaluate(frameHeight, 0)).toBe(before);
      await frame!.evaluate(sayHeight, 99_999);
      await expect.poll(() => page.evaluate(frameHeight, 0), patient).toBe(4000);
      await frame!.evaluate(sayHeight, 1);
      await expect.poll(() => page.evaluate(frameHeight, 0), patient).toBe(100);

      await frame!.goto("about:blank"); // the frame is still there, and shows another's page
      await frame!.evaluate(sayHeight, 700);
      const last = async () => (await told(page, 0, "height")).at(-1)!["height"];
      await expect.poll(last, patient).toBe(700);
      expect(await page.evaluate(frameHeight, 0)).toBe(100);
    }));
});

interface Framed {
  width: number; // CSS pixels
  address: string; // from the root of the site
}

/** Opens a page of another origin that shows these frames, and hands over both. */
async function onHost(
  shown: readonly Framed[],
  options: PageOptions,
  use: (page: Page, frames: Frame[]) => Promise<void>,
): Promise<void> {
  const host = `${hosts.address}?${new URLSearchParams({shown: JSON.stringify(shown)})}`;
  await onPage(host, {width: 2000, ...options, beyond: hosts.address}, async (page) => {
    const handles = await page.locator("iframe").elementHandles();
    const framed = await Promise.all(handles.map(async (handle) => (await handle.contentFrame())!));
    await use(page, framed);
  });
}

function hostPage(shown: readonly Framed[]): string {
  const pasted = shown.map(({width, address}) => {
    const frame = {address: new URL(address, inject("site")).href, title: address, height: 480};
    const eager = pastedFrame(frame).replace(` loading="lazy"`, "");
    return `<div style="flex:none;width:${width}px">${eager}</div>`;
  });
  const keep = `<script>const told = [];
addEventListener("message", ({data, source}) => told.push({data, source}));</script>`;
  const beside = "<style>body{display:flex;align-items:start;margin:0}</style>"; // all are on screen
  return `<!doctype html><html lang="en"><title>Host</title>${beside}${keep}${pasted.join("\n")}</html>`;
}

/** What a frame has told the host, of one kind. */
function told(page: Page, index: number, kind: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    ([i, type]) => {
      const {contentWindow} = document.querySelectorAll("iframe")[i]!;
      const all = (0, eval)("told") as {data: Record<string, unknown>; source: unknown}[];
      return all
        .filter(({data, source}) => source === contentWindow && data["type"] === type)
        .map(({data}) => data);
    },
    [index, `inference-arithmetic:${kind}`] as const,
  );
}

async function untilTold(page: Page, index: number, kind: string): Promise<void> {
  const until = performance.now() + patient.timeout;
  while ((await told(page, index, kind)).length === 0) {
    if (performance.now() > until) throw new Error(`Frame ${index} has told no "${kind}".`);
    await page.waitForTimeout(patient.polling);
  }
}

async function toldHeight(page: Page, index: number): Promise<number> {
  const last = (await told(page, index, "height")).at(-1);
  expect(last).toMatchObject({version: 1, chart: expect.any(String) as string});
  return last!["height"] as number;
}

function heightOfPage(): number {
  return Math.ceil(document.documentElement.getBoundingClientRect().height);
}

function frameHeight(index: number): number {
  return document.querySelectorAll("iframe")[index]!.getBoundingClientRect().height;
}

function widenFrame([index, width]: readonly [number, number]): void {
  document.querySelectorAll("iframe")[index]!.closest("div")!.style.width = `${width}px`;
}

function sayHeight(height: unknown): void {
  const message = {type: "inference-arithmetic:height", version: 1, chart: "roofline", height};
  window.parent.postMessage(message, "*");
}

async function isLive(frame: Frame): Promise<void> {
  const live = () => document.documentElement.dataset["live"] === "true";
  await frame.waitForFunction(live, undefined, patient);
}

/** The colour of a page's paper. */
async function paperOf(path: string, theme: "light" | "dark"): Promise<string> {
  let colours = "";
  await onPage(path, {theme}, async (page) => {
    colours = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  });
  return colours;
}

function forceSlider(name: string): void {
  const slider = document.querySelector<HTMLInputElement>(`[data-control="${name}"] [type=range]`)!;
  slider.value = slider.max;
  slider.dispatchEvent(new Event("change"));
}
