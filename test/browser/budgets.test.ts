import {gzipSync} from "node:zlib";
import type {Disposable, Page, Response} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {dragByMouse} from "./moves.js";
import {chapters, pages, scriptBudget} from "./site.js";

const fontBudget = 150_000; // bytes, KaTeX's fonts included
const shiftBudget = 0.02; // of the layout, as browsers count it

describe.for(pages)("%s", {concurrent: true}, (path) => {
  const isChapter = chapters.includes(path);

  test("asks for little JavaScript and few fonts, and does not jump while it loads and answers", async () => {
    const scripts: Sizes = new Map();
    const fonts: Sizes = new Map();
    const prepare = async (page: Page): Promise<void> => {
      countScripts(page, scripts);
      countFonts(page, fonts);
      await watchShifts(page);
    };
    await onPage(path, {prepare}, async (page) => {
      await page.waitForTimeout(500);
      if (isChapter) {
        await dragFirstControl(page);
        expect(sum(scripts)).toBeGreaterThan(10_000);
        expect(sum(scripts), table(scripts)).toBeLessThanOrEqual(scriptBudget(path));
      }
      await expectNoJump(page);
      await page.mouse.wheel(0, 100_000);
      await page.waitForTimeout(200);
      if (path !== "404.html") expect(sum(fonts)).toBeGreaterThan(10_000); // it stands alone
      expect(sum(fonts), table(fonts)).toBeLessThanOrEqual(fontBudget);
    });
  });

  test("does not jump on a phone", () =>
    onPage(path, {width: 360, prepare: watchShifts}, async (page) => {
      await page.waitForTimeout(500);
      if (isChapter) await dragFirstControl(page);
      await expectNoJump(page);
    }));
});

async function expectNoJump(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (globalThis as unknown as Shifting).shifts);
  const total = shifts.reduce((sofar, {value}) => sofar + value, 0);
  expect(total, JSON.stringify(shifts, null, 2)).toBeLessThan(shiftBudget);
}

async function dragFirstControl(page: Page): Promise<void> {
  const slider = page.getByRole("slider").first();
  const before = await slider.inputValue();
  await dragByMouse(slider, 0.75);
  expect(await slider.inputValue()).not.toBe(before);
}

type Sizes = Map<string, number>; // address → bytes

function countScripts(page: Page, sizes: Sizes): void {
  count(page, sizes, /\.js$/, (body) => gzipSync(body).length);
}

/** Fonts in files of their own, and those that stand in a style sheet. */
function countFonts(page: Page, sizes: Sizes): void {
  const inSheet = /data:font\/woff2;base64,([^"')]*)/g;
  count(page, sizes, /\.(woff2|css)$/, (body, path) =>
    path.endsWith(".css")
      ? [...body.toString().matchAll(inSheet)].reduce(
          (total, [, font]) => total + Buffer.from(font!, "base64").length,
          0,
        )
      : body.length,
  );
}

function count(
  page: Page,
  sizes: Sizes,
  kind: RegExp,
  sizeOf: (body: Buffer, path: string) => number,
): void {
  page.on("response", async (response: Response) => {
    const {pathname} = new URL(response.url());
    if (!kind.test(pathname)) return;
    const body = await response.body().catch(() => undefined); // its page was closed meanwhile
    if (body !== undefined) sizes.set(pathname, sizeOf(body, pathname));
  });
}

function sum(sizes: Sizes): number {
  return [...sizes.values()].reduce((total, size) => total + size, 0);
}

function table(sizes: Sizes): string {
  return [...sizes].map(([path, size]) => `${String(size).padStart(7)} ${path}`).join("\n");
}

interface Shifting {
  shifts: {value: number; moved: string[]}[];
}

/** Records every shift of the layout, also those that a reader's own input causes. */
async function watchShifts(page: Page): Promise<Disposable[]> {
  // Fonts that arrive late change places with what stood in for them: the worst case.
  await page.route("**/*.woff2", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  const script = await page.addInitScript(() => {
    const shifts: Shifting["shifts"] = [];
    (globalThis as unknown as Shifting).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as LayoutShift[]) {
        const moved = entry.sources.map(({node}) =>
          node instanceof Element ? node.outerHTML.slice(0, 90) : (node?.textContent ?? ""),
        );
        shifts.push({value: entry.value, moved});
      }
    }).observe({type: "layout-shift", buffered: true});
  });
  return [script];
}

interface LayoutShift {
  value: number;
  sources: {node: Node | null}[];
}
