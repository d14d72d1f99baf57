import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {builtEn} from "../../src/components/messages/en/built.js";
import {accented} from "../../src/components/messages/pseudo.js";
import {plainWordsIn} from "../components/plain-words.js";
import {onPage, type PageOptions} from "./harness.js";
import {context} from "./library.js";
import {press} from "./moves.js";
import {chapters} from "./site.js";
import {rememberBuilt, writtenOn} from "./writing.js";

// All that components write in the browser, in the pseudo-language: a word with a plain letter in
// it was written elsewhere than in the table of words. test/components looks at what the build
// writes.

const options: PageOptions = {lang: "en-XA", prepare: rememberBuilt};

const accents = /[àéíóţ]/;
const alwaysWritten = [
  "[data-part=title]",
  "[data-part=summary]",
  "[data-part=foot] summary",
  "svg.live text",
  ".axis-title",
  ".point-label",
  ".figure-table th",
  "[data-part=foot] [role=status]",
  "[data-corrections] p",
];
const places = (path: string): readonly string[] =>
  path === "index.html"
    ? [...alwaysWritten, "[data-number=article]", "[data-number=remark]"]
    : [...alwaysWritten, ".verdict"];

describe.for(chapters)("%s", {concurrent: true}, (path) => {
  test("takes every word that it writes from the table", () =>
    onPage(`${path}?batch=-3&machine=Nokia`, options, async (page) => {
      await page.context().grantPermissions(["clipboard-write"]);
      await moveSliders(page);
      await answerQuestions(page, "a few", "5");
      await useFigures(page);

      const written = withoutSpokenForms(await writtenOn(page));
      expect(plainWordsIn(written, context.catalog)).toEqual([]);
      for (const place of places(path)) expect(accentsIn(written, place), place).toMatch(accents);
    }));
});

test("a refused answer is told in words from the table", () =>
  onPage("pages/latency.html", options, async (page) => {
    await answerQuestions(page, "a few");
    const written = withoutSpokenForms(await writtenOn(page));
    expect(plainWordsIn(written, context.catalog)).toEqual([]);
    expect(accentsIn(written, ".verdict")).toMatch(accents);
  }));

/** How an equation is spoken is a sentence of the build, into which only numbers are written. */
function withoutSpokenForms(root: Element): Element {
  for (const math of root.querySelectorAll("math[data-spoken]")) math.removeAttribute("alttext");
  return root;
}

function accentsIn(root: Element, place: string): string {
  return [...root.querySelectorAll(place)].map(({textContent}) => textContent).join("");
}

/** One reader less or more says it in other words, and so does a machine without memory enough. */
async function moveSliders(page: Page): Promise<void> {
  for (const slider of await page.locator("input[type=range]:visible").all()) {
    await slider.focus();
    await press(page, "Home", "End", "ArrowLeft");
  }
  for (const text of await page.locator("input[type=range]").all()) {
    expect(await text.getAttribute("aria-valuetext")).toMatch(/\S/);
  }
}

/** What is no number is refused; then the number is taken. */
async function answerQuestions(page: Page, ...answers: readonly string[]): Promise<void> {
  for (const form of await page.locator(".guess-form:visible").all()) {
    for (const answer of answers) {
      const field = form.getByRole("textbox");
      if ((await field.count()) > 0) await field.fill(answer);
      await form.getByRole("button").last().click();
    }
  }
}

/** Asks each figure for a mark, its table and its address. */
async function useFigures(page: Page): Promise<void> {
  const {figures, take} = accented(builtEn) as typeof builtEn;
  for (const figure of await page.locator("figure[data-figure]").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator("svg.live").waitFor();
    await figure.locator(".canvas").focus();
    await press(page, "ArrowRight");
    for (const entry of [figures.menu.table, take.link]) {
      await figure.locator("summary").click();
      await figure.getByRole("button", {name: entry}).click();
    }
    await press(page, "Tab");
  }
}
