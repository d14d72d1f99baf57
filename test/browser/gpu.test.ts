import {build} from "esbuild";
import {chromium, type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {findBrowser} from "../../scripts/browser/find.js";
import type {GpuReport} from "../../src/lib/device/report.js";
import type {Gpu} from "../../src/lib/device/gpu/webgpu.js";
import type * as Laboratory from "../../src/embed/laboratory/page.js";
import type * as Library from "./gpu-page.js";

// The laboratory's half for graphics processors, on the adapter that Chromium emulates.

declare const measuring: typeof Library;

const address = "http://localhost/"; // WebGPU asks for a secure context, which localhost is
const flags = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

let browser: Browser;
let code: string;

beforeAll(async () => {
  const executablePath = await findBrowser();
  browser = await chromium.launch({args: flags, ...(executablePath && {executablePath})});
  const {outputFiles} = await build({
    entryPoints: ["test/browser/gpu-page.ts"],
    bundle: true,
    format: "iife",
    globalName: "measuring",
    write: false,
  });
  code = outputFiles[0]!.text;
});

afterAll(() => browser.close());

async function onGpuPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    const body = `<!doctype html><title>GPU</title><script>${code}</script>`;
    await page.route(address, (route) => route.fulfill({contentType: "text/html", body}));
    await page.goto(address);
    await use(page);
  } finally {
    await page.close();
  }
}

const hasAdapter = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const {gpu} = navigator as {gpu?: Gpu};
    return gpu !== undefined && (await gpu.requestAdapter()) !== null;
  });

/** Runs where the browser has an adapter, and says so where it has none. */
const gpuTest = (title: string, use: (page: Page) => Promise<void>): void =>
  test(title, (context) =>
    onGpuPage(async (page) => {
      if (!(await hasAdapter(page))) context.skip("This browser has no software adapter.");
      await use(page);
    }),
  );

const isSpread = ({median, lowest, highest}: GpuReport["fp32"]): boolean =>
  lowest > 0 && lowest <= median && median <= highest && Number.isFinite(highest);

describe("a graphics processor", () => {
  gpuTest("is measured, and known as a program where it is one", async (page) => {
    const {report, progress} = await page.evaluate(() => measuring.measure());
    expect(report).toMatchObject({software: true, bytes: 1 << 28});
    expect(report.adapter).toMatch(/swiftshader/i);
    const {bandwidth, fp32, fp16} = report;
    for (const spread of [bandwidth, fp32, ...(fp16 ? [fp16] : [])]) {
      expect(spread).toSatisfy(isSpread);
    }
    // Between a telephone's processor of ten years ago and a data centre's.
    expect(bandwidth.median).toBeGreaterThan(1e8);
    expect(bandwidth.median).toBeLessThan(1e13);
    expect(fp32.median).toBeGreaterThan(1e8);
    expect(fp32.median).toBeLessThan(1e15);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  });

  gpuTest("of twice the rounds takes twice the time", async (page) => {
    const {reading, multiplying} = await page.evaluate(() => measuring.doubled());
    for (const ratio of [reading, multiplying]) {
      expect(ratio).toBeGreaterThan(1.5);
      expect(ratio).toBeLessThan(2.7);
    }
  });

  gpuTest("is left at once when the reader cancels", async (page) => {
    const {reason, seconds} = await page.evaluate(() => measuring.cancelled());
    expect(reason).toBe("enough");
    expect(seconds).toBeLessThan(1);
  });

  gpuTest("that is lost in the middle is told of", async (page) => {
    expect(await page.evaluate(() => measuring.lost())).toEqual({
      problem: "lost",
      message: expect.stringMatching(/^The graphics processor was lost in the middle.*\.$/),
    });
  });

  gpuTest("that reads less than it was asked for is not believed", async (page) => {
    expect(await page.evaluate(() => measuring.reading("i += 2 * step"))).toMatchObject({
      problem: "wrong result",
    });
  });

  gpuTest("stands in the laboratory's report", async (page) => {
    await page.unroute(address);
    await page.goto(inject("site"));
    const module = new URL("embed/v1/laboratory.js", inject("site")).href;
    // As text: the test runner would rewrite import() in a function.
    const report = (await page.evaluate(
      `import("${module}").then((laboratory) => laboratory.measureDevice())`,
    )) as Awaited<ReturnType<typeof Laboratory.measureDevice>>;
    expect(report.gpu).toMatchObject({software: true});
    expect(report.gpuProblem).toBeUndefined();
    expect(report.seconds).toBeGreaterThan(0);
  });

  test("that the page cannot have is no fault", () =>
    onGpuPage(async (page) => {
      expect(await page.evaluate(() => measuring.without(undefined))).toMatchObject({
        problem: "not offered",
      });
      expect(await page.evaluate(() => measuring.without(null))).toMatchObject({
        problem: "no adapter",
      });
    }));
});
