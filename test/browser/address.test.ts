import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import {onPage} from "./harness.js";
import {beginningOf, context} from "./library.js";
import {dragByMouse, painted} from "./moves.js";
import {expectOnScreen} from "./on-screen.js";

/** Links that were published stand here as they were: they have to go on meaning the same. */
const golden: readonly {link: string; shows: Partial<Scenario>}[] = [
  {
    link: "index.html?v=1&model=LLaMA-65B&machine=RTX+4090&format=Q8_0&batch=16",
    shows: {model: "LLaMA-65B", machine: "RTX 4090", format: "Q8_0", batch: 16},
  },
  {
    link: "index.html?v=1&model=Llama-3-8B&machine=Apple+M2+Max&format=FP16",
    shows: {model: "Llama-3-8B", machine: "Apple M2 Max", format: "FP16"},
  },
  {
    link: "pages/latency.html?v=1&machine=Apple+M1&format=Q4_0+file&batch=64&context=4096&speed=30",
    shows: {machine: "Apple M1", format: "Q4_0 file", batch: 64, context: 4096, speed: 30},
  },
  {
    link: "pages/latency.html?v=1&model=LLaMA-13B&batch=300&kv=1&prompt=2048",
    shows: {model: "LLaMA-13B", batch: 300, kvBytesPerElement: 1, promptTokens: 2048},
  },
  // Names as people write them.
  {
    link: "index.html?machine=rtx4090&model=llama+13b&format=q4_k_m",
    shows: {machine: "RTX 4090", model: "LLaMA-13B", format: "Q4_K_M"},
  },
];

describe.for(golden)("$link", {concurrent: true}, ({link, shows}) => {
  test("shows what it has always shown", () =>
    onPage(link, {}, async (page) => {
      await expectOnScreen(page, {...beginningOf(link.replace(/\?.*/, "")), ...shows});
      expect(await corrections(page)).toEqual([]);
    }));
});

test("a page at its beginning has no query, and ignores keys that are not its own", () =>
  onPage("index.html?utm_source=blog&fbclid=1", {}, async (page) => {
    await expectOnScreen(page, beginningOf("index.html"));
    expect(await corrections(page)).toEqual([]);
  }));

test("a bad value is put right, and a note says so beside the controls", () =>
  onPage("index.html?v=1&batch=-3&machine=Apple+M99&context=many", {}, async (page) => {
    const {batch, machine, context: tokens} = beginningOf("index.html");
    expect(await corrections(page)).toEqual([
      context.words.page.corrected("machine", "Apple M99", machine),
      context.words.page.corrected("batch", "-3", String(batch)),
      context.words.page.corrected("context", "many", String(tokens)),
    ]);
    await expectOnScreen(page, beginningOf("index.html"));
  }));

test("the address follows a drag, and one step back undoes all of it", () =>
  onPage("index.html", {}, async (page) => {
    const beginning = beginningOf("index.html");
    const slider = page.locator("[data-control=batch]").getByRole("slider");
    await dragByMouse(slider, 0.6, 12);
    const batch = Number(
      await page.locator("[data-control=batch] input[type=number]").inputValue(),
    );
    expect(batch).toBeGreaterThan(1);
    await page.waitForURL(`**/index.html?v=1&batch=${batch}`);

    await page.getByRole("radio", {name: "A100"}).check({force: true});
    await page.waitForURL(/machine=A100\+80GB/);
    await expectOnScreen(page, {...beginning, batch, machine: "A100 80GB"});

    await page.goBack();
    await painted(page);
    await expectOnScreen(page, {...beginning, batch});
    await page.goBack();
    await painted(page);
    await expectOnScreen(page, beginning);
    expect(new URL(page.url()).search).toBe("");

    await page.goForward();
    await painted(page);
    await expectOnScreen(page, {...beginning, batch});
  }));

async function corrections(page: Page): Promise<string[]> {
  return page.locator("[data-corrections]:not([hidden]) p").allTextContents();
}
