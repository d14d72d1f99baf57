import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {text} from "node:stream/consumers";
import {JSDOM} from "jsdom";
import type {Disposable, Frame, Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {frames} from "../../src/components/embed/frames.js";
import {oembedOf} from "../../src/components/embed/oembed.js";
import {markdownAsHtml} from "../../src/components/gallery/hosts.js";
import {share} from "../../src/components/messages/en/share.js";
import {take} from "../../src/components/messages/en/take.js";
import {linkedMachineName} from "../../src/lib/catalog/linked-machine.js";
import {linkedHardware} from "../../src/lib/device/linked-device.js";
import {writeAddress} from "../../src/lib/scenario/address.js";
import {madeUp} from "../lib/device/made-up.js";
import {violations} from "./axe.js";
import {onPage} from "./harness.js";
import {beginningOf, context} from "./library.js";
import {press} from "./moves.js";
import {tooWide} from "./too-wide.js";

// The dialog that hands a figure to another page, and what it hands over, pasted into one of
// another origin.

/** The other origin: a server with a page for everything that was pasted. */
const pasted: string[] = [];
let host: {address: string; server: Server};
beforeAll(async () => {
  const server = createServer(({url}, response) => {
    response.setHeader("content-type", "text/html;charset=utf-8");
    const html = pasted[Number(url!.slice(1))];
    response.end(html === undefined ? "" : `<!doctype html><title>Host</title>${html}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = {address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server};
});
afterAll(() => host.server.close());

/** Pastes into a page of the other origin, and returns its address. */
function paste(html: string): string {
  return `${host.address}${pasted.push(html) - 1}`;
}

const path = "pages/latency.html";
const state = {...beginningOf(path), machine: "RTX 4090", batch: 16};
const moved = `${path}${writeAddress(state, beginningOf(path))}`;
const patient = {timeout: 20_000, polling: 100}; // ms

describe("the dialog", {concurrent: true}, () => {
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

  test("gives an equation as TeX, for Markdown", () =>
    onPage(moved, {}, async (page) => {
      const dialog = await open(page, "#equation-latency");
      await dialog.getByRole("tab", {name: share.way.markdown}).click();
      expect(await snippetIn(dialog)).toMatch(
        /^\$\$\nt = \\max[^@]*\n\$\$\n\n\[.+\]\(http.*batch=16/,
      );
      expect(await dialog.locator(".share-still math mfrac").count()).toBe(2);
    }));

  test("gives its preview the height that it asks for, within bounds", ({expect}) =>
    onPage(moved, {}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      const preview = dialog.locator("iframe");
      const height = () => preview.evaluate(({style}: HTMLElement) => style.height);
      await expect.poll(height, patient).toMatch(/^\d{3}px$/);
      const inside = await (await preview.elementHandle())!.contentFrame();
      const ask = (version: number, height: number) =>
        inside!.evaluate((asked) => window.parent.postMessage(asked, "*"), {
          type: "inference-arithmetic:height",
          version,
          height,
        });
      await ask(1, 99_999);
      await expect.poll(height, patient).toBe("4000px");
      await ask(2, 500); // of a version that nobody knows
      await ask(1, -5);
      await expect.poll(height, patient).toBe("100px");
    }));

  test.for([
    {width: 1280, theme: "light"},
    {width: 320, theme: "dark"},
  ] as const)("gives axe nothing to say, $width px wide and $theme", (options) =>
    onPage(moved, options, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      expect(await violations(page)).toEqual([]);
      for (const tab of await dialog.getByRole("tab").all()) {
        await tab.click();
        expect(await violations(page, {within: "dialog"})).toEqual([]);
        expect(await page.evaluate(tooWide)).toEqual([]);
      }
    }),
  );
});

describe("a measured device", {concurrent: true}, () => {
  const prepare = async (page: Page): Promise<Disposable[]> => {
    const kept = ["inference-arithmetic/device/1", JSON.stringify(madeUp)] as const;
    return [await page.addInitScript((item) => localStorage.setItem(...item), kept)];
  };

  test("goes along only when its box is ticked, and is shown as somebody's elsewhere", async ({
    expect,
  }) => {
    let link = "";
    await onPage(`${path}?machine=Your+device`, {prepare}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      await dialog.getByRole("tab", {name: share.way.link}).click();
      const box = dialog.locator("[data-choice=device]");
      expect(await box.isChecked()).toBe(false);
      const without = new URL(await snippetIn(dialog)).searchParams;
      expect(without.get("machine")).toBe("Your device");
      expect(without.has("device")).toBe(false);
      await box.check();
      link = await snippetIn(dialog);
      await dialog.getByRole("tab", {name: share.way.element}).click();
      expect(await snippetIn(dialog)).not.toContain("IA1-"); // no element takes it
    });
    const told = new URL(link).searchParams;
    expect(told.get("machine")).toBe(linkedMachineName);
    const {bandwidth} = linkedHardware(told.get("device")!);
    await onPage(link, {}, async (page) => {
      const note = page.locator("[data-corrections]");
      expect(await note.textContent()).toContain(linkedMachineName);
      expect(await note.textContent()).toContain(context.numbers.bandwidth(bandwidth));
      const figure = page.locator("#figure-roofline");
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg.live").waitFor();
      expect(await figure.locator("[data-part=title]").textContent()).toContain(linkedMachineName);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await page.locator("[data-control=batch] [data-step=more]:visible").first().click();
      await expect.poll(() => new URL(page.url()).searchParams.get("device")).not.toBe(null);
    });
  });

  test("that cannot be read is left aside, with a reason", () =>
    onPage(`${path}?device=IA1-%3Cimg%3E&machine=Linked+device`, {}, async (page) => {
      const notes = await page.locator("[data-corrections] p").allTextContents();
      expect(notes).toHaveLength(2);
      expect(notes.join(" ")).toContain(context.words.page.notLinked("").trim());
    }));
});

describe("a picture", {concurrent: true}, () => {
  test("of the present state is one file, in light and in dark, and says where it is alive", () =>
    onPage(moved, {}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      const title = await page.locator("#figure-roofline [data-part=title]").textContent();
      await dialog.getByRole("tab", {name: share.way.picture}).click();
      await dialog.locator(".share-still img").nth(1).waitFor();
      expect(await snippetIn(dialog)).toContain(`srcset="roofline-dark.svg"`); // to be uploaded
      const light = await downloaded(page, dialog, "SVG-light");
      const dark = await downloaded(page, dialog, "SVG-dark");
      for (const file of [light, dark]) {
        expect(file).toMatch(/^<svg /);
        expect(file).not.toMatch(/var\(--|href="http|src=|<script/);
        const {document} = new JSDOM(file, {contentType: "image/svg+xml"}).window;
        expect(document.querySelector("metadata")!.textContent).toContain(title);
        expect(document.querySelector("metadata")!.textContent).toContain("batch=16");
        expect(document.querySelectorAll("svg.live path").length).toBeGreaterThan(3);
      }
      expect(light).toContain("rgb(11, 110, 127)"); // memory's colour, on light paper
      expect(dark).not.toContain("rgb(11, 110, 127)");
      expect(await page.locator("html").getAttribute("data-theme")).toBe(null);
    }));

  test("of the first state is kept by the site: it follows the reader's theme elsewhere", async () => {
    let picture = "";
    let markdown = "";
    await onPage(path, {}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      await dialog.getByRole("tab", {name: share.way.picture}).click();
      await dialog.getByText(share.built).waitFor();
      picture = await snippetIn(dialog);
      await dialog.getByRole("tab", {name: share.way.markdown}).click();
      markdown = await snippetIn(dialog);
    });
    const address = paste(picture + markdownAsHtml(markdown));
    for (const [theme, file] of [
      ["light", "roofline.svg"],
      ["dark", "roofline-dark.svg"],
    ] as const) {
      await onPage(address, {beyond: host.address, theme}, async (page) => {
        const seen = await page.locator("img").evaluateAll((images) =>
          Promise.all(
            (images as HTMLImageElement[]).map(async (image) => {
              await image.decode();
              return {file: image.currentSrc, width: image.naturalWidth, alt: image.alt};
            }),
          ),
        );
        expect(seen.map(({file}) => file.split("/").at(-1))).toEqual([file, "roofline.svg"]);
        for (const {width, alt} of seen) {
          expect(width).toBeGreaterThan(600);
          expect(alt).toContain("A100 80GB");
        }
      });
    }
  });
});

test("the gallery's pages of other origins are alive", ({expect}) =>
  onPage("pages/gallery.html", {}, async (page) => {
    const hosts = page.locator("iframe.host");
    const inner = (name: string) => page.frames().find((frame) => frame.url().includes(name));
    await hosts.first().scrollIntoViewIfNeeded();
    await expect.poll(() => inner("hosts/frame.html"), patient).toBeTruthy();
    const blog = inner("hosts/frame.html")!;
    expect(await blog.evaluate(() => origin)).toBe("null"); // it is truly elsewhere
    const height = (): Promise<string | undefined> =>
      blog.evaluate(() => document.querySelector("iframe")?.style.height);
    await expect.poll(height, patient).toMatch(/^(?!640)\d+px$/); // the live figure has told its own
    for (const name of ["picture", "markdown"]) {
      await page.locator(`iframe.host[src*="${name}"]`).scrollIntoViewIfNeeded();
      await expect.poll(() => inner(`hosts/${name}.html`), patient).toBeTruthy();
      const width = (): Promise<number> =>
        inner(`hosts/${name}.html`)!.evaluate(() => document.images[0]?.naturalWidth ?? 0);
      await expect.poll(width, patient).toBeGreaterThan(600);
    }
    for (const name of ["element", "module"]) {
      await page.locator(`iframe.host[src*="${name}"]`).scrollIntoViewIfNeeded();
      await expect.poll(() => inner(`hosts/${name}.html`), patient).toBeTruthy();
      const caption = inner(`hosts/${name}.html`)!.locator("inference-latency-batch figcaption");
      await expect.poll(() => caption.innerText(), patient).toContain("readers");
    }
    const texts = await page.locator("pre.pasted").allTextContents();
    expect(texts).toHaveLength(await hosts.count());
    expect(texts[0]).toContain("<iframe src=");
  }));

describe("on a page of another origin", {concurrent: true}, () => {
  test.for(["element", "module"] as const)(
    "the %s shows the same state, as it was chosen to be",
    async (way, {expect}) => {
      let sentence = "";
      let snippet = "";
      await onPage(moved, {}, async (page) => {
        const dialog = await open(page, "#figure-roofline");
        sentence = (await page.locator("#figure-roofline [data-part=title]").textContent())!;
        await dialog.getByRole("tab", {name: share.way[way]}).click();
        await dialog.locator("[data-choice=theme]").selectOption("dark");
        await locks(dialog).filter({hasText: "Machine"}).click();
        const preview = dialog.locator(".share-still inference-roofline");
        await expect
          .poll(() => preview.locator("[data-part=title]").textContent(), patient)
          .toBe(sentence);
        expect(await preview.getAttribute("theme")).toBe("dark");
        snippet = await snippetIn(dialog);
      });
      await onPage(paste(snippet), {beyond: host.address}, async (page) => {
        const element = page.locator("inference-roofline");
        await expect
          .poll(() => element.locator("[data-part=title]").textContent(), patient)
          .toBe(sentence);
        expect(await element.locator("[data-control=machine] input").first().isDisabled()).toBe(
          true,
        );
        expect(await element.locator("[data-corrections]").isVisible()).toBe(false);
        expect(await element.evaluate((one) => (one as HTMLElement & {batch: number}).batch)).toBe(
          16,
        );
      });
    },
  );

  test("what a service reads of a frame shows it", async () => {
    const frame = frames.find(({name}) => name === "latency-batch")!;
    const read = oembedOf(frame, context, inject("site"));
    expect(read).toMatchObject({version: "1.0", type: "rich", title: frame.title(context)});
    await onPage(paste(read.html), {beyond: host.address}, async (page) => {
      const shown = await frameIn(page);
      expect(await shown.title()).toContain(read.title);
      const height = await shown.evaluate(() => document.documentElement.offsetHeight);
      expect(height).toBeLessThanOrEqual(read.height); // nothing is cut off
    });
  });

  test("the frame shows the same state, as it was chosen to be", async ({expect}) => {
    let sentence: string | null = null;
    let snippet = "";
    await onPage(moved, {}, async (page) => {
      const dialog = await open(page, "#figure-roofline");
      sentence = await page.locator("#figure-roofline [data-part=title]").textContent();
      expect(sentence).toContain("16");
      await dialog.locator("[data-choice=theme]").selectOption("dark");
      await frameIn(page, "theme=dark");
      await locks(dialog).filter({hasText: "Machine"}).click();
      await frameIn(page, "lock=machine");
      snippet = await snippetIn(dialog);
    });
    expect(snippet).toContain(`title="${sentence}"`);
    await onPage(paste(snippet), {beyond: host.address}, async (page) => {
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

async function downloaded(page: Page, dialog: Locator, file: string): Promise<string> {
  const waiting = page.waitForEvent("download");
  await dialog.locator(`[data-download="${file}"]`).click();
  return text(await (await waiting).createReadStream());
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
