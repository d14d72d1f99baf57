import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults, RunOptions} from "axe-core";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {onPage} from "./harness.js";
import {pages} from "./site.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.for(pages)("axe finds nothing on %s", {concurrent: true}, (path) => {
  for (const script of ["on", "blocked"] as const) {
    test(`in light and in dark, its script ${script}`, () =>
      onPage(path, {script}, async (page) => {
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({colorScheme: "dark"});
        expect(await violations(page)).toEqual([]);
      }));
  }

  test("on a phone", () =>
    onPage(path, {width: 360, touch: true}, async (page) => {
      expect(await violations(page)).toEqual([]);
    }));
});

/** One line for each element and rule, e.g. "color-contrast: #x .y: Element has insufficient …". */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    (values) =>
      (globalThis as unknown as WithAxe).axe.run(document, {
        runOnly: {type: "tag", values},
        resultTypes: ["violations"],
      }),
    rules,
  );
  return results.violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

interface WithAxe {
  axe: {run(context: Document, options: RunOptions): Promise<AxeResults>};
}
