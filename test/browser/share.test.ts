import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import type {Frame, Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {share} from "../../src/components/messages/en/share.js";
import {take} from "../../src/components/messages/en/take.js";
import {writeAddress} from "../../src/lib/scenario/address.js";
import {violations} from "./axe.js";
import {onPage} from "./harness.js";
import {beginningOf} from "./library.js";
import {press} from "./moves.js";
import {tooWide} from "./too-wide.js";

// The dialog that hands a figure to another page, and what it hands over, pasted into one of
// another origin.

/** The other origin: a server that shows what was pasted last. */
const pasted = {html: ""};
let host: {address: string; server: Server};
beforeAll(async () => {
  const server = createServer(({url}, response) => {
    response.setHeader("content-type", "text/html;charset=utf-8");
    response.end(url === "/" ? `<!doctype html><title>Host</title>${pasted.html}` : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server};
});
afterAll(() => host.server.close());

const path = "pages/latency.html";
const state = {...beginningOf(path), machine: "RTX 4090", batch: 16};
const moved = `${path}${writeAddress(state, beginningOf(path))}`;
const patient = {timeout: 20_000, polling: 100}; // ms

describe("the dialog", () => {
  test("is opened from a figure's menu, walked by keyboard, and gives the focus back", () =>
    onPage(moved, {}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      expect(await dialog.getByRole("tab", {selected: true}).textContent()).toBe(share.way.frame);
      await press(page, "ArrowLeft");
      expect(await dialog.getByRole("tab", {selected: true}).textContent()).toBe(share.way.link);
      expect(new URL(await snippetIn(dialog)).search).toBe(
        writeAddress(state, state, {whole: true}),
      );
      await press(page, "Escape");
      expect(await page.locator("dialog").count()).toBe(0);
      const summary = page.locator("#figure-roofline .menu summary");
      expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    }));

  test("copies what is to be pasted, and says so", () =>
    onPage(moved, {}, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const dialog = await open(page, "#equation-latency");
      await dialog.getByRole("button", {name: share.copy}).click();
      await dialog.getByText(share.copied).waitFor();
      const clipboard = await page.evaluate(() => navigator.clipboard.readText());
      expect(clipboard).toBe(await snippetIn(dialog));
      expect(clipboard).toContain("/embed/equation-latency.html?v=1&amp;");
    }));

  test.for([
    {width: 1280, theme: "light"},
    {width: 320, theme: "dark"},
  ] as const)("gives axe nothing to say, $width px wide and $theme", (options) =>
    onPage(moved, options, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      for (const tab of await dialog.getByRole("tab").all()) {
        await tab.click();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(tooWide)).toEqual([]);
      }
    }),
  );
});

describe.sequential("on a page of another origin", () => {
  test("the frame shows the same state, as it was chosen to be", async () => {
    let sentence: string | null = null;
    await onPage(moved, {}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      sentence = await page.locator("#figure-roofline [data-part=title]").textContent();
      expect(sentence).toContain("16");
      await dialog.locator("[data-choice=theme]").selectOption("dark");
      await frameIn(page, "theme=dark");
      await locks(dialog).filter({hasText: "Machine"}).click();
      await frameIn(page, "lock=machine");
      pasted.html = await snippetIn(dialog);
    });
    expect(pasted.html).toContain(`title="${sentence}"`);
    await onPage(host.address, {beyond: host.address}, async (page) => {
      const frame = await frameIn(page);
      expect(await frame.locator("[data-part=title]").textContent()).toBe(sentence);
      const address = new URL(frame.url());
      const whole = new URLSearchParams(writeAddress(state, state, {whole: true}));
      for (const [key, value] of whole) expect(address.searchParams.get(key), key).toBe(value);
      expect(address.searchParams.get("theme")).toBe("dark");
      expect(await frame.locator("[data-control=machine] input").first().isDisabled()).toBe(true);
      const height = await frame.evaluate(() => document.documentElement.offsetHeight);
      await expect.poll(() => page.locator("iframe").evaluate((f) => f.clientHeight)).toBe(height);
    });
  });
});

/** Opens the dialog by the menu of a figure or an equation. */
async function open(page: Page, place: string): Promise<Locator> {
  const subject = page.locator(place);
  await subject.locator(".menu summary").click();
  await subject.getByRole("button", {name: take.embed}).click();
  const dialog = page.getByRole("dialog");
  await locks(dialog).first().waitFor(); // the frame in the preview is alive
  return dialog;
}

function snippetIn(dialog: Locator): Promise<string> {
  return dialog.locator("textarea").inputValue();
}

/** The boxes that lock a control. */
function locks(dialog: Locator): Locator {
  return dialog.locator("fieldset label");
}

/** The frame on a page, once it is alive at an address with this in it. */
async function frameIn(page: Page, part = ""): Promise<Frame> {
  const handle = await page.locator("iframe").elementHandle();
  const frame = (await handle!.contentFrame())!;
  const isLive = (asked: string): boolean =>
    location.search.includes(asked) && document.documentElement.dataset["live"] === "true";
  await frame.waitForFunction(isLive, part, patient);
  return frame;
}
