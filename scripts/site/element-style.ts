import {readFileSync} from "node:fs";
import {buildSync, transformSync} from "esbuild";
import postcss, {type AtRule} from "postcss";
import {target} from "./bundle.js";

/**
 * The rules of the site's style sheet that an element needs, for its shadow: what stands for the page
 * there is the box around it, so neither the page's styles nor its width, its type size or its theme
 * reach in. Fonts are those that the reader has.
 *
 * @param name of its frame, e.g. "roofline"
 * @param text the element's script and what it shows: a rule whose classes never occur there is left out
 */
export function elementStyle(name: string, text: string): string {
  const sheet = postcss.parse(whole);
  const words = new Set(text.match(/[\w-]+/g));
  sheet.walkAtRules((rule) => {
    if (/^(font-face|import|charset)$/.test(rule.name)) rule.remove();
    if (rule.name === "media") adapt(rule);
  });
  sheet.walkRules((rule) => {
    const selectors = rule.selectors
      .filter((selector) => !never.test(selector))
      .map(inShadow)
      .filter((selector) => isNeeded(name, selector, words));
    if (selectors.length === 0) rule.remove();
    else rule.selectors = selectors;
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /\b([\d.]+)rem\b/g, // the page may have a type size of its own
      (_, rem: string) => `${Number(rem) * 16}px`,
    );
  });
  return transformSync(own + sheet.toString(), {loader: "css", minify: true, target}).code.trim();
}

/** The sheets of what can stand in an element, in the order in which the site's sheet has them. */
const sheets = readFileSync("src/style.css", "utf8")
  .split("\n")
  .filter((line) =>
    /\/(charts\/.*|tokens|page|prose|equation|figure|own-device|control|embed|settings)\.css/.test(
      line,
    ),
  )
  .map((line) => line.replace("./style/", "./src/style/"));

const whole = buildSync({
  stdin: {
    contents: sheets.join("\n"),
    resolveDir: process.cwd(),
    loader: "css",
  },
  bundle: true,
  write: false,
  target: "chrome100", // nested rules are written out
  logLevel: "silent",
}).outputFiles[0]!.text;

/** The element stands as a block in its page, and nothing that the page's text inherits goes on in it. */
const own = `
:host { display: block; min-width: 0; }
:host([hidden]) { display: none; }
.element {
  all: initial;
  display: block;
  container: element / inline-size;
  padding: 6px;
  color: var(--ink);
  background: var(--paper);
  font: 19px/1.6 var(--serif);
  overflow-wrap: break-word;
}
.pieces .underlined { padding: 0 2px 4px; border-bottom: 1.5px solid; }
.pieces .part .word { padding-top: 2px; }
.figure-foot { gap: 14px; }
.figure-foot button {
  min-height: 36px; padding: 0 10px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--field); color: var(--ink); font: 500 14px/1.4 var(--sans); cursor: pointer;
}
`;

/** The page's width is the element's here; paper and present mode are the page's own affair. */
function adapt(rule: AtRule): void {
  if (/print|screen/.test(rule.params)) rule.remove();
  else if (/\b(min|max)-width/.test(rule.params)) {
    rule.name = "container";
    rule.params = `element ${rule.params}`;
  }
}

/** The box around what is shown stands where the site's sheet has its page. */
function inShadow(selector: string): string {
  return selector.replace(/\bhtml(?=[.[:])|:root/g, ".element").replaceAll(".js", "");
}

/** What stands around figures in a chapter, and what is there as long as no script runs. */
const never =
  /^(html$|(body|h[123]|pre|code)\b)|:not\(\.js\)|#observablehq|\.(katex|vlist|chapter|cover|menu|number|button|law|measure|predict|guess-form|framed|derivation|inline|wide:not|narrow:not)\b|\.measured \.segments|data-(table|guess|veiled)/;

/**
 * Whether an element needs a rule: all of its own chart, none of another one, and of the rest those
 * whose classes occur, apart from what only may be there or must not.
 */
function isNeeded(name: string, selector: string, words: ReadonlySet<string>): boolean {
  const charts = [...selector.matchAll(/\[data-figure="?([\w-]+)"?\]/g)].map(([, chart]) => chart);
  if (charts.length > 0) return charts.includes(name);
  const asked = selector.replace(/:(?:is|where|not|has)\((?:[^()]|\([^()]*\))*\)/g, "");
  const names = [...asked.matchAll(/[.#]([\w-]+)|\[([\w-]+)(?:~?="?([^"\]]*)"?)?\]/g)].flatMap(
    ([, name, attribute, value]) => (name === undefined ? [attribute!, value ?? ""] : [name]),
  );
  return names.every((name) => name === "" || name.split(" ").every((word) => words.has(word)));
}
