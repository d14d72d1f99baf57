import {formats} from "../../src/lib/arithmetic/precision.js";
import type {Catalog} from "../../src/lib/catalog/catalog.js";

/**
 * What a reader sees or hears of an element in the pseudo-language, and what has a plain letter in
 * it: that cannot have come from the table of words. Returns e.g. ["svg aria-label: Chart"].
 *
 * The same in every language, and no word, are code, names of the catalog, whatever is marked with
 * translate="no", units beside a number, and the letters of formulas.
 */
export function plainWordsIn(root: Element, catalog: Catalog): string[] {
  const names = namesIn(catalog);
  return [root, ...root.querySelectorAll("*")]
    .flatMap((element) => [...textsOf(element), ...attributesOf(element)])
    .filter(({text}) => /[a-z]/i.test(withoutUnits(withoutNames(text, names))))
    .map(({where, text}) => `${where}: ${text.trim()}`);
}

interface Seen {
  where: string; // e.g. "b.number" or "svg.drawing aria-label"
  text: string;
}

const noLanguage = `[translate="no"], pre, code, script, style, annotation`;

function textsOf(element: Element): Seen[] {
  const texts = [...element.childNodes].filter(({nodeType}) => nodeType === element.TEXT_NODE);
  if (texts.length === 0 || element.closest(noLanguage) !== null || isLetter(element)) return [];
  return texts.map(({textContent}) => ({
    where: placeOf(element),
    text: textContent ?? "",
  }));
}

/** Letters such as P and t. The words of a formula, such as a unit, have elements of their own. */
function isLetter(element: Element): boolean {
  if (element.closest("math") !== null) return element.closest("mtext") === null;
  return element.closest(".katex") !== null && element.closest(".word, [data-live]") === null;
}

/** Attributes that a reader sees or hears. */
export const spokenAttributes: readonly string[] = [
  "alt",
  "alttext",
  "aria-description",
  "aria-label",
  "aria-valuetext",
  "data-label", // what a mark of a chart says when it is asked
  "label",
  "placeholder",
  "title",
];

/** Checked on elements with translate="no" too: the name of a list of names is a word. */
function attributesOf(element: Element): Seen[] {
  return spokenAttributes
    .filter((name) => element.hasAttribute(name))
    .map((name) => ({
      where: `${placeOf(element)} ${name}`,
      text: element.getAttribute(name) ?? "",
    }));
}

function placeOf(element: Element): string {
  const [name] = element.classList;
  return element.tagName.toLowerCase() + (name === undefined ? "" : `.${name}`);
}

/** Names of models and their families, machines and formats. */
function namesIn({models, machines, storage, formats: published}: Catalog): string[] {
  const names = [
    ...[...models, ...machines, ...storage, ...formats].map(({name}) => name),
    ...published.map(({format}) => format), // of some formats no more than a size is known
  ];
  const families = models.map(({architecture}) => architecture.family);
  // The longest first, so that "Apple M1" leaves nothing of "Apple M1 Pro".
  return [...new Set([...names, ...families])].sort((a, b) => b.length - a.length);
}

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ""), text);
}

const units = /(\d)\s?(?:MiB|[EPTGMkmµn]?(?:B\/s|FLOP\/s|B|s)|[EPTGMk])(?![a-z])/gi;
const wordsOfIntl = /(\d) (?:thousand|million|billion|trillion|bytes?|years?)(?![a-z])/g;

function withoutUnits(text: string): string {
  return text.replace(units, "$1").replace(wordsOfIntl, "$1");
}
