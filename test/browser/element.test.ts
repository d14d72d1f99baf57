import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {onPage, type PageOptions} from "./harness.js";
import {serveHosts, type Hosts} from "./hosts.js";

// Elements on pages of another origin: test/hosts. element-likeness.test.ts looks at each of them.

let hosts: Hosts;
beforeAll(async () => {
  hosts = await serveHosts();
});
afterAll(() => hosts.close());

const patient = {timeout: 20_000};

/** Opens one of other people's pages; `use` is called once its elements have told an estimate. */
async function onHost(
  file: string,
  options: PageOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  await onPage(`${hosts.address}${file}`, {beyond: hosts.address, ...options}, async (page) => {
    await page.waitForFunction(() => document.querySelector(":not(:defined)") === null);
    await use(page);
  });
}

interface Told {
  version: number;
  scenario: Record<string, string | number>;
  estimate: Record<string, unknown> & {decode: {tokensPerSecond: number}};
}

/** What an element on plain.html has told, the latest last. */
async function told(page: Page, id: string): Promise<Told[]> {
  return page.evaluate(
    (wanted) =>
      (globalThis as unknown as {told: {id: string; detail: Told}[]}).told
        .filter((one) => one.id === wanted)
        .map(({detail}) => detail),
    id,
  );
}

/** The slider of a control in an element, from its beginning to its end: 0 to 1. */
async function pull(page: Page, id: string, control: string, share: number): Promise<void> {
  await page
    .locator(`#${id} [data-control="${control}"] input[type=range]`)
    .evaluate((slider: HTMLInputElement, to) => {
      slider.value = String(Math.round(to * Number(slider.max)));
      slider.dispatchEvent(new Event("input", {bubbles: true}));
      slider.dispatchEvent(new Event("change", {bubbles: true}));
    }, share);
}

type Properties = HTMLElement & Record<string, unknown>;

/** A property of an element, as a page's script reads it. */
const property = (page: Page, id: string, name: string): Promise<unknown> =>
  page.locator(`#${id}`).evaluate((element, key) => (element as Properties)[key], name);

const setProperty = (page: Page, id: string, name: string, value: unknown): Promise<void> =>
  page
    .locator(`#${id}`)
    .evaluate((element, [key, to]) => void ((element as Properties)[key] = to), [
      name,
      value,
    ] as const);

describe("An element in plain HTML, under a strict policy and a hostile style sheet", () => {
  test("shows the state in its attributes, twice on a page, and asks nobody for anything", () => {
    const asked: string[] = [];
    const prepare = async (page: Page): Promise<void> => {
      page.on("request", (request) => asked.push(request.url()));
    };
    return onHost("plain.html", {prepare}, async (page) => {
      expect(await property(page, "one", "scenario")).toMatchObject({
        model: "Llama-2-7B",
        machine: "RTX 4090",
        format: "Q4_0 file",
        batch: 16,
      });
      expect(await property(page, "two", "scenario")).toMatchObject({
        batch: 4,
        machine: "A100 80GB",
      });
      const title = (id: string) => page.locator(`#${id} figcaption`).innerText();
      expect(await title("one")).toContain("RTX 4090");
      expect(await title("two")).toContain("A100 80GB");
      expect(await page.locator("#one svg.drawing .point").count()).toBeGreaterThan(3);
      await page.waitForLoadState("networkidle");
      expect(asked.filter((url) => !url.startsWith(hosts.address))).toEqual(
        ["roofline", "equation-latency"].map((name) => `${inject("site")}embed/v1/${name}.js`),
      );
    });
  });

  test("tells an estimate when it begins and after each change, and only its own", () =>
    onHost("plain.html", {}, async (page) => {
      await expect.poll(() => told(page, "one"), patient).toHaveLength(1);
      const [first] = await told(page, "one");
      expect(first!.version).toBe(1);
      expect(first!.scenario["batch"]).toBe(16);
      await pull(page, "one", "batch", 1);
      await expect.poll(async () => (await told(page, "one")).length, patient).toBeGreaterThan(1);
      const last = (await told(page, "one")).at(-1)!;
      expect(last.scenario["batch"]).toBeGreaterThan(16);
      expect(last.estimate.decode.tokensPerSecond).toBeGreaterThan(
        first!.estimate.decode.tokensPerSecond,
      );
      expect(await property(page, "one", "batch")).toBe(last.scenario["batch"]);
      expect(await property(page, "one", "estimate")).toEqual(last.estimate);
      expect(await told(page, "two")).toHaveLength(1);
      expect(await property(page, "two", "batch")).toBe(4);
    }));

  test("follows its attributes and its properties, one and all", () =>
    onHost("plain.html", {}, async (page) => {
      const title = page.locator("#one figcaption");
      const one = page.locator("#one");
      await one.evaluate((element) => element.setAttribute("machine", "H100 SXM"));
      await expect.poll(() => title.innerText(), patient).toContain("H100 SXM");
      await setProperty(page, "one", "machine", "Apple M1");
      await expect.poll(() => title.innerText(), patient).toContain("Apple M1");
      await setProperty(page, "one", "scenario", {machine: "RTX 4090", batch: 1});
      await expect.poll(() => title.innerText(), patient).toMatch(/one reader.*RTX 4090/);
      expect(await property(page, "one", "batch")).toBe(1);

      await pull(page, "one", "batch", 1); // the reader moves it, and the page moves it back
      await setProperty(page, "one", "batch", 1);
      expect(await property(page, "one", "batch")).toBe(1);

      await setProperty(page, "one", "batch", null);
      await one.evaluate((element) => element.removeAttribute("machine"));
      expect(await property(page, "one", "machine")).toBe("A100 80GB"); // as its chapter begins
      await expect.poll(() => title.innerText(), patient).toContain("A100 80GB");
      const link = page.locator("#one .frame-origin a");
      const address = new URL((await link.getAttribute("href"))!);
      expect(address.href.startsWith(inject("site"))).toBe(true);
      expect(address.searchParams.get("machine")).toBe("A100 80GB");
      expect(address.hash).toBe("#figure-roofline");
    }));

  test("locks, hides and takes a theme, and does so anew when it is asked to", () =>
    onHost("plain.html", {}, async (page) => {
      const batch = page.locator('#two [data-control="batch"] input[type=range]');
      expect(await batch.isDisabled()).toBe(true);
      await pull(page, "two", "batch", 1);
      expect(await property(page, "two", "batch")).toBe(4);
      expect(await page.locator('#two [data-control="machine"]').isVisible()).toBe(false);
      const paper = (id: string) =>
        page.locator(`#${id} .element`).evaluate((box) => getComputedStyle(box).backgroundColor);
      expect(await paper("one")).toBe("rgb(251, 250, 247)");
      expect(await paper("two")).toBe("rgb(21, 23, 27)");
      await page.locator("#two").evaluate((element) => {
        element.removeAttribute("lock");
        element.setAttribute("hide", "controls");
        element.setAttribute("theme", "light");
      });
      expect(await batch.isDisabled()).toBe(false);
      expect(await page.locator("#two [data-control]:visible").count()).toBe(0);
      expect(await paper("two")).toBe("rgb(251, 250, 247)");
    }));

  test("says what it was given wrong, shows something right, and takes it back once it is right", () =>
    onHost("plain.html", {}, async (page) => {
      const notes = page.locator("#one :is([data-corrections], [data-settings]) p");
      expect(await notes.count()).toBe(0);
      await page.locator("#one").evaluate((element) => {
        element.setAttribute("batch", "-3");
        element.setAttribute("machine", "<img src=x onerror=alert(1)>");
        element.setAttribute("lock", "wheels");
        element.setAttribute("theme", "purple");
      });
      await expect.poll(() => notes.count(), patient).toBe(4);
      const text = (await notes.allInnerTexts()).join(" ");
      expect(text).toContain('batch="-3" cannot be shown, so here it is 1.');
      expect(text).toContain('machine="<img src=x onerror=alert(1)>" cannot be shown');
      expect(text).toContain('lock="wheels" is left aside');
      expect(text).toContain('theme="purple" is left aside: theme may be auto, light, dark.');
      await page.locator("#one").evaluate((element) => {
        for (const key of ["batch", "machine", "lock", "theme"]) element.removeAttribute(key);
      });
      await expect.poll(() => notes.count(), patient).toBe(0);
    }));

  test("lets no style of the page in, and none of its own out", async () => {
    const looks = async (page: Page) => ({
      inside: await page.locator("#one").evaluate(lookInside),
      outside: await page.evaluate(() =>
        ["#before", "h1", "body"].map((selector) => {
          const {color, fontSize, display, margin} = getComputedStyle(
            document.querySelector(selector)!,
          );
          return [color, fontSize, display, margin];
        }),
      ),
    });
    const seen: Awaited<ReturnType<typeof looks>>[] = [];
    await onHost("plain.html", {}, async (page) => {
      seen.push(await looks(page));
      await page.locator("link[rel=stylesheet]").evaluate((sheet) => sheet.remove());
      seen.push(await looks(page));
    });
    const withoutElements = {
      prepare: async (page: Page): Promise<void> => {
        const empty = {body: "", contentType: "text/javascript"};
        await page.route("**/embed/v1/*.js", (route) => route.fulfill(empty));
      },
    };
    await onPage(
      `${hosts.address}plain.html`,
      {beyond: hosts.address, ...withoutElements},
      async (page) => {
        const outside = (await looks(page)).outside;
        expect(seen[0]!.outside).toEqual(outside);
      },
    );
    expect(seen[0]!.inside).toEqual(seen[1]!.inside);
    expect(seen[0]!.inside.length).toBeGreaterThan(30);
  });

  test("is moved about with what it shows, and leaves without a trace", () =>
    onHost("plain.html", {}, async (page) => {
      await pull(page, "one", "batch", 1);
      const batch = await property(page, "one", "batch");
      await page.evaluate(() => {
        document.querySelector("#after")!.after(document.querySelector("#one")!);
      });
      expect(await property(page, "one", "batch")).toBe(batch);
      await page.locator("#one").scrollIntoViewIfNeeded();
      await expect
        .poll(() => page.locator("#one svg.drawing .point").count(), patient)
        .toBeGreaterThan(3);
      const told = await page.evaluate(async () => {
        const one = document.querySelector<Properties>("#one")!;
        one.remove();
        let count = 0;
        one.addEventListener("estimate", () => count++);
        one["batch"] = 2;
        await new Promise((resolve) => setTimeout(resolve, 200));
        return [one["batch"], count];
      });
      expect(told).toEqual([2, 0]);
    }));

  test("shows an equation as MathML, whose numbers follow and light up", () =>
    onHost("plain.html", {}, async (page) => {
      const three = page.locator("#three");
      expect(await three.locator("math").count()).toBeGreaterThan(6);
      expect(await three.locator(".katex").count()).toBe(0);
      await three.locator("[role=tab]").nth(2).click();
      const result = () =>
        three.locator(".equation-reading.shown .pieces [data-live]").allTextContents();
      const before = await result();
      await pull(page, "three", "batch", 1);
      await expect.poll(result, patient).not.toEqual(before);
      const spoken = three.locator(".equation-reading.shown math[data-spoken]");
      expect(await spoken.getAttribute("alttext")).toContain((await result()).at(-1)!);

      await three.locator("[role=tab]").first().click();
      await three.locator('button[data-symbol="bandwidth"]').focus();
      expect(
        await three
          .locator('.equation-reading.shown .pieces [data-symbol="bandwidth"].lit')
          .count(),
      ).toBeGreaterThan(0);
      expect(await page.locator("#one .lit").count()).toBe(0);
    }));

  test("opens its facts as a table", () =>
    onHost("plain.html", {}, async (page) => {
      const button = page.locator("#one [data-do=table]");
      await button.focus();
      await page.keyboard.press("Enter");
      expect(await button.getAttribute("aria-expanded")).toBe("true");
      expect(await page.locator("#one .figure-table tr").count()).toBeGreaterThan(3);
    }));
});

describe("A module", () => {
  test("mounts an element where a script says, and refuses what is no key", () =>
    onHost("module.html", {}, async (page) => {
      expect(await page.locator("#figure inference-latency-batch").count()).toBe(1);
      const figure = page.locator("#figure figcaption");
      await expect.poll(() => figure.innerText(), patient).toContain("Apple M2 Ultra");
      const heard = () =>
        page.evaluate(() =>
          (globalThis as unknown as {told: Told[]}).told.map(({scenario}) => scenario["batch"]),
        );
      await expect.poll(heard, patient).toEqual([16]);
      expect(
        await page.evaluate(() => (globalThis as unknown as {refused: string}).refused),
      ).toMatch(/^TypeError: mount\(\) was given "readers"; it takes model, machine, .*batch/);
      expect(await page.locator("#equation .equation-card").innerText()).toContain("1,000");
    }));

  test.for(["react", "vue"])("works in a page of %s, in both directions", (framework) =>
    onHost(`${framework}.html`, {}, async (page) => {
      const element = page.locator("inference-roofline");
      const speed = async () => Number(await page.locator("#speed").innerText());
      await expect.poll(speed, patient).toBeGreaterThan(0);
      const before = await speed();
      expect(await element.evaluate((one) => (one as Properties)["batch"])).toBe(8);
      await page.locator("#more").click();
      await expect
        .poll(() => element.evaluate((one) => (one as Properties)["batch"]), patient)
        .toBe(16);
      await expect.poll(speed, patient).toBeGreaterThan(before);
      await element.locator('[data-control="batch"] input[type=range]').press("End");
      const batch = await element.evaluate((one) => (one as Properties)["batch"]);
      expect(batch).toBeGreaterThan(16);
      await page.locator("#away").click();
      expect(await element.count()).toBe(0);
      await page.locator("#away").click();
      await expect.poll(() => element.locator("svg .point").count(), patient).toBeGreaterThan(3);
    }),
  );
});

/** How each part of an element that is drawn looks, and where it lies in it. */
function lookInside(element: HTMLElement): unknown[] {
  const {left, top} = element.getBoundingClientRect();
  const parts = element.shadowRoot?.querySelectorAll(".element, .element *") ?? [];
  return [...parts].flatMap((part) => {
    const box = part.getBoundingClientRect();
    if (box.width === 0 && box.height === 0) return [];
    const {color, fontFamily, fontSize, letterSpacing, display, fill} = getComputedStyle(part);
    const place = [box.left - left, box.top - top, box.width].map(Math.round);
    return [
      [part.localName, ...place, color, fontFamily, fontSize, letterSpacing, display, fill].join(
        " ",
      ),
    ];
  });
}
