import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {chromium, type Browser, type Page} from "playwright-core";
import {expect, inject} from "vitest";
import type * as engine from "../../src/embed/engine/page.js";

/** What a page of the tests finds in its window. */
export interface EngineWindow {
  engine: typeof engine;
  /** Address of a file of the demo model. */
  model(file: string): URL;
  /** Has a model write, until it ends or `isEnough` says so. */
  write(
    model: engine.Model,
    prompt: ArrayLike<number>,
    options?: engine.GenerateOptions,
    isEnough?: (written: readonly engine.Generated[]) => boolean | void,
  ): Promise<engine.Generated[]>;
}

export interface ForeignOptions {
  /** Whether the page may share memory between threads. */
  isIsolated?: boolean;
  /** Its Content-Security-Policy. */
  policy?: string;
}

/**
 * Opens a page of another origin, which has imported the engine from the built site, and hands it
 * to `use`. Fails for any error that the page did not catch.
 */
export async function onForeignPage(
  options: ForeignOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await chromium.connect(inject("browser"));
  try {
    await onForeignPageIn(browser, options, use);
  } finally {
    await browser.close();
  }
}

/** The same in a given browser. */
export async function onForeignPageIn(
  browser: Browser,
  options: ForeignOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const server = await serveForeignPage(options);
  const page = await browser.newPage();
  try {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.stack ?? error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => document.title === "ready", undefined, {timeout: 15_000});
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

async function serveForeignPage({isIsolated = false, policy}: ForeignOptions): Promise<Server> {
  const site = inject("site");
  const html = `<!doctype html><title>elsewhere</title><script type="module">
    window.engine = await import(${JSON.stringify(new URL("embed/v1/engine.js", site).href)});
    window.model = (file) => new URL(file, ${JSON.stringify(new URL("data/model/", site).href)});
    window.write = async (model, prompt, options, isEnough = () => false) => {
      const written = [];
      for await (const next of model.generate(prompt, options)) {
        written.push(next);
        if (isEnough(written)) break;
      }
      return written;
    };
    document.title = "ready";
  </script>`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html;charset=utf-8");
    if (isIsolated) {
      response.setHeader("cross-origin-opener-policy", "same-origin");
      response.setHeader("cross-origin-embedder-policy", "require-corp");
    }
    if (policy !== undefined) response.setHeader("content-security-policy", policy);
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
