import type {Locator, Page} from "playwright-core";
import {expect, test} from "vitest";
import {measuredDecode} from "../../src/lib/catalog/measured.js";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import {onPage, type PageOptions} from "./harness.js";
import {beginningOf, context, viewFor} from "./library.js";
import {painted, press} from "./moves.js";

const {words, numbers, catalog} = context;
const {menu} = words.figures;

test("arrow keys walk from mark to mark, and each says what the library computes", () =>
  onPage("index.html", {}, async (page) => {
    const figure = page.locator("#figure-roofline");
    const machines = (await figure.getAttribute("data-machines"))!.split(", ");
    const sentences = machines.flatMap((machine) =>
      marksOf({...beginningOf("index.html"), machine}),
    );
    expect(new Set(await walk(page, figure))).toEqual(new Set(sentences));

    await setReaders(page, "16"); // nobody measured that
    const scenario = {...beginningOf("index.html"), batch: 16};
    expect(new Set(await walk(page, figure))).toEqual(
      new Set(machines.flatMap((machine) => marksOf({...scenario, machine}))),
    );
    await press(page, "Escape");
    expect(await figure.locator(".canvas [role=status]").isVisible()).toBe(false);
  }));

test.for([
  ["index.html", ".claim"],
  ["pages/latency.html", "#figure-roofline figcaption"],
] as const)("copies a link that keeps every choice, in %s", ([path, sentence]) =>
  onPage(path, {prepare: keepCopies}, async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("radio", {name: "RTX 4090"}).first().check({force: true});
    await setReaders(page, "16");
    const figure = page.locator("#figure-roofline");
    await choose(figure, menu.link);
    await figure.getByText(menu.copied).waitFor();
    const before = await page.locator(sentence).textContent();

    const link = new URL(await page.evaluate(() => (globalThis as unknown as Copies).copied));
    const keys = ["v", "model", "machine", "format", "batch", "context", "prompt", "kv", "speed"];
    expect([...link.searchParams.keys()].sort()).toEqual(keys.sort());
    expect(link.searchParams.get("batch")).toBe("16");
    expect(link.hash).toBe("#figure-roofline");

    await page.goto(link.href);
    await page.locator("html[data-live=true]").waitFor();
    await figure.locator("svg.live").waitFor();
    expect(await page.locator(sentence).textContent()).toBe(before);
    expect(before).toContain("RTX 4090");
  }),
);

/** What the marks of a machine say: its roof, and what somebody measured. */
function marksOf(scenario: Scenario): string[] {
  const {dot, diamond} = words.figures.roofline;
  const {simple, machine} = viewFor(scenario);
  const {batch, intensity, tokensPerSecond} = simple;
  const run = batch === 1 ? measuredDecode(catalog, scenario) : undefined;
  return [
    dot(machine.name, numbers.rate(batch * tokensPerSecond), numbers.number(intensity)),
    ...(run ? [diamond(machine.name, numbers.rate(run.tokensPerSecond), run.verified)] : []),
  ];
}

/** Every sentence that is announced on the way from the first mark to the last. */
async function walk(page: Page, figure: Locator): Promise<string[]> {
  await figure.locator("svg.live").waitFor();
  await figure.locator(".canvas").focus();
  await press(page, "Home");
  const marks = await figure.locator("svg.live .point").count();
  const label = figure.locator(".canvas [role=status]");
  const sentences: string[] = [];
  for (let i = 0; i < marks; i++) {
    expect(await label.isVisible()).toBe(true);
    sentences.push((await label.textContent()) ?? "");
    await press(page, "ArrowRight");
  }
  expect(await label.textContent()).toBe(sentences.at(-1)); // the last mark is the end
  return sentences;
}

async function setReaders(page: Page, count: string): Promise<void> {
  await page.locator("[data-control=batch]:visible input[type=number]").first().fill(count);
  await press(page, "Enter");
}

async function choose(figure: Locator, entry: string): Promise<void> {
  await figure.getByText(menu.open, {exact: true}).click();
  await figure.getByRole("button", {name: entry, exact: true}).click();
  await painted(figure.page());
}

interface Copies {
  copied: string;
}

/**
 * Keeps what the page copies. The clipboard itself is one for all tests that run at the same time,
 * so that it can be written to, but what is read from it may be another test's.
 */
const keepCopies: NonNullable<PageOptions["prepare"]> = (page) =>
  page.addInitScript(() => {
    const {clipboard} = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text) => {
      await write(text);
      (globalThis as unknown as Copies).copied = text;
    };
  }) as Promise<unknown> as Promise<void>;
