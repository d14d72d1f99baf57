import {launch} from "puppeteer-core";
import type {Driver} from "./driver.js";

/** Firefox without a screen, over WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Driver> {
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      "network.captive-portal-service.enabled": false, // it asks nobody but the tests' servers
      "network.connectivity-service.enabled": false,
      "dom.min_background_timeout_value": 4,
    },
  });
  const page = await browser.newPage();
  return {
    async open(address) {
      await page.goto(address, {waitUntil: "load", timeout: 60_000});
    },
    // What a function takes and gives is plain data, for which puppeteer's own types have no word.
    run: (inPage: (...values: never[]) => unknown, ...values: unknown[]) =>
      page.evaluate(inPage as (...values: unknown[]) => unknown, ...values) as never,
    async resize(width, height) {
      await page.setViewport({width, height});
    },
    close: () => browser.close(),
  };
}
