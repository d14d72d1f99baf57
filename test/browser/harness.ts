import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type CDPSession,
  type Disposable,
  type Page,
  type Request,
} from "playwright-core";
import {expect, inject} from "vitest";
import {isNonsense, visibleTexts} from "./visible-texts.js";

export interface PageOptions {
  width?: number; // CSS pixels; 1280 unless told
  theme?: "light" | "dark";
  media?: "screen" | "print";
  /**
   * "off" is a browser without JavaScript; in it `evaluate` must not wait for anything. "blocked"
   * shows the same page in a browser with JavaScript, for tools that need it.
   */
  script?: "on" | "off" | "blocked";
  touch?: boolean;
  /** Pixels of the screen for each CSS pixel; 1 unless told. */
  density?: number;
  /** Language of the page's words, e.g. "en-XA", the pseudo-language. */
  lang?: string;
  /** Beginning of addresses that the test lets the page ask, and answers as it likes. */
  beyond?: string;
  /** What the test provokes on the console, and expects there. */
  provoked?: RegExp;
  /**
   * Called before the page is loaded, e.g. to slow requests down. What it returns takes its scripts
   * out of the tab again; if it returns nothing, no other test gets the tab.
   */
  prepare?: (page: Page) => Promise<readonly Disposable[] | void>;
}

/**
 * Opens a page of the built site, e.g. "index.html?v=1&batch=16", hands it to `use` once it is alive, and closes it. Fails for any
 * error on the console, any request that fails or leaves the site, and any visible NaN, undefined
 * or Infinity.
 *
 *     test("…", () => onPage("pages/latency.html", {width: 360}, async (page) => { … }));
 */
export async function onPage(
  path: string,
  options: PageOptions,
  use: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const tab = await takeTab(options);
  const {page} = tab;
  let isClean = false;
  try {
    const problems = watchForProblems(page, options);
    if (options.script === "blocked") await blockScripts(page);
    const prepared = await options.prepare?.(page);
    await page.goto(addressOf(path, options), {waitUntil: "load"});
    if ((options.script ?? "on") === "on") await comeAlive(page, path, problems);
    if (options.media === "print") await page.emulateMedia({media: "print"});
    await use(page);
    expect([...problems, ...(await page.evaluate(visibleTexts)).filter(isNonsense)]).toEqual([]);
    for (const script of prepared ?? []) await script.dispose();
    isClean = options.prepare === undefined || prepared !== undefined;
  } finally {
    const close = (): Promise<void> => page.context().close();
    await (isClean ? returnTab(tab, options).catch(close) : close());
  }
}

/** A browser's tab with a profile of its own. */
interface Tab {
  opening: string; // with what it was opened
  page: Page;
  protocol: CDPSession;
}

/**
 * Tabs that no test uses, the latest last. A page comes alive in half the time where another one has
 * been, since a new tab needs a process of its own and compiles every script anew.
 */
const freeTabs: Tab[] = [];
const mostFreeTabs = 10; // each holds the memory of its last page: desks and phones for five tests

async function takeTab(options: PageOptions): Promise<Tab> {
  const opening = JSON.stringify(contextOptions(options));
  const free = freeTabs.findIndex((tab) => tab.opening === opening);
  if (free >= 0) return freeTabs.splice(free, 1)[0]!;
  const context = await (await browser()).newContext(contextOptions(options));
  const page = await context.newPage();
  return {opening, page, protocol: await context.newCDPSession(page)};
}

/** Leaves the tab as if no test had used it. */
async function returnTab(tab: Tab, options: PageOptions): Promise<void> {
  const {page, protocol} = tab;
  const opening = contextOptions(options);
  for (const event of watched) page.removeAllListeners(event);
  await page.evaluate(() => sessionStorage.clear());
  const {origin} = new URL(page.url());
  await page.mouse.move(-1, -1);
  await page.goto("about:blank");
  await page.unrouteAll();
  await page.context().clearPermissions();
  await page.context().setOffline(false);
  await page.emulateMedia({
    media: null,
    colorScheme: opening.colorScheme!,
    reducedMotion: opening.reducedMotion!,
  });
  await page.setViewportSize(opening.viewport!);
  for (const each of new Set([origin, new URL(inject("site")).origin])) {
    await protocol.send("Storage.clearDataForOrigin", {origin: each, storageTypes: "all"});
  }
  await protocol.send("Page.resetNavigationHistory");
  freeTabs.push(tab);
  if (freeTabs.length > mostFreeTabs) await freeTabs.shift()!.page.context().close();
}

let connection: Promise<Browser> | undefined;

function browser(): Promise<Browser> {
  connection ??= chromium.connect(inject("browser"));
  return connection;
}

function contextOptions(options: PageOptions): BrowserContextOptions {
  const {width = 1280, theme = "light", script = "on", touch = false, density = 1} = options;
  return {
    viewport: {width, height: width < 600 ? 740 : 900},
    colorScheme: theme,
    javaScriptEnabled: script !== "off",
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: density,
    reducedMotion: "no-preference",
    locale: "en-US",
  };
}

function addressOf(path: string, {lang}: PageOptions): string {
  const address = new URL(path, inject("site"));
  if (lang !== undefined) address.searchParams.set("lang", lang);
  return address.href;
}

const watched = ["console", "pageerror", "request", "requestfailed", "response"] as const;

/** Everything that goes wrong on the page while it is open, a line each. */
function watchForProblems(page: Page, {script = "on", beyond, provoked}: PageOptions): string[] {
  const problems: string[] = [];
  let wanted = new WeakSet<Request>(); // by the page that is open, not by one that was left
  const isBeyond = (url: string): boolean => beyond !== undefined && url.startsWith(beyond);
  page.on("console", (message) => {
    const blocked = message.text().includes("script-src 'none'"); // by us
    if (isBeyond(message.location().url)) return; // the browser tells that an answer was none
    const expected = blocked || (provoked?.test(message.text()) ?? false);
    if (message.type() === "error" && !expected) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`error: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    wanted.add(request);
    const own = [inject("site"), "data:", "blob:"].some((start) => request.url().startsWith(start));
    if (!own && !isBeyond(request.url()))
      problems.push(`request leaves the site: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const preloaded = script !== "on" && /\.js$/.test(new URL(request.url()).pathname); // for nobody
    const reason = request.failure()?.errorText;
    const left = reason === "net::ERR_ABORTED" && !wanted.has(request); // as a reader may at any time
    if (!preloaded && !left && !isBeyond(request.url()))
      problems.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame())
      wanted = new WeakSet();
    if (response.status() >= 400 && !isBeyond(response.url()))
      problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}

async function comeAlive(page: Page, path: string, problems: readonly string[]): Promise<void> {
  try {
    await page.waitForFunction(isAlive, undefined, {timeout: 15_000});
  } catch (error) {
    throw new Error([`${path} did not come alive.`, ...problems, String(error)].join("\n"));
  }
}

/** Serves pages with a policy under which no script of theirs runs. */
async function blockScripts(page: Page): Promise<void> {
  await page.route("**/*.html", async (route) => {
    if (route.request().frame() !== page.mainFrame()) return route.continue(); // somebody else's
    const response = await route.fetch();
    const headers = {...response.headers(), "content-security-policy": "script-src 'none'"};
    await route.fulfill({response, headers});
  });
}

/** A page with a script says when it is live; a page without one is as alive as it will be. */
function isAlive(): boolean {
  const {dataset} = document.documentElement;
  const hasScript = document.querySelector("main .observablehq--block") !== null;
  return document.fonts.status === "loaded" && (!hasScript || dataset["live"] === "true");
}
