import type {Edition} from "../../lib/catalog/catalog.js";
import {oneLine} from "../../lib/formula/code/program.js";
import type {taken} from "../messages/en/taken.js";

/** What is cited. */
export interface Cited {
  title: string;
  /** Tells apart what is cited from the same page, e.g. "equation-latency". */
  place: string;
  /** The whole address of the view. */
  address: string;
  edition: Edition;
  /** The day of reading, e.g. "2026-11-29". */
  day: string;
}

/** One view, cited in a sentence, for BibTeX, and as a link in Markdown. */
export interface Citations {
  text: string;
  bibtex: string;
  markdown: string;
}

export function citationsOf(cited: Cited, words: typeof taken): Citations {
  const {address, edition, day} = cited;
  const title = oneLine(cited.title).replace(/\.$/, "");
  const named = words.edition(edition.version, edition.readOn);
  return {
    text: words.cited(`${title}.`, named, day, address),
    bibtex: [
      `@misc{inference-arithmetic-${cited.place},`,
      `  author = {{${forTex(words.publisher)}}},`,
      `  title = {${forTex(title)}},`,
      `  note = {${forTex(named)}},`,
      `  year = {${edition.readOn.slice(0, 4)}},`,
      `  url = {${address}},`,
      `  urldate = {${day}},`,
      `}`,
    ].join("\n"),
    markdown: `[${forMarkdown(`${title}. ${named}`)}](${address})`,
  };
}

const texNames: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Letters that mean something in TeX, written so that they are printed. */
function forTex(text: string): string {
  return text.replace(/[\\~^{}$&#%_]/g, (letter) => texNames[letter] ?? `\\${letter}`);
}

function forMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>&]/g, "\\$&");
}

/** The day by the reader's own calendar, as ISO 8601 writes it. */
export function dayOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
