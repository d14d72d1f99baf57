import {existsSync} from "node:fs";
import {chromium} from "playwright-core";
import {findOrInstallBrowser} from "../../scripts/browser/find.js";
import {serve} from "../../scripts/site/serve.js";
import {classPanel} from "../../src/components/messages/en/figures/class-panel.js";
import {quantile} from "../../src/lib/catalog/quantile.js";
import {fortyCodes} from "../browser/made-up-class.js";
import type {Timing} from "./bench.js";

/**
 * A class of forty devices on one roofline: to draw all of them when their codes are pasted, and to
 * draw the rest when one is taken out. From the input to the next painted frame.
 */
export const name = "class";

const frame = 1 / 60; // seconds
const rounds = 15;

export async function run(): Promise<readonly Timing[]> {
  if (!existsSync("dist/index.html")) throw new Error("There is no dist/; npm run build makes it.");
  const {address, close} = await serve("dist", 0);
  const browser = await chromium.launch({executablePath: await findOrInstallBrowser()});
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}});
    await page.goto(`${address}pages/class.html`, {waitUntil: "networkidle"});
    const taken: number[] = [];
    const drawn: number[] = [];
    for (let i = 0; i < rounds; i++) {
      await page.locator("#class-codes").fill(fortyCodes.join("\n"));
      const button = page.getByRole("button", {name: classPanel.take});
      await page.locator("#figure-class-roofline").scrollIntoViewIfNeeded();
      taken.push(await button.evaluate(secondsToPaint));
      drawn.push(await page.locator(".class-out").first().evaluate(secondsToPaint));
      await page.getByRole("button", {name: classPanel.wipe}).click();
    }
    return [
      timing("forty codes pasted", taken, 6 * frame),
      timing("one of forty taken out", drawn, 2 * frame),
    ];
  } finally {
    await browser.close();
    await close();
  }
}

/** Runs in the page: presses a button, and waits until what follows is painted. */
async function secondsToPaint(button: HTMLElement | SVGElement): Promise<number> {
  const began = performance.now();
  (button as HTMLElement).click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return (performance.now() - began) / 1000;
}

function timing(what: string, seconds: readonly number[], budget: number): Timing {
  const median = quantile(seconds, 0.5);
  const spread = quantile(
    seconds.map((one) => Math.abs(one - median)),
    0.5,
  );
  return {what, median, spread, runs: seconds.length, budget};
}
