import {readdirSync, readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {renderers} from "../../src/components/build/renderers.js";
import {renderLiveNumber} from "../../src/components/live-number/render.js";
import {builtEn, type BuiltMessages} from "../../src/components/messages/en/built.js";
import {accented} from "../../src/components/messages/pseudo.js";
import {createNumbers} from "../../src/components/numbers.js";
import {scenarioAt} from "../../src/components/page/chapters.js";
import type {Attributes, BuildContext, Render} from "../../src/components/page/context.js";
import {footer, header} from "../../src/components/page/furniture.js";
import {pinned} from "../../src/components/page/pinned.js";
import {quantities} from "../../src/lib/scenario/quantities.js";
import {readCatalog} from "../../src/data/read-catalog.js";
import {defaultScenario, type Scenario} from "../../src/lib/scenario/scenario.js";
import {viewOf} from "../../src/lib/scenario/view.js";
import {plainWordsIn} from "./plain-words.js";

// Everything that the build fills in, in the pseudo-language: a word with a plain letter in it was
// written elsewhere than in the table of words.

const pseudo = accented(builtEn) as BuiltMessages;

const context: BuildContext = {
  catalog: readCatalog(),
  quantities,
  words: pseudo,
  numbers: createNumbers(pseudo.locale),
};

const scenarios: Readonly<Record<string, Partial<Scenario>>> = {
  "as it begins": {},
  "with a model that does not fit": {
    model: "Llama-3.1-405B",
    machine: "Apple M1",
  },
  "with many readers of a mixture": {
    model: "gpt-oss-120b",
    format: "MXFP4 file",
    batch: 300,
  },
};

/** The pages as they are written, e.g. "pages/latency.md". */
const sources = readdirSync("src", {recursive: true, encoding: "utf8"})
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^(pages\/)?[^/]+\.md$/.test(file));

const timeout = 30_000; // ms: the long chapter is drawn and read letter by letter

describe.for(sources)("%s takes every word from the table", {timeout}, (source) => {
  const path = `/${source.replace(/\.md$/, "")}`;
  const markdown = readFileSync(`src/${source}`, "utf8");

  test("in its head and foot", () => {
    expect(plainWords(elementWith(header(pseudo, path)))).toEqual([]);
    expect(plainWords(elementWith(footer(pseudo)))).toEqual([]);
  });

  test.for(Object.entries(scenarios))("%s", ([, changes]) => {
    const scenario: Scenario = {
      ...defaultScenario,
      ...scenarioAt(path),
      ...changes,
    };
    const page = elementWith(markdown);
    const filled = fillTags(page, path, scenario);
    expect(filled.flatMap(plainWords)).toEqual([]);
    expect(liveWords(markdown, scenario).flatMap(plainWords)).toEqual([]);
    expect(filled.length > 0).toBe(source !== "404.md");
  });
});

test("a word that is not from the table is found wherever it stands", () => {
  const html = [
    `<p>word</p><b translate="no">name</b><code>code</code>`,
    `<p>LLaMA-7B: 3.83 GB, 68.3 GB/s, 312 TFLOP/s, 56.0 ms, 1 T, 6.74 billion</p>`,
    `<svg aria-label="label" translate="no"><path data-label="mark"/></svg>`,
    `<span class="katex">P<span class="word">unit</span></span>`,
    `<math alttext="spoken"><mi>P</mi><mtext>text</mtext></math>`,
  ];
  expect(plainWords(elementWith(html.join("")))).toEqual([
    "p: word",
    "svg aria-label: label",
    "path data-label: mark",
    "span.word: unit",
    "math alttext: spoken",
    "mtext: text",
  ]);
});

function plainWords(element: Element): string[] {
  return plainWordsIn(element, context.catalog);
}

const {document} = new JSDOM("").window;

function elementWith(html: string): HTMLElement {
  const element = document.createElement("main");
  element.innerHTML = html;
  return element;
}

const kinds = Object.keys(renderers);

/** Fills the empty tags in an element as the build does, and those in what it has filled. */
function fillTags(element: HTMLElement, path: string, scenario: Scenario): Element[] {
  const tags = element.querySelectorAll<HTMLElement>(
    kinds.map((kind) => `[data-${kind}]:empty`).join(),
  );
  return [...tags].flatMap((tag) => {
    const attributes: Attributes = {...(tag.dataset as Attributes), path};
    const render: Render = renderers[kinds.find((kind) => kind in tag.dataset)!]!;
    tag.innerHTML = render(
      attributes,
      viewOf(pinned(scenario, attributes), context.catalog),
      context,
    );
    return [tag, ...fillTags(tag, path, scenario)];
  });
}

/** The numbers and words in braces of a chapter's sentences, e.g. {remark}. */
function liveWords(markdown: string, scenario: Scenario): Element[] {
  const braces = markdown.matchAll(/\{(\w+)((?: +[\w-]+=(?:"[^"]*"|\w+))*)\}/g);
  return [...braces].map(([, name, rest]) => {
    const pins = rest!.matchAll(/([\w-]+)=(?:"([^"]*)"|(\w+))/g);
    const attributes = Object.fromEntries(
      [...pins].map(([, key, text, bare]) => [key, text ?? bare]),
    );
    const view = viewOf(pinned(scenario, attributes), context.catalog);
    return elementWith(renderLiveNumber({...attributes, name: name!}, view, context));
  });
}
