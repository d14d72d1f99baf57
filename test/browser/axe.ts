import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {AxeResults, RunOnly, RunOptions} from "axe-core";
import type {Frame, Page} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const everything: RunOnly = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** All that another theme can break: it changes colours alone. */
const colours: RunOnly = {type: "rule", values: ["color-contrast", "link-in-text-block"]};

interface Where {
  /** Whether it looks into frames, as it does into shadows. */
  frames?: boolean;
  /** The only part of the page at which it looks, e.g. "dialog". */
  within?: string;
}

/** One line for each element and rule, e.g. "color-contrast: #x .y: Element has insufficient …". */
export function violations(page: Page | Frame, where: Where = {}): Promise<string[]> {
  return violationsOf(page, everything, where);
}

/** The same in light, and of the colours in dark, in which it leaves the page. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const inLight = await violationsOf(page, everything);
  await page.emulateMedia({colorScheme: "dark"});
  const inDark = await violationsOf(page, colours);
  return [...inLight, ...inDark.map((line) => `in dark: ${line}`)];
}

async function violationsOf(
  page: Page | Frame,
  runOnly: RunOnly,
  {frames: iframes = true, within = "html"}: Where = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const results = await page.evaluate(
    ({selector, ...options}) =>
      (globalThis as unknown as WithAxe).axe.run(selector, {
        ...options,
        resultTypes: ["violations"],
      }),
    {selector: within, runOnly, iframes},
  );
  return results.violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

interface WithAxe {
  axe: {run(context: string, options: RunOptions): Promise<AxeResults>};
}
