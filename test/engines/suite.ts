import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {packagesOf, type EngineName} from "../../scripts/browser/engines.js";
import {serve, type Served} from "../../scripts/site/serve.js";
import {pastedFrame} from "../../src/components/embed/snippet.js";
import type * as engine from "../../src/embed/engine/page.js";
import golden from "../golden/fable.json" with {type: "json"};
import {elementTag} from "../../src/components/share/ways.js";
import {keepForOffline} from "../browser/keeping.js";
import {frames, pages} from "../browser/site.js";
import {until, type Driver} from "./driver.js";
import type {Report, Watched} from "./watch.js";
import {serveWatched} from "./watched-site.js";

/** What is an element too: "roofline" for "embed/roofline.html". */
const elementNames = frames
  .map((path) => path.replace(/^embed\/(.*)\.html$/, "$1"))
  .filter((name) => name !== "laboratory");

/** What a browser has not, and why: the one list of exceptions. */
export interface Exceptions {
  /** Which build of the engine it can run: not every browser has relaxed SIMD. */
  simd: "relaxed" | "plain";
  /** The narrowest window that it opens, in CSS pixels, where that is not a phone's 360. */
  narrowest?: number;
}

/**
 * The built site in another engine: every page, every frame on a page of another origin, the
 * laboratory, and the demo model. Each test fails for any error on the console, any refusal of the
 * policy, any NaN, and whatever axe-core finds in light or in dark.
 *
 * @param start opens the browser; undefined where it is not installed, which is skipped with a
 *   message, and an error in continuous integration
 */
export function testEngine(
  name: EngineName,
  start: (() => Promise<Driver>) | undefined,
  {simd, narrowest = 360}: Exceptions,
): void {
  if (start === undefined) {
    const message = `${name} is not installed, so nothing is tested in it (on Debian: ${packagesOf[name]}).`;
    if (process.env["CI"] === undefined) console.warn(message);
    test.skipIf(process.env["CI"] === undefined)(`${name} is installed`, () => {
      throw new Error(message);
    });
    return;
  }

  describe(name, () => {
    let driver: Driver;
    let site: Served;
    let hosts: Hosts;
    beforeAll(async () => {
      [driver, site] = await Promise.all([start(), serveWatched()]);
      hosts = await serveHosts(site.address);
    });
    afterAll(async () => {
      await driver?.close();
      await site?.close();
      hosts?.server.close();
    });

    test.for(pages)(
      "shows %s on a phone, no wider than its window, and on a desk",
      async (path) => {
        await driver.resize(narrowest, 740);
        await driver.open(site.address + path);
        await until(driver, isLive, `${path} is live`);
        expect(await driver.run(() => innerWidth)).toBe(narrowest);
        expect(await driver.run(sidewaysScroll)).toBe(0);
        await driver.resize(1280, 900);
        expectWell(await driver.run(ownReport));
      },
    );

    test.for(groupsOf(frames, 6))(
      "shows %s … in frames on a page of another origin",
      async (group) => {
        await driver.resize(1280, 900);
        await driver.open(hosts.framing(group));
        for (const [i, {report, told}] of (await driver.run(reportsOfFrames)).entries()) {
          expectWell(report, group[i]);
          expect(told, group[i]).toContain("ready");
          expect(told, group[i]).toContain("height");
          expect(told, group[i]).not.toContain("error");
        }
      },
    );

    test.for(groupsOf(elementNames, 16))(
      "shows the elements of %s … on a page of another origin",
      async (group) => {
        await driver.resize(1280, 900);
        await driver.open(hosts.elements(group));
        for (const tag of group.map(elementTag)) {
          await driver.run(scrollTo, tag);
          await until(driver, isShown, `${tag} shows something`);
        }
        expect(await driver.run(reportOfElements, group.map(elementTag))).toEqual({
          problems: [],
          nonsense: [],
          tooWide: [],
          silent: [],
          axe: [],
        });
      },
    );

    test("is kept, and read without a network", async () => {
      const kept = await serve("dist", 0); // as it is: what is kept is told by its hash
      await driver.open(`${kept.address}index.html`);
      await until(driver, isLive, "the cover is live");
      expect(await driver.run(keepForOffline)).toMatch(/^Kept/);
      await kept.close();
      for (const path of ["index.html", "pages/latency.html", "embed/roofline.html"]) {
        await driver.open(kept.address + path);
        await until(driver, isLive, `${path} is live without a network`);
      }
    });

    test("measures itself, foretells, and lets the model run", async () => {
      await driver.resize(1280, 900);
      await driver.open(`${site.address}pages/your-machine.html`);
      await until(driver, isLive, "the chapter is live");
      await driver.run(press, "quick");
      await until(driver, hasMeasured, "the machine is measured", 90);
      expect(await driver.run(verdict)).toMatch(/^The law says/);
      await driver.run(press, "run");
      await until(driver, hasRun, "the model has run", 90);
      expect((await driver.run(ownReport)).problems).toEqual([]);
    });

    test.for([true, false])("writes the golden tokens, isolated: %s", async (isIsolated) => {
      await driver.open(hosts.engine(isIsolated));
      await until(driver, () => document.title !== "", "the engine is imported");
      const {tokens, greedy} = golden.prompts[0]!;
      const written = await driver.run(writeGreedily, tokens, greedy.length);
      expect(written.isIsolated).toBe(isIsolated);
      expect(written.simd).toBe(simd);
      expect(written.threads > 1).toBe(isIsolated);
      expect(written.tokens).toEqual(greedy);
    });
  });
}

/** Pages of another origin. */
interface Hosts {
  server: Server;
  /** One that shows these frames, as pasted from the notebook. */
  framing(paths: readonly string[]): string;
  /** One that shows these elements. */
  elements(names: readonly string[]): string;
  /** One that has imported the engine. */
  engine(isIsolated: boolean): string;
}

async function serveHosts(site: string): Promise<Hosts> {
  const server = createServer(({url}, response) => {
    const {searchParams} = new URL(url!, "http://host");
    response.setHeader("content-type", "text/html;charset=utf-8");
    if (searchParams.has("isolated")) {
      response.setHeader("cross-origin-opener-policy", "same-origin");
      response.setHeader("cross-origin-embedder-policy", "require-corp");
    }
    const paths = searchParams.getAll("frame");
    const names = searchParams.getAll("element");
    if (paths.length > 0) response.end(framingPage(site, paths));
    else response.end(names.length > 0 ? elementPage(site, names) : enginePage(site));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Another name of this machine is another site, not only another origin.
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  return {
    server,
    framing: (paths) => `${address}?${new URLSearchParams(paths.map((path) => ["frame", path]))}`,
    elements: (names) =>
      `${address}?${new URLSearchParams(names.map((name) => ["element", name]))}`,
    engine: (isIsolated) => `${address}${isIsolated ? "?isolated=1" : ""}`,
  };
}

function framingPage(site: string, paths: readonly string[]): string {
  const pasted = paths.map((path) => {
    const snippet = pastedFrame({address: site + path, title: path, height: 480});
    return `<div style="width:600px">${snippet.replace(` loading="lazy"`, "")}</div>`;
  });
  const remember = `<script>const heard = [];
addEventListener("message", ({data, source}) => heard.push({data, source}));</script>`;
  return `<!doctype html><html lang="en"><title>Host</title>${remember}${pasted.join("\n")}</html>`;
}

function elementPage(site: string, names: readonly string[]): string {
  const scripts = names.map(
    (name) => `<script type="module" src="${new URL(`embed/v1/${name}.js`, site).href}"></script>`,
  );
  const elements = names.map((name) => `<${elementTag(name)} batch="16"></${elementTag(name)}>`);
  const remember = `<script>const problems = [], told = new Set();
addEventListener("error", ({message}) => problems.push(message));
addEventListener("estimate", ({target}) => told.add(target.localName));</script>`;
  const axe = `<script src="${new URL("/axe.js", site).href}"></script>`;
  return `<!doctype html><html lang="en"><title>Host</title>${remember}${axe}${scripts.join("")}<main style="width:600px"><h1>Host</h1>${elements.join("\n")}</main></html>`;
}

function enginePage(site: string): string {
  const address = (path: string): string => JSON.stringify(new URL(path, site).href);
  return `<!doctype html><html lang="en"><script type="module">
window.engine = await import(${address("embed/v1/engine.js")});
window.model = new URL(${address("data/model/fable-f32.gguf")});
document.title = "ready";
</script></html>`;
}

function groupsOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

function expectWell({title, ...report}: Report, path?: string): void {
  expect(title, path).not.toBe("");
  expect(report, path).toEqual({isLive: true, problems: [], nonsense: [], axe: []});
}

// What runs in a page, and takes nothing from outside but its arguments.

const ownReport = (): Promise<Report> =>
  (globalThis as unknown as {watched: Watched}).watched.report();

const isLive = (): boolean =>
  document.documentElement.dataset["live"] === "true" ||
  document.querySelector("main .observablehq--block") === null;

function sidewaysScroll(): number {
  const {scrollWidth, clientWidth} = document.documentElement;
  return scrollWidth - clientWidth;
}

/** Each frame's report, and the kinds of messages that it has sent by itself. */
async function reportsOfFrames(): Promise<{report: Report; told: string[]}[]> {
  const heard = (0, eval)("heard") as {data: {type?: string}; source: unknown}[];
  const toldBy = (frame: HTMLIFrameElement): string[] =>
    heard
      .filter(({source}) => source === frame.contentWindow)
      .flatMap(({data: {type}}) => type?.replace("inference-arithmetic:", "") ?? []);
  const all: {report: Report; told: string[]}[] = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const report = await new Promise<Report>((resolve) => {
      addEventListener("message", ({data, source}) => {
        if (source === frame.contentWindow && data.report !== undefined) resolve(data.report);
      });
      frame.contentWindow!.postMessage("report", "*");
    });
    all.push({report, told: toldBy(frame)});
  }
  return all;
}

function scrollTo(tag: string): void {
  for (const one of document.querySelectorAll("[data-asked]")) one.removeAttribute("data-asked");
  const element = document.querySelector<HTMLElement>(tag)!;
  element.dataset["asked"] = "";
  element.scrollIntoView({block: "center"});
}

function isShown(): boolean {
  const shadow = document.querySelector("[data-asked]")!.shadowRoot;
  return (shadow?.querySelectorAll("svg.live > *, .pieces math").length ?? 0) > 0;
}

/** What is wrong with elements, and which of them have told no estimate. */
async function reportOfElements(tags: string[]) {
  const {problems, told, axe} = (0, eval)("({problems, told, axe})") as {
    problems: string[];
    told: Set<string>;
    axe: {run(): Promise<{violations: {id: string; nodes: {target: unknown[]}[]}[]}>};
  };
  const nonsense: string[] = [];
  const tooWide: string[] = [];
  for (const tag of tags) {
    const around = document.querySelector(tag)!.shadowRoot!.querySelector(".element")!;
    if (/NaN|undefined|Infinity/.test(around.textContent)) nonsense.push(tag);
    const {right} = around.getBoundingClientRect();
    for (const part of around.querySelectorAll(".controls *, figcaption *, .equation-card *")) {
      if (part.closest(".heard, .visually-hidden") !== null) continue;
      if (part.getBoundingClientRect().right > right + 1) tooWide.push(`${tag} ${part.localName}`);
    }
  }
  const {violations} = await axe.run();
  return {
    problems,
    nonsense,
    tooWide,
    silent: tags.filter((tag) => !told.has(tag)),
    axe: violations.map(({id, nodes}) => `${id}: ${nodes[0]!.target.join(" ")}`),
  };
}

function press(name: string): void {
  document.querySelector<HTMLElement>(`[data-laboratory="bench"] [data-do="${name}"]`)!.click();
}

function hasMeasured(): boolean {
  const bench = document.querySelector('[data-laboratory="bench"]')!;
  const run = bench.querySelector<HTMLButtonElement>('[data-do="run"]')!;
  return !bench.hasAttribute("aria-busy") && !run.disabled;
}

function verdict(): string {
  const figure = document.querySelector("#figure-own-verdict")!;
  figure.scrollIntoView();
  return figure.querySelector('[data-part="title"]')!.textContent;
}

function hasRun(): boolean {
  const figure = document.querySelector("#figure-own-verdict")!;
  return figure.querySelector('[data-part="title"]')!.textContent.includes("your machine wrote");
}

interface EnginePage {
  engine: typeof engine;
  model: URL;
}

async function writeGreedily(prompt: number[], maxTokens: number) {
  const {engine, model: address} = window as unknown as EnginePage;
  const model = await engine.loadModel(address);
  const tokens: number[] = [];
  for await (const {token} of model.generate(prompt, {maxTokens, stopAtEnd: false})) {
    tokens.push(token);
  }
  const {threads, simd} = model;
  model.dispose();
  return {tokens, threads, simd, isIsolated: crossOriginIsolated};
}
