import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import {onPage} from "./harness.js";
import {beginningOf, context} from "./library.js";
import {dragByMouse, painted, press} from "./moves.js";
import {expectOnScreen} from "./on-screen.js";

const cover = "index.html";
const latency = "pages/latency.html";

/** Links as they have been given away: what they show must never change. */
const golden: readonly {link: string; page: string; shows: Partial<Scenario>}[] = [
  {
    link: "index.html?v=1&model=LLaMA-65B&machine=RTX+4090&format=Q8_0&batch=16",
    page: cover,
    shows: {model: "LLaMA-65B", machine: "RTX 4090", format: "Q8_0", batch: 16},
  },
  {
    link: "index.html?v=1&model=TinyLlama-1.1B&machine=H100%20SXM&format=FP16&batch=1024",
    page: cover,
    shows: {model: "TinyLlama-1.1B", machine: "H100 SXM", format: "FP16", batch: 1024},
  },
  {
    link: "index.html?v=1&machine=Raspberry+Pi+4",
    page: cover,
    shows: {machine: "Raspberry Pi 4"},
  },
  {
    link: "pages/latency.html?v=1&machine=Apple+M2+Ultra&format=Q4_0+file&batch=300&context=131072",
    page: latency,
    shows: {machine: "Apple M2 Ultra", format: "Q4_0 file", batch: 300, context: 131072},
  },
  {
    link: "pages/latency.html?v=1&model=gpt-oss-20b&format=MXFP4+file&prompt=2048&kv=1&speed=100",
    page: latency,
    shows: {
      model: "gpt-oss-20b",
      format: "MXFP4 file",
      promptTokens: 2048,
      kvBytesPerElement: 1,
      speed: 100,
    },
  },
  {
    link: "pages/latency.html?v=1&machine=Apple+M1&format=Q4_0+file&batch=64&context=4096&speed=30",
    page: latency,
    shows: {machine: "Apple M1", format: "Q4_0 file", batch: 64, context: 4096, speed: 30},
  },
  // Names as people write them, and keys that are somebody else's.
  {
    link: "pages/latency.html?machine=rtx4090&model=llama+13b&format=q4_k_m&utm_source=letter#sources",
    page: latency,
    shows: {machine: "RTX 4090", model: "LLaMA-13B", format: "Q4_K_M"},
  },
  {link: "index.html?fbclid=1", page: cover, shows: {}},
];

describe("a link", {concurrent: true}, () => {
  test.for(golden)("shows what it says: $link", ({link, page: path, shows}) =>
    onPage(link, {}, async (page) => {
      await expectOnScreen(page, {...beginningOf(path), ...shows});
      expect(await page.locator("[data-corrections]").isVisible()).toBe(false);
      const readers = page.locator('[data-control="batch"]').getByRole("spinbutton").first();
      expect(await readers.inputValue()).toBe(String(shows.batch ?? 1));
    }),
  );

  test.for([
    ["batch", "-3", "1", {batch: 1}],
    ["batch", "2.7", "3", {batch: 3}],
    ["batch", "many", "1", {batch: 1}],
    ["batch", "1e99", "4096", {batch: 4096}],
    ["context", "", "128", {}],
    ["machine", "RTX 9999", "Apple M1", {}],
    ["model", "<img src=x onerror=alert(1)>", "LLaMA-7B", {}],
    ["v", "2", "1", {}],
  ] as const)("says that %s=%s was put right", ([key, found, used, shows]) =>
    onPage(`${cover}?${new URLSearchParams({[key]: found})}`, {}, async (page) => {
      const note = page.locator("[data-corrections]");
      expect(await note.isVisible()).toBe(true);
      expect(await note.textContent()).toBe(context.words.page.corrected(key, found, used));
      await expectOnScreen(page, {...beginningOf(cover), ...shows});
    }),
  );

  test("that puts several things wrong is told each of them", () =>
    onPage(`${latency}?v=1&batch=0&speed=-1&format=Q9`, {}, async (page) => {
      expect(await page.locator("[data-corrections] p").count()).toBe(3);
    }));
});

describe.for([
  {path: cover, batch: "batch=4", change: {batch: 4}},
  {path: latency, batch: "batch=4", change: {batch: 4}},
])("the address of $path", {concurrent: true}, ({path, batch, change}) => {
  test("has no query until something differs from the beginning, and none when nothing does", () =>
    onPage(path, {}, async (page) => {
      expect(queryOf(page)).toBe("");
      const slider = batchSlider(page);
      await slider.focus();
      await press(page, "ArrowRight", "ArrowRight", "ArrowRight"); // 2, 3, 4
      await page.waitForURL((url) => url.search === `?v=1&${batch}`);
      await press(page, "Home");
      await page.waitForURL((url) => url.search === "");
    }));

  test("takes the reader back over a whole drag in one step, and forth again", () =>
    onPage(path, {}, async (page) => {
      const entries = await page.evaluate(() => history.length);
      await dragByMouse(batchSlider(page), 0.5, 30);
      const readers = await settledBatch(page);
      await dragByMouse(batchSlider(page), 0.9, 30);
      const more = await settledBatch(page);
      expect(more).toBeGreaterThan(readers);
      expect(await page.evaluate(() => history.length)).toBe(entries + 2);

      await stepTo(page, "goBack", readers);
      await expectOnScreen(page, {...beginningOf(path), batch: readers});
      await stepTo(page, "goBack", 1);
      await expectOnScreen(page, beginningOf(path));
      await stepTo(page, "goForward", readers);
      await stepTo(page, "goForward", more);
      await expectOnScreen(page, {...beginningOf(path), batch: more});
    }));

  test("counts a choice as a step of its own", () =>
    onPage(path, {}, async (page) => {
      const machine = "RTX 4090";
      await page.getByRole("radio", {name: machine}).first().check({force: true});
      await page.waitForURL((url) => url.searchParams.get("machine") === machine);
      await expectOnScreen(page, {...beginningOf(path), machine});
      await stepTo(page, "goBack", 1);
      await expectOnScreen(page, beginningOf(path));
    }));

  test("shows the same to whoever opens it", () =>
    onPage(`${path}?v=1&${batch}`, {}, async (page) => {
      await expectOnScreen(page, {...beginningOf(path), ...change});
      await page.reload();
      await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
      await expectOnScreen(page, {...beginningOf(path), ...change});
    }));
});

function batchSlider(page: Page) {
  return page.locator('[data-control="batch"]').getByRole("slider").first();
}

function queryOf(page: Page): string {
  return new URL(page.url()).search;
}

/** The number of readers in the address, once it is that of the slider. */
async function settledBatch(page: Page): Promise<number> {
  const field = page.locator('[data-control="batch"]').getByRole("spinbutton").first();
  const batch = Number(await field.inputValue());
  await page.waitForURL((url) => url.searchParams.get("batch") === String(batch));
  return batch;
}

/** One step through the history, which must lead to an address with so many readers. */
async function stepTo(page: Page, step: "goBack" | "goForward", batch: number): Promise<void> {
  await page[step]();
  await page.waitForURL((url) => (url.searchParams.get("batch") ?? "1") === String(batch));
  await painted(page);
}
