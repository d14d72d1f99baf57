import {existsSync} from "node:fs";
import {chromium, type Locator} from "playwright-core";
import {findOrInstallBrowser} from "../../scripts/browser/find.js";
import {serve} from "../../scripts/site/serve.js";
import {quantile} from "../../src/lib/catalog/quantile.js";
import {revealAll, slidersOn} from "../browser/moves.js";
import {chapters} from "../browser/site.js";
import type {Timing} from "./bench.js";

/**
 * Every slider of every chapter dragged by mouse on the built site: from the input event to the next painted frame, and
 * the script's part of it. The machine draws without a graphics card, so a reader's is faster.
 */
export const name = "drag";

const frame = 1 / 60; // seconds
const budgets = {median: frame, percentile95: 0.025, script: 0.008}; // seconds
const drags = 8;
const movesPerDrag = 30;
const fewestFrames = 20; // a slider of few stops answers seldom

export async function run(): Promise<readonly Timing[]> {
  if (!existsSync("dist/index.html")) throw new Error("There is no dist/; npm run build makes it.");
  const {address, close} = await serve("dist", 0);
  const browser = await chromium.launch({executablePath: await findOrInstallBrowser()});
  try {
    const timings: Timing[] = [];
    for (const path of chapters) {
      const page = await browser.newPage({viewport: {width: 1280, height: 900}});
      await page.addInitScript(recordFrames);
      await page.goto(`${address}${path}`, {waitUntil: "networkidle"});
      await revealAll(page);
      for (const name of await slidersOn(page)) {
        await page.evaluate(() => (window.recordedFrames.length = 0));
        await drag(page.locator(`[data-control="${name}"] input[type=range]:visible`).first());
        const frames = await page.evaluate(() => window.recordedFrames);
        timings.push(...timingsOf(`${path}, ${name}`, frames));
      }
      await page.close();
    }
    return timings;
  } finally {
    await browser.close();
    await close();
  }
}

/** From one end of the slider to the other and back, a few times. */
async function drag(slider: Locator): Promise<void> {
  const page = slider.page();
  await slider.evaluate((element) => element.scrollIntoView({block: "end"}));
  const {x, y, width, height} = (await slider.boundingBox())!;
  const middle = y + height / 2;
  await page.mouse.move(x + 10, middle);
  await page.mouse.down();
  for (let i = 0; i < drags; i++) {
    await page.mouse.move(i % 2 === 0 ? x + width - 10 : x + 10, middle, {steps: movesPerDrag});
  }
  await page.mouse.up();
  await page.waitForTimeout(100);
}

interface RecordedFrame {
  seconds: number; // from the first input event of a frame until after its painting
  script: number; // of handlers and frame callbacks
}

declare global {
  interface Window {
    recordedFrames: RecordedFrame[];
  }
}

/** Runs in the page before any of its scripts, and takes nothing from outside. */
function recordFrames(): void {
  const frames: RecordedFrame[] = [];
  window.recordedFrames = frames;
  let began: number | undefined;
  let script = 0;

  const nextFrame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    nextFrame((time) => {
      const start = performance.now();
      callback(time);
      script += performance.now() - start;
    });

  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    if (began === undefined) return;
    frames.push({seconds: (performance.now() - began) / 1000, script: script / 1000});
    began = undefined;
  };
  let handling = 0;
  addEventListener("input", () => (handling = performance.now()), {capture: true});
  addEventListener("input", () => {
    if (began === undefined) {
      began = handling;
      script = 0;
      nextFrame(() => painted.port2.postMessage(null)); // arrives when the frame has been painted
    }
    script += performance.now() - handling;
  });
}

function timingsOf(what: string, frames: readonly RecordedFrame[]): Timing[] {
  if (frames.length < fewestFrames)
    throw new Error(`"${what}" answered ${frames.length} times only`);
  const seconds = frames.map((one) => one.seconds);
  const scripts = frames.map((one) => one.script);
  return [
    timing(`${what}: input to paint`, seconds, 0.5, budgets.median),
    timing(`${what}: the same, 95th percentile`, seconds, 0.95, budgets.percentile95),
    timing(`${what}: script alone`, scripts, 0.5, budgets.script),
  ];
}

function timing(what: string, seconds: readonly number[], share: number, budget: number): Timing {
  const value = quantile(seconds, share);
  const spread = quantile(
    seconds.map((one) => Math.abs(one - quantile(seconds, 0.5))),
    0.5,
  );
  return {what, median: value, spread, runs: seconds.length, budget};
}
