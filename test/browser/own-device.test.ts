import {gzipSync} from "node:zlib";
import type {Disposable, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {ownMachineName} from "../../src/lib/catalog/own-machine.js";
import type {DeviceReport} from "../../src/lib/catalog/device-report.js";
import {madeUp} from "../lib/device/made-up.js";
import {violationsInBothThemes} from "./axe.js";
import {onPage} from "./harness.js";
import {beginningOf, context} from "./library.js";
import {painted, revealAll} from "./moves.js";
import {chapters, scriptBudget} from "./site.js";

const key = "inference-arithmetic/device/1";
const untold = madeUp;
const told: DeviceReport = {...madeUp, memoryBytes: 16e9};

/** Keeps a text in the browser before the page is loaded, as an earlier visit would have. */
const kept =
  (text: string) =>
  async (page: Page): Promise<Disposable[]> => {
    const item = [key, text] as const;
    return [await page.addInitScript((kept) => localStorage.setItem(...kept), item)];
  };
const keptReport = (report: DeviceReport) => kept(JSON.stringify(report));

/** Figures that show several machines, by page, and whether the reader's own has a dot there. */
const shown: readonly {path: string; figure: string; dot: boolean}[] = [
  {path: "index.html", figure: "roofline", dot: true},
  {path: "pages/gpus.html", figure: "busy-second", dot: true},
  {path: "pages/gpus.html", figure: "two-rates", dot: true},
  {path: "pages/latency.html", figure: "roofline", dot: true},
  {path: "pages/latency.html", figure: "ceilings", dot: true},
  {path: "pages/latency.html", figure: "forecast", dot: false},
  {path: "pages/machines.html", figure: "machines", dot: true},
  {path: "pages/machines.html", figure: "rank", dot: false},
  {path: "pages/machines.html", figure: "memory-edge", dot: false},
  {path: "pages/precision.html", figure: "fits", dot: false},
];

const figureOf = (page: Page, figure: string) => page.locator(`[data-figure="${figure}"]`).first();

/** Colours of what belongs to the reader's device, and that of the reader, as the browser has them. */
function coloursIn(element: Element): {own: string[]; reader: string} {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--you)";
  const reader = getComputedStyle(probe).color;
  probe.remove();
  const own = [...element.querySelectorAll(".yours:is(text, circle, path, line), .own-ring")].map(
    (part) => {
      const {fill, stroke} = getComputedStyle(part);
      return part.matches("text, circle:not(.small)") ? fill : stroke; // hollow: it is too small
    },
  );
  return {own, reader};
}

describe.for(shown)("the reader's device in $figure of $path", {concurrent: true}, (each) => {
  test("is magenta and named, in light and in dark", () =>
    onPage(each.path, {prepare: keptReport(told)}, async (page) => {
      await revealAll(page);
      const figure = figureOf(page, each.figure);
      await figure.scrollIntoViewIfNeeded();
      await figure.locator(".yours").first().waitFor({state: "attached"}); // lines may be flat
      const magentas = new Set<string>();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({colorScheme});
        const {own, reader} = await figure.evaluate(coloursIn);
        expect(own.length).toBeGreaterThan(0);
        expect(new Set(own)).toEqual(new Set([reader]));
        magentas.add(reader);
      }
      expect(magentas.size).toBe(2);
      expect(await figure.locator("svg text", {hasText: ownMachineName}).count()).toBe(1);
      expect(await figure.locator(".own-ring").count()).toBe(each.dot ? 1 : 0);
      if (each.figure === "fits") return; // its marks are files
      const said = figure.locator(`svg .point[data-label^="${ownMachineName}"]`);
      expect(await said.count()).toBeGreaterThan(0);
      await figure.locator(".menu summary").click();
      await figure.getByRole("button", {name: context.words.figures.menu.table}).click();
      const row = figure.locator("tr", {hasText: ownMachineName});
      expect(await row.count()).toBeGreaterThan(0);
    }));
});

interface WithPlaces {
  placesOf(): string[];
  built: string[];
}

/** Runs in the page before it is loaded: notes where everything is before the script takes over. */
function watchPlaces(): void {
  const page = globalThis as unknown as WithPlaces;
  page.placesOf = () =>
    [...document.querySelectorAll("main :is(h2, figure, [data-control])")].map((block) => {
      const {top, height} = block.getBoundingClientRect();
      const name = block.id || block.getAttribute("data-control") || block.tagName;
      return `${name}: ${Math.round(top + scrollY)} ${Math.round(height)}`;
    });
  document.addEventListener("DOMContentLoaded", () => {
    void document.fonts.ready.then(() =>
      // The facts arrive later: see the test.
      setTimeout(() => (page.built = page.placesOf()), 300),
    );
  });
}

function readPlaces(): {built: string[]; live: string[]} {
  const page = globalThis as unknown as WithPlaces;
  return {built: page.built, live: page.placesOf()};
}

describe.for(chapters)("a kept report on %s", {concurrent: true}, (path) => {
  // Chapter 8 names other facts, of another browser: a line more or less.
  test.skipIf(path === "pages/your-machine.html").for([1280, 360, 320])(
    "moves nothing, %i pixels wide",
    (width) => {
      const prepare = async (page: Page): Promise<Disposable[]> => {
        const scripts = [
          ...(await keptReport(untold)(page)),
          await page.addInitScript(watchPlaces),
        ];
        await page.route("**/catalog*.json", async (route) => {
          await page.waitForFunction(() => "built" in globalThis);
          await route.continue();
        });
        return scripts;
      };
      return onPage(path, {width, prepare}, async (page) => {
        await page.waitForTimeout(300);
        const {built, live} = await page.evaluate(readPlaces);
        expect(built.length).toBeGreaterThan(3);
        expect(live).toEqual(built);
      });
    },
  );

  test.for([untold, told])("lets it be chosen, with nothing said that nobody knows", (report) =>
    onPage(
      `${path}?v=1&machine=${encodeURIComponent(ownMachineName)}`,
      {prepare: keptReport(report)},
      async (page) => {
        await revealAll(page); // the harness looks for NaN, undefined and Infinity
        expect(await page.locator("[data-corrections]:visible").count()).toBe(0);
      },
    ),
  );
});

describe("the reader's device", {concurrent: true}, () => {
  test("is in the lists of machines, and a link carries its name alone", () =>
    onPage("pages/machines.html", {prepare: keptReport(told)}, async (page) => {
      for (const [control, field] of [
        ["machine", "machine"],
        ["rival", "against"],
      ] as const) {
        const list = page.locator(`[data-control="${control}"] select`).first();
        await list.selectOption(ownMachineName);
        await page.waitForURL((url) => url.searchParams.get(field) === ownMachineName);
      }
      expect(decodeURIComponent(page.url())).not.toMatch(/\d{6}|e\+?\d|bandwidth|flop/i);
      await page.reload();
      await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
      const list = page.locator('[data-control="machine"] select').first();
      expect(await list.inputValue()).toBe(ownMachineName);
    }));

  test("is a button beside the others on the cover", () =>
    onPage("index.html", {prepare: keptReport(untold)}, async (page) => {
      await page.getByRole("radio", {name: ownMachineName}).check({force: true});
      await page.waitForURL((url) => url.searchParams.get("machine") === ownMachineName);
      const claim = await page.locator(".claim").textContent();
      expect(claim).toContain(ownMachineName);
      expect(claim).not.toContain(` a ${ownMachineName}`);
    }));

  test("is measured where the cover's link leads to, read in from a file there, and deleted", () =>
    onPage("index.html", {}, async (page) => {
      await page.getByRole("link", {name: context.words.page.measure}).click();
      await page.waitForURL(/your-machine/);
      await page.waitForFunction(() => document.documentElement.dataset["live"] === "true");
      const texts = context.words.figures.laboratory;
      const file = (text: string) => ({
        name: "device.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
      const picker = page.locator(".lab-report");
      await picker.setInputFiles(file('{"version": 2}'));
      await page.locator(".lab-status.problem").first().waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await picker.setInputFiles(file(JSON.stringify(told)));
      await page.getByText(texts.readInDone).waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(0); // not before it is asked for
      await page.getByRole("button", {name: texts.keep}).click();
      await page.getByText(texts.kept).waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(1);
      await page.getByRole("button", {name: texts.forget, exact: true}).click();
      await page.getByText(texts.forgotten).waitFor();
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    }));

  test("is told to whoever opens such a link and has measured none", () =>
    onPage(`index.html?v=1&machine=${encodeURIComponent(ownMachineName)}`, {}, async (page) => {
      const {machine} = beginningOf("index.html");
      const note = page.locator("[data-corrections]");
      expect(await note.textContent()).toBe(
        context.words.page.notMeasured(ownMachineName, machine),
      );
      expect(await page.locator(".yours").count()).toBe(0);
    }));

  test("appears when another tab keeps it, and goes when it is deleted there", () =>
    onPage("index.html", {}, async (page) => {
      const other = await page.context().newPage();
      await other.goto(page.url());
      const ring = page.locator(".own-ring");
      expect(await ring.count()).toBe(0);
      await other.evaluate(([name, text]) => localStorage.setItem(name, text), [
        key,
        JSON.stringify(told),
      ] as const);
      await ring.waitFor();
      await page.getByRole("radio", {name: ownMachineName}).check({force: true});
      await page.waitForURL((url) => url.searchParams.get("machine") === ownMachineName);
      await other.evaluate((name) => localStorage.removeItem(name), key);
      await ring.waitFor({state: "detached"});
      await painted(page);
      const {machine} = beginningOf("index.html");
      expect(await page.locator(`input[value="${machine}"]`).isChecked()).toBe(true);
      expect(await page.locator("[data-corrections]").textContent()).toContain(machine);
      await other.close();
    }));

  test("costs the cover no more than its budget", async () => {
    const sizes = new Map<string, number>(); // by path: a script may be asked for twice
    const prepare = async (page: Page): Promise<void> => {
      await keptReport(told)(page);
      page.on("response", async (response) => {
        const {pathname} = new URL(response.url());
        if (pathname.endsWith(".js")) sizes.set(pathname, gzipSync(await response.body()).length);
      });
    };
    await onPage("index.html", {prepare}, async (page) => {
      await page.locator(".own-ring").waitFor();
      await page.waitForLoadState("networkidle");
    });
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(scriptBudget("index.html"));
  });
});

describe("what somebody else has put there", {concurrent: true}, () => {
  const {ladder, ...noLadder} = madeUp;
  const texts = [
    "",
    "null",
    "{",
    "[]",
    "[[[[",
    '"<img src=x onerror=alert(1)>"',
    '{"version": 99}',
    JSON.stringify({...noLadder}),
    JSON.stringify({...madeUp, ladder: [{workers: 1, points: []}, ...ladder]}),
    JSON.stringify({...madeUp, browser: "\u202e<script>"}),
    JSON.stringify({...madeUp, memoryBytes: -1}),
    JSON.stringify({...madeUp, rates: []}),
    JSON.stringify(madeUp).replaceAll("1", "1e999"),
    JSON.stringify({...madeUp, workers: 1e9}),
    "x".repeat(300_000),
  ];
  test.for(texts.map((text) => ({name: text.slice(0, 30), text})))(
    "harms no page: $name",
    ({text}) =>
      onPage("index.html", {prepare: kept(text)}, async (page) => {
        expect(await page.locator(".yours").count()).toBe(0);
        const note = await page.locator("[data-corrections]").textContent();
        expect(note).toContain(context.words.page.notKept("").split(".")[0]);
      }),
  );

  test("is nothing where the browser forbids to look", () =>
    onPage(
      "index.html",
      {
        prepare: async (page) => {
          await page.addInitScript(() =>
            Object.defineProperty(window, "localStorage", {
              get: () => {
                throw new DOMException("The operation is insecure.", "SecurityError");
              },
            }),
          );
        },
      },
      async (page) => {
        expect(await page.locator("[data-corrections]:visible").count()).toBe(0);
      },
    ));
});

describe.for(["index.html", "pages/machines.html", "pages/latency.html"])(
  "axe finds nothing on %s with the reader's device",
  {concurrent: true},
  (path) => {
    test("chosen, in light and in dark", () =>
      onPage(
        `${path}?v=1&machine=${encodeURIComponent(ownMachineName)}`,
        {prepare: keptReport(told)},
        async (page) => {
          await revealAll(page);
          expect(await violationsInBothThemes(page)).toEqual([]);
        },
      ));
  },
);
