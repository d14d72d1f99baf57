import {buildSync} from "esbuild";
import {JSDOM} from "jsdom";

/** The two themes in which the site is drawn. */
export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/**
 * The rules of the site's style sheet that reach into a drawing, with the colours of a theme put in,
 * so that it looks the same where the sheet is not. Fonts are those that every system has.
 *
 * @param drawing stands in elements that carry what its rules ask for, such as data-figure
 */
export function styleOf(drawing: Element): (theme: Theme) => string {
  const css = rules
    .filter(({selectorText}) => reaches(drawing, selectorText))
    .map(({cssText}) => cssText)
    .join("\n");
  return (theme) => withValues(css, tokens[theme]);
}

const sheet = readSheet();
const rules = sheet.filter(({selectorText}) => !/:root|^\*/.test(selectorText));

/** The values of a theme, e.g. "--ink" → "#1d2126". */
const tokens: Readonly<Record<Theme, ReadonlyMap<string, string>>> = {
  light: tokensIn(":root"),
  dark: new Map([...tokensIn(":root"), ...tokensIn(":root:where([data-theme=dark])")]),
};

/** The site's style sheet, rule by rule, without what holds on paper or in few colours alone. */
function readSheet(): CSSStyleRule[] {
  const {outputFiles} = buildSync({
    entryPoints: ["src/style.css"],
    bundle: true,
    write: false,
    target: "chrome100", // nested rules are written out
    logLevel: "silent",
  });
  const style = `<style>${outputFiles[0]!.text}</style>`;
  const [read] = new JSDOM(style).window.document.styleSheets;
  return ([...read!.cssRules] as CSSStyleRule[]).filter((rule) => "selectorText" in rule);
}

function tokensIn(selector: string): Map<string, string> {
  const found = sheet.filter(({selectorText}) => selectorText.replaceAll('"', "") === selector);
  const all = found.flatMap(({style}) => Array.from(style).map((name) => [name, style] as const));
  const values = all.filter(([name]) => name.startsWith("--"));
  return new Map(values.map(([name, style]) => [name, style.getPropertyValue(name).trim()]));
}

function reaches(drawing: Element, selector: string): boolean {
  try {
    return drawing.matches(selector) || drawing.querySelector(selector) !== null;
  } catch {
    return false; // of states that a still picture has not
  }
}

function withValues(css: string, values: ReadonlyMap<string, string>): string {
  return css
    .replace(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (_, name: string) => values.get(name) ?? "inherit")
    .replace(/Inter,\s*/g, "");
}

/** A colour of a theme, e.g. "--paper". */
export function colour(name: string, theme: Theme): string {
  const value = tokens[theme].get(name);
  if (value === undefined) throw new Error(`src/style/tokens.css has no ${name}.`);
  return value;
}
