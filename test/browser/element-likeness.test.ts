import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {elementTag} from "../../src/components/share/ways.js";
import {violations} from "./axe.js";
import {onPage} from "./harness.js";
import {serveHosts, type Hosts} from "./hosts.js";
import {frames} from "./site.js";
import {isNonsense} from "./visible-texts.js";

// Every chart's element beside its frame, in the same state and room: they show the same. Equations
// stand alone, since their frames are drawn by KaTeX.

const names = frames
  .map((path) => /embed\/(.*)\.html/.exec(path)![1]!)
  .filter((name) => name !== "laboratory");

/** So many stand on a page at once: to load a page takes longer than to look at it. */
const together = 10;
const pages = Array.from({length: Math.ceil(names.length / together)}, (_, i) =>
  names.slice(i * together, (i + 1) * together),
);

const state = {batch: "16", machine: "Apple M2 Ultra"};

let hosts: Hosts;
beforeAll(async () => {
  hosts = await serveHosts((path) => {
    const sheet = /^\/(\d+)\.css$/.exec(path);
    if (sheet !== null) return styleOfHost(Number(sheet[1]));
    const shown = new URL(path, "http://host").searchParams.get("shown");
    return shown === null ? undefined : hostPage(JSON.parse(shown) as Shown);
  });
});
afterAll(() => hosts.close());

interface Shown {
  names: readonly string[];
  width: number;
}

describe.for([
  {width: 700, theme: "light"},
  {width: 280, theme: "dark"},
] as const)("At $width px, in $theme,", ({width, theme}) => {
  test.for(pages.map((page) => [page.join(", "), page] as const))("%s", ([, shown]) => {
    const query = new URLSearchParams({shown: JSON.stringify({names: shown, width})});
    const options = {width: 2 * width + 60, theme, beyond: hosts.address};
    return onPage(`${hosts.address}?${query}`, options, async (page) => {
      for (const name of shown) await sameIn(page, name);
      expect(await violations(page, {frames: false})).toEqual([]);
    });
  });
});

const hasFrame = (name: string): boolean => !name.startsWith("equation-");

/** An element shows the same words, marks and looks as its frame, and stands in its room. */
async function sameIn(page: Page, name: string): Promise<void> {
  const row = page.locator(`[data-row="${name}"]`);
  await row.scrollIntoViewIfNeeded();
  const element = row.locator(elementTag(name));
  if (hasFrame(name)) {
    const frame = row.frameLocator("iframe");
    const differences = async (): Promise<string[]> => {
      const inElement = await element.evaluate(drawn);
      const inFrame = await frame.locator("[data-frame]").evaluate(drawn);
      if (!inFrame.some((line) => line.startsWith("svg")))
        return ["the frame has drawn nothing yet"];
      const lines = Array.from({length: Math.max(inElement.length, inFrame.length)}, (_, i) => i)
        .filter((i) => inElement[i] !== inFrame[i])
        .map((i) => `${name}: "${inElement[i]}" is "${inFrame[i]}" in the frame`);
      return lines.slice(0, 5);
    };
    await expect.poll(differences, {timeout: 20_000}).toEqual([]);
  }
  const {texts, tooWide} = await element.evaluate(wordsOf);
  expect(texts.filter(isNonsense)).toEqual([]);
  expect(tooWide).toEqual([]);
}

function hostPage({names, width}: Shown): string {
  const attributes = Object.entries(state)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("");
  const rows = names.map((name) => {
    const tag = elementTag(name);
    const frame = new URL(
      `embed/${name}.html?${new URLSearchParams({v: "1", ...state})}`,
      inject("site"),
    );
    return `<div data-row="${name}">
<div><${tag}${attributes}></${tag}></div>
${hasFrame(name) ? `<iframe title="${name}" src="${frame.href.replaceAll("&", "&amp;")}"></iframe>` : ""}
</div>`;
  });
  const scripts = names.map(
    (name) =>
      `<script type="module" src="${new URL(`embed/v1/${name}.js`, inject("site")).href}"></script>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="stylesheet" href="${width}.css">${scripts.join("")}<main><h1>Host</h1>${rows.join("\n")}</main></html>`;
}

const styleOfHost = (width: number): string => `
body { margin: 0; }
[data-row] { display: flex; gap: 20px; align-items: start; }
[data-row] > * { flex: none; width: ${width}px; }
iframe { height: 1200px; border: 0; }`;

/** What stands for sliders, captions and marks, and how it looks, a line each. Runs in the page. */
function drawn(place: Element): string[] {
  const root: ParentNode = place.shadowRoot ?? place;
  const words = [...root.querySelectorAll("figcaption, [data-control] label, output")].map(
    (part) => part.textContent?.replace(/\s+/g, " ").trim() ?? "",
  );
  const marks = [...root.querySelectorAll("svg.live, svg.live *")].map((mark) => {
    const {
      fill,
      stroke,
      strokeWidth,
      strokeDasharray,
      opacity,
      fontSize,
      fontWeight,
      display,
      visibility,
    } = getComputedStyle(mark);
    const place = [
      "d",
      "x",
      "y",
      "cx",
      "cy",
      "r",
      "x1",
      "x2",
      "y1",
      "y2",
      "width",
      "height",
      "transform",
    ]
      .map((name) => mark.getAttribute(name))
      .filter((value) => value !== null);
    return [
      mark.localName,
      ...place,
      fill,
      stroke,
      strokeWidth,
      strokeDasharray,
      opacity,
      ...(mark.localName === "text" ? [fontSize, fontWeight] : []),
      display,
      visibility,
      mark.children.length === 0 ? mark.textContent : "",
    ]
      .join(" ")
      .replaceAll(/-?\d+\.\d+/g, (number) => Number(number).toFixed(2)) // hundredths of a pixel
      .replaceAll(/#[\w-]+-\d+/g, "#id"); // a number of its own for each drawing
  });
  return [...words, ...marks];
}

/** All words of an element, and what stands out of it. */
function wordsOf(host: Element): {texts: string[]; tooWide: string[]} {
  const around = host.shadowRoot!.querySelector(".element")!;
  const {right} = around.getBoundingClientRect();
  const parts = [...around.querySelectorAll<HTMLElement>("*")];
  return {
    texts: parts.flatMap((part) => [
      part.textContent ?? "",
      part.getAttribute("aria-label") ?? "",
      part.getAttribute("aria-valuetext") ?? "",
    ]),
    tooWide: parts
      .filter(
        (part) =>
          part.closest("svg, .heard, .visually-hidden, .figure-table") === null &&
          part.checkVisibility(),
      )
      .filter((part) => part.getBoundingClientRect().right > right + 1)
      .map(
        (part) =>
          `${part.localName}.${part.className} ends at ${Math.round(part.getBoundingClientRect().right)} of ${Math.round(right)}`,
      ),
  };
}
