import {chromium} from "playwright-core";
import type {TestProject} from "vitest/node";
import {findBrowser} from "../../scripts/browser/find.js";
import {serve} from "../../scripts/site/serve.js";

declare module "vitest" {
  interface ProvidedContext {
    site: string; // e.g. "http://127.0.0.1:40123/some/where/"
    plain: string; // the same from a server that sends no headers of its own, on another port
    browser: string; // where tests connect to the one browser
  }
}

/** Serves the built site under a sub-path, as GitHub Pages would, and starts one browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) {
    throw new Error("No Chrome, Chromium or Edge was found; `npm test` installs one.");
  }
  const base = "/some/where/";
  const server = await serve("dist", 0, {base});
  const plain = await serve("dist", 0, {base, headers: {"Access-Control-Allow-Origin": "*"}});
  const browser = await chromium.launchServer({executablePath});
  project.provide("site", server.address);
  project.provide("plain", plain.address);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    await plain.close();
  };
}
