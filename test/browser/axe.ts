import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults, RunOptions} from "axe-core";
import type {Frame, Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * One line for each element and rule, e.g. "color-contrast: #x .y: Element has insufficient …".
 * It looks into shadows, and into frames unless told.
 */
export async function violations(page: Page | Frame, {frames = true} = {}): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    ({values, iframes}) =>
      (globalThis as unknown as WithAxe).axe.run(document, {
        runOnly: {type: "tag", values},
        resultTypes: ["violations"],
        iframes,
      }),
    {values: rules, iframes: frames},
  );
  return results.violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

interface WithAxe {
  axe: {run(context: Document, options: RunOptions): Promise<AxeResults>};
}
