import {isDeepStrictEqual} from "node:util";
import type {Page} from "playwright-core";
import {expect} from "vitest";
import {fillFrom} from "../../src/components/equation/render.js";
import {quantityText, shownText} from "../../src/components/quantities.js";
import {tableNamed} from "../../src/components/table/tables.js";
import {formulas, type FormulaId} from "../../src/lib/formula/formulas.js";
import {readingNames, readingOf} from "../../src/lib/formula/readings.js";
import type {SymbolId} from "../../src/lib/formula/symbols.js";
import {fillPlaceholders} from "../../src/lib/formula/tex-tree.js";
import type {Scenario} from "../../src/lib/scenario/scenario.js";
import {context, viewFor} from "./library.js";

/**
 * Holds every live number, equation and table of the page against the library, run in Node. What
 * is far from the screen follows a little later.
 */
export async function expectOnScreen(page: Page, scenario: Scenario): Promise<void> {
  let shown = await page.evaluate(readScreen);
  for (let i = 0; i < 20 && !isDeepStrictEqual(shown, computed(shown, scenario)); i++) {
    await page.waitForTimeout(50);
    shown = await page.evaluate(readScreen);
  }
  expect(shown).toEqual(computed(shown, scenario));
  // A page that shows nothing would agree with everything.
  expect(shown.numbers.length).toBeGreaterThan(5);
  expect(shown.equations.length).toBeGreaterThan(0);
}

/** The same as the library computes it. */
function computed({numbers, equations, tables}: Screen, scenario: Scenario): Screen {
  return {
    numbers: numbers.map((one) => numberOf(one, scenario)),
    equations: equations.map((one) => equationOf(one, scenario)),
    tables: tables.map((one) => tableOf(one, scenario)),
  };
}

interface Screen {
  numbers: ShownNumber[];
  equations: ShownEquation[];
  tables: ShownTable[];
}

interface ShownNumber {
  attributes: Record<string, string>; // of its tag, e.g. {number: "tokensPerSecond"}
  text: string; // e.g. "17.8"
}

interface ShownSymbol {
  name: string; // e.g. "bandwidth"
  text: string; // e.g. "68.3 GB/s"
}

interface ShownEquation {
  attributes: Record<string, string>; // of its tag, e.g. {equation: "latency"}
  seen: ShownSymbol[]; // in the drawn formula and in the list of symbols
  heard: ShownSymbol[]; // in MathML
  spoken: string[]; // one sentence for each reading
}

interface ShownTable {
  attributes: Record<string, string>;
  caption: string;
  label: string; // by which screen readers announce it
  rows: string[][];
}

/** Runs in the page and takes nothing from outside. */
function readScreen(): Screen {
  const all = (selector: string, root: ParentNode = document): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(selector),
  ];
  const attributesOf = ({dataset}: HTMLElement): Record<string, string> =>
    Object.fromEntries(Object.entries(dataset).map(([name, value]) => [name, value ?? ""]));
  const live = (root: ParentNode, isMath: boolean): ShownSymbol[] =>
    all("[data-live]", root)
      .filter((element) => (element.closest("math") !== null) === isMath)
      .map((element) => ({
        name: element.getAttribute("data-live")!, // MathML has no dataset everywhere
        text: element.textContent,
      }));
  return {
    numbers: all("[data-number]").map((element) => ({
      attributes: attributesOf(element),
      text: element.textContent,
    })),
    equations: all("[data-equation]").map((element) => ({
      attributes: attributesOf(element),
      seen: live(element, false),
      heard: live(element, true),
      spoken: all("math", element).map((math) => math.getAttribute("alttext") ?? ""),
    })),
    tables: all("[data-table]").map((element) => ({
      attributes: attributesOf(element),
      caption: element.querySelector(".table-caption")?.textContent ?? "",
      label: element.querySelector("[role=region]")?.getAttribute("aria-label") ?? "",
      rows: all("tbody tr", element).map((row) =>
        [...row.children].map((cell) => cell.textContent),
      ),
    })),
  };
}

function numberOf({attributes}: ShownNumber, scenario: Scenario): ShownNumber {
  const name = attributes["number"] ?? "";
  return {attributes, text: shownText(name, viewFor(scenario, attributes), context)};
}

function equationOf({attributes, seen, heard}: ShownEquation, scenario: Scenario): ShownEquation {
  const view = viewFor(scenario, attributes);
  const formula = formulas[attributes["equation"] as FormulaId];
  const readings = attributes["plain"] === undefined ? readingNames : (["line"] as const);
  const valueOf = ({name}: ShownSymbol): ShownSymbol => ({
    name,
    text: quantityText(name as SymbolId, view, context),
  });
  return {
    attributes,
    seen: seen.map(valueOf),
    heard: heard.map(valueOf),
    spoken: readings.map((reading) =>
      fillPlaceholders(
        readingOf(formula, reading, context.words.formulas.speech).spoken,
        fillFrom(view, context),
      ),
    ),
  };
}

function tableOf({attributes}: ShownTable, scenario: Scenario): ShownTable {
  const view = viewFor(scenario, attributes);
  const table = tableNamed(attributes["table"] ?? "");
  const rows = table.rows(view, context, attributes).map((row) => [...row]);
  const blank = table.columns(context).map(() => "");
  while (rows.length < (table.room ?? 0)) rows.push(blank);
  const caption = table.caption(view, context);
  return {attributes, caption, label: caption, rows};
}
