import type {Locator, Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {valueOf} from "../../src/components/quantities.js";
import {onPage} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {press} from "./moves.js";

const path = "pages/latency.html";
const {words, numbers} = context;

describe.concurrent("a question that wants a guess", () => {
  test("keeps the answer back until there is one", () =>
    onPage(path, {}, async (page) => {
      const scene = sceneOf(page, "tokensPerSecond");
      const answer = scene.locator(".reveal").first();
      expect(await answer.isVisible()).toBe(false);

      await guess(page, scene, "900");
      expect(await answer.isVisible()).toBe(true);
      const right = answerTo("tokensPerSecond", {machine: "A100 80GB", format: "FP16"});
      expect(await verdictOf(scene)).toBe(
        words.guess.verdict({
          guess: numbers.number(900),
          answer: numbers.number(right),
          ratio: 900 / right,
          times: numbers.number(900 / right),
        }),
      );
    }));

  test("says what was wrong with an answer that is no number, and loses nothing", () =>
    onPage(path, {}, async (page) => {
      const scene = sceneOf(page, "tokensPerSecond");
      for (const text of ["", "quite fast", "1e999"]) {
        await guess(page, scene, text);
        expect(await verdictOf(scene)).toBe(words.guess.notANumber(text));
        expect(await scene.getByRole("textbox").inputValue()).toBe(text);
        expect(await scene.locator(".reveal").first().isVisible()).toBe(false);
      }
      await guess(page, scene, "1.2k");
      expect(await verdictOf(scene)).toContain(numbers.number(1200));
      expect(await scene.locator(".reveal").first().isVisible()).toBe(true);
    }));

  test("draws nothing of the answer before, and the guess with it afterwards", () =>
    onPage(path, {}, async (page) => {
      const scene = sceneOf(page, "tenReaders");
      const figure = scene.locator("[data-figure=latency-batch]");
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg.live").waitFor();
      expect(await figure.locator(".curve.slower").isVisible()).toBe(false);
      expect(await figure.locator("figcaption").isVisible()).toBe(false);
      expect(await figure.locator(".axis.x").isVisible()).toBe(true);

      await scene.getByRole("button", {name: words.guess.choice("5")}).click();
      expect(await figure.locator(".curve.slower").isVisible()).toBe(true);
      expect(await figure.locator("text.guess").textContent()).toBe(
        words.figures.latencyBatch.guess,
      );
      expect(await verdictOf(scene)).toBe(
        words.guess.chosen(words.guess.choice("5"), words.guess.choice("1"), false),
      );
    }));

  test("takes none for an answer, where a number is counted", () =>
    onPage(path, {}, async (page) => {
      const scene = sceneOf(page, "aboveCount");
      await guess(page, scene, "0");
      expect(await verdictOf(scene)).toBe(
        words.guess.verdict({
          guess: numbers.number(0),
          answer: numbers.number(answerTo("aboveCount")),
          ratio: 0,
          times: numbers.number(1),
        }),
      );
      const marks = scene.locator("[data-figure=ceilings] svg.live path.measured");
      await marks.first().waitFor();
    }));
});

function sceneOf(page: Page, question: string): Locator {
  return page.locator(".predict", {has: page.locator(`[data-guess=${question}]`)});
}

async function guess(page: Page, scene: Locator, text: string): Promise<void> {
  await scene.getByRole("textbox").fill(text);
  await press(page, "Enter");
}

async function verdictOf(scene: Locator): Promise<string> {
  return (await scene.locator(".verdict").textContent()) ?? "";
}

function answerTo(question: string, fixed: Record<string, string> = {}): number {
  return valueOf(question, viewFor(beginningOf(path), fixed), context);
}
